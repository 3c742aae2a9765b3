"""What can be wrong with what a page asks of the record."""

from __future__ import annotations


class RecordError(Exception):
    """Anything that keeps the record from answering."""


class DatasetUnavailable(RecordError):
    """A dataset is missing, empty or damaged: which file, what is wrong, what to do."""

    def __init__(self, *, file: str, problem: str, detail: str = "") -> None:
        """`problem` is one of missing, empty, damaged, outdated, unknown_code, no_local."""
        super().__init__(f"{file}: {problem} {detail}".strip())
        self.file, self.problem, self.detail = file, problem, detail


class NoSuchFigure(RecordError):
    """The record holds no figure of that description."""
