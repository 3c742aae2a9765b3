"""The measurements of a rollup as a table in Markdown and as a plot in SVG."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

_WIDTH, _HEIGHT, _LEFT, _TOP = 640, 360, 60, 50


class Measured(Protocol):
    """What is drawn of a measurement."""

    millions: int
    way: str
    seconds: float
    gb: float


def table(medians: Sequence[Measured]) -> str:
    """What was measured, a row each, with the ratio to the SQL written by hand on the same rows?"""
    hand = {found.millions: found.seconds for found in medians if found.way == "by hand"}
    lines = [
        "| million rows | way | seconds | to SQL by hand | memory, GB |",
        "| ---: | --- | ---: | ---: | ---: |",
    ]
    for found in medians:
        ratio = f"{found.seconds / hand[found.millions]:.2f} ×" if found.millions in hand else "—"
        lines.append(f"| {found.millions} | {found.way} | {found.seconds:.1f} | {ratio} | {found.gb:.2f} |")
    return "\n".join(lines) + "\n"


def plot(medians: Sequence[Measured]) -> str:
    """How does the time of a whole rollup grow with the rows? The dashed line is exact growth."""
    points = sorted((found.millions, found.seconds) for found in medians if found.way == "whole rollup")
    most_rows, most_seconds = points[-1][0], max(seconds for _, seconds in points)
    across = (_WIDTH - _LEFT - 40) / most_rows
    up = (_HEIGHT - _TOP - 50) / most_seconds
    ground = _HEIGHT - 50
    dots = []
    for rows, seconds in points:
        x, y = _LEFT + rows * across, ground - seconds * up
        dots.append(f'<circle cx="{x:.0f}" cy="{y:.0f}" r="5" fill="#1f5fa8"/>')
        dots.append(f'<text x="{x - 8:.0f}" y="{y - 10:.0f}" text-anchor="end">{seconds:.0f} s</text>')
        dots.append(f'<text x="{x:.0f}" y="{ground + 18}" text-anchor="middle">{rows}</text>')
    rows, seconds = points[-1]
    end = f'x2="{_LEFT + rows * across:.0f}" y2="{ground - seconds * up:.0f}"'
    return "\n".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {_HEIGHT}" font-family="sans-serif" '
            'font-size="13" role="img" aria-label="Seconds of a rollup by million rows, SYNTHETIC register">',
            f'<rect width="{_WIDTH}" height="{_HEIGHT}" fill="#fff"/>',
            f'<text x="{_LEFT}" y="24" font-size="15">Rolling up a SYNTHETIC register (模拟数据): seconds</text>',
            f'<path d="M{_LEFT} {_TOP} V{ground} H{_WIDTH - 30}" fill="none" stroke="#888"/>',
            f'<line x1="{_LEFT}" y1="{ground}" {end} stroke="#888" stroke-dasharray="5 4"/>',
            *dots,
            f'<text x="{_WIDTH / 2:.0f}" y="{_HEIGHT - 10}" text-anchor="middle">million rows (dashed: linear)</text>',
            "</svg>\n",
        ]
    )
