import math
from dataclasses import replace

import pytest

from lib.facts.errors import DatasetUnavailable, NoSuchFigure
from lib.facts.talent import bases_by_focus, named_bases, programme, years_of_plan
from tests.facts.altered import with_copy, without

SOURCE = "cns-2021-09-13"


def test_nine_bases_are_known_and_the_rest_of_the_plan_is_not(record):
    steps = programme(record)
    assert [step.plan.value for step in steps] == [10, 100, 3000]
    assert [step.plan.qualifier for step in steps] == ["about", "about", "over"]
    assert [step.outcome and step.outcome.value for step in steps] == [9, None, None]
    assert (steps[0].plan.lower, steps[0].plan.upper) == (5, 15)


def test_an_outcome_that_is_published_later_shows_up(record):
    plan = "cn-cq.talent_partner_enterprises.total.2021-09-13_2021-09-13"
    later = with_copy(record, "talent", plan, kind="outcome", value=40, lower=40, upper=40, qualifier="exact")
    assert [step.outcome and step.outcome.value for step in programme(later)] == [9, 40, None]


def test_a_part_without_plan_or_outcome_is_left_out_and_no_zero(record):
    less = without(record, "talent", indicator="talent_high_end_trained")
    assert [step.indicator for step in programme(less)] == [
        "talent_training_bases",
        "talent_partner_enterprises",
    ]


def test_the_bases_are_counted_by_what_they_train(record):
    counts = bases_by_focus(record)
    assert [(count.category, count.value) for count in counts] == [
        ("computer_training", 4),
        ("business_services", 3),
        ("cloud_big_data", 1),
        ("cultural_creative", 1),
    ]
    assert {count.is_derived for count in counts} == {True}
    assert {count.lineage() for count in counts} == {
        ("cn-cq.talent_training_bases.total.2021-09-13_2021-09-13",)
    }


def test_the_list_holds_as_many_bases_as_the_source_counts(record):
    bases = named_bases(record)
    assert len(bases) == record.latest("talent_training_bases").value == 9
    assert bases[0].names == {"zh": "", "en": "Chongqing Step Software Vocational Training College"}
    assert {base.source_id for base in bases} == {SOURCE}


def test_without_the_list_there_is_an_error(record):
    fault = DatasetUnavailable(file="talent_bases.parquet", problem="missing")
    with pytest.raises(DatasetUnavailable):
        bases_by_focus(replace(record, faults={"talent_bases": fault}))


def test_the_plan_takes_fifteen_years_or_less_than_two(record):
    plan = years_of_plan(record)
    assert plan.in_all.value == 15  # 3000 ÷ 200
    assert plan.per_base.value == pytest.approx(1.6667, abs=5e-5)  # 3000 ÷ 9 ÷ 200
    assert plan.persons_per_base.value == pytest.approx(333.33, abs=5e-3)  # 3000 ÷ 9
    assert {plan.in_all.unit, plan.per_base.unit} == {"YEARS"}


def test_two_lower_ends_leave_no_bound_and_no_at_least(record):
    plan = years_of_plan(record)
    for years in (plan.in_all, plan.per_base):
        assert years.qualifier == "derived"
        assert (years.lower, years.upper) == (0, math.inf)
        assert "printed_lower_ends" in years.derivation.assumptions


def test_without_a_yearly_number_there_are_no_years(record):
    with pytest.raises(NoSuchFigure):
        years_of_plan(without(record, "talent", indicator="talent_trained_per_year"))
