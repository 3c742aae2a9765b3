"""What the first reader of a fresh server would otherwise wait for."""

from __future__ import annotations

from importlib import import_module
from itertools import product

from lib.charts.card import Look
from lib.site.here import Here
from lib.site.pages import NAMED
from lib.site.parts import parts_of
from lib.words.messages import LANGUAGES
from lib.words.speak import Words
from pages.components.context import current

_RUN = "pages.components.read"
"""What the script of a page runs, with all that it needs in its turn: a sixth of a second to load."""


def prepare() -> None:
    """Loads what the scripts of the pages run, and makes what each shows to who asks for nothing more, in both
    languages.

    What cannot be made is told to who asks for it.
    """
    import_module(_RUN)
    key, record = current()
    for lang, page in product(LANGUAGES, NAMED):
        parts_of(page, Here(record, Words(lang), Look(), key), {})
