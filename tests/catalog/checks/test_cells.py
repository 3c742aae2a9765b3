import pytest

ANCHOR = "cn-cq.offshore_outsourcing_executed.total.2021-01_2021-08"
UNITS = (
    "USD, CNY, PERCENT, PERCENTAGE_POINT, RANK, MULTIPLE, CNY_PER_USD, PERSONS, ENTERPRISES, BASES, MARKETS, "
    "PARKS, ZONES"
)
NUMBER = "a number in plain digits such as 12.1"
DATE = "a date such as 2021-08-31"


@pytest.mark.parametrize(
    ("column", "found", "allowed"),
    [
        ("unit", "EUR", UNITS),
        ("unit", "", UNITS),
        ("unit", " USD", UNITS),
        ("unit_mult", "5", "0, 3, 4, 6, 8, 9, 12"),
        ("qualifier", "circa", "exact, about, nearly, over, under"),
        ("growth_qualifier", "circa", "exact, about, nearly, over, under, or blank"),
        ("kind", "forecast", "outcome, target, estimate"),
        ("confidence", "certain", "high, medium, low"),
        ("value", "1,21", NUMBER),
        ("value", "12.1亿", NUMBER),
        ("value", "１.21", NUMBER),
        ("value", "nan", NUMBER),
        ("value", "1e9", NUMBER),
        ("value", "", NUMBER),
        ("growth", "78.7%", f"{NUMBER}, or blank"),
        ("period_start", "2021/1/1", DATE),
        ("period_end", "2021-08-32", DATE),
        ("period_end", "20210831", DATE),
        ("period_end", "", DATE),
        ("basis", "", "a code of bases.csv"),
        ("source_id", "", "a code of sources.csv"),
    ],
)
def test_a_cell_that_its_column_does_not_allow_is_one_fault(plant, line_of, column, found, allowed):
    faults = plant("observations", ANCHOR, **{column: found})

    row = line_of(ANCHOR)
    assert faults == [f'observations.csv, row {row}, column {column}: found "{found}"; allowed: {allowed}']


@pytest.mark.parametrize(
    ("table", "key", "column", "found", "allowed"),
    [
        ("sources", "cns-2021-09-13", "access", "mirror", "original, translation, dataset, copy, own"),
        ("sources", "cns-2021-09-13", "language", "fr", "zh, en, ja, ru, it, ur, ko, sw"),
        ("sources", "cns-2021-09-13", "published", "13 September 2021", f"{DATE}, or blank"),
        ("sources", "cns-2021-09-13", "publisher_en", "", "text"),
        (
            "sources",
            "cns-2021-09-13",
            "url",
            "www.tellerreport.com",
            "an address that starts with http:// or https://, or blank",
        ),
        (
            "indicators",
            "exchange_rate",
            "dataset",
            "rates",
            "trade_volume, outsourcing, emerging_sectors, enterprises, talent, context, exchange_rates",
        ),
        ("indicators", "exchange_rate", "additive", "maybe", "yes, no"),
        ("indicators", "exchange_rate", "unit", "CNY_PER_USD;EUR", f"{UNITS}, joined by ;"),
        ("indicators", "exchange_rate", "name_zh", "", "text"),
        ("areas", "CN-CQ", "region", "south", "east, central, west, or blank"),
        ("bases", "bop_safe", "scope_zh", "", "text"),
        ("conflicts", "cq-offshore-rank-2020", "what_en", "", "text"),
        ("releases", "2026.11", "date", "November 2026", DATE),
    ],
)
def test_the_other_tables_are_checked_by_their_own_columns(
    plant, line_of, table, key, column, found, allowed
):
    faults = plant(table, key, **{column: found})

    row = line_of(key, f"{table}.csv")
    assert faults == [f'{table}.csv, row {row}, column {column}: found "{found}"; allowed: {allowed}']


def test_an_edition_is_named_by_year_and_month(append):
    # A second edition: the rows of the first one still name it.
    faults = append("releases", "2026.11", release="first")

    assert faults == [
        'releases.csv, row 3, column release: found "first"; allowed: a year and a month such as 2026.11'
    ]
