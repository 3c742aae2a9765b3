ANCHOR = "cn-cq.offshore_outsourcing_executed.total.2021-01_2021-08"


def test_a_note_in_english_alone(plant, line_of):
    faults = plant("observations", ANCHOR, note_zh="")

    assert faults == [
        f'observations.csv, row {line_of(ANCHOR)}, column note_zh: found ""; '
        "allowed: text, because note_en is given"
    ]


def test_a_note_in_chinese_alone(plant, line_of):
    faults = plant("observations", ANCHOR, note_en="")

    assert faults == [
        f'observations.csv, row {line_of(ANCHOR)}, column note_en: found ""; '
        "allowed: text, because note_zh is given"
    ]
