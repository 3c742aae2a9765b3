"""What stands in the place of a block that could not be made."""

from __future__ import annotations

import logging
from collections.abc import Callable

from lib.site.here import Here
from lib.site.markup.states import fault_html
from lib.site.part import Part, Sheet
from lib.site.pieces import Text
from lib.words.speak import Words
from lib.words.trouble import incident, is_foreseen

_LOG = logging.getLogger("server")


def fault(error: Exception, words: Words) -> Text:
    """What says which file or figure is missing and what to do? Of a fault that nobody foresaw the log has the rest."""
    noted(error)
    return Text(fault_html(error, words), error=error)


def in_its_place(key: str, make: Callable[[], tuple[Part, ...]], here: Here) -> tuple[Part, ...]:
    """What stands there? Where it cannot be made, why, and nothing else is lost by it."""
    try:
        return make()
    except Exception as error:
        return (Sheet(key, (fault(error, here.words),)),)


def noted(error: Exception) -> None:
    """Writes a fault that nobody foresaw to the log, under the number that the reader sees."""
    if not is_foreseen(error):
        _LOG.error("a part was not made", exc_info=error, extra={"fields": {"incident": incident(error)}})
