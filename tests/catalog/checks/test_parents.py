def test_areas_that_are_part_of_themselves(plant, line_of):
    # the world is put into Chongqing, which is in China, which is in the world
    faults = plant("areas", "WLD", parent="CN-CQ")

    assert faults == [
        f'areas.csv, row {line_of("CN", "areas.csv")}, column parent: found "WLD"; '
        "allowed: a code that is not part of CN",
        f'areas.csv, row {line_of("CN-CQ", "areas.csv")}, column parent: found "CN"; '
        "allowed: a code that is not part of CN-CQ",
        f'areas.csv, row {line_of("WLD", "areas.csv")}, column parent: found "CN-CQ"; '
        "allowed: a code that is not part of WLD",
    ]


def test_a_category_that_is_its_own_parent(plant, line_of):
    faults = plant("categories", "kpo", parent="kpo")

    row = line_of("kpo", "categories.csv")
    assert faults == [
        f'categories.csv, row {row}, column parent: found "kpo"; allowed: a code that is not part of kpo'
    ]
