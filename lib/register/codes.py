"""The codes that a row of the register may use."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from babel import Locale

from lib.register.districts import DISTRICTS

BUSINESS_TYPES = ("bpo", "ito", "kpo")

EMERGING_SECTORS = (
    "bonded_rd_design",
    "digital_trade",
    "finance",
    "information_technology",
    "inspection_maintenance",
)
"""The five that the record names as emerging: data/published/emerging_sectors.csv."""

OTHER_SECTORS = (
    "financial_outsourcing",
    "industrial_design",
    "other_services",
    "pharma_biotech_rd",
    "telecom_computer_information",
    "transport",
    "travel",
)
SECTORS = (*EMERGING_SECTORS, *OTHER_SECTORS)

# CLDR names a few regions that ISO 3166-1 does not: islands, unions, test codes, "unknown".
_NOT_ISO = frozenset(
    ("AC", "CP", "CQ", "DG", "EA", "EU", "EZ", "IC", "QO", "TA", "UN", "XA", "XB", "XK", "ZZ")
)


@cache
def client_areas() -> tuple[str, ...]:
    """Which two-letter codes has ISO 3166-1?

    >>> len(client_areas()), "CN" in client_areas(), "EU" in client_areas()
    (249, True, False)
    """
    territories = map(str, Locale("en").territories)
    return tuple(
        sorted(code for code in territories if len(code) == 2 and code.isalpha() and code not in _NOT_ISO)
    )


# As Chinese official statistics print them.
_PRINTED = {
    "HK": {"en": "Hong Kong, China", "zh": "中国香港"},
    "MO": {"en": "Macao, China", "zh": "中国澳门"},
    "TW": {"en": "Taiwan, China", "zh": "中国台湾"},
}


def area_names(code: str) -> Mapping[str, str]:
    """What is an economy called, by language?

    >>> area_names("SG")["zh"]
    '新加坡'
    """
    if code in _PRINTED:
        return _PRINTED[code]
    return {lang: str(Locale(lang).territories[code]) for lang in ("en", "zh")}


CODES: Mapping[str, tuple[str, ...]] = {
    "business_type": BUSINESS_TYPES,
    "sector": SECTORS,
    "client_area": client_areas(),
    "district": DISTRICTS,
}
"""What may stand in the columns by which a register is broken down."""
