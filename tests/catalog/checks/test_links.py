def test_a_source_that_is_linked_but_has_no_address(plant, line_of):
    faults = plant("sources", "cns-2021-09-13", url="")

    row = line_of("cns-2021-09-13", "sources.csv")
    assert faults == [
        f'sources.csv, row {row}, column url: found ""; allowed: an address, because access is translation'
    ]


def test_a_copy_needs_no_address(plant):
    assert plant("sources", "cns-2021-09-13", url="", access="copy") == []
