"""Which artefacts a question for structure gets: those named, what they rest on, and how much of each."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import replace

from lib.facts.record import DATASETS, Record
from lib.sdmx.artefacts import CODELIST, DATAFLOW, KINDS, Artefact, artefacts
from lib.sdmx.components import COMPONENTS, dataflow, release_code
from lib.sdmx.refused import SYNTAX, Refused, one_of
from lib.sdmx.select import ANY, items_of, kind_of, named

DETAILS = (
    "full",
    "raw",
    "allstubs",
    "allcompletestubs",
    "referencestubs",
    "referencecompletestubs",
    "referencepartial",
)
PARAMETERS = ("references", "detail")
_Related = Callable[[Iterable[Artefact], Sequence[Artefact]], tuple[Artefact, ...]]


def structure(record: Record, path: Sequence[str], asked: Mapping[str, str]) -> tuple[Artefact, ...]:
    """Which artefacts answer `structure/{type}/{agency}/{id}/{version}/{item}`?

    Raises Refused for what is not there or not known, DatasetUnavailable where a list cannot be read.
    """
    if len(path) > 5:
        raise Refused(SYNTAX, "sdmx.refused.path", found="/".join(path), allowed=(_FORM,))
    kind = kind_of(path[0] if path else ANY)
    detail = one_of("detail", asked.get("detail", "full"), DETAILS)
    there = artefacts(record)
    found = named(there, kind, *path[1:4])
    if len(path) > 4:
        found = items_of(found, path[4], cut)
    references = asked.get("references", "none")
    around = tuple(one for one in related(references, found, there) if one.key not in _keys(found))
    if detail == "referencepartial":
        around = tuple(_used(one, found, record) for one in around)
    if detail in ("allstubs", "allcompletestubs"):
        found = tuple(_stub(one, detail == "allcompletestubs") for one in found)
    if "stubs" in detail:
        around = tuple(_stub(one, "complete" in detail) for one in around)
    return (*found, *around)


_FORM = "structure/{type}/{agency}/{id}/{version}/{item}"


def related(how: str, found: Sequence[Artefact], there: Sequence[Artefact]) -> tuple[Artefact, ...]:
    """Which artefacts come along? `how` is a word of the standard, or kinds with commas between."""
    if how in _HOW:
        return _HOW[how](found, there)
    kinds = how.split(",")
    if set(kinds) <= set(KINDS):
        return tuple(one for one in _all(found, there) if one.kind in kinds)
    raise Refused(SYNTAX, "sdmx.refused.value", name="references", found=how, allowed=(*_HOW, *KINDS))


def cut(one: Artefact, wanted: Collection[str]) -> Artefact:
    """Which artefact is the same with some of its codes?"""
    kept = tuple(
        item if item.parent in wanted else replace(item, parent="") for item in one.items if item.id in wanted
    )
    return replace(one, items=kept, is_partial=len(kept) < len(one.items))


def _stub(one: Artefact, is_complete: bool) -> Artefact:
    return replace(one, is_stub=True, items=(), about=one.about if is_complete else None)


def _used(one: Artefact, found: Sequence[Artefact], record: Record) -> Artefact:
    """A list with the codes that the dataflows asked for use."""
    flows = {flow.id for flow in found if flow.kind == DATAFLOW}
    if one.kind != CODELIST or not flows:
        return one
    columns = [part.column for part in COMPONENTS if part.codes == one.id]
    frames = [record.frame(name) for name in DATASETS if dataflow(name) in flows]
    used = {
        release_code(str(code)) for frame in frames for column in columns for code in frame[column].unique()
    }
    return cut(one, used)


def _keys(found: Iterable[Artefact]) -> set[tuple[str, str]]:
    return {one.key for one in found}


def _children(found: Iterable[Artefact], there: Sequence[Artefact]) -> tuple[Artefact, ...]:
    wanted = {key for one in found for key in one.refers}
    return tuple(one for one in there if one.key in wanted)


def _parents(found: Iterable[Artefact], there: Sequence[Artefact]) -> tuple[Artefact, ...]:
    keys = _keys(found)
    return tuple(one for one in there if keys & set(one.refers))


def _again(step: _Related) -> _Related:
    def steps(found: Iterable[Artefact], there: Sequence[Artefact]) -> tuple[Artefact, ...]:
        first = step(found, there)
        return _either(there, first, steps(first, there)) if first else ()

    return steps


def _siblings(found: Iterable[Artefact], there: Sequence[Artefact]) -> tuple[Artefact, ...]:
    above = _parents(found, there)
    return _either(there, above, _children(above, there))


def _all(found: Iterable[Artefact], there: Sequence[Artefact]) -> tuple[Artefact, ...]:
    found = tuple(found)
    around = (_siblings(found, there), _again(_parents)(found, there), _again(_children)(found, there))
    return _either(there, *around)


def _either(there: Sequence[Artefact], *parts: Iterable[Artefact]) -> tuple[Artefact, ...]:
    keys = {one.key for part in parts for one in part}
    return tuple(one for one in there if one.key in keys)


_HOW: Mapping[str, _Related] = {
    "none": lambda _found, _there: (),
    "children": _children,
    "descendants": _again(_children),
    "parents": _parents,
    "ancestors": _again(_parents),
    "parentsandsiblings": _siblings,
    "all": _all,
}
