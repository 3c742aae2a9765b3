"""Why somebody is not let in: a reason that the page says in words, and a detail for the log."""

from __future__ import annotations

from typing import Literal, get_args

Reason = Literal["cancelled", "provider", "down", "attempt", "token", "expired", "role", "unavailable"]
REASONS: tuple[Reason, ...] = get_args(Reason)


class Refused(Exception):
    """A sign-in that is not accepted. `detail` names the fault without naming the person."""

    def __init__(self, reason: Reason, detail: str) -> None:
        super().__init__(detail)
        self.reason: Reason = reason
        self.detail = detail
