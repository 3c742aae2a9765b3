"""Figures as SDMX-JSON 2.0. Digits stand as printed, in texts: a number of JSON would drop the zero of 4.50."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from lib.catalog.message import Both
from lib.facts.period import Period
from lib.sdmx.artefacts import CODELIST, CONCEPTSCHEME, DATASTRUCTURE, Artefact
from lib.sdmx.codelists import Item
from lib.sdmx.components import BY_ID, SERIES, TIME, VALUE
from lib.sdmx.data import Data
from lib.sdmx.figures import Figure
from lib.sdmx.structure_json import meta, texts, written

_SCHEMA = "data-message/tools/schemas/2.0.0/sdmx-json-data-schema.json"
Series = Sequence[Sequence[Figure]]


def data_json(found: Data, *, prepared: date, lang: str) -> bytes:
    """Which message holds these figures? The codes in it have their names in both languages."""
    sets, structures = [], []
    for number, (flow, series) in enumerate(found.flows):
        described = _Described(found, flow, series, lang)
        structures.append(described.structure(number))
        sets.append(described.data_set(number))
    body = {"structures": structures, "dataSets": sets}
    return written({"meta": meta(_SCHEMA, prepared, lang), "data": body})


class _Described:
    """One dataflow: what its figures say, each code once, and where each stands in its list."""

    def __init__(self, found: Data, flow: Artefact, series: Series, lang: str) -> None:
        self.query, self.flow, self.series, self.lang = found.query, flow, series, lang
        self.lists = {one.id: one.items for one in found.structure if one.kind == CODELIST}
        (concepts,) = (one.items for one in found.structure if one.kind == CONCEPTSCHEME)
        self.concepts = {item.id: item for item in concepts}
        (self.urn,) = (one.urn for one in found.structure if one.kind == DATASTRUCTURE)
        all_figures = [one for ours in series for one in ours]
        coded = [*SERIES, *(name for name in found.query.attributes if BY_ID[name].codes)]
        self.places = {name: _places(one.parts[name] for one in all_figures) for name in coded}
        self.periods = {one.parts[TIME]: one.period for one in all_figures}
        self.times = _places(
            sorted(self.periods, key=lambda text: (self.periods[text].end, self.periods[text]))
        )

    def structure(self, number: int) -> dict[str, Any]:
        """What do the numbers of the data set stand for?"""
        has_observations = self.query.has_observations
        found: dict[str, Any] = {
            "dataSets": [number],
            "links": [
                {"rel": "dataflow", "urn": self.flow.urn},
                {"rel": "structure", "urn": self.urn},
            ],
            **texts("name", self.flow.name, self.lang),
            "dimensions": {
                "series": [
                    {**self._named(name), "keyPosition": place, "values": self._codes(name)}
                    for place, name in enumerate(SERIES)
                ],
                "observation": [self._time()] if has_observations else [],
            },
        }
        if has_observations:
            found["measures"] = {"observation": [self._value()] if self.query.has_value else []}
            found["attributes"] = {"observation": [self._attribute(name) for name in self.query.attributes]}
        return found

    def data_set(self, number: int) -> dict[str, Any]:
        """Which figures are there, by series and period?"""
        links = [{"rel": "dataflow", "urn": self.flow.urn}]
        series = {
            ":".join(str(self.places[name][ours[0].parts[name]]) for name in SERIES): self._observations(ours)
            for ours in self.series
        }
        return {"structure": number, "action": "Information", "links": links, "series": series}

    def _observations(self, ours: Sequence[Figure]) -> dict[str, Any]:
        if not self.query.has_observations:
            return {}
        return {"observations": {str(self.times[one.parts[TIME]]): self._told(one) for one in ours}}

    def _told(self, one: Figure) -> list[object]:
        value: list[object] = [one.parts[VALUE]] if self.query.has_value else []
        return value + [
            None
            if not one.parts[name]
            else self.places[name][one.parts[name]]
            if name in self.places
            else one.parts[name]
            for name in self.query.attributes
        ]

    def _named(self, name: str) -> dict[str, Any]:
        concept = self.concepts[name]
        about = texts("description", concept.about, self.lang) if concept.about else {}
        return {"id": name, **texts("name", concept.name, self.lang), **about}

    def _codes(self, name: str) -> list[dict[str, Any]]:
        known: Mapping[str, Item] = {item.id: item for item in self.lists[BY_ID[name].codes]}
        return [
            {"id": code, **texts("name", known[code].name if code in known else Both(code, code), self.lang)}
            for code in self.places[name]
        ]

    def _time(self) -> dict[str, Any]:
        values = [
            {"value": text, "start": _moment(period.start), "end": _moment(_last(period))}
            for text, period in ((text, self.periods[text]) for text in self.times)
        ]
        return {**self._named(TIME), "keyPosition": len(SERIES), "roles": [TIME], "values": values}

    def _value(self) -> dict[str, Any]:
        return {**self._named(VALUE), "format": {"dataType": BY_ID[VALUE].type}}

    def _attribute(self, name: str) -> dict[str, Any]:
        found = {
            **self._named(name),
            "isMandatory": BY_ID[name].required,
            "relationship": {"observation": {}},
        }
        if not BY_ID[name].codes:
            return found | {"format": {"dataType": BY_ID[name].type}}
        codes = self._codes(name)
        return found | ({"values": codes} if codes else {})


def _places(values: Iterable[str]) -> dict[str, int]:
    return {value: place for place, value in enumerate(dict.fromkeys(value for value in values if value))}


def _moment(day: date) -> str:
    return f"{day.isoformat()}T00:00:00Z"


def _last(period: Period) -> date:
    """The moment at which a period is over: the midnight after its last day."""
    return period.end + timedelta(days=1)
