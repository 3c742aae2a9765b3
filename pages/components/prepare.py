"""What the first reader of a fresh server would otherwise wait for."""

from __future__ import annotations

from lib.charts.card import Look
from lib.site.here import Here
from lib.site.pages import OVERVIEW
from lib.site.parts import parts_of
from lib.words.messages import LANGUAGES
from lib.words.speak import Words
from pages.components.context import current


def prepare() -> None:
    """Makes the overview in both languages; what cannot be made is told to who asks for it."""
    key, record = current()
    for lang in LANGUAGES:
        parts_of(OVERVIEW.name, Here(record, Words(lang), Look(), key), {})
