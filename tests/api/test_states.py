"""What is published shows at the next request, whole; and what was not published is called so."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from pages.components import context
from tests.catalog.test_overlay import rewritten
from tests.conftest import ROOT

FACT = "/api/facts/offshore_outsourcing_executed.json"
OF_EIGHT_MONTHS = (
    "/api/datasets/outsourcing.json?indicator=offshore_outsourcing_executed&area=CN-CQ&from=2021"
)


@pytest.fixture
def data(first: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, ask) -> Path:
    """A copy of the data that a test may change; `ask` reads it."""
    folder = tmp_path / "data"
    shutil.copytree(first, folder)
    monkeypatch.setattr(context, "DATA", folder)
    return folder


def cells(hundred_million_usd: float) -> dict[str, float]:
    value = hundred_million_usd / 10
    return {"value": value, "lower": value - 0.005, "upper": value + 0.005}


def test_a_publish_shows_at_the_next_request_with_another_tag_and_day(data, ask, first):
    before = ask(FACT)
    assert before.json()["figures"][0]["value"] == "1.21"
    rewritten(first / "outsourcing.parquet", data / "outsourcing.parquet", **cells(13.5))
    after = ask(FACT, if_none_match=before.headers["etag"])
    assert after.status == 200
    assert after.json()["figures"][0]["value"] == "1.35"
    assert "1.35" in [figure["value"] for figure in ask(OF_EIGHT_MONTHS).json()["figures"]]


def test_a_next_edition_shows_in_the_feed_and_in_a_frame_at_the_next_request(data, ask):
    """The second edition has 699 firms that report (2023)."""
    frame, feed = "/embed/enterprise_counts?lang=en", "/feed.atom?lang=en"
    before = {path: ask(path) for path in (frame, feed)}
    for file in (ROOT / "data").glob("*.parquet"):
        shutil.copy(file, data)
    after = {path: ask(path, if_none_match=before[path].headers["etag"]) for path in (frame, feed)}
    assert [got.status for got in after.values()] == [200, 200]
    assert (b"699" in before[frame].body, b"699" in after[frame].body) == (False, True)
    assert [got[feed].body.count(b"<entry") for got in (before, after)] == [1, 2]


def test_while_files_are_replaced_everyone_reads_what_was_there_before(data, ask):
    before = ask(FACT).body
    for name in ("outsourcing.parquet", "sources.parquet"):
        (data / name).write_bytes(b"PAR1")
        assert ask(FACT).body == before


def test_what_was_not_published_is_called_so(first, tmp_path, monkeypatch, ask):
    own = tmp_path / "own"
    rewritten(first / "outsourcing.parquet", own / "outsourcing.parquet", **cells(13.5))
    published = ask(FACT).json()
    monkeypatch.setenv("CQ_DATA", str(own))
    local = ask(FACT).json()
    assert published["figures"][0]["origin"] == "published"
    assert (local["figures"][0]["value"], local["figures"][0]["origin"]) == ("1.35", "local")
    assert local["data_version"].endswith("+local")
    assert local["sentence"]["zh"].startswith("本地数据 · ")


def test_a_dataset_that_cannot_be_read_is_named_and_others_are_answered(data, ask):
    (data / "talent.parquet").unlink()
    got = ask("/api/datasets/talent.csv?lang=en")
    assert (got.status, got.headers["retry-after"]) == (503, "5")
    assert "talent.parquet" in got.json()["detail"]
    assert ask("/api/datasets/outsourcing.csv").status == 200
    assert "talent" not in [entry["name"] for entry in ask("/api/").json()["datasets"]]
