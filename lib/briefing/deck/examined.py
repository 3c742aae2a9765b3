"""Whether a template can be followed, found out in a process of its own: it is a stranger's file."""

from __future__ import annotations

import json
import logging
from hashlib import sha256

from lib.briefing.deck.template import MOST_MB, TemplateError
from lib.catalog.apart import bounds
from lib.catalog.apart.elsewhere import Unread, answered
from lib.catalog.apart.handover import NotHandedOver

LOG = logging.getLogger("server.data")
_SECONDS, _MOST_ANSWER = 5.0, 10_000
"""Of work, and bytes of an answer: a template of 10 MB with 60 MB in it takes a second, and 210 MB of memory."""
_MOST_KNOWN = 100
_known: dict[str, tuple[str, dict[str, str]]] = {}


def examine(content: bytes) -> None:
    """Refuses a template that cannot be followed: raises TemplateError. Each file is looked at once.

    Once it was read within its bounds, reading it again in this process takes no more than they allow.
    """
    if len(content) > MOST_MB * 1_000_000:
        raise TemplateError("big", most=str(MOST_MB))
    name = sha256(content).hexdigest()
    if name not in _known:
        if len(_known) >= _MOST_KNOWN:
            _known.clear()
        _known[name] = _found(content)
    key, given = _known[name]
    if key:
        raise TemplateError(key, **given)


def _found(content: bytes) -> tuple[str, dict[str, str]]:
    """What is wrong with it? A blank key where nothing is."""
    try:
        answer = answered(
            "lib.briefing.deck.apart",
            {},
            content,
            seconds=_SECONDS,
            memory=bounds.MOST_MEMORY,
            most_answer=_MOST_ANSWER,
            most_wait_s=bounds.MOST_WAIT_S,
        )
        said = json.loads(answer)
        return str(said["key"]), {str(name): str(value) for name, value in said.get("given", {}).items()}
    except (Unread, NotHandedOver, ValueError, KeyError) as error:
        LOG.warning("a template of %d bytes was not read to its end: %s", len(content), error)
        if isinstance(error, Unread) and error.reason == "busy":
            raise TemplateError("busy") from error
        return "heavy", {}
