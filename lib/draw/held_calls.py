"""The labels over and under the parts of a bar, in cells: clear bars up to the thin lines that they stand at."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from lib.charts.tokens import LIGHT
from lib.draw.held import Held, of_place
from lib.draw.label_cells import Worked, cell_of
from lib.draw.model import Bar, Bars, BarSeries, Call, Fill
from lib.draw.table import Cell, Table
from lib.words.speak import Words

_OVER, _OWN, _UNDER = range(3)
_THIN = 2000
"""The whole bar is so many times as long as the line is wide."""


@dataclass(frozen=True, slots=True)
class _Parts:
    """The parts of the bar: how long each is, and in which cell."""

    lengths: tuple[float, ...]
    cells: tuple[str, ...]

    @property
    def thin(self) -> Worked:
        """How wide is a line?"""
        return Worked(float(f"{sum(self.lengths) / _THIN:.3g}"), f"=({'+'.join(self.cells)})/{_THIN}")

    def up_to(self, part: int, before: int | None, thin: str) -> Worked:
        """How far is it to the middle of a part, from zero or from the line at the middle of one before?"""
        first = 0 if before is None else before + 1
        long = sum(self.lengths[first:part]) + self.lengths[part] / 2
        cells = [*self.cells[first:part], f"{self.cells[part]}/2"]
        if before is not None:
            long += self.lengths[before] / 2 - sum(self.lengths) / _THIN
            cells = [f"{self.cells[before]}/2", *cells, f"-{thin}"]
        return Worked(float(f"{long:.5g}"), "=" + "+".join(cells).replace("+-", "-"))


def hold_calls(table: Table, bars: Bars, held: Sequence[Held], words: Words) -> list[tuple[BarSeries, Held]]:
    """Writes the columns of what stands over and under a bar, and gives the series that they are drawn as."""
    rows = {row: [call for call in bars.calls if call.over == (row == _OVER)] for row in (_OVER, _UNDER)}
    lengths = (table.columns[one.value][1][_OWN] for one in held)
    parts = _Parts(
        tuple(cell if isinstance(cell, float | int) else 0.0 for cell in lengths),
        tuple(table.cell(one.value, _OWN) for one in held),
    )
    found = []
    for place in range(max(map(len, rows.values()))):
        before = {row: calls[place - 1].part if place else None for row, calls in rows.items()}
        own = {row: calls[place] for row, calls in rows.items() if place < len(calls)}
        found += _pair(table, own, before, parts, held[0].across, words)
    return found


def _pair(
    table: Table,
    own: dict[int, Call],
    before: dict[int, int | None],
    parts: _Parts,
    across: int,
    words: Words,
) -> list[tuple[BarSeries, Held]]:
    """A clear bar up to a line, with the label at its end, and the line, in each row that has one."""
    room, name = words("briefing.native.up_to_line"), words("briefing.native.label_line")
    value, label, line = (len(table.columns) + more for more in range(3))
    clear, said, thin = (list[Cell]([None] * 3) for _ in range(3))
    for row, call in own.items():
        clear[row] = parts.up_to(call.part, before[row], table.cell(line, row))
        said[row] = of_place(cell_of(call.label, [(parts.lengths[call.part], parts.cells[call.part])]))
        thin[row] = parts.thin
    for head, cells in ((room, clear), (words("briefing.native.label", name=room), said), (name, thin)):
        table.add(head, cells)
    shown = [Bar(None, None, own[row].label) if row in own else None for row in range(3)]
    drawn = [Bar(None, Fill("", LIGHT.quiet)) if row in own else None for row in range(3)]
    return [
        (BarSeries(room, tuple(shown)), Held(across, value, label)),
        (BarSeries(name, tuple(drawn)), Held(across, line)),
    ]
