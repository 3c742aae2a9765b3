"""What stands in the place of a block that could not be made."""

from __future__ import annotations

import logging

from lib.site.markup.states import fault_html
from lib.site.pieces import Text
from lib.words.speak import Words
from lib.words.trouble import incident, is_foreseen

_LOG = logging.getLogger("server")


def fault(error: Exception, words: Words) -> Text:
    """What says which file or figure is missing and what to do? Of a fault that nobody foresaw the log has the rest."""
    noted(error)
    return Text(fault_html(error, words), error=error)


def noted(error: Exception) -> None:
    """Writes a fault that nobody foresaw to the log, under the number that the reader sees."""
    if not is_foreseen(error):
        _LOG.error("a part was not made", exc_info=error, extra={"fields": {"incident": incident(error)}})
