"""What the record must fulfil before it is published: each rule one named function."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from lib.catalog.book import Book
from lib.catalog.checks.cells import cells
from lib.catalog.checks.growth import growth_and_its_qualifier
from lib.catalog.checks.identity import ids_agree_with_codes
from lib.catalog.checks.keys import figures_once, keys_once
from lib.catalog.checks.languages import notes_in_both_languages
from lib.catalog.checks.limits import limits_of_nature
from lib.catalog.checks.links import links_have_an_address
from lib.catalog.checks.magnitude import magnitude
from lib.catalog.checks.parents import parents_without_circle
from lib.catalog.checks.periods import outcomes_after_their_period, periods
from lib.catalog.checks.references import references
from lib.catalog.checks.releases import sources_before_their_release
from lib.catalog.checks.units import units_of_the_indicator
from lib.catalog.fault import Fault

RULES: tuple[Callable[[Book], Iterable[Fault]], ...] = (
    cells,
    keys_once,
    figures_once,
    references,
    parents_without_circle,
    periods,
    outcomes_after_their_period,
    sources_before_their_release,
    units_of_the_indicator,
    limits_of_nature,
    growth_and_its_qualifier,
    notes_in_both_languages,
    links_have_an_address,
    magnitude,
)


def check(book: Book) -> list[Fault]:
    """What is wrong with the record? Every fault of every rule, sorted by file and row; empty if none."""
    faults = {fault for rule in RULES for fault in rule(book)}
    # An id is spelled from the codes of its row: one wrong code is one fault, not two.
    faults |= set(ids_agree_with_codes(book, known=faults))
    return sorted(faults)
