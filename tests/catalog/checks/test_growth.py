ANCHOR = "cn-cq.offshore_outsourcing_executed.total.2021-01_2021-08"


def test_growth_without_its_qualifier(plant, line_of):
    faults = plant("observations", ANCHOR, growth_qualifier="")

    assert faults == [
        f'observations.csv, row {line_of(ANCHOR)}, column growth_qualifier: found ""; '
        "allowed: exact, about, nearly, over, under, because growth is 78.7"
    ]


def test_a_growth_qualifier_without_growth(plant, line_of):
    faults = plant("observations", ANCHOR, growth="")

    assert faults == [
        f'observations.csv, row {line_of(ANCHOR)}, column growth_qualifier: found "exact"; '
        "allowed: blank, because growth is blank"
    ]
