def test_a_unit_that_the_indicator_is_never_printed_in(plant, line_of):
    key = "cn-cq.offshore_outsourcing_executed.total.2021-01_2021-08"
    faults = plant("observations", key, unit="PERSONS")

    assert faults == [
        f'observations.csv, row {line_of(key)}, column unit: found "PERSONS"; '
        "allowed: USD, CNY for offshore_outsourcing_executed"
    ]


def test_a_share_in_ten_thousands(plant, line_of):
    key = "cn-cq.emerging_services_share.emerging.2021-01_2021-08"
    faults = plant("observations", key, unit_mult="4")

    assert faults == [
        f'observations.csv, row {line_of(key)}, column unit_mult: found "4"; allowed: 0 for PERCENT'
    ]
