"""The colours and type of charts and interface, once for both."""

from __future__ import annotations

from dataclasses import dataclass

FONT = "'Source Han Sans SC', 'Noto Sans CJK SC', 'PingFang SC', 'Microsoft YaHei', system-ui, sans-serif"


@dataclass(frozen=True, slots=True)
class Tokens:
    """What each colour means; every pair is told apart in grey by position, hatch or label as well."""

    text: str
    quiet: str
    page: str
    card: str
    rule: str
    chongqing: str
    others: str
    goal: str
    goal_text: str
    contradiction: str


LIGHT = Tokens(
    text="#1A2733",
    quiet="#5B6875",
    page="#F5F7F9",
    card="#FFFFFF",
    rule="#DDE3E9",
    chongqing="#14568F",
    others="#9AA7B4",
    goal="#C2620E",
    goal_text="#A84F06",
    contradiction="#A61B1B",
)
DARK = Tokens(
    text="#E8EDF2",
    quiet="#A9B5C1",
    page="#10181F",
    card="#18232C",
    rule="#2C3945",
    chongqing="#6FB1E8",
    others="#8E9BA8",
    goal="#F0A35E",
    goal_text="#F0A35E",
    contradiction="#F28B82",
)
THEMES = {"light": LIGHT, "dark": DARK}
