import pytest

from lib.catalog.checks.magnitude import magnitude

ANCHOR = "cn-cq.offshore_outsourcing_executed.total.2021-01_2021-08"
BEIJING = "cn-bj.services_trade_total.total"


def slip(found: str, row: int, allowed: str) -> str:
    return (
        f'observations.csv, row {row}, column value: found "{found}"; '
        f"allowed: {allowed}, within 100 times of the others of its series"
    )


def test_the_published_record_has_no_slip(book):
    assert list(magnitude(book)) == []


# Others of the anchor's series by the month, in 100 million dollars: 103.2/60 = 1.72, 21.5/12 = 1.792,
# 20.6/12 = 1.717, 22.8/12 = 1.9 three times, 5.2/6 = 0.867. The median, 1.7917, for eight months is 14.333:
# a hundredth of it is 14,333,333 dollars, a hundred times it 143,333,333,333.
@pytest.mark.parametrize("unit_mult", ["4", "12"])
def test_a_slip_in_a_long_series_is_named_alone(plant, line_of, unit_mult):
    faults = plant("observations", ANCHOR, unit_mult=unit_mult)

    allowed = "14,333,333 to 143,333,333,333 USD"
    assert faults == [slip(f"1.21 × 10^{unit_mult} USD", line_of(ANCHOR), allowed)]


def test_a_slip_in_the_digits_is_found_too(plant, line_of):
    # "22.8" hundred millions entered as 2280 billions: 1000 times too large
    key = "cn-cq.offshore_outsourcing_executed.total.2020-01_2020-12.cns-2021-09-13"
    faults = plant("observations", key, value="2280")

    # others by the month: 1.72, 1.792, 1.717, 1.9, 1.9, 0.867, 12.1/8 = 1.513; median 1.72, for a year 20.64
    assert faults == [slip("2280 × 10^9 USD", line_of(key), "20,640,000 to 206,400,000,000 USD")]


def test_of_two_figures_alone_both_are_named(plant, line_of):
    first = "cn-gz.offshore_outsourcing_executed.total.2016-01_2016-12"
    second = "cn-gz.offshore_outsourcing_executed.total.2019-01_2019-12"
    faults = plant("observations", second, unit_mult="12")

    assert faults == [
        slip("355.33 × 10^4 USD", line_of(first), "11,400,000,000 to 114,000,000,000,000 USD"),
        slip("1.14 × 10^12 USD", line_of(second), "35,533 to 355,330,000 USD"),
    ]


def test_in_a_series_of_three_only_the_slip_is_named(plant, line_of):
    # Beijing: 16.2 billion dollars in 2003, 1 trillion yuan in 2017, 153.5 billion dollars in 2023
    faults = plant("observations", f"{BEIJING}.2017-01_2017-12", unit_mult="8")

    assert len(faults) == 1
    assert faults[0].startswith(
        f"observations.csv, row {line_of(f'{BEIJING}.2017-01_2017-12')}, column value: "
        'found "1 × 10^8 CNY"; allowed: '
    )


def test_a_growth_of_32_times_is_no_slip(book):
    # Guizhou printed 3.5533 million dollars for 2016 and 114 million for 2019
    rows = book["observations"]
    guizhou = rows[(rows["ref_area"] == "CN-GZ") & (rows["indicator"] == "offshore_outsourcing_executed")]

    assert list(guizhou["value"]) == ["355.33", "1.14"]
    assert list(magnitude({**book, "observations": guizhou})) == []


def test_a_part_without_a_series_is_compared_with_its_whole(plant, line_of):
    key = "cn-cq.offshore_outsourcing_executed.pharma_biotech_rd.2021-01_2021-06"
    faults = plant("observations", key, unit_mult="8")  # 8287万 read as 8287亿

    assert len(faults) == 1
    assert faults[0].startswith(
        f'observations.csv, row {line_of(key)}, column value: found "8287 × 10^8 USD"; allowed: '
    )


def test_a_small_part_is_no_slip(plant):
    key = "cn-cq.offshore_outsourcing_executed.pharma_biotech_rd.2021-01_2021-06"

    assert plant("observations", key, unit_mult="3", value="8.3", qualifier="about") == []


def test_months_are_counted_where_periods_add_up(append):
    # One month of 1.8 million dollars. The others are 172 million a month in the middle, so a hundredth is
    # 1.72 million; of a year in the middle, 2,060 million, it would be 20.6 million, and this a slip.
    faults = append(
        "observations",
        "cn-cq.offshore_outsourcing_executed.total.2018-01_2018-12",
        observation_id="cn-cq.offshore_outsourcing_executed.total.2018-01_2018-01",
        period_end="2018-01-31",
        value="0.018",
    )

    assert faults == []
