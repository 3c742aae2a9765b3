import pytest

ANCHOR = "cn-cq.offshore_outsourcing_executed.total.2021-01_2021-08"


@pytest.mark.parametrize(
    ("column", "found", "allowed"),
    [
        (
            "indicator",
            "offshore_outsourcing_excuted",
            "a code of indicators.csv (near: offshore_outsourcing_executed, "
            "offshore_outsourcing_executed_rank, offshore_outsourcing_executed_growth_gap)",
        ),
        ("ref_area", "CN-CG", "a code of areas.csv (near: CN-SC, CN-GZ, CN-CQ)"),
        ("counterpart", "EU", "a code of areas.csv"),
        ("category", "S13", "a code of categories.csv"),
        ("release", "2026.12", "a code of releases.csv (near: 2026.11)"),
        ("basis", "offshore", "a code of bases.csv (near: offshore_mofcom)"),
        (
            "source_id",
            "cns-2021-09-31",
            "a code of sources.csv (near: cns-2021-09-13, cns-2021-07-30, ecns-2021-09-02)",
        ),
    ],
)
def test_an_unknown_code_is_one_fault_and_names_what_was_meant(plant, line_of, column, found, allowed):
    faults = plant("observations", ANCHOR, **{column: found})

    row = line_of(ANCHOR)
    assert faults == [f'observations.csv, row {row}, column {column}: found "{found}"; allowed: {allowed}']


def test_a_conflict_that_names_an_observation_that_does_not_exist(plant, line_of):
    faults = plant("conflicts", "cq-offshore-growth-2020", observation_ids=f"{ANCHOR};cn-cq.never_printed")

    row = line_of("cq-offshore-growth-2020", "conflicts.csv")
    assert faults == [
        f'conflicts.csv, row {row}, column observation_ids: found "cn-cq.never_printed"; '
        "allowed: a code of observations.csv"
    ]


def test_a_conflict_that_names_nothing(plant, line_of):
    faults = plant("conflicts", "cq-offshore-growth-2020", observation_ids="")

    row = line_of("cq-offshore-growth-2020", "conflicts.csv")
    assert faults == [
        f'conflicts.csv, row {row}, column observation_ids: found ""; allowed: a code of observations.csv'
    ]


def test_a_list_of_conflicts_with_a_semicolon_too_many(plant, line_of):
    faults = plant("conflicts", "cq-offshore-growth-2020", observation_ids=f"{ANCHOR};")

    row = line_of("cq-offshore-growth-2020", "conflicts.csv")
    assert faults == [
        f'conflicts.csv, row {row}, column observation_ids: found ""; allowed: a code of observations.csv'
    ]


def test_an_area_in_an_area_that_does_not_exist(plant, line_of):
    faults = plant("areas", "CN-CQ", parent="CHN")

    row = line_of("CN-CQ", "areas.csv")
    assert faults == [
        f'areas.csv, row {row}, column parent: found "CHN"; '
        "allowed: a code of areas.csv, or blank (near: CN, CN-HN)"
    ]


def test_a_training_base_with_an_unknown_focus(plant, line_of):
    faults = plant("talent_bases", "base-9", focus="painting")

    row = line_of("base-9", "talent_bases.csv")
    assert faults == [
        f'talent_bases.csv, row {row}, column focus: found "painting"; allowed: a code of categories.csv'
    ]


def test_an_emerging_sector_that_is_no_category(plant, line_of):
    faults = plant("emerging_list", "finance", source_id="nobody")

    row = line_of("finance", "emerging_sectors.csv")
    assert faults == [
        f'emerging_sectors.csv, row {row}, column source_id: found "nobody"; allowed: a code of sources.csv'
    ]
