"""The figures that answer a question for data, by dataflow and series."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from lib.facts.record import DATASETS, Record
from lib.sdmx.artefacts import DATAFLOW, DATASTRUCTURE, Artefact, artefacts
from lib.sdmx.components import AGENCY, BY_ID, dataflow, release_code
from lib.sdmx.data_query import DataQuery
from lib.sdmx.figures import Figure, figures
from lib.sdmx.refused import NO_RESULTS, SYNTAX, TOO_LARGE, Refused
from lib.sdmx.select import ANY, named
from lib.words.speak import Words

MOST_FIGURES, MOST_SHOWN = 50_000, 40
_CONTEXTS = (DATAFLOW, DATASTRUCTURE, ANY)


@dataclass(frozen=True, slots=True)
class Data:
    """What answers a question: its query, and each dataflow with its figures by series, in order of period."""

    query: DataQuery
    flows: tuple[tuple[Artefact, tuple[tuple[Figure, ...], ...]], ...]
    structure: tuple[Artefact, ...]


def flows_of(found: Sequence[Artefact], path: Sequence[str]) -> tuple[Artefact, ...]:
    """Which dataflows does `{context}/{agency}/{id}/{version}` name? Raises Refused where none."""
    context, agency, name, version = (*path, *(ANY,) * 4)[:4]
    if context not in _CONTEXTS:
        raise Refused(SYNTAX, "sdmx.refused.context", found=context, allowed=_CONTEXTS)
    all_flows = named(found, DATAFLOW)
    if context == DATASTRUCTURE:
        named(found, DATASTRUCTURE, agency, name, version)
        return all_flows
    return named(found, DATAFLOW, agency, name, version)


def data(record: Record, words: Words, path: Sequence[str], query: DataQuery) -> Data:
    """Which figures answer a question? Raises Refused where none does, DatasetUnavailable where one cannot be read.

    What rests on rows that were not published keeps its note, whatever is asked for: it says so.
    """
    there = artefacts(record)
    for name, fault in record.faults.items():
        if name in DATASETS and dataflow(name) in path[2:3]:
            raise fault
    _known(query, there)
    flows = tuple((flow, _series(flow, record, words, query)) for flow in flows_of(there, path))
    flows = tuple((flow, series) for flow, series in flows if series)
    if not flows:
        raise Refused(NO_RESULTS, "sdmx.refused.no_figure", address=f"/sdmx/v2/availability/{'/'.join(path)}")
    count = sum(len(ours) for _, series in flows for ours in series)
    if count > MOST_FIGURES:
        raise Refused(TOO_LARGE, "sdmx.refused.figures", count=str(count), most=str(MOST_FIGURES))
    if record.origins and "COMMENT_OBS" not in query.attributes:
        query = replace(query, attributes=(*query.attributes, "COMMENT_OBS"))
    return Data(query, flows, there)


def _known(query: DataQuery, there: Sequence[Artefact]) -> None:
    lists = {one.id: one for one in there}
    for name, code in query.codes:
        found = lists[BY_ID[name].codes]
        known = tuple(item.id for item in found.items)
        if code not in known:
            shown = known if len(known) <= MOST_SHOWN else (*known[:MOST_SHOWN], "…")
            address = f"/sdmx/v2/structure/{found.kind}/{AGENCY}/{found.id}"
            said = {"name": name, "found": code, "allowed": shown, "address": address}
            raise Refused(NO_RESULTS, "sdmx.refused.code", **said)


def _series(flow: Artefact, record: Record, words: Words, query: DataQuery) -> tuple[tuple[Figure, ...], ...]:
    (dataset,) = (name for name in DATASETS if dataflow(name) == flow.id)
    before = _editions_before(record, query.since) if query.since else frozenset()
    series: dict[tuple[str, ...], list[Figure]] = {}
    for one in figures(dataset, record, words):
        ours = series.setdefault(one.series, [])
        if one.parts["RELEASE"] not in before and all(test(one) for test in query.tests):
            ours.append(one)
    return tuple(_some(sorted(ours, key=_in_time), query) for ours in series.values() if ours)


def _editions_before(record: Record, day: date) -> frozenset[str]:
    """Of an edition its day is known and no hour: one of the very day may have come later."""
    rows = record.lines("releases")
    return frozenset(release_code(str(row["release"])) for row in rows if str(row["date"]) < day.isoformat())


def _in_time(one: Figure) -> tuple[date, date]:
    return one.period.end, one.period.start


def _some(ours: list[Figure], query: DataQuery) -> tuple[Figure, ...]:
    """The first or last few of a series, or both."""
    if query.first is None and query.last is None:
        return tuple(ours)
    first, last = query.first or 0, len(ours) - (query.last or 0)
    return tuple(one for number, one in enumerate(ours) if number < first or number >= last)
