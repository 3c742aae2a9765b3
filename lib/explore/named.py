"""What series and their panels are called in one language."""

from __future__ import annotations

from dataclasses import dataclass

from lib.explore.choice import FIRST_IS, INDEX, LEVEL, TOTAL, Choice
from lib.explore.series import OUTCOME, Key, Series
from lib.facts.derive import AMOUNTS
from lib.facts.fact import Fact
from lib.facts.national import to_digits
from lib.facts.record import WORLD, Record
from lib.words.names import Names
from lib.words.numbers import parts
from lib.words.scales import unit_name
from lib.words.speak import Words

DOT = " · "
TRILLION = 12
"""From which power of ten on are two decimals enough?"""
_STEPS = {"zh": (12, 8, 4), "en": (12, 9, 6)}


@dataclass(frozen=True, slots=True)
class Named:
    """Names over one record, choice and set of series."""

    record: Record
    words: Words
    choice: Choice
    series: tuple[Series, ...]
    say: Names

    @classmethod
    def of(cls, record: Record, words: Words, choice: Choice, series: tuple[Series, ...]) -> Named:
        """Which names have these series?"""
        return cls(record, words, choice, series, Names.of(record, words.lang))

    @property
    def what(self) -> str:
        """What is shown: the indicator, and its part or partner where all series have the same?"""
        keys = [one.key for one in self.series]
        own = [
            self._part(column, getattr(keys[0], column))
            for column in ("category", "counterpart")
            if len({getattr(key, column) for key in keys}) == 1
        ]
        name = self._name("indicators", self.choice.indicator)
        said = [part for part in own if part]
        whole = self.words("explore.what.part", name=name, part=self.words.list(said)) if said else name
        if self.choice.measure == LEVEL:
            return whole
        if self.choice.measure == INDEX:
            return self._index(whole)
        return self.words(f"explore.what.{self.choice.measure}", what=whole)

    def _index(self, what: str) -> str:
        first = {self.words.period(one.facts[0].period) for one in self.series}
        said = first.pop() if len(first) == 1 else self.words("explore.each_first")
        return self.words("explore.what.index", what=what, first=said, base=self.words.constant(FIRST_IS))

    def who(self, key: Key) -> str:
        """Whose is a series, with its part and partner where those differ among the series?"""
        keys = [one.key for one in self.series]
        said = [self._name("areas", key.area)] if self.several_areas else []
        for column in ("category", "counterpart"):
            if len({getattr(other, column) for other in keys}) > 1:
                said.append(self._part(column, getattr(key, column)) or self.words(f"explore.whole.{column}"))
        return DOT.join(said) or self._name("areas", key.area)

    @property
    def several_areas(self) -> bool:
        """Do the series belong to more than one area?"""
        return len({one.key.area for one in self.series}) > 1

    @property
    def area(self) -> str:
        """Whose are all of them?"""
        return self._name("areas", self.series[0].key.area)

    def scope(self, key: Key) -> str:
        """What is a statistical scope called?"""
        return self._name("bases", key.basis)

    def heading(self, index: int) -> str:
        """What stands over a panel? Whose it is, in which unit, of what kind, and where the scope is another one."""
        one, said = self.series[index], []
        key = one.key
        before = self.series[index - 1].key if index else None
        said.append(self.who(key))
        if len({(shown.facts[0].unit) for shown in self.series}) > 1:
            said.append(self.unit(one.facts[0].unit))
        if key.kind != OUTCOME:
            said.append(self.words(f"explore.kind.{key.kind}"))
        if key.half and len({shown.key.half for shown in self.series}) > 1:
            said.append(self.words(f"explore.half.{'first' if key.half == 1 else 'second'}"))
        if len({shown.key.basis for shown in self.series}) > 1:
            changed = before is not None and before.entity == key.entity and before.basis != key.basis
            said.append(
                self.words("explore.scope_changed" if changed else "explore.scope", scope=self.scope(key))
            )
        return DOT.join(said)

    def row(self, one: Series, fact: Fact) -> str:
        """What is a line of the table called?"""
        key = one.key
        said = [self.who(key)] if self.several_areas else [self.area, self.who(key)]
        said += [self.what, self.words.period(fact.period)]
        if key.kind != OUTCOME:
            said.append(self.words(f"explore.kind.{key.kind}"))
        if len({shown.key.basis for shown in self.series}) > 1:
            said.append(self.scope(key))
        return DOT.join(dict.fromkeys(said))

    def part(self, fact: Fact) -> str:
        """What is the part called that a figure is of?"""
        return self._name("categories", fact.category)

    def short(self, fact: Fact) -> str:
        """What is the part called where there is little room? By its letters, where its name has them in brackets."""
        name = self.part(fact)
        code = fact.category.upper()
        return code if any(f"{shut[0]}{code}{shut[1]}" in name for shut in ("（）", "()")) else name

    def scale(self, unit: str) -> int:
        """In which power of ten are all amounts of a unit drawn?"""
        if unit not in AMOUNTS:
            return 0
        top = max(abs(fact.at(0)) for one in self.series for fact in one.facts if fact.unit == unit)
        steps = _STEPS[self.words.lang]
        return next((step for step in steps if top >= 10.0**step), steps[-1])

    def unit(self, unit: str) -> str:
        """What is the unit of a chart called?"""
        if unit in AMOUNTS:
            return unit_name(unit, self.scale(unit), self.words.lang)
        return self.words(f"unit.{unit}")

    def _part(self, column: str, code: str) -> str:
        if column == "category":
            return "" if code == TOTAL else self._name("categories", code)
        return "" if code == WORLD else self.words("explore.partner", partner=self._name("areas", code))

    def _name(self, table: str, code: str) -> str:
        return self.say(table, code)


def read(fact: Fact, words: Words, scale: int) -> str:
    """What does a figure read as at its mark? An amount without its unit, anything else in full."""
    if fact.unit in AMOUNTS:
        return words.number(shortened(fact, scale), scale)
    return parts(fact, words.lang).text


def shortened(fact: Fact, scale: int) -> Fact:
    """With which digits does an amount stand in a power of ten? In trillions with two."""
    return to_digits(fact, scale) if scale >= TRILLION else fact
