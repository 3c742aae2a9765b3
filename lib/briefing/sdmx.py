"""The datasets as SDMX-CSV 2.0: a line an observation, codes as in the record, digits as printed."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping
from typing import Any

from lib.briefing.csv_dataset import bound, printed
from lib.facts.period import Period
from lib.facts.record import Record
from lib.words.speak import Words

AGENCY, STRUCTURE_VERSION = "CQST", "1.0.0"
DIMENSIONS = (
    "INDICATOR",
    "REF_AREA",
    "COUNTERPART_AREA",
    "CATEGORY",
    "BASIS",
    "UNIT_MEASURE",
    "KIND",
    "SOURCE",
    "RELEASE",
    "TIME_PERIOD",
)
ATTRIBUTES = (
    "UNIT_MULT",
    "DECIMALS",
    "OBS_STATUS",
    "QUALIFIER",
    "LOWER",
    "UPPER",
    "GROWTH",
    "GROWTH_QUALIFIER",
    "GROWTH_LOWER",
    "GROWTH_UPPER",
    "CONFIDENCE",
    "OBS_ID",
    "COMMENT_OBS",
)
COLUMNS = ("STRUCTURE", "STRUCTURE_ID", "ACTION", *DIMENSIONS, "OBS_VALUE", *ATTRIBUTES)


def sdmx_csv(dataset: str, record: Record, words: Words) -> bytes:
    """Which SDMX-CSV 2.0 file holds a dataset? UTF-8, as the standard has it; notes in the reader's language.

    The key is every dimension with the source, since several sources may print one figure. Raises
    DatasetUnavailable where the dataset cannot be read.
    """
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    structure = ("dataflow", f"{AGENCY}:DF_{dataset.upper()}({STRUCTURE_VERSION})", "R")
    for row in record.frame(dataset).to_dict("records"):
        cells = _cells({str(name): value for name, value in row.items()}, words)
        writer.writerow((*structure, *(cells[name] for name in COLUMNS[len(structure) :])))
    return out.getvalue().encode("utf-8")


def time_period(period: Period) -> str:
    """How is a period written in SDMX? Standard ones short, any other as its start and duration.

    >>> [time_period(Period.parse(code)) for code in ("2020-01_2020-12", "2021-01_2021-06", "2021-07_2021-09")]
    ['2020', '2021-S1', '2021-Q3']
    >>> [time_period(Period.parse(code)) for code in ("2021-01_2021-08", "2021-07_2021-07", "2016-01_2020-12")]
    ['2021-01-01/P8M', '2021-07', '2016-01-01/P5Y']
    """
    start, months = period.start, period.months
    if period.is_point:
        return start.isoformat()
    if period.is_year:
        return f"{start:%Y}"
    if months == 1:
        return f"{start:%Y-%m}"
    for letter, size in (("S", 6), ("Q", 3)):
        before, odd = divmod(start.month - 1, size)
        if months == size and not odd:
            return f"{start:%Y}-{letter}{before + 1}"
    years, odd = divmod(months, 12)
    return f"{start.isoformat()}/P{months}M" if odd else f"{start.isoformat()}/P{years}Y"


def _cells(row: Mapping[str, Any], words: Words) -> dict[str, str]:
    return {
        "INDICATOR": row["indicator"],
        "REF_AREA": row["ref_area"],
        "COUNTERPART_AREA": row["counterpart"],
        "CATEGORY": row["category"],
        "BASIS": row["basis"],
        "UNIT_MEASURE": row["unit"],
        "KIND": row["kind"],
        "SOURCE": row["source_id"],
        "RELEASE": row["release"],
        "TIME_PERIOD": time_period(Period(row["period_start"], row["period_end"])),
        "OBS_VALUE": printed(row["value"], int(row["decimals"])),
        "UNIT_MULT": str(row["unit_mult"]),
        "DECIMALS": str(row["decimals"]),
        "OBS_STATUS": row["obs_status"],
        "QUALIFIER": row["qualifier"],
        "LOWER": bound(row["lower"]),
        "UPPER": bound(row["upper"]),
        "GROWTH": printed(row["growth"], int(row["growth_decimals"])),
        "GROWTH_QUALIFIER": row["growth_qualifier"],
        "GROWTH_LOWER": bound(row["growth_lower"]),
        "GROWTH_UPPER": bound(row["growth_upper"]),
        "CONFIDENCE": row["confidence"],
        "OBS_ID": row["observation_id"],
        "COMMENT_OBS": words.note((row["note_zh"], row["note_en"])),
    }
