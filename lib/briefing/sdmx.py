"""The datasets as SDMX-CSV 2.0, and the structure that they are read with."""

from __future__ import annotations

from lib.facts.record import Record
from lib.sdmx.artefacts import artefacts
from lib.sdmx.components import ATTRIBUTES, DIMENSIONS, VALUE, semantic
from lib.sdmx.data_csv import COLUMNS, csv_of
from lib.sdmx.figures import figures
from lib.sdmx.structure_json import structure_json
from lib.sdmx.structure_xml import structure_xml
from lib.words.speak import Words
from lib.words.workbook import release_day

__all__ = ["COLUMNS", "DIMENSIONS", "sdmx_csv", "structure_files"]


def sdmx_csv(dataset: str, record: Record, words: Words) -> bytes:
    """Which SDMX-CSV 2.0 file holds a dataset? UTF-8, as the standard has it; notes in the reader's language.

    The key is every dimension with the source, since several sources may print one figure. Raises
    DatasetUnavailable where the dataset cannot be read.
    """
    version = semantic(record.version)
    lines = ((version, figure) for figure in figures(dataset, record, words))
    return csv_of(lines, (*DIMENSIONS, VALUE, *ATTRIBUTES))


def structure_files(record: Record, words: Words) -> dict[str, bytes]:
    """Which files say what the datasets consist of? Programs want the one or the other.

    Raises DatasetUnavailable where a list of codes cannot be read.
    """
    found, prepared = artefacts(record), release_day(record)
    return {
        "structure.json": structure_json(found, prepared=prepared, lang=words.lang),
        "structure.xml": structure_xml(found, prepared=prepared),
    }
