"""What goes wrong a thousand times a second is written down once a minute."""

from __future__ import annotations

import logging
from collections import OrderedDict
from time import monotonic

EACH_S = 60.0
_OFTEN = 20
_MOST = 500


class SaidOnce(logging.Filter):
    """Lets a warning of one kind through twenty times a minute, and then says with the next how many there were.

    Of one kind is what was written by the same line of code for the same kind of error. Accounts of requests are no
    warnings, and all of them are written.
    """

    def __init__(self) -> None:
        super().__init__()
        self._seen: OrderedDict[tuple[object, ...], tuple[float, int]] = OrderedDict()

    def filter(self, record: logging.LogRecord) -> bool:
        """Is this to be written down?"""
        if record.levelno < logging.WARNING:
            return True
        error = record.exc_info[0] if record.exc_info else None
        kind = (record.name, record.pathname, record.lineno, error)
        since, count = self._seen.get(kind, (monotonic(), 0))
        if monotonic() - since > EACH_S:
            if count > _OFTEN:
                record.again = count - _OFTEN
            since, count = monotonic(), 0
        self._seen[kind] = since, count + 1
        self._seen.move_to_end(kind)
        if len(self._seen) > _MOST:
            self._seen.popitem(last=False)
        return count < _OFTEN
