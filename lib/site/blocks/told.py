"""What a page says before anything else: what its address asks for in vain, and data that were not published."""

from __future__ import annotations

from collections.abc import Mapping

from lib.site.here import VIEWS, Here
from lib.site.markup.states import local_fault_html, notice_html
from lib.site.markup.tags import tag
from lib.site.pieces import Box, Piece, Text
from lib.site.shared import shared
from lib.words.messages import LANGUAGES
from lib.words.origins import banner
from lib.words.speak import Words


def unknown(name: str, value: str, words: Words) -> Text:
    """What says that the address asks for what there is none of?"""
    return Text(notice_html(words("states.unknown_value", name=name, value=value)))


def unknown_values(asked: Mapping[str, str]) -> dict[str, str]:
    """Which language or view does the address ask for that there is none of?

    >>> unknown_values({"lang": "fr", "view": "print"})
    {'lang': 'fr'}
    """
    known = {"lang": LANGUAGES, "view": VIEWS}
    return {
        name: asked[name] for name, values in known.items() if name in asked and asked[name] not in values
    }


@shared
def own_data(_name: str, here: Here) -> tuple[Piece, ...]:
    """What says that what follows is not only what was published, and which files of that could not be used?"""
    said = banner(here.record, here.words)
    mark = tag("div", tag("b", said), "state own", role="status")
    faults = (Text(local_fault_html(fault, here.words)) for fault in here.record.local_faults)
    return (*((Box("own_data", (Text(mark),)),) if said else ()), *faults)


def told_first(here: Here, asked: Mapping[str, str]) -> tuple[Piece, ...]:
    """What stands over the page of this address?"""
    refused = unknown_values(asked).items()
    return (*(unknown(name, value, here.words) for name, value in refused), *own_data("own_data", here))
