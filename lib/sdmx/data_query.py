"""What a question for data asks: which figures, how many of each series, and what is told of each."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from lib.sdmx.components import ATTRIBUTES, TIME, VALUE
from lib.sdmx.conditions import MOST_VALUES, Test, codes_named, of_component, of_key
from lib.sdmx.refused import NOT_OFFERED, SYNTAX, TOO_LARGE, Refused, one_of

PARAMETERS = (
    "c",
    "updatedAfter",
    "firstNObservations",
    "lastNObservations",
    "detail",
    "attributes",
    "measures",
    "dimensionAtObservation",
    "includeHistory",
)
NOT_HERE = ("asOf", "offset", "limit", "sort", "reportingYearStartDay")
_DETAILS = ("full", "dataonly", "serieskeysonly", "nodata")
_ALL, _NONE = ("all", "dsd", "obs"), ("none", "msd", "dataset", "series")
_FILTER = re.compile(r"c\[([^\[\]]*)\]")


@dataclass(frozen=True, slots=True)
class DataQuery:
    """Which figures are asked for, and which parts of each. `codes` are those that are
    named, with their components; `since` is the day after which figures came in."""

    tests: tuple[Test, ...] = ()
    codes: tuple[tuple[str, str], ...] = ()
    first: int | None = None
    last: int | None = None
    since: date | None = None
    attributes: tuple[str, ...] = ATTRIBUTES
    has_value: bool = True
    has_observations: bool = True


def filters(asked: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
    """Which components are there conditions on? `c[NAME]=…` each."""
    return [(found[1], value) for name, value in asked if (found := _FILTER.fullmatch(name))]


def is_filter(name: str) -> bool:
    """Is this parameter a condition on a component?"""
    return bool(_FILTER.fullmatch(name))


def data_query(key: str, conditions: Sequence[tuple[str, str]], asked: Mapping[str, str]) -> DataQuery:
    """What do the key and the parameters of a question ask? Raises Refused for what is not known."""
    count = sum(len(re.split("[,+]", text)) for text in (key, *(value for _, value in conditions)))
    if count > MOST_VALUES:
        raise Refused(TOO_LARGE, "sdmx.refused.values", count=str(count), most=str(MOST_VALUES))
    _not_here(asked)
    detail = one_of("detail", asked.get("detail", "full"), _DETAILS)
    bare = detail in ("dataonly", "serieskeysonly")
    attributes = _attributes(asked.get("attributes", "none" if bare else "dsd"))
    has_value = _has_value(asked.get("measures", "none" if detail in ("serieskeysonly", "nodata") else "all"))
    return DataQuery(
        tests=(of_key(key), *(of_component(name, text) for name, text in conditions)),
        codes=tuple(codes_named(key, conditions)),
        first=_count(asked, "firstNObservations"),
        last=_count(asked, "lastNObservations"),
        since=_day(asked.get("updatedAfter")),
        attributes=attributes,
        has_value=has_value,
        has_observations=detail != "serieskeysonly",
    )


def _not_here(asked: Mapping[str, str]) -> None:
    for name in asked:
        if name in NOT_HERE:
            raise Refused(NOT_OFFERED, "sdmx.refused.not_offered", name=name)
    history = one_of("includeHistory", asked.get("includeHistory", "false"), ("true", "false"))
    if history == "true":
        raise Refused(NOT_OFFERED, "sdmx.refused.not_offered", name="includeHistory=true")
    if asked.get("dimensionAtObservation", TIME) != TIME:
        name = f"dimensionAtObservation={asked['dimensionAtObservation']}"
        raise Refused(NOT_OFFERED, "sdmx.refused.not_offered", name=name)


def _attributes(text: str) -> tuple[str, ...]:
    if text in _ALL:
        return ATTRIBUTES
    if text in _NONE:
        return ()
    wanted = text.split(",")
    for name in wanted:
        if name not in ATTRIBUTES:
            allowed = (*_ALL, *_NONE, *ATTRIBUTES)
            raise Refused(SYNTAX, "sdmx.refused.value", name="attributes", found=name, allowed=allowed)
    return tuple(name for name in ATTRIBUTES if name in wanted)


def _has_value(text: str) -> bool:
    return one_of("measures", text, ("all", "none", VALUE)) != "none"


def _count(asked: Mapping[str, str], name: str) -> int | None:
    text = asked.get(name)
    if text is None:
        return None
    if not re.fullmatch(r"[0-9]{1,6}", text) or not int(text):
        raise Refused(SYNTAX, "sdmx.refused.value", name=name, found=text, allowed=("1", "2", "…"))
    return int(text)


def _day(text: str | None) -> date | None:
    if text is None:
        return None
    try:
        return date.fromisoformat(text[:10])
    except ValueError as error:
        allowed = ("2026-11-23", "2026-11-23T08:00:00Z")
        raise Refused(
            SYNTAX, "sdmx.refused.value", name="updatedAfter", found=text, allowed=allowed
        ) from error
