"""What every address takes and gives, as OpenAPI 3.1."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from lib.api.asked import MOST_VALUES, Asked
from lib.api.charts import THEMES
from lib.api.datasets import filters_of
from lib.api.explored import YEAR, YEARS, choices
from lib.api.figures import written
from lib.api.made import MIME, Made
from lib.api.schemas import Schema, ref, schemas
from lib.briefing.order import titles
from lib.catalog.codes import CURRENCIES
from lib.charts.card import Look
from lib.explore.card import NAME as EXPLORE
from lib.explore.choice import MOST_AREAS
from lib.facts.outsourcing_periods import period_codes
from lib.facts.record import DATASETS, Record
from lib.site.forms import FORMS, PICTURES
from lib.words.kpis import KPIS
from lib.words.messages import LANGUAGES
from lib.words.problem import MIME as PROBLEM
from lib.words.speak import Words

VERSION = "1"
_REFUSALS = ("400", "401", "403", "404", "429", "503")
_MONTH = r"^[1-9][0-9]{3}(-(0[1-9]|1[0-2]))?$"
_DAY: Schema = {"anyOf": [{"type": "string", "pattern": _MONTH}, {"type": "string", "format": "date"}]}
_FILE: Schema = {"type": "string", "format": "binary"}
_SHAPE: Mapping[str, str] = {"datasets": "Dataset", "charts": "Chart", "facts": "Fact"}


def openapi(asked: Asked, record: Record) -> Made:
    """What does a program have to know to ask this site?"""
    words = Words(asked.only().lang)
    found = {
        "openapi": "3.1.0",
        "info": {
            "title": words("site.title"),
            "version": VERSION,
            "description": words("api.openapi.about"),
        },
        "security": [{}, {"token": []}],
        "paths": _paths(record, words),
        "components": {
            "schemas": schemas(words),
            "parameters": {"lang": _choice("lang", LANGUAGES, words)},
            "responses": {status: _refusal(status, words) for status in _REFUSALS},
            "securitySchemes": {"token": {"type": "http", "scheme": "bearer", "bearerFormat": "JWT"}},
        },
    }
    return Made(written(found), MIME["json"])


def _paths(record: Record, words: Words) -> dict[str, Any]:
    charts, periods = list(titles(record, words, Look())), period_codes(record)
    of_chart = [
        _choice("currency", CURRENCIES, words),
        _choice("theme", THEMES, words),
        *([_choice("period", periods, words)] if periods else []),
    ]
    found = {
        "/api/": _path("listing", "json", ref("Listing"), [], words),
        "/api/openapi.json": _path("openapi", "json", {"type": "object"}, [], words),
    }
    for name in (name for name in DATASETS if name in record.frames):
        filters = _filters(name, record, words)
        for form in FORMS["datasets"]:
            place = f"/api/datasets/{name}.{form}"
            found[place] = _path("datasets", form, _shape("datasets", form), filters, words, name)
    named = _choice("name", charts, words) | {"in": "path", "required": True}
    for form in PICTURES:
        drawn = [named, *(one for one in of_chart if one["name"] != "theme")]
        found[f"/api/charts/{{name}}.{form}"] = _path("charts", form, _FILE, drawn, words)
    framed = _path("embed", "html", {"type": "string"}, [named, *of_chart], words)
    found |= {"/embed/{name}": framed, "/feed.atom": _path("feed", "atom", {"type": "string"}, [], words)}
    found |= _explored(record, words)
    for kind, names, given in (("charts", charts, of_chart), ("facts", list(KPIS), [])):
        which = _choice("name", names, words) | {"in": "path", "required": True}
        for form in FORMS[kind]:
            place = f"/api/{kind}/{{name}}.{form}"
            found[place] = _path(kind, form, _shape(kind, form), [which, *given], words)
    return found


def _explored(record: Record, words: Words) -> dict[str, Any]:
    """The chart of any choice: as data, as a picture, in a frame."""
    year = {"type": "string", "pattern": YEAR}
    asked = []
    for name, known in choices(record).items():
        schema = _some(known, MOST_AREAS) if name == "area" else {"type": "string", "enum": known}
        asked.append(_parameter(name, words, schema, said=f"explore.filter.{name}"))
    asked += [_parameter(name, words, year, said=f"explore.filter.{name}") for name in YEARS]
    theme = _choice("theme", THEMES, words)
    found = {
        f"/api/charts/{EXPLORE}.{form}": _path(
            "explore", form, _shape("charts", form), asked if form in PICTURES else [*asked, theme], words
        )
        for form in (*FORMS["charts"], *PICTURES)
    }
    framed = _path("explore", "html", {"type": "string"}, [*asked, theme], words)
    return found | {f"/embed/{EXPLORE}": framed}


def _path(
    kind: str, form: str, schema: Schema, choices: Iterable[Schema], words: Words, name: str = ""
) -> dict[str, Any]:
    said = words(f"api.openapi.{kind}")
    return {
        "get": {
            "operationId": "_".join(part for part in (kind, name, form) if part),
            "summary": f"{said} · {words(f'data.dataset.{name}')}" if name else said,
            "parameters": [*choices, {"$ref": "#/components/parameters/lang"}],
            "responses": {
                "200": {
                    "description": said,
                    "headers": {one: {"schema": {"type": "string"}} for one in ("ETag", "Last-Modified")},
                    "content": {MIME[form].partition(";")[0]: {"schema": schema}},
                },
                "304": {"description": words("api.openapi.same")},
                **{status: {"$ref": f"#/components/responses/{status}"} for status in _REFUSALS},
            },
        }
    }


def _shape(kind: str, form: str) -> Schema:
    return ref(_SHAPE[kind]) if form == "json" else _FILE


def _filters(name: str, record: Record, words: Words) -> list[Schema]:
    several = [
        _parameter(one, words, _some(known, MOST_VALUES)) for one, known in filters_of(name, record).items()
    ]
    return [*several, *(_parameter(one, words, _DAY) for one in ("from", "to"))]


def _some(known: list[str], most: int) -> Schema:
    return {
        "type": "array",
        "minItems": 1,
        "maxItems": most,
        "items": {"type": "string", "enum": known},
    }


def _choice(name: str, known: Iterable[str], words: Words) -> Schema:
    return _parameter(name, words, {"type": "string", "enum": list(known)})


def _parameter(name: str, words: Words, schema: Schema, said: str = "") -> Schema:
    told = words(said or f"api.openapi.by.{name}", **({"most": words.count(MOST_AREAS)} if said else {}))
    commas = {"style": "form", "explode": False} if schema.get("type") == "array" else {}
    return {"name": name, "in": "query", "description": told, "schema": schema, **commas}


def _refusal(status: str, words: Words) -> Schema:
    """Who comes too often may be told so by a proxy, in its own words."""
    told: dict[str, Any] = {"description": words(f"api.openapi.refused.{status}")}
    return told | ({} if status == "429" else {"content": {PROBLEM: {"schema": ref("Problem")}}})
