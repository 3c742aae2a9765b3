"""What came of a fault: the line that it gets in deploy/RESULTS.md."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

PATIENCE_S = 60.0
"""What takes longer than it may is told with its figure, and not broken off."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """One fault. `recovery_s` is the longest that any reader waited; memory is that of all processes together.

    `others_p95_s`: within so many seconds were 95 of 100 answers to another reader, meanwhile.
    """

    fault: str
    seen: str
    recovery_s: float | None
    lost: str
    memory_mb: tuple[float, float]
    others_p95_s: float | None = None

    def row(self) -> str:
        """How does it read as a row of the table?"""
        recovery = "—" if self.recovery_s is None else f"{self.recovery_s:.1f} s"
        before, after = self.memory_mb
        meanwhile = (
            "" if self.others_p95_s is None else f"; others' p95 meanwhile {self.others_p95_s * 1000:.0f} ms"
        )
        return f"| {self.fault} | {self.seen}{meanwhile} | {recovery} | {self.lost} | {before:.0f} → {after:.0f} MB |"


def p95(seconds: Sequence[float]) -> float:
    """Within how many seconds were 95 of 100 answered?"""
    ordered = sorted(seconds)
    return ordered[min(len(ordered) - 1, int(len(ordered) * 0.95))]
