"""Where the figures of a register come from, as every row, list and file of a result says it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from lib.register.codes import area_names
from lib.register.districts import DISTRICT_NAMES
from lib.register.sample import MARK

AREA = "CN-CQ"
Row = dict[str, str]

_SYNTHETIC = {"en": f"{MARK}: drawn at random, no real contract.", "zh": "模拟数据：随机生成，并非真实合同。"}


@dataclass(frozen=True)
class Origin:
    """A real register, or a SYNTHETIC one (模拟数据); `release` is the edition that the rows are laid over."""

    is_synthetic: bool
    release: str

    @property
    def source_id(self) -> str:
        """What is the source called in every row?"""
        return "synthetic-contract-register" if self.is_synthetic else "contract-register"

    @property
    def basis(self) -> str:
        """Which statistical scope is this? Its own: never joined with printed figures."""
        return "synthetic_contract_register" if self.is_synthetic else "contract_register"

    @property
    def codes(self) -> Row:
        """Which columns are the same in every row?"""
        return {
            "ref_area": AREA,
            "unit_mult": "0",
            "qualifier": "exact",
            "growth": "",
            "growth_qualifier": "",
            "kind": "outcome",
            "basis": self.basis,
            "source_id": self.source_id,
            "confidence": "medium" if self.is_synthetic else "high",
            "note_en": _SYNTHETIC["en"] if self.is_synthetic else "",
            "note_zh": _SYNTHETIC["zh"] if self.is_synthetic else "",
            "release": self.release,
        }

    @property
    def title(self) -> dict[str, str]:
        """What is it called, by language?"""
        if self.is_synthetic:
            return {"en": f"{MARK} contract register", "zh": "模拟合同台账（模拟数据）"}
        return {"en": "Contract register", "zh": "服务外包合同台账"}

    def lists(self, rows: Iterable[Mapping[str, str]], *, known_areas: Iterable[str]) -> dict[str, list[Row]]:
        """Which codes do these rows use that the published lists do not have? Rows by table."""
        told = list(rows)
        used = {row["counterpart"] for row in told} - set(known_areas)
        codes = sorted({row["category"] for row in told} & set(DISTRICT_NAMES))
        districts = [_category(code, "district", *DISTRICT_NAMES[code][::-1]) for code in codes]
        return {
            "sources": [self._source()],
            "bases": [self._basis()],
            "categories": [_category("other_services", "sector", "Other services", "其他服务"), *districts],
            "areas": [_area(code) for code in sorted(used)],
        }

    def _source(self) -> Row:
        return {
            "source_id": self.source_id,
            "publisher_en": self.title["en"],
            "publisher_zh": self.title["zh"],
            "title": self.title["zh"],
            "language": "zh",
            "published": "",
            "url": "",
            "access": "own",
            "note": _SYNTHETIC["en"] if self.is_synthetic else "Rolled up by python -m lib.register.",
        }

    def _basis(self) -> Row:
        return {
            "basis": self.basis,
            "name_en": self.title["en"],
            "name_zh": self.title["zh"],
            "scope_en": "Every row of the register that breaks no rule; a contract counts as signed in the month of "
            f"its signing. {_SYNTHETIC['en'] if self.is_synthetic else ''}".strip(),
            "scope_zh": "台账中符合全部规则的记录，合同额计入签约当月。"
            + (_SYNTHETIC["zh"] if self.is_synthetic else ""),
        }


def _category(code: str, dimension: str, name_en: str, name_zh: str) -> Row:
    return {
        "category": code,
        "dimension": dimension,
        "name_en": name_en,
        "name_zh": name_zh,
        "parent": "total",
    }


def _area(code: str) -> Row:
    names = area_names(code)
    parent = {"HK": "CN", "MO": "CN", "TW": "CN"}.get(code, "WLD")
    return {
        "ref_area": code,
        "name_en": names["en"],
        "name_zh": names["zh"],
        "parent": parent,
        "region": "",
    }
