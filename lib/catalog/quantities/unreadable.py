"""A text that could mean several things, or none."""

from __future__ import annotations


class Unreadable(ValueError):
    """What was typed cannot be read in one way; the message says why, and what to type instead."""
