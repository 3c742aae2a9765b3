"""What came of a fault: the line that it gets in deploy/RESULTS.md."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Outcome:
    """One fault. `recovery_s` is the longest that any reader waited; memory is that of all processes together."""

    fault: str
    seen: str
    recovery_s: float | None
    lost: str
    memory_mb: tuple[float, float]

    def row(self) -> str:
        """How does it read as a row of the table?"""
        recovery = "—" if self.recovery_s is None else f"{self.recovery_s:.1f} s"
        before, after = self.memory_mb
        return f"| {self.fault} | {self.seen} | {recovery} | {self.lost} | {before:.0f} → {after:.0f} MB |"


def p95(seconds: Sequence[float]) -> float:
    """Within how many seconds were 95 of 100 answered?"""
    ordered = sorted(seconds)
    return ordered[min(len(ordered) - 1, int(len(ordered) * 0.95))]
