"""The nation's exports and imports of services year by year, and what lies between them."""

from __future__ import annotations

from dataclasses import dataclass

from lib.calc.accounts import deficit_of_sides
from lib.facts.derive import derive
from lib.facts.errors import maybe
from lib.facts.fact import Fact
from lib.facts.national import BASIS
from lib.facts.record import CHINA, Record
from lib.facts.series import once_a_period, whole_years

EXPORTS, IMPORTS, DEFICIT = "services_exports", "services_imports", "services_trade_deficit"


@dataclass(frozen=True, slots=True)
class Sides:
    """Exports, imports and deficits of whole years, in one scope; a deficit below zero is a surplus."""

    exports: tuple[Fact, ...]
    imports: tuple[Fact, ...]
    deficits: tuple[Fact, ...]

    @property
    def change(self) -> str:
        """Has the deficit narrowed or widened on the year before, as far as bounds tell? none: no year before."""
        last, before = self.deficits[-1], self.before
        if before is None:
            return "none"
        lower, upper = last.bounds_at(0)
        if upper < before.bounds_at(0)[0]:
            return "narrowed"
        return "widened" if lower > before.bounds_at(0)[1] else "cannot_be_told"

    @property
    def before(self) -> Fact | None:
        """Which deficit had the year before the newest one?"""
        wanted = self.deficits[-1].period.year_before()
        return next((fact for fact in self.deficits if fact.period == wanted), None)


def national_sides(record: Record) -> Sides:
    """How much did the nation export and import in each year, and what was the deficit?

    The deficit is the printed one; where none is printed, imports less exports of the year. In yuan. Raises
    NoSuchFigure where no year has a deficit.
    """
    exports, imports = (maybe(_years, record, side) or () for side in (EXPORTS, IMPORTS))
    printed = {fact.period: fact for fact in maybe(_years, record, DEFICIT) or ()}
    sold = {fact.period: fact for fact in exports}
    for bought in imports:
        if bought.period in sold and bought.period not in printed:
            printed[bought.period] = derive(
                deficit_of_sides, like=bought, imports=bought, exports=sold[bought.period]
            )
    if not printed:
        raise record.missing(DEFICIT, ref_area=CHINA)
    return Sides(exports, imports, tuple(printed[period] for period in sorted(printed)))


def _years(record: Record, indicator: str) -> tuple[Fact, ...]:
    return whole_years(once_a_period(record, indicator, ref_area=CHINA, basis=BASIS, unit="CNY"))
