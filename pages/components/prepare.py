"""What the first reader of a fresh server would otherwise wait for."""

from __future__ import annotations

from itertools import product

from lib.charts.card import Look
from lib.site.here import Here
from lib.site.pages import NAMED
from lib.site.parts import parts_of
from lib.words.messages import LANGUAGES
from lib.words.speak import Words
from pages.components.context import current


def prepare() -> None:
    """Makes what each page shows to who asks for nothing more, in both languages.

    What cannot be made is told to who asks for it.
    """
    key, record = current()
    for lang, page in product(LANGUAGES, NAMED):
        parts_of(page, Here(record, Words(lang), Look(), key), {})
