from lib.catalog.schema import STORED
from lib.catalog.stale import stale


def test_what_was_just_built_is_not_stale(published, built):
    assert stale(published, built) == ()


def test_a_changed_and_a_missing_file_are_named(published, data):
    path = data / "talent.parquet"
    path.write_bytes(path.read_bytes() + b"\n")
    (data / "bases.parquet").unlink()

    assert set(stale(published, data)) == {"talent.parquet", "bases.parquet"}


def test_an_edited_note_makes_every_file_stale_since_each_says_of_which_build_it_is(folder, built):
    path = folder / "releases.csv"
    path.write_text(
        path.read_text(encoding="utf-8").replace("548 published", "548 printed"), encoding="utf-8"
    )

    assert set(stale(folder, built)) == {f"{name}.parquet" for name in STORED}
