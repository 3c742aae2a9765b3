ANCHOR = "cn-cq.offshore_outsourcing_executed.total.2021-01_2021-08"


def test_an_observation_id_on_two_rows(append, line_of):
    faults = append("observations", ANCHOR)

    assert faults == [
        f'observations.csv, row 550, column observation_id: found "{ANCHOR}"; '
        f"allowed: each observation_id once; row {line_of(ANCHOR)} has it"
    ]


def test_a_source_id_on_two_rows(append, line_of):
    faults = append("sources", "cns-2021-09-13")

    assert faults == [
        'sources.csv, row 156, column source_id: found "cns-2021-09-13"; '
        f"allowed: each source_id once; row {line_of('cns-2021-09-13', 'sources.csv')} has it"
    ]


def test_a_figure_of_one_source_under_two_names(append, line_of):
    faults = append("observations", ANCHOR, observation_id=f"{ANCHOR}.usd")

    assert faults == [
        f'observations.csv, row 550, column observation_id: found "{ANCHOR}.usd"; '
        f"allowed: each figure of a source once; row {line_of(ANCHOR)} has the same codes, period and source"
    ]
