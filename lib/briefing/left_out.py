"""What a briefing had to leave out, and why: told in the file and on the way out."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TypeVar

from lib.site.places import page_of
from lib.words.speak import Words
from lib.words.trouble import incident, is_foreseen, reason

Made = TypeVar("Made")


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A part by its kind and name, such as the chart `goal_path`, and what kept it from being made."""

    kind: str
    name: str
    error: Exception

    def called(self, words: Words) -> str:
        """What is the part called?"""
        match self.kind:
            case "chart":
                return words(
                    "briefing.left.chart", page=words(f"site.nav.{page_of(self.name)}"), name=self.name
                )
            case "kpi":
                return words(f"kpi.{self.name}.label")
            case "section":
                return words(f"briefing.doc.{self.name}")
            case "dataset":
                return words(f"data.dataset.{self.name}")
        return words(f"briefing.left.{self.name}")

    def why(self, words: Words) -> str:
        """Which figure or file was missing? Of a fault that nobody foresaw, its number."""
        if is_foreseen(self.error):
            return reason(self.error, words).rstrip("。.")
        return words("briefing.left.unforeseen", number=incident(self.error))


def told(left: Iterable[LeftOut], words: Words) -> str:
    """What does a file say of what it had to leave out? One clause for each reason; blank where it is whole."""
    by_reason: dict[str, list[str]] = {}
    for part in left:
        names = by_reason.setdefault(part.why(words), [])
        if (name := part.called(words)) not in names:
            names.append(name)
    parts = [
        words("briefing.left.part", names=words.list(names), why=why) for why, names in by_reason.items()
    ]
    return words("briefing.left.line", parts=words.join(parts)) if parts else ""


def attempt(kind: str, name: str, make: Callable[[], Made], left: list[LeftOut]) -> Made | None:
    """What does a part become, None where it cannot be made? Then it is added to what is left out."""
    try:
        return make()
    except Exception as error:
        left.append(LeftOut(kind, name, error))
        return None
