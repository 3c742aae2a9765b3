"""What is clear in a chart of bars: what stands at the ends of stacks, and how far an axis reaches beyond them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from lib.draw.held import Held, of_place
from lib.draw.label_cells import Worked, cell_of
from lib.draw.model import Bar, Bars, BarSeries, Label
from lib.draw.table import Cell, Table
from lib.words.speak import Words

_Thing = TypeVar("_Thing")
_DECIMALS = 3
_LINE = 0.1
"""Which part of an axis takes a label below zero."""


@dataclass(frozen=True, slots=True)
class Reach:
    """Up to where must an axis go for what is written beyond the longest? 0 where it ends where the chart says.

    It is written as a part of the longest, so that it grows with it; where other panels end `alike`, as a number, so
    that all go on to end there until one outgrows it.
    """

    far: float
    alike: bool = False


def hold_ends(
    table: Table,
    bars: Bars,
    held: Sequence[Held],
    words: Words,
    *,
    reach: Reach,
    span: float,
    each: bool = False,
) -> list[tuple[BarSeries, Held]]:
    """Writes the columns of what is clear, and gives the series that they are drawn as.

    `span` is how much the axis shows. With `each`, every label is that of a series of its own.
    """
    if not bars.ends:
        return [_far(table, bars, held, words, reach)] if reach.far > _longest(table, held) > 0 else []
    found, over = [], list[Cell]()
    if any(end and end.value for end in bars.ends):
        over = _over(table, held, bars)
        found.append(_series(words("briefing.native.over_whiskers"), over, table, held))
    below = [whole < 0 for whole in _sums(table, held)]
    beyond = _room(table, held, over, reach.far)
    room = [_part(table, held, -span * _LINE) if under else beyond for under in below]
    labels = [_at_end(end, under) for end, under in zip(bars.ends, below, strict=True)]
    name = words("briefing.native.ends")
    texts = [_text(table, held, line, label) for line, label in enumerate(labels)]
    head = words("briefing.native.label", name=name)
    for lines in [[line] for line, label in enumerate(labels) if label] if each else [range(len(texts))]:
        kept = [line in lines for line in range(len(texts))]
        series, place = _series(name, _only(room, kept), table, held, _only(labels, kept))
        own = _only(texts, kept)
        said = table.add(head, own) if any(own) else None
        found.append((series, Held(place.across, place.value, said)))
    return found


def _only(things: Sequence[_Thing], kept: Sequence[bool]) -> list[_Thing | None]:
    """The same things, None for those that are not kept."""
    return [thing if own else None for thing, own in zip(things, kept, strict=True)]


def _at_end(end: Bar | None, below: bool) -> Label | None:
    """The label at the foot of its clear bar; below zero in its middle, since LibreOffice turns it upwards there."""
    if end is None or end.label is None:
        return None
    return replace(end.label, place="centre") if below else end.label


def _series(
    name: str, cells: Sequence[Cell], table: Table, held: Sequence[Held], labels: Sequence[Label | None] = ()
) -> tuple[BarSeries, Held]:
    """Clear bars as long as these cells say."""
    shown = tuple(Bar(None, None, label) for label in labels or [None] * len(cells))
    return BarSeries(name, shown), Held(held[0].across, table.add(name, cells))


def _far(
    table: Table, bars: Bars, held: Sequence[Held], words: Words, reach: Reach
) -> tuple[BarSeries, Held]:
    """A clear bar behind the first one, as long as the axis must be."""
    end = round(reach.far, _DECIMALS) if reach.alike else _part(table, held, reach.far)
    cells = [end, *[None] * (len(bars.categories) - 1)]
    return _series(_named(reach, words), cells, table, held)


def _named(reach: Reach, words: Words) -> str:
    return words("briefing.native.end") if reach.alike else words("briefing.native.room")


def _over(table: Table, held: Sequence[Held], bars: Bars) -> list[Cell]:
    """How far does the whisker of each last part reach, below zero that of a negative one?"""
    cells: list[Cell] = []
    for line, (end, whole) in enumerate(zip(bars.ends, _sums(table, held), strict=True)):
        sign, reaches = (-1, [one.less for one in held]) if whole < 0 else (1, [one.more for one in held])
        columns = [column for column in reversed(reaches) if column is not None and end]
        known = [(table.columns[column][1][line], table.cell(column, line)) for column in columns]
        worked = ((cell.shown, at) for cell, at in known if isinstance(cell, Worked))
        cells.append(
            next(
                (
                    Worked(sign * shown, f"={'-' * (sign < 0)}{at}")
                    for shown, at in worked
                    if isinstance(shown, float | int)
                ),
                None,
            )
        )
    return cells


def _room(table: Table, held: Sequence[Held], over: Sequence[Cell], reach: float) -> Cell:
    """How much room is there up to the end, from the longest bar on or from what reaches furthest over one?"""
    furthest = (
        max(map(sum, zip(_sums(table, held), map(_shown, over), strict=True)))
        if over
        else _longest(table, held)
    )
    return _part(table, held, reach - furthest) if reach > furthest > 0 else 0.0


def _shown(cell: Cell) -> float:
    shown = cell.shown if isinstance(cell, Worked) else cell
    return shown if isinstance(shown, float | int) else 0.0


def _part(table: Table, held: Sequence[Held], length: float) -> Worked:
    """A length as a part of the longest bar."""
    longest = _longest(table, held)
    part = round(length / longest, _DECIMALS)
    stacks = "+".join(table.lines(one.value) for one in held)
    return Worked(round(part * longest, _DECIMALS), f"={part:g}*SUMPRODUCT(MAX({stacks}))")


def _longest(table: Table, held: Sequence[Held]) -> float:
    return max(_sums(table, held))


def _sums(table: Table, held: Sequence[Held]) -> list[float]:
    rows = zip(*(table.columns[one.value][1] for one in held), strict=True)
    return [sum(cell for cell in row if isinstance(cell, float | int)) for row in rows]


def _text(table: Table, held: Sequence[Held], line: int, label: Label | None) -> Cell:
    """Which cell says a label: one that follows the last part whose number it says, or else the whole stack?"""
    cells = [(table.columns[one.value][1][line], table.cell(one.value, line)) for one in reversed(held)]
    parts = [(cell, at) for cell, at in cells if isinstance(cell, float | int)]
    whole = (_sums(table, held)[line], "+".join(at for _, at in reversed(parts)))
    return of_place(cell_of(label, [*parts, whole]))


def hold_far(
    table: Table,
    held: Sequence[Held],
    words: Words,
    *,
    low: tuple[float, float],
    reach: tuple[Reach, ...],
    across: tuple[Sequence[Held], ...] = ((), ()),
) -> Held | None:
    """Writes a clear point that is as far along x and y as the axes must go for what is written beyond the furthest.

    `low` is where the axes begin; lines `across` an axis go up to that point. None where nothing needs it.
    """
    cells: list[Cell] = []
    for side, (first, far) in enumerate(zip(low, reach, strict=True)):
        columns = [_along(one, side) for one in held if one not in across[side]]
        furthest = max(
            (
                cell
                for column in columns
                for cell in table.columns[column][1]
                if isinstance(cell, float | int)
            ),
            default=0.0,
        )
        wanted = far.far > furthest or across[side]
        cells.append(_further(table, columns, furthest, far) if furthest > 0 and wanted else first)
    if cells == [*low]:
        return None
    name = _named(max(reach, key=lambda one: one.alike), words)
    added = Held(
        *(
            table.add(head, [cell])
            for head, cell in zip((words("briefing.native.x", name=name), name), cells, strict=True)
        )
    )
    for side, lines in enumerate(across):
        for line in lines if cells[side] != low[side] else ():
            _end_at(table, _along(line, side), _along(added, side))
    return added


def _along(one: Held, side: int) -> int:
    return (one.across, one.value)[side]


def _end_at(table: Table, line: int, far: int) -> None:
    """Has a line end where the furthest point does."""
    (cell,) = table.columns[far][1]
    shown = cell.shown if isinstance(cell, Worked) else cell
    assert isinstance(shown, float | int)
    head, ends = table.columns[line]
    table.columns[line] = head, [*ends[:-1], Worked(shown, f"={table.cell(far, 0)}")]


def _further(table: Table, columns: Sequence[int], furthest: float, reach: Reach) -> float | Worked:
    far = max(reach.far, furthest)
    if reach.alike:
        return round(far, _DECIMALS)
    part = round(far / furthest, _DECIMALS)
    cells = ",".join(table.lines(column) for column in columns)
    return Worked(round(part * furthest, _DECIMALS), f"={part:g}*MAX({cells})")
