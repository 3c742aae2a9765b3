"""Which codes and periods there are figures of, and how many figures: what a form needs that offers choices."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from lib.facts.period import Period
from lib.sdmx.artefacts import Artefact, both
from lib.sdmx.components import AGENCY, DIMENSIONS, SERIES, TIME
from lib.sdmx.data import Data
from lib.sdmx.refused import SYNTAX, Refused
from lib.sdmx.structure_json import meta, texts, written
from lib.sdmx.xml import add, header, message, say
from lib.sdmx.xml import written as written_xml

_SCHEMA = "structure-message/tools/schemas/2.0.0/sdmx-json-structure-schema.json"


@dataclass(frozen=True, slots=True)
class Available:
    """Of one dataflow: the codes used of each dimension, the span of its periods, and the counts."""

    flow: Artefact
    codes: Mapping[str, tuple[str, ...]]
    span: Period
    series: int
    figures: int
    has_time: bool

    @property
    def id(self) -> str:
        """What is the constraint called that says so?"""
        return f"AVAILABLE_{self.flow.id}"


def available(found: Data, component: str = "*") -> tuple[Available, ...]:
    """What is there among these figures? Of one dimension, or several with commas between, or all.

    Raises Refused for an unknown one.
    """
    wanted = DIMENSIONS if component == "*" else tuple(component.split(","))
    for name in wanted:
        if name not in DIMENSIONS:
            raise Refused(SYNTAX, "sdmx.refused.component", found=name, allowed=DIMENSIONS)
    return tuple(_of(flow, series, wanted) for flow, series in found.flows)


def _of(flow: Artefact, series: Iterable[Any], wanted: Iterable[str]) -> Available:
    ours = [one for part in series for one in part]
    names = [name for name in SERIES if name in set(wanted)]
    return Available(
        flow,
        {name: tuple(sorted({one.parts[name] for one in ours})) for name in names},
        Period(min(one.period.start for one in ours), max(one.period.end for one in ours)),
        len({one.series for one in ours}),
        len(ours),
        TIME in set(wanted),
    )


def available_json(found: Iterable[Available], *, prepared: date, lang: str) -> bytes:
    """Which message of SDMX-JSON says what there is?"""
    constraints = [
        {
            "id": one.id,
            "agencyID": AGENCY,
            "version": one.flow.version,
            **texts("name", both("sdmx.available"), lang),
            "role": "Actual",
            "annotations": [
                {"id": "series_count", "type": "sdmx_metrics", "title": str(one.series)},
                {"id": "obs_count", "type": "sdmx_metrics", "title": str(one.figures)},
            ],
            "constraintAttachment": {"dataflows": [one.flow.urn]},
            "cubeRegions": [{"include": True, "keyValues": _regions(one)}],
        }
        for one in found
    ]
    return written({"meta": meta(_SCHEMA, prepared, lang), "data": {"dataConstraints": constraints}})


def _regions(one: Available) -> list[dict[str, Any]]:
    regions: list[dict[str, Any]] = [
        {"id": name, "include": True, "values": [{"value": code} for code in codes]}
        for name, codes in one.codes.items()
    ]
    if one.has_time:
        span = {
            "startPeriod": {"period": one.span.start.isoformat(), "isInclusive": True},
            "endPeriod": {"period": one.span.end.isoformat(), "isInclusive": True},
        }
        regions.append({"id": TIME, "include": True, "timeRange": span})
    return regions


def available_xml(found: Iterable[Available], *, prepared: date, lang: str) -> bytes:  # noqa: ARG001
    """Which message of SDMX-ML says what there is? In both languages."""
    root = message("Structure")
    header(root, prepared)
    group = add(add(root, "mes:Structures"), "str:Constraints")
    for one in found:
        about = {"id": one.id, "agencyID": AGENCY, "version": one.flow.version, "type": "Actual"}
        place = add(group, "str:ContentConstraint", **about)
        notes = add(place, "com:Annotations")
        for name, count in (("series_count", one.series), ("obs_count", one.figures)):
            note = add(notes, "com:Annotation", id=name)
            add(note, "com:AnnotationTitle", text=str(count))
            add(note, "com:AnnotationType", text="sdmx_metrics")
        say(place, "com:Name", both("sdmx.available"))
        flow = add(add(place, "str:ConstraintAttachment"), "str:Dataflow")
        about = {"id": one.flow.id, "version": one.flow.version, "agencyID": AGENCY}
        add(flow, "Ref", **about, package="datastructure", **{"class": "Dataflow"})
        region = add(place, "str:CubeRegion", include="true")
        for name, codes in one.codes.items():
            values = add(region, "com:KeyValue", id=name)
            for code in codes:
                add(values, "com:Value", text=code)
        if one.has_time:
            span = add(add(region, "com:KeyValue", id=TIME), "com:TimeRange")
            add(span, "com:StartPeriod", text=one.span.start.isoformat(), isInclusive="true")
            add(span, "com:EndPeriod", text=one.span.end.isoformat(), isInclusive="true")
    return written_xml(root)
