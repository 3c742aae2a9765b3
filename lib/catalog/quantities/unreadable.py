"""A text that could mean several things, or none."""

from __future__ import annotations

from lib.catalog.message import Message


class Unreadable(ValueError):
    """What was typed cannot be read in one way; `told` says why, and what to type instead."""

    def __init__(self, name: str, /, **given: object) -> None:
        """`name` is that of a message about what is allowed."""
        self.told = Message(f"fault.allowed.{name}", **given)
        super().__init__(str(self.told))
