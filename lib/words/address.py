"""The address that reopens what a reader sees: page, language, choices, and one chart where it is one."""

from __future__ import annotations

from urllib.parse import urlencode


def path_of(page: str) -> str:
    """Under which path does a page stand?

    >>> path_of("trade_volume"), path_of("overview")
    ('trade-volume', '')
    """
    return "" if page == "overview" else page.replace("_", "-")


def address(page: str, **asked: str) -> str:
    """Which address reopens a page with these parameters? Empty ones are left out.

    >>> address("outsourcing", lang="zh", view="slide", chart="growth_base", period="")
    '/outsourcing?lang=zh&view=slide&chart=growth_base'
    >>> address("explore", area="CN-CQ,510100")
    '/explore?area=CN-CQ,510100'
    """
    return f"/{path_of(page)}?{urlencode({name: value for name, value in asked.items() if value}, safe=',')}"
