"""Which files a reader may fetch: those whose address was said to that reader."""

from __future__ import annotations

import re
from collections import OrderedDict

from starlette.types import Message, Send

from pages.signin.session import Session

_FILES = "/media/"
_NAMED = re.compile(rb"/media/([\w-]+)\.")
_ASKED = re.compile(r"/media/([\w-]+)\.\w*")
_MOST = 50_000


class Sent:
    """Notes the addresses of files in what is sent to each reader's pages.

    Streamlit hands a file to whoever knows its address, and some hold what only analysts may see.
    """

    def __init__(self) -> None:
        self._sent: OrderedDict[tuple[str, str], None] = OrderedDict()

    def told(self, session: Session, send: Send) -> Send:
        """Sends what is said to a reader, and notes which files are named in it."""

        async def noted(message: Message) -> None:
            said = message.get("bytes")
            if said and _FILES.encode() in said:
                for name in _NAMED.findall(said):
                    self._note((session.id, name.decode()))
            await send(message)

        return noted

    def may_fetch(self, session: Session, path: str) -> bool:
        """May this reader have what is at a path? Of files only what was named to them."""
        if not path.startswith(_FILES):
            return True
        asked = _ASKED.fullmatch(path)
        return asked is not None and (session.id, asked[1]) in self._sent

    def _note(self, what: tuple[str, str]) -> None:
        self._sent[what] = None
        self._sent.move_to_end(what)
        if len(self._sent) > _MOST:
            self._sent.popitem(last=False)
