"""Structure as SDMX-ML 2.1."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from xml.etree.ElementTree import Element  # nosec B405

from lib.sdmx.artefacts import CODELIST, CONCEPTSCHEME, DATAFLOW, DATASTRUCTURE, Artefact
from lib.sdmx.components import (
    AGENCY,
    ATTRIBUTE,
    COMPONENTS,
    CONCEPTS,
    MEASURE,
    SERIES,
    STRUCTURE,
    TIME,
    VALUE,
    Component,
)
from lib.sdmx.xml import add, header, message, say, written

_PLACES = (
    (DATAFLOW, "Dataflows", "Dataflow"),
    (CODELIST, "Codelists", "Codelist"),
    (CONCEPTSCHEME, "Concepts", "ConceptScheme"),
    (DATASTRUCTURE, "DataStructures", "DataStructure"),
)
"""In the order that the schema sets."""


def structure_xml(found: Iterable[Artefact], *, prepared: date) -> bytes:
    """Which message holds these artefacts? Names in both languages."""
    found = tuple(found)
    root = message("Structure")
    header(root, prepared)
    structures = add(root, "mes:Structures")
    for kind, place, name in _PLACES:
        ours = [one for one in found if one.kind == kind]
        if ours:
            group = add(structures, f"str:{place}")
            for one in ours:
                _artefact(group, name, one)
    return written(root)


def _artefact(group: Element, name: str, one: Artefact) -> None:
    about = {"id": one.id, "agencyID": AGENCY, "version": one.version, "urn": one.urn, "isFinal": "true"}
    if one.is_stub:
        about["isExternalReference"] = "true"
    if one.is_partial:
        about["isPartial"] = "true"
    found = add(group, f"str:{name}", **about)
    say(found, "com:Name", one.name)
    if one.about:
        say(found, "com:Description", one.about)
    if one.is_stub:
        return
    if one.kind == DATAFLOW:
        _ref(add(found, "str:Structure"), STRUCTURE, one.version, "datastructure", "DataStructure")
    elif one.kind == DATASTRUCTURE:
        _components(add(found, "str:DataStructureComponents"), one.version)
    else:
        for item in one.items:
            code = add(found, "str:Code" if one.kind == CODELIST else "str:Concept", id=item.id)
            say(code, "com:Name", item.name)
            if item.about:
                say(code, "com:Description", item.about)
            if item.parent:
                add(add(code, "str:Parent"), "Ref", id=item.parent)


def _components(found: Element, version: str) -> None:
    dimensions = add(found, "str:DimensionList", id="DimensionDescriptor")
    for position, name in enumerate(SERIES, start=1):
        part = next(part for part in COMPONENTS if part.id == name)
        _component(add(dimensions, "str:Dimension", id=name, position=str(position)), part, version)
    time = next(part for part in COMPONENTS if part.id == TIME)
    place = add(dimensions, "str:TimeDimension", id=TIME, position=str(len(SERIES) + 1))
    _component(place, time, version)
    attributes = add(found, "str:AttributeList", id="AttributeDescriptor")
    for part in COMPONENTS:
        if part.role == ATTRIBUTE:
            status = "Mandatory" if part.required else "Conditional"
            place = add(attributes, "str:Attribute", id=part.id, assignmentStatus=status)
            _component(place, part, version)
            add(add(add(place, "str:AttributeRelationship"), "str:PrimaryMeasure"), "Ref", id=VALUE)
    measures = add(found, "str:MeasureList", id="MeasureDescriptor")
    for part in COMPONENTS:
        if part.role == MEASURE:
            _component(add(measures, "str:PrimaryMeasure", id=part.id), part, version)


def _component(place: Element, part: Component, version: str) -> None:
    add(
        add(place, "str:ConceptIdentity"),
        "Ref",
        id=part.id,
        maintainableParentID=CONCEPTS,
        maintainableParentVersion=version,
        agencyID=AGENCY,
        package="conceptscheme",
        **{"class": "Concept"},
    )
    represented = add(place, "str:LocalRepresentation")
    if part.codes:
        _ref(add(represented, "str:Enumeration"), part.codes, version, "codelist", "Codelist")
    else:
        add(represented, "str:TextFormat", textType=part.type)


def _ref(place: Element, name: str, version: str, package: str, kind: str) -> None:
    add(place, "Ref", id=name, version=version, agencyID=AGENCY, package=package, **{"class": kind})
