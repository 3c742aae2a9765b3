"""Why a question is not answered, as the standard writes it: in both languages, the reader's first."""

from __future__ import annotations

from datetime import date

from lib.sdmx.refused import Refused
from lib.sdmx.structure_json import meta, written
from lib.sdmx.xml import LANG, add, message
from lib.sdmx.xml import written as written_xml
from lib.words.messages import LANGUAGES
from lib.words.speak import Words

_SCHEMA = "structure-message/tools/schemas/2.0.0/sdmx-json-structure-schema.json"


def error_json(refused: Refused, *, prepared: date, lang: str) -> bytes:
    """Which message of SDMX-JSON says so?"""
    texts = {one: refused.said(Words(one)) for one in LANGUAGES}
    titles = {one: Words(one)(f"sdmx.title.{refused.status}") for one in LANGUAGES}
    error = {
        "code": refused.code,
        "title": titles[lang],
        "titles": titles,
        "detail": texts[lang],
        "details": texts,
    }
    return written({"meta": meta(_SCHEMA, prepared, lang), "errors": [error]})


def error_xml(refused: Refused, *, lang: str) -> bytes:
    """Which message of SDMX-ML says so?"""
    root = message("Error")
    told = add(root, "mes:ErrorMessage", code=str(refused.code))
    for one in sorted(LANGUAGES, key=lambda other: other != lang):
        add(told, "com:Text", **{LANG: one}).text = refused.said(Words(one))
    return written_xml(root)
