"""An address gone through from its first name to its last: what it asks for, what there is beside it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from lib.explore.choice import (
    ALL_KINDS,
    AS_PRINTED,
    AUTO,
    EACH,
    EVERYTHING,
    KINDS,
    LEVEL,
    MEASURES,
    MOST_AREAS,
    PUBLISHED,
    SPANS,
    TOTAL,
    YEARS,
    Choice,
)
from lib.explore.forms import forms_of
from lib.explore.measures import measured
from lib.explore.offer import Offer, of_dimensions, option_of, option_of_series
from lib.explore.pool import Option, counted, dimensions_of, indicators, period_of, pool, spans_of
from lib.explore.series import Series, in_one_currency, in_order, is_part, of_choice, series_of, wanted
from lib.facts.convert import RATE
from lib.facts.derive import AMOUNTS
from lib.facts.errors import NoSuchFigure
from lib.facts.observation import Row
from lib.facts.record import CHINA, CHONGQING, WORLD, Record

DEFAULT = "services_trade_total"
_FEW = 6
"""Up to how many series stand beside each other in both currencies unless one is asked for?"""


class Asking:
    """Goes through an address from its first name to its last, and keeps what remains."""

    def __init__(self, record: Record, asked: Mapping[str, str]) -> None:
        self.record, self.asked = record, asked
        self.options: dict[str, tuple[Option, ...]] = {}
        self.refused: list[tuple[str, str]] = []
        self.dimensions = dimensions_of(record)

    def offer(self) -> Offer:
        """What is asked for, and what is offered? Raises NoSuchFigure for an empty record."""
        record = self.record
        self.options["indicator"] = indicators(record)
        if not indicators(record):
            raise NoSuchFigure("the record holds no figure")
        choice = Choice(self._one("indicator", DEFAULT))
        rows = pool(record, choice.indicator)
        choice = replace(choice, areas=self._areas(rows))
        rows_here = [row for row in rows if row["ref_area"] in choice.areas]
        choice = replace(choice, category=self._part("category", rows_here, TOTAL))
        rows_here = [row for row in rows_here if is_part(row["category"], choice.category, self.dimensions)]
        choice = replace(choice, counterpart=self._part("counterpart", rows_here, WORLD))
        rows_here = [row for row in rows_here if choice.counterpart in (EACH, row["counterpart"])]
        choice = replace(choice, span=self._span(rows_here))
        choice = self._kinds(choice, rows_here)
        rows, rows_here = (wanted(found, choice) for found in (rows, rows_here))
        choice, rows, rows_here = self._origin(choice, rows, rows_here)
        return self._drawn(choice, rows, rows_here)

    def _drawn(self, choice: Choice, rows: list[Row], rows_here: list[Row]) -> Offer:
        record = self.record
        choice = replace(choice, currency=self._currency(choice, rows_here))
        halves = choice.span == "half"
        choice = self._years(choice, self._shown(series_of(record, rows_here, halves=halves), choice, rows))
        in_sight = series_of(record, of_choice(rows, choice, self.dimensions), halves=halves)
        by_measure = {code: self._shown(in_sight, replace(choice, measure=code), rows) for code in MEASURES}
        self.options["measure"] = tuple(
            option_of_series(code, found) for code, found in by_measure.items() if found
        )
        choice = replace(choice, measure=self._one("measure", LEVEL))
        shown = in_order(by_measure[choice.measure], choice)
        forms, barred = forms_of(shown, choice)
        self.options["form"] = (
            option_of_series(AUTO, shown),
            *(option_of_series(form, shown) for form in forms),
        )
        choice = replace(choice, form=self._one("form", AUTO))
        printed = of_choice(rows, choice, self.dimensions) if choice.currency in AMOUNTS else []
        other = sum(1 for row in printed if row["unit"] != choice.currency)
        converted = any(fact.is_derived for one in by_measure[LEVEL] for fact in one.facts)
        return Offer(choice, self.options, tuple(self.refused), barred, shown, 0 if converted else other)

    def _shown(self, found: tuple[Series, ...], choice: Choice, rows: list[Row]) -> tuple[Series, ...]:
        in_currency = in_one_currency(self.record, found, choice.currency)
        return measured(self.record, rows, in_currency, choice)

    def _one(self, name: str, default: str) -> str:
        """What is asked for under a name, else the default, else what has the most."""
        codes = [option.code for option in self.options[name]]
        asked = self.asked.get(name, "")
        if asked and asked not in codes:
            self.refused.append((name, asked))
        if asked in codes:
            return asked
        return default if default in codes else codes[0]

    def _areas(self, rows: list[Row]) -> tuple[str, ...]:
        self.options["area"] = counted(rows, lambda row: (row["ref_area"],))
        codes = [option.code for option in self.options["area"]]
        asked = tuple(dict.fromkeys(part for part in self.asked.get("area", "").split(",") if part))
        if 1 < len(codes) <= MOST_AREAS:
            self.options["area"] = (option_of(EACH, rows), *self.options["area"])
            asked = tuple(codes) if EACH in asked else asked
        kept = tuple(code for code in asked if code in codes)
        self.refused += [("area", code) for code in (*(set(asked) - set(codes)), *kept[MOST_AREAS:])]
        if kept:
            return kept[:MOST_AREAS]
        return (CHONGQING,) if CHONGQING in codes else (codes[0],)

    def _part(self, name: str, rows: list[Row], whole: str) -> str:
        found = counted(rows, lambda row: (row[name],))
        first = tuple(option for option in found if option.code == whole)
        several = (option_of(EACH, rows),) if len(found) > 1 else ()
        groups = of_dimensions(rows, self.dimensions) if name == "category" else ()
        self.options[name] = (
            *first,
            *several,
            *groups,
            *(option for option in found if option.code != whole),
        )
        return self._one(name, whole)

    def _span(self, rows: list[Row]) -> str:
        found = counted(rows, lambda row: spans_of(period_of(row)))
        self.options["span"] = tuple(sorted(found, key=lambda option: SPANS.index(option.code)))
        years = next((option.years for option in found if option.code == YEARS), 0)
        return self._one("span", YEARS if years > 1 else found[0].code)

    def _kinds(self, choice: Choice, rows: list[Row]) -> Choice:
        of_span = [row for row in rows if choice.span in spans_of(period_of(row))]
        outcomes = [row for row in of_span if row["kind"] == "outcome"]
        found = [option_of(KINDS[0], outcomes)] if outcomes else []
        if len(outcomes) < len(of_span):
            found.append(option_of(ALL_KINDS, of_span))
        self.options["kind"] = tuple(found)
        return replace(choice, kinds=self._one("kind", KINDS[0]))

    def _origin(
        self, choice: Choice, rows: list[Row], here: list[Row]
    ) -> tuple[Choice, list[Row], list[Row]]:
        own = self.record.origins
        published = [row for row in here if row["observation_id"] not in own]
        found = [option_of(EVERYTHING, here)]
        if 0 < len(published) < len(here):
            found.append(option_of(PUBLISHED, published))
        self.options["origin"] = tuple(found)
        choice = replace(choice, origin=self._one("origin", EVERYTHING))
        if choice.origin == PUBLISHED:
            rows = [row for row in rows if row["observation_id"] not in own]
            here = published
        return choice, rows, here

    def _currency(self, choice: Choice, rows: list[Row]) -> str:
        amounts = [row for row in rows if row["unit"] in AMOUNTS]
        printed = counted(amounts, lambda row: (row["unit"],))
        default = printed[0].code if printed else ""
        if len(printed) == 1:
            (other,) = set(AMOUNTS) - {default}
            if turned := self._with_rate(amounts):
                printed = (*printed, option_of(other, turned))
        if len({row["unit"] for row in amounts}) > 1:
            printed = (*printed, option_of(AS_PRINTED, amounts))
            few = len(series_of(self.record, of_choice(amounts, choice, self.dimensions))) <= _FEW
            default = AS_PRINTED if few else default
        self.options["currency"] = printed
        return self._one("currency", default) if printed else self._none("currency")

    def _with_rate(self, rows: list[Row]) -> list[Row]:
        """Which of these can be told in the other currency?"""
        rates = {
            fact.period.end.year for fact in self.record.all(RATE, ref_area=CHINA) if fact.period.is_year
        }
        return [row for row in rows if row["period_start"].year == row["period_end"].year in rates]

    def _none(self, name: str) -> str:
        if name in self.asked:
            self.refused.append((name, self.asked[name]))
        return ""

    def _years(self, choice: Choice, found: Sequence[Series]) -> Choice:
        facts = [fact for one in found for fact in one.facts]
        by_year: dict[str, int] = {}
        for fact in facts:
            by_year[str(fact.period.end.year)] = by_year.get(str(fact.period.end.year), 0) + 1
        years = tuple(Option(year, by_year[year], 1) for year in sorted(by_year))
        self.options["from"] = years
        since = self._year("from")
        self.options["to"] = tuple(option for option in years if option.code >= since)
        return replace(choice, since=since, until=self._year("to"))

    def _year(self, name: str) -> str:
        asked = self.asked.get(name, "")
        if not asked or asked in [option.code for option in self.options[name]]:
            return asked
        self.refused.append((name, asked))
        return ""
