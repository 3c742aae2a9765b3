"""A change on the year before as people type it: 78.7%, 同比增长78.7%, down 3.1%."""

from __future__ import annotations

import re
from dataclasses import replace

from lib.catalog.quantities.figure import Quantity, read_quantity
from lib.catalog.quantities.unreadable import Unreadable
from lib.catalog.quantities.width import plain_width

_ROSE = re.compile(r"^(?:同比)?(?:增长|上升|增加|提高)(?:了)?|^(?:up|rose|grew)\s+(?:by\s+)?", re.IGNORECASE)
_FELL = re.compile(r"^(?:同比)?(?:下降|减少|降低|下滑)(?:了)?|^(?:down|fell)\s+(?:by\s+)?", re.IGNORECASE)
_SAME_PERIOD = re.compile(r"^同比(?=[-+0-9约近超])|\s*(?:year on year|year-on-year|yoy)$", re.IGNORECASE)


def read_change(text: str) -> Quantity:
    """Which change in per cent does a text say? Raises Unreadable as `read_quantity` does.

    >>> read_change("同比下降3.1%").value, read_change("up 78.7% year on year").value, read_change("+6").value
    ('-3.1', '78.7', '6')
    """
    given = _SAME_PERIOD.sub("", plain_width(text))
    fell = _FELL.match(given)
    found = read_quantity(_ROSE.sub("", _FELL.sub("", given)))
    if found.unit not in ("", "PERCENT") or found.unit_mult:
        raise Unreadable(f"{found} is no change in per cent: 78.7 or 78.7%")
    if fell and found.value.startswith("-"):
        raise Unreadable("a fall by a negative number is a rise: keep the word or the sign")
    if fell and found.qualifier not in ("exact", "about"):
        raise Unreadable(
            f"{found.qualifier} before a fall can lie on either side of it: describe it in a note"
        )
    value = f"-{found.value}" if fell and found.value.strip("0.") else found.value
    return replace(found, value=value, unit="PERCENT", unit_mult=0)
