"""What a figure consists of in SDMX: the dimensions of its key, its value, and what is said of it."""

from __future__ import annotations

from dataclasses import dataclass

from lib.catalog.column import Column
from lib.catalog.schema import TABLES

AGENCY, STRUCTURE, CONCEPTS = "CQST", "DSD_FIGURES", "CS_FIGURES"
TIME, VALUE = "TIME_PERIOD", "OBS_VALUE"
DIMENSION, ATTRIBUTE, MEASURE = "dimension", "attribute", "measure"
TEXT, DECIMAL, WHOLE, PERIOD = "String", "Decimal", "Integer", "ObservationalTimePeriod"


@dataclass(frozen=True, slots=True)
class Component:
    """One part of a figure: where the record has it, which list its codes are of, or which type it has."""

    id: str
    column: str
    role: str = ATTRIBUTE
    codes: str = ""
    type: str = TEXT
    required: bool = True

    @property
    def described(self) -> Column:
        """How does the record describe it?"""
        return TABLES["observations"].column(self.column)


COMPONENTS = (
    Component("INDICATOR", "indicator", DIMENSION, "CL_INDICATOR"),
    Component("REF_AREA", "ref_area", DIMENSION, "CL_AREA"),
    Component("COUNTERPART_AREA", "counterpart", DIMENSION, "CL_AREA"),
    Component("CATEGORY", "category", DIMENSION, "CL_CATEGORY"),
    Component("BASIS", "basis", DIMENSION, "CL_BASIS"),
    Component("UNIT_MEASURE", "unit", DIMENSION, "CL_UNIT"),
    Component("KIND", "kind", DIMENSION, "CL_KIND"),
    Component("SOURCE", "source_id", DIMENSION, "CL_SOURCE"),
    Component(TIME, "period_start", DIMENSION, type=PERIOD),
    Component(VALUE, "value", MEASURE, type=DECIMAL),
    Component("UNIT_MULT", "unit_mult", codes="CL_UNIT_MULT"),
    Component("DECIMALS", "decimals", type=WHOLE),
    Component("OBS_STATUS", "obs_status", codes="CL_OBS_STATUS"),
    Component("QUALIFIER", "qualifier", codes="CL_QUALIFIER"),
    Component("LOWER", "lower", type=DECIMAL, required=False),
    Component("UPPER", "upper", type=DECIMAL, required=False),
    Component("GROWTH", "growth", type=DECIMAL, required=False),
    Component("GROWTH_QUALIFIER", "growth_qualifier", codes="CL_QUALIFIER", required=False),
    Component("GROWTH_LOWER", "growth_lower", type=DECIMAL, required=False),
    Component("GROWTH_UPPER", "growth_upper", type=DECIMAL, required=False),
    Component("CONFIDENCE", "confidence", codes="CL_CONFIDENCE"),
    Component("RELEASE", "release", codes="CL_RELEASE"),
    Component("OBS_ID", "observation_id"),
    Component("COMMENT_OBS", "note_en", required=False),
)
BY_ID = {component.id: component for component in COMPONENTS}
DIMENSIONS = tuple(component.id for component in COMPONENTS if component.role == DIMENSION)
SERIES = tuple(name for name in DIMENSIONS if name != TIME)
"""The key of a series. The source is part of it, since several may print one figure."""
ATTRIBUTES = tuple(component.id for component in COMPONENTS if component.role == ATTRIBUTE)


def dataflow(dataset: str) -> str:
    """Which dataflow is a dataset?

    >>> dataflow("outsourcing")
    'DF_OUTSOURCING'
    """
    return f"DF_{dataset.upper()}"


def semantic(edition: str) -> str:
    """Which version has what an edition of the record holds? Three whole numbers, so that .10 is not .1.

    >>> semantic("2026.10"), semantic("2026.01.2+local"), semantic("")
    ('2026.10.0', '2026.1.2', '0.0.0')
    """
    parts = [str(int(part)) for part in edition.partition("+")[0].split(".") if part.isdigit()]
    return ".".join((*parts, "0", "0", "0")[:3])


def release_code(release: str) -> str:
    """Which code has an edition? No program reads it as a number, and no code of SDMX holds a point.

    >>> release_code("2026.10")
    '2026-10'
    """
    return release.replace(".", "-")
