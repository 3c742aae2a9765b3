"""SDMX-REST 2 without a server: a question in, an answer out."""

from __future__ import annotations

from dataclasses import dataclass

from lib.facts.errors import RecordError
from lib.facts.record import Record
from lib.sdmx.available import available, available_json, available_xml
from lib.sdmx.data import data
from lib.sdmx.data_csv import data_csv
from lib.sdmx.data_json import data_json
from lib.sdmx.data_query import NOT_HERE, data_query, filters
from lib.sdmx.data_query import PARAMETERS as DATA_PARAMETERS
from lib.sdmx.data_xml import data_xml
from lib.sdmx.error_messages import error_json, error_xml
from lib.sdmx.formats import CSV, DATA_MEDIA, JSON, STRUCTURE_MEDIA, XML, chosen
from lib.sdmx.question import Question
from lib.sdmx.refused import NOT_OFFERED, SYNTAX, UNAVAILABLE, Refused
from lib.sdmx.structure_json import structure_json
from lib.sdmx.structure_query import PARAMETERS as STRUCTURE_PARAMETERS
from lib.sdmx.structure_query import structure
from lib.sdmx.structure_xml import structure_xml
from lib.words.speak import Words
from lib.words.workbook import release_day

RESOURCES = ("structure", "data", "availability")
_NOT_HERE = ("schema", "metadata", "registration", "vtl")


@dataclass(frozen=True, slots=True)
class Answer:
    """What is sent: the status of HTTP, what it is, and its bytes."""

    status: int
    media: str
    content: bytes


def answer(question: Question, record: Record) -> Answer:
    """What is answered to a question? Never raises for what was asked or for what cannot be read."""
    try:
        return _answer(question, record)
    except Refused as refused:
        return _refused(refused, question, record)
    except RecordError:
        return _refused(Refused(UNAVAILABLE, "sdmx.refused.unavailable"), question, record)


def _answer(question: Question, record: Record) -> Answer:
    resource, *path = question.parts or [""]
    if resource in _NOT_HERE:
        raise Refused(NOT_OFFERED, "sdmx.refused.not_offered", name=resource)
    if resource not in RESOURCES:
        raise Refused(
            SYNTAX, "sdmx.refused.path", found=resource, allowed=tuple(f"{one}/…" for one in RESOURCES)
        )
    if not record.size:
        raise Refused(UNAVAILABLE, "sdmx.refused.unavailable")
    asked = {"structure": _structure, "data": _data, "availability": _available}
    return asked[resource](question, path, record)


def _structure(question: Question, path: list[str], record: Record) -> Answer:
    asked = question.only(STRUCTURE_PARAMETERS)
    form = chosen(question.accept, asked.get("format", ""), STRUCTURE_MEDIA)
    found, prepared = structure(record, path, asked), release_day(record)
    if form == JSON:
        content = structure_json(found, prepared=prepared, lang=question.lang)
    else:
        content = structure_xml(found, prepared=prepared)
    return Answer(200, STRUCTURE_MEDIA[form], content)


def _data(question: Question, path: list[str], record: Record) -> Answer:
    asked = question.only((*DATA_PARAMETERS, *NOT_HERE))
    form = chosen(question.accept, asked.get("format", ""), DATA_MEDIA)
    if len(path) > 5:
        raise Refused(SYNTAX, "sdmx.refused.path", found="/".join(path), allowed=(_DATA_FORM,))
    query = data_query(path[4] if len(path) > 4 else "*", filters(question.pairs), asked)
    found, prepared = data(record, Words(question.lang), path[:4], query), release_day(record)
    if form == CSV:
        content = data_csv(found)
    elif form == JSON:
        content = data_json(found, prepared=prepared, lang=question.lang)
    else:
        content = data_xml(found, prepared=prepared)
    return Answer(200, DATA_MEDIA[form], content)


_DATA_FORM = "data/{context}/{agency}/{id}/{version}/{key}"
_AVAILABLE_FORM = "availability/{context}/{agency}/{id}/{version}/{key}/{component}"


def _available(question: Question, path: list[str], record: Record) -> Answer:
    asked = question.only(("c", "updatedAfter", "mode", "references"))
    form = chosen(question.accept, asked.get("format", ""), STRUCTURE_MEDIA)
    if len(path) > 6:
        raise Refused(SYNTAX, "sdmx.refused.path", found="/".join(path), allowed=(_AVAILABLE_FORM,))
    for name, value in (("mode", "exact"), ("references", "none")):
        if asked.get(name, value) != value:
            raise Refused(NOT_OFFERED, "sdmx.refused.not_offered", name=f"{name}={asked[name]}")
    since = {name: value for name, value in asked.items() if name == "updatedAfter"}
    query = data_query(path[4] if len(path) > 4 else "*", filters(question.pairs), since)
    found = data(record, Words(question.lang), path[:4], query)
    told = available(found, path[5] if len(path) > 5 else "*")
    write = available_json if form == JSON else available_xml
    return Answer(200, STRUCTURE_MEDIA[form], write(told, prepared=release_day(record), lang=question.lang))


def _refused(refused: Refused, question: Question, record: Record) -> Answer:
    """The error in the format that was asked for; where that is none of ours, in the one that most can read."""
    try:
        form = chosen(question.accept, dict(question.pairs).get("format", ""), DATA_MEDIA | STRUCTURE_MEDIA)
    except Refused:
        form = JSON
    prepared = release_day(record)
    if form == XML:
        return Answer(refused.status, "application/xml", error_xml(refused, lang=question.lang))
    content = error_json(refused, prepared=prepared, lang=question.lang)
    return Answer(refused.status, "application/json", content)


def busy(question: Question) -> Answer:
    """What is answered while too many ask?"""
    return _refused(Refused(UNAVAILABLE, "sdmx.refused.busy"), question, Record({}))
