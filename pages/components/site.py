"""The pages of the site, their addresses and the order in the header."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SitePage:
    """A page: its name in messages, its address, and the script that draws it."""

    name: str
    path: str
    script: str


SITE = (
    SitePage("overview", "", "pages/overview.py"),
    SitePage("trade_volume", "trade-volume", "pages/trade_volume.py"),
    SitePage("outsourcing", "outsourcing", "pages/outsourcing.py"),
    SitePage("emerging_sectors", "emerging-sectors", "pages/emerging_sectors.py"),
    SitePage("enterprises", "enterprises", "pages/enterprises.py"),
    SitePage("talent", "talent", "pages/talent.py"),
    SitePage("comparison", "comparison", "pages/comparison.py"),
    SitePage("explore", "explore", "pages/explore.py"),
    SitePage("reconciliation", "reconciliation", "pages/reconciliation.py"),
    SitePage("data", "data", "pages/data.py"),
    SitePage("briefing", "briefing", "pages/briefing.py"),
)
HIDDEN = (SitePage("search", "search", "pages/search.py"),)
"""Pages that answer a question of the reader's: in no menu, slide, briefing or edition."""
PATHS = frozenset(page.path for page in SITE)
