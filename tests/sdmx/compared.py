"""Whether what a client read is what the record prints, to the digit and with all that is said of it."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal, InvalidOperation

from tests.sdmx.conftest import Printed

SAME = {
    "INDICATOR": "indicator",
    "REF_AREA": "ref_area",
    "COUNTERPART_AREA": "counterpart",
    "CATEGORY": "category",
    "BASIS": "basis",
    "UNIT_MEASURE": "unit",
    "KIND": "kind",
    "SOURCE": "source_id",
    "OBS_VALUE": "value",
    "UNIT_MULT": "unit_mult",
    "QUALIFIER": "qualifier",
    "GROWTH": "growth",
    "GROWTH_QUALIFIER": "growth_qualifier",
    "CONFIDENCE": "confidence",
    "COMMENT_OBS": "note_en",
}
"""Which cell of the record stands in which part of a figure, letter by letter."""


def differences(
    read: list[Mapping[str, object]], printed: Printed, indicators: set[str], *, as_numbers: bool = False
) -> list[str]:
    """Where does what was read differ from the record? `indicators` are those of the datasets that were read.

    `as_numbers` takes 10398.0 for 10398: a client has made it so.
    """
    expected = {name for name, row in printed.items() if row["indicator"] in indicators}
    found = {str(one["OBS_ID"]): one for one in read}
    faults = [f"{name} is missing" for name in expected - found.keys()]
    faults += [f"{name} is not in the record" for name in found.keys() - expected]
    if len(found) != len(read):
        faults.append("a figure stands twice")
    for name in expected & found.keys():
        for part, column in SAME.items():
            cell = found[name].get(part)
            told = "" if cell is None or cell != cell else str(cell)
            right = printed[name][column]
            if told != right and not (as_numbers and told and right and _number(told) == _number(right)):
                faults.append(f"{name}: {part} is {told!r}, printed is {right!r}")
        if found[name]["RELEASE"] != printed[name]["release"].replace(".", "-"):
            faults.append(f"{name}: edition {found[name]['RELEASE']}")
    return faults


def _number(text: str) -> Decimal | str:
    try:
        return Decimal(text)
    except InvalidOperation:
        return text
