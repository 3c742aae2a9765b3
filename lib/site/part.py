"""Of what a page consists for whoever lays it out: sheets of pieces, choices, files, and groups of these."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from lib.facts.record import DATASETS
from lib.site.choices import Choice, Refused, Search, Several
from lib.site.pieces import Piece


@dataclass(frozen=True, slots=True)
class Sheet:
    """Pieces that stand one below the other and travel as one. `key` names them among all that stands on the page."""

    key: str
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Download:
    """A dataset, or the observations of it in `ids`, as a file of this form: made when it is asked for.

    Tests find its button by `key`.
    """

    key: str
    label: str
    name: str
    form: str
    dataset: str
    ids: tuple[str, ...] | None = None

    @property
    def has_address(self) -> bool:
        """Is it handed out by address too (`lib.api`)? Whole datasets are, each by itself."""
        return self.ids is None and self.dataset in DATASETS


@dataclass(frozen=True, slots=True)
class Clear:
    """A button that drops these names from the address, where they stand."""

    key: str
    label: str
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Live:
    """What only the live page has, by its name, such as a place for a file of one's own; until then, `meanwhile`."""

    name: str
    meanwhile: tuple[Piece, ...] = ()


@dataclass(frozen=True, slots=True)
class Group:
    """Parts that stand together in a box of this key: one below the other, or side by side, as wide as `widths` say.

    Those in a line are as wide as what is written on them.
    """

    key: str
    parts: tuple[Part, ...]
    widths: tuple[int, ...] = ()
    in_a_line: bool = False

    @property
    def shares_pct(self) -> tuple[float, ...]:
        """Which part of the line has each of its columns, in percent?

        >>> Group("filters", (), widths=(3, 1)).shares_pct
        (75.0, 25.0)
        """
        return tuple(100 * width / sum(self.widths) for width in self.widths)


Part: TypeAlias = Sheet | Choice | Several | Search | Refused | Download | Clear | Live | Group
