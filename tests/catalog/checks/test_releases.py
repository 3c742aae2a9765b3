import pandas as pd

from lib.catalog.checks import check
from lib.words.faults import fault_lines
from lib.words.speak import Words

ANCHOR = "cn-cq.offshore_outsourcing_executed.total.2021-01_2021-08"


def test_a_row_that_kept_the_edition_of_the_row_it_was_copied_from(book, line_of):
    # The edition is of 23 November 2026; a source of the day after cannot have been in it.
    sources = book["sources"].copy()
    sources.loc[sources["source_id"] == "cns-2021-09-13", "published"] = "2026-11-24"

    faults = check({**book, "sources": sources})

    rows = (book["observations"]["source_id"] == "cns-2021-09-13").sum()
    assert len(faults) == rows
    assert (
        f'observations.csv, row {line_of(ANCHOR)}, column release: found "2026.11"; '
        "allowed: an edition of 2026-11-24 or later, the day cns-2021-09-13 was published"
    ) in fault_lines(faults, Words("en"))


def test_a_source_of_the_day_of_the_edition_may_be_in_it(book):
    sources = book["sources"].copy()
    sources.loc[sources["source_id"] == "cns-2021-09-13", "published"] = "2026-11-23"

    assert check({**book, "sources": sources}) == []


def test_a_later_edition_takes_a_later_source(book):
    sources, rows = book["sources"].copy(), book["observations"].copy()
    sources.loc[sources["source_id"] == "cns-2021-09-13", "published"] = "2027-01-20"
    rows.loc[rows["source_id"] == "cns-2021-09-13", "release"] = "2027.02"
    edition = book["releases"].assign(release="2027.02", date="2027-02-01")
    releases = pd.concat([book["releases"], edition.set_axis([3])])

    assert check({**book, "sources": sources, "observations": rows, "releases": releases}) == []
