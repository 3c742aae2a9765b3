from lib.catalog.stale import stale


def test_what_was_just_built_is_not_stale(published, built):
    assert stale(published, built) == ()


def test_a_changed_and_a_missing_file_are_named(published, data):
    path = data / "talent.parquet"
    path.write_bytes(path.read_bytes() + b"\n")
    (data / "bases.parquet").unlink()

    assert set(stale(published, data)) == {"talent.parquet", "bases.parquet"}


def test_an_edited_note_makes_only_its_own_table_stale(folder, built):
    path = folder / "releases.csv"
    path.write_text(
        path.read_text(encoding="utf-8").replace("548 published", "548 printed"), encoding="utf-8"
    )

    assert stale(folder, built) == ("releases.parquet",)
