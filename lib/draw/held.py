"""A panel's bars and lines as a person would type them: figures as printed, their bounds, what follows from them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from lib.draw.label_cells import Worked, cell_of, decimals_of, label_cell, typed
from lib.draw.model import Bars, Label, Number, Points
from lib.draw.table import Cell, Table
from lib.draw.text import plain
from lib.words.speak import Words

SLOT_DECIMALS = 3
_ENDS = 2
"""How many more points than its first has a line at one number?"""


@dataclass(frozen=True, slots=True)
class Held:
    """In which columns of a table a series is; None for what it has not."""

    across: int
    value: int
    label: int | None = None
    less: int | None = None
    more: int | None = None


def hold_bars(table: Table, bars: Bars, words: Words, *, unit: str, legend: bool) -> list[Held]:
    """Writes the categories, and after them the columns of each series, in this unit; gives where they are.

    A legend shows the heads of the series, so that they are no more than names: the unit stands in the corner then.
    """
    corner, head = (unit, "") if legend else ("", unit)
    names = table.add(_headed(words("briefing.native.category"), corner, words), bars.categories)
    found = []
    for series in bars.series:
        values = [bar.value if bar else None for bar in series.bars]
        labels = [bar.label if bar else None for bar in series.bars]
        less = [bar.less if bar else None for bar in series.bars] if series.whisker else []
        more = [bar.more if bar else None for bar in series.bars] if series.whisker else []
        numbers = _typed(values, labels)
        value = table.add(_headed(series.name, head, words), numbers)
        reach = _reach(table, series.name, value, values, less, more, words, unit)
        found.append(Held(names, value, _labels(table, series.name, value, numbers, labels, words), *reach))
    return found


def hold_points(
    table: Table,
    points: Points,
    words: Words,
    *,
    pixel: float,
    least: int = 0,
    units: tuple[str, str] = ("", ""),
) -> Held:
    """Writes x and y of a line, in these units, and what belongs to it; `pixel` is the length of one on the y axis,
    `least` are the decimals that are kept where an axis counts slots. Figures along x are what the labels say.
    """
    name, lying = points.name, bool(units[0]) and not units[1]
    x, y = (_typed(points.x, points.labels if lying else (), least), _typed(points.y, points.labels, least))
    across = table.add(
        _headed(words("briefing.native.x", name=name), units[0], words),
        _once(table, x, points) if units[0] else x,
    )
    value = table.add(_headed(name, units[1], words), _once(table, y, points) if units[1] else y)
    if points.tick:
        half = [typed(points.tick / 2 * pixel, None)] * len(points.x)
        ends = [table.add(words(f"briefing.native.{end}", name=name), half) for end in ("less", "more")]
        return Held(across, value, None, *ends)
    reach = _reach(table, name, value, points.y, points.less, points.more, words, units[1])
    if lying:
        return Held(across, value, _labels(table, name, across, x, points.labels, words, along=False), *reach)
    return Held(across, value, _labels(table, name, value, y, points.labels, words), *reach)


def hold_once(table: Table, panel: Sequence[Points], held: Sequence[Held]) -> None:
    """Has points that are drawn twice follow the first of them: their numbers are typed once."""
    for place, points in enumerate(panel):
        first = next(at for at, other in enumerate(panel) if (other.x, other.y) == (points.x, points.y))
        if first < place:
            for one, other in (
                (held[place].across, held[first].across),
                (held[place].value, held[first].value),
            ):
                head, cells = table.columns[one]
                table.columns[one] = (
                    head,
                    [_same(table, cell, other, line) for line, cell in enumerate(cells)],
                )


def _same(table: Table, cell: Cell, column: int, line: int) -> Cell:
    return Worked(cell, f"={table.cell(column, line)}") if isinstance(cell, float | int) else cell


def _once(table: Table, cells: list[Cell], points: Points) -> list[Cell]:
    """The same cells for the next column; of a line at one number, such as a goal, all but the first follow that."""
    first, *others = cells
    is_goal = points.stroke and not points.mark and 0 < len(others) <= _ENDS and {first} == {*others}
    if not is_goal or not isinstance(first, float | int):
        return cells
    return [first, *[Worked(first, f"={table.cell(len(table.columns), 0)}")] * len(others)]


def hold_ticks(table: Table, ticks: Sequence[tuple[float, str]], at: float, words: Words) -> Held:
    """Writes the ticks of an axis that no program counts so: where each is, and what is written there."""
    name = words("briefing.native.ticks")
    across = table.add(words("briefing.native.x", name=name), [place for place, _ in ticks])
    value = table.add(name, [at] * len(ticks))
    cells = [
        of_place(label_cell(text, place, table.cell(across, line)))
        for line, (place, text) in enumerate(ticks)
    ]
    return Held(across, value, table.add(words("briefing.native.label", name=name), cells))


def of_place(cell: Worked | str | None) -> Worked | str | None:
    """The same cell for the label of another number than that which programs write under a format: of one along x."""
    return replace(cell, form="") if isinstance(cell, Worked) else cell


def hold_texts(
    table: Table, x: Sequence[float], y: Sequence[float], texts: Sequence[str], words: Words
) -> Held:
    """Writes where texts stand, as parts of the room, and what they say."""
    across = table.add(words("briefing.book.across"), [round(part, SLOT_DECIMALS) for part in x])
    up = table.add(words("briefing.book.up"), [round(part, SLOT_DECIMALS) for part in y])
    return Held(across, up, table.add(words("briefing.book.text"), texts))


def _headed(name: str, unit: str, words: Words) -> str:
    return words("briefing.native.in_unit", name=name, unit=unit) if unit else name


def _typed(values: Sequence[Number], labels: Sequence[Label | None], least: int = 0) -> list[Cell]:
    texts = [plain(label.lines, "\n") if label else None for label in labels] or [None] * len(values)
    decimals = max(decimals_of(values), least)
    return [
        None if value is None else typed(value, text, decimals)
        for value, text in zip(values, texts, strict=True)
    ]


def _labels(
    table: Table,
    name: str,
    value: int,
    numbers: list[Cell],
    labels: Sequence[Label | None],
    words: Words,
    *,
    along: bool = True,
) -> int | None:
    """Writes what the labels say, each worked out of its number; `along` the axis that programs take for the value."""
    cells: list[Cell] = []
    for line, (label, number) in enumerate(zip(labels, numbers, strict=bool(labels))):
        known = number if isinstance(number, float | int) else None
        cell = cell_of(label, [(known, table.cell(value, line))])
        cells.append(cell if along else of_place(cell))
    return table.add(words("briefing.native.label", name=name), cells) if any(cells) else None


def _reach(
    table: Table,
    name: str,
    value: int,
    exact: Sequence[Number],
    less: Sequence[Number],
    more: Sequence[Number],
    words: Words,
    unit: str,
) -> tuple[int, int] | tuple[None, None]:
    """Writes the bounds of the values, and how far they are from them."""
    if not any(reach is not None for reach in more):
        return None, None
    ends = {
        "lower": [
            None if one is None or far is None else one - far for one, far in zip(exact, less, strict=True)
        ],
        "upper": [
            None if one is None or far is None else one + far for one, far in zip(exact, more, strict=True)
        ],
    }
    finer = decimals_of([cell for cell in table.columns[value][1] if isinstance(cell, float | int)]) + 1
    places = {
        end: table.add(
            _headed(words(f"briefing.native.{end}", name=name), unit, words), _typed(found, (), finer)
        )
        for end, found in ends.items()
    }
    less_head, more_head = (
        _headed(words(f"briefing.native.{reach}", name=name), unit, words) for reach in ("less", "more")
    )
    return (
        table.add(less_head, _apart(table, value, places["lower"])),
        table.add(more_head, _apart(table, places["upper"], value)),
    )


def _apart(table: Table, upper: int, lower: int) -> list[Cell]:
    """How much is one column more than another? Worked out by the sheet."""
    cells: list[Cell] = []
    for line, (one, other) in enumerate(zip(table.columns[upper][1], table.columns[lower][1], strict=True)):
        if isinstance(one, float | int) and isinstance(other, float | int):
            cells.append(
                Worked(round(one - other, 9), f"={table.cell(upper, line)}-{table.cell(lower, line)}")
            )
        else:
            cells.append(None)
    return cells
