"""A panel's bars and lines as a person would type them: figures as printed, their bounds, what follows from them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from lib.draw.label_cells import Worked, decimals_of, label_cell, said, typed
from lib.draw.model import Bars, Label, Number, Points
from lib.draw.table import Cell, Table
from lib.words.speak import Words

SLOT_DECIMALS = 3


@dataclass(frozen=True, slots=True)
class Held:
    """In which columns of a table a series is; None for what it has not."""

    across: int
    value: int
    label: int | None = None
    less: int | None = None
    more: int | None = None


def hold_bars(table: Table, bars: Bars, words: Words) -> list[Held]:
    """Writes the categories, and after them the columns of each series; gives where they are."""
    names = table.add(words("briefing.native.category"), bars.categories)
    found = []
    for series in bars.series:
        values = [bar.value if bar else None for bar in series.bars]
        labels = [bar.label if bar else None for bar in series.bars]
        less = [bar.less if bar else None for bar in series.bars] if series.whisker else []
        more = [bar.more if bar else None for bar in series.bars] if series.whisker else []
        numbers = _typed(values, labels)
        value = table.add(series.name, numbers)
        reach = _reach(table, series.name, value, values, less, more, words)
        found.append(Held(names, value, _labels(table, series.name, value, numbers, labels, words), *reach))
    return found


def hold_points(table: Table, points: Points, words: Words, *, pixel: float, least: int = 0) -> Held:
    """Writes x and y of a line, and what belongs to it; `pixel` is the length of one on the y axis, `least` are
    the decimals that are kept where an axis counts slots.
    """
    name = points.name
    across = table.add(words("briefing.native.x", name=name), _typed(points.x, (), least))
    numbers = _typed(points.y, points.labels, least)
    value = table.add(name, numbers)
    if points.tick:
        half = [typed(points.tick / 2 * pixel, None)] * len(points.x)
        ends = [table.add(words(f"briefing.native.{end}", name=name), half) for end in ("less", "more")]
        return Held(across, value, None, *ends)
    reach = _reach(table, name, value, points.y, points.less, points.more, words)
    return Held(across, value, _labels(table, name, value, numbers, points.labels, words), *reach)


def hold_ticks(table: Table, ticks: Sequence[tuple[float, str]], at: float, words: Words) -> Held:
    """Writes the ticks of an axis that no program counts so: where each is, and what is written there."""
    name = words("briefing.native.ticks")
    across = table.add(words("briefing.native.x", name=name), [place for place, _ in ticks])
    value = table.add(name, [at] * len(ticks))
    cells = [label_cell(text, place, table.cell(across, line)) for line, (place, text) in enumerate(ticks)]
    return Held(across, value, table.add(words("briefing.native.label", name=name), cells))


def hold_texts(
    table: Table, x: Sequence[float], y: Sequence[float], texts: Sequence[str], words: Words
) -> Held:
    """Writes where texts stand, as parts of the room, and what they say."""
    across = table.add(words("briefing.book.across"), [round(part, SLOT_DECIMALS) for part in x])
    up = table.add(words("briefing.book.up"), [round(part, SLOT_DECIMALS) for part in y])
    return Held(across, up, table.add(words("briefing.book.text"), texts))


def _typed(values: Sequence[Number], labels: Sequence[Label | None], least: int = 0) -> list[Cell]:
    texts = [said(label) for label in labels] or [None] * len(values)
    decimals = max(decimals_of(values), least)
    return [
        None if value is None else typed(value, text, decimals)
        for value, text in zip(values, texts, strict=True)
    ]


def _labels(
    table: Table, name: str, value: int, numbers: list[Cell], labels: Sequence[Label | None], words: Words
) -> int | None:
    """Writes what the labels say, each worked out of its number."""
    cells: list[Cell] = [
        None
        if (text := said(label)) is None
        else label_cell(text, number if isinstance(number, float | int) else None, table.cell(value, line))
        for line, (label, number) in enumerate(zip(labels, numbers, strict=bool(labels)))
    ]
    return table.add(words("briefing.native.label", name=name), cells) if any(cells) else None


def _reach(
    table: Table,
    name: str,
    value: int,
    exact: Sequence[Number],
    less: Sequence[Number],
    more: Sequence[Number],
    words: Words,
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
        end: table.add(words(f"briefing.native.{end}", name=name), _typed(found, (), finer))
        for end, found in ends.items()
    }
    return (
        table.add(words("briefing.native.less", name=name), _apart(table, value, places["lower"])),
        table.add(words("briefing.native.more", name=name), _apart(table, places["upper"], value)),
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
