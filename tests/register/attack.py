"""What can a reader work out of everything that is published? Exact linear algebra, with fractions."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping
from fractions import Fraction

Line = dict[Hashable, Fraction]


def determined(known: Iterable[Hashable], equations: Iterable[Mapping[Hashable, int]]) -> set[Hashable]:
    """Which unknowns have one possible value? Those that stand alone in a row of the reduced echelon form.

    Each equation is a sum of cells with their signs; its right side is of no matter, for only whether there
    is one solution is asked. Values below zero are no help to a reader either way: each withheld cell is above
    zero, so that the true values lie inside of what is possible, and can move both ways wherever any can.
    """
    fixed = set(known)
    echelon: dict[Hashable, Line] = {}
    for equation in equations:
        line: Line = {cell: Fraction(sign) for cell, sign in equation.items() if cell not in fixed}
        for pivot, above in echelon.items():
            _take_off(line, above, pivot)
        if not line:
            continue
        pivot = min(line, key=repr)
        factor = line[pivot]
        line = {cell: sign / factor for cell, sign in line.items()}
        for above in echelon.values():
            _take_off(above, line, pivot)
        echelon[pivot] = line
    return {pivot for pivot, line in echelon.items() if len(line) == 1}


def _take_off(line: Line, above: Line, pivot: Hashable) -> None:
    factor = line.get(pivot)
    if not factor:
        return
    for cell, sign in above.items():
        left = line.get(cell, Fraction(0)) - factor * sign
        if left:
            line[cell] = left
        else:
            line.pop(cell, None)
