"""What is answered where there is no answer: what was asked, what is allowed, in the reader's language."""

from __future__ import annotations

import json
from collections.abc import Iterable
from http import HTTPStatus

from lib.words.speak import Words

MIME = "application/problem+json"


class Problem(Exception):
    """A request that cannot be answered. `key` is a message; `allowed` lists what there is instead (RFC 9457)."""

    def __init__(self, status: int, key: str, *, allowed: Iterable[str] = (), **given: str) -> None:
        super().__init__(f"{status} {key}")
        self.status, self.key, self.given = status, key, given
        self.allowed = tuple(allowed)

    def said(self, lang: str) -> str:
        """What is the matter, in a sentence?

        >>> Problem(404, "api.problem.address", name="x").said("en")
        'There is no address "x" here.'
        """
        return Words(lang)(self.key, **self.given)

    def content(self, lang: str) -> bytes:
        """How is it written down for a program? `title` is what HTTP calls the status."""
        found = {
            "type": "about:blank",
            "status": self.status,
            "title": HTTPStatus(self.status).phrase,
            "code": self.key.rpartition(".")[2],
            "detail": self.said(lang),
            "lang": lang,
        }
        listed = {"allowed": list(self.allowed)} if self.allowed else {}
        return json.dumps(found | listed, ensure_ascii=False).encode()
