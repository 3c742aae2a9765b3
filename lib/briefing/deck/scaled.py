"""What was put on a slide of 960 points, on a slide of another width: places, sizes of type and widths of lines."""

from __future__ import annotations

from lib.draw.xml import Element, etree

_SIDES = {"off": ("x", "y"), "ext": ("cx", "cy"), "chOff": ("x", "y"), "chExt": ("cx", "cy"), "ln": ("w",)}
_TYPE = ("rPr", "defRPr", "endParaRPr")


def scale(root: Element, factor: float) -> None:
    """Makes all of it so many times as large."""
    if factor == 1.0:
        return
    for part in root.iter("{*}*"):
        name = etree.QName(part).localname
        sides = ("sz",) if name in _TYPE else ("val",) if name in ("spcPts", "size") else _SIDES.get(name, ())
        for side in sides:
            if (given := part.get(side)) is not None:
                part.set(side, str(max(2 if name == "size" else 0, round(int(given) * factor))))
