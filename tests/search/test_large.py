"""Does a search of fifty thousand GENERATED figures find the published one, and go through columns and not rows?"""

from __future__ import annotations

import pytest

from lib.facts.record import Record
from lib.search.figures import figures
from lib.search.question import terms_of
from lib.search.table import Table
from lib.words.speak import Words
from tests.search.generated import MARK, generated

FIGURES = 50_000


@pytest.fixture(scope="module")
def table(shipped: Record) -> Table:
    large = generated(shipped, FIGURES)
    assert large.size == FIGURES
    return figures(large, Words("zh"), {}).table


def test_a_published_figure_stands_alone_among_generated_ones(table: Table) -> None:
    fits = table.fits(terms_of("重庆离岸 2021年1-8月 12.1亿"))
    assert int((fits > 0).all(axis=0).sum()) == 1


def test_names_are_looked_at_once_each_however_many_figures_have_them(table: Table) -> None:
    assert len(table.lines) > FIGURES
    assert len(table.known) < 1_500
    assert sum(MARK.lower() in name.plain for name in table.known) == 1
