"""Figures as structure-specific SDMX-ML 2.1."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from xml.etree.ElementTree import Element  # nosec B405

from lib.sdmx.artefacts import Artefact
from lib.sdmx.components import AGENCY, SERIES, TIME, VALUE
from lib.sdmx.data import Data
from lib.sdmx.data_query import DataQuery
from lib.sdmx.figures import Figure
from lib.sdmx.xml import add, header, message, written


def data_xml(found: Data, *, prepared: date) -> bytes:
    """Which message holds these figures? What is blank is left out."""
    root = message("StructureSpecificData")
    head = header(root, prepared)
    for number, (flow, _) in enumerate(found.flows, start=1):
        _described(root, head, number, flow)
    add(head, "mes:DataSetAction", text="Information")
    for number, (flow, all_series) in enumerate(found.flows, start=1):
        about = {
            "ss:structureRef": flow.id,
            "ss:dataScope": "DataStructure",
            "ss:action": "Information",
            "xsi:type": f"ns{number}:DataSetType",
        }
        place = add(root, "mes:DataSet", **about)
        for series in all_series:
            _series(place, series, found.query)
    return written(root)


def _described(root: Element, head: Element, number: int, flow: Artefact) -> None:
    root.set(f"xmlns:ns{number}", f"{flow.urn}:ObsLevelDim:{TIME}")
    about = {
        "structureID": flow.id,
        "namespace": f"{flow.urn}:ObsLevelDim:{TIME}",
        "dimensionAtObservation": TIME,
    }
    usage = add(add(head, "mes:Structure", **about), "com:StructureUsage")
    add(
        usage,
        "Ref",
        id=flow.id,
        version=flow.version,
        agencyID=AGENCY,
        package="datastructure",
        **{"class": "Dataflow"},
    )


def _series(place: Element, series: Sequence[Figure], query: DataQuery) -> None:
    key = {name: series[0].parts[name] for name in SERIES}
    found = add(place, "Series", **key)
    if not query.has_observations:
        return
    told = (TIME, *((VALUE,) if query.has_value else ()), *query.attributes)
    for one in series:
        add(found, "Obs", **{name: one.parts[name] for name in told if one.parts[name]})
