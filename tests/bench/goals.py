"""What the dashboard is to reach beside its twins, and the table that says whether it does."""

from __future__ import annotations

import json
import platform
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.metadata import version
from os import cpu_count

from lib.site.pages import NAMED

Medians = Mapping[str, Mapping[str, float]]
OURS, PROXIED = "ours", "through the proxy"


@dataclass(frozen=True, slots=True)
class Goal:
    """A measure with its limit: `ours`, or its ratio to a twin where `beside` names one."""

    measure: str
    beside: str = ""
    at_most: float | None = None
    at_least: float | None = None
    who: str = OURS

    def found(self, medians: Medians) -> float | None:
        """What is held against the limit? None where a twin was not measured."""
        ways = medians.get(self.measure, {})
        if self.who not in ways or (self.beside and self.beside not in ways):
            return None
        return ways[self.who] / ways[self.beside] if self.beside else ways[self.who]

    def is_met(self, found: float) -> bool:
        """Is it within the limit?"""
        return (self.at_most is None or found <= self.at_most) and (
            self.at_least is None or found >= self.at_least
        )

    @property
    def limit(self) -> str:
        """How is the limit written? ≤ 1.15 × bare"""
        sign, limit = ("≤", self.at_most) if self.at_least is None else ("≥", self.at_least)
        return f"{sign} {limit:g}" + (f" × {self.beside}" if self.beside else "")


RATED = "Lighthouse, {preset}, {measure}"
_RATED = tuple(
    Goal(RATED.format(preset=preset, measure=measure), who=page.name, at_least=least)
    for page in NAMED.values()
    for preset, measure, least in (
        ("desktop", "performance", 90 if page.name in ("data", "explore") else 95),
        ("mobile", "performance", 80),
        ("desktop", "accessibility", 100),
        ("desktop", "best practices", 100),
        ("desktop", "SEO", 100),
    )
) + tuple(
    Goal(RATED.format(preset="desktop", measure="layout shift"), who=page.name, at_most=0.02)
    for page in NAMED.values()
)

GOALS = (
    Goal("first paint, cold, ms", "static", at_most=1.2),
    Goal("first paint, cold, ms", "stock", at_most=0.3),
    Goal("reruns a second, 50 sessions", "stock", at_least=12),
    Goal("reruns a second, 50 sessions", "bare", at_least=0.8),
    Goal("click to answer, 100 people, p95, ms", at_most=40),
    Goal("memory of a further session, MB", at_most=0.25),
    Goal("first session, more than the second, s", at_most=0.05),
    Goal("last chart, cold, ms", "static", at_most=1.25),
    Goal("last chart, warm, ms", "static", at_most=1.25),
    Goal("last chart, cold, 20 Mbit/s and 20 ms, ms", "static", at_most=1.25),
    Goal("last chart, cold, ms", "dash", at_most=1),
    Goal("last chart, cold, ms", "stock", at_most=0.65),
    Goal("last chart, warm, ms", "dash", at_most=1),
    Goal("last chart, warm, ms", "stock", at_most=0.55),
    Goal("last chart, cold, 20 Mbit/s and 20 ms, ms", "stock", at_most=0.4),
    Goal("last chart, cold, 20 Mbit/s and 20 ms, ms", "stock", at_most=0.4, who=PROXIED),
    Goal("cold, KB over the line", at_most=3 * 1024, who=PROXIED),
    Goal("click that redraws all charts, ms", "bare", at_most=1.15),
    Goal("first views a second", at_least=1000),
    Goal("first views a second", at_least=5000, who=PROXIED),
    Goal("first view while 50 sessions click, p99, ms", at_most=50),
    Goal("server time of a rerun, record 100 times as large, ms", "small record", at_most=1.3),
    *_RATED,
    Goal(RATED.format(preset="desktop", measure="blocking, ms"), who="data", at_most=150),
)


def table(medians: Medians, before: Medians) -> str:
    """How does each measure stand to its goal, and how did it stand before? As Markdown."""
    lines = [
        "| measure | ours | beside | ratio | before | goal | |",
        "| --- | ---: | ---: | ---: | ---: | --- | --- |",
    ]
    for goal in GOALS:
        found, earlier = goal.found(medians), goal.found(before)
        if found is None:
            continue
        ways = medians[goal.measure]
        cells = [
            f"{goal.measure}{'' if goal.who == OURS else f', {goal.who}'}",
            f"{ways[goal.who]:,.4g}",
            f"{goal.beside} {ways[goal.beside]:,.4g}" if goal.beside else "",
            f"{found:.2f}" if goal.beside else "",
            "" if earlier is None else f"{earlier:.2f}",
            goal.limit,
            "met" if goal.is_met(found) else "missed",
        ]
        lines.append(f"| {' | '.join(cells)} |")
    return "\n".join(lines) + "\n"


def missed(medians: Medians) -> int:
    """How many goals are missed?"""
    return sum(not goal.is_met(found) for goal in GOALS if (found := goal.found(medians)) is not None)


def machine() -> str:
    """On what was it measured?"""
    libraries = ", ".join(f"{name} {version(name)}" for name in ("streamlit", "plotly", "pandas", "pyarrow"))
    return f"Python {platform.python_version()}, {libraries}; {cpu_count()} cores; Chromium without a screen."


def stored(medians: Medians) -> str:
    """How is a run kept, to be compared with the next?"""
    return json.dumps(medians, indent=1, sort_keys=True, ensure_ascii=False) + "\n"
