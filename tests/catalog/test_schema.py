from lib.calc import printed
from lib.catalog import codes
from lib.catalog.codes import COUNTED_UNITS, CURRENCIES, RATE_UNITS, UNITS
from lib.catalog.schema import STORED, TABLES, dictionary
from lib.facts.record import DATASETS

# the columns of an observation as the data model lists them, and the decimals of the growth rate
DATA_MODEL = (
    "observation_id, indicator, ref_area, counterpart, category, period_start, period_end, value, unit_mult, "
    "unit, lower, upper, decimals, qualifier, growth, growth_lower, growth_upper, growth_decimals, "
    "growth_qualifier, kind, basis, obs_status, source_id, confidence, note_en, note_zh, release"
)


def test_an_observation_has_the_columns_of_the_data_model():
    assert ", ".join(column.name for column in TABLES["observations"].columns) == DATA_MODEL


def test_the_csv_files_have_the_columns_that_are_typed_by_hand(published):
    for table in TABLES.values():
        header = (published / table.file).read_text(encoding="utf-8").splitlines()[0]
        assert header == ",".join(column.name for column in table.typed_by_hand)


def test_what_the_record_and_calculations_call_by_a_code_is_explained():
    assert tuple(codes.DATASETS) == DATASETS
    assert tuple(codes.QUALIFIERS) == printed.QUALIFIERS
    assert tuple(STORED)[: len(DATASETS)] == DATASETS


def test_every_column_and_code_is_explained_in_both_languages():
    words = dictionary()

    assert len(words) == sum(len(table.columns) for table in TABLES.values())
    assert (words[["description_en", "description_zh"]] != "").all(axis=None)
    assert not words["description_en"].str.contains(r"[\u4e00-\u9fff]").any()
    assert words["description_zh"].str.contains(r"[\u4e00-\u9fff]").all()


def test_the_dictionary_names_units_and_codes():
    words = dictionary().set_index(["table", "column"])

    assert words.loc[("observations", "lower"), "unit_or_codes"] == "unit × 10^unit_mult"
    assert words.loc[("observations", "growth"), "unit_or_codes"] == "per cent"
    assert words.loc[("observations", "basis"), "unit_or_codes"] == "a code of bases.csv"
    assert words.loc[("observations", "obs_status"), "unit_or_codes"] == "A, P, E, F, B, M"
    assert words.loc[("sources", "access"), "unit_or_codes"] == "original, translation, dataset, copy, own"
    assert words.loc[("sources", "published"), "type"] == "date"


def test_every_unit_is_an_amount_a_count_or_a_rate():
    assert set(UNITS) == set(CURRENCIES) | set(COUNTED_UNITS) | set(RATE_UNITS)
