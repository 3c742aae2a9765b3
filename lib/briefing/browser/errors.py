"""What can go wrong with a browser; each error says it in the reader's language."""

from __future__ import annotations

from lib.words.speak import Words


class BrowserError(Exception):
    """No picture was made. `key` is a message; `said` is it in a language."""

    def __init__(self, key: str, **given: str) -> None:
        self.key = key
        self.given = given
        super().__init__(self.said("en"))

    def said(self, lang: str) -> str:
        """What is to be told to a reader, and what can they do?"""
        return Words(lang)(self.key, **self.given)


class NoBrowser(BrowserError):
    """There is no browser on this machine, or none where CQ_BROWSER says."""


class BrowserFailed(BrowserError):
    """The browser died or did not finish, and so did the next one."""


class BrowserGone(Exception):
    """The browser died or was ended because it took too long; a new one may do better."""
