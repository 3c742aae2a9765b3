"""Datasets by address, read as other programs read them, against published figures."""

from __future__ import annotations

import csv
import gzip
import io

import duckdb
import openpyxl
import pandas as pd
import pytest


@pytest.fixture(scope="session")
def eight_months(record):
    """Offshore outsourcing executed in January–August 2021: USD 1.21bn, up 78.7 % (China News Service)."""
    (row,) = [
        row
        for row in record.rows("offshore_outsourcing_executed", source_id="cns-2021-09-13", category="total")
        if row["period_end"].isoformat() == "2021-08-31"
    ]
    return row["observation_id"]


def test_json_has_the_digits_as_text_beside_the_number_with_bounds_growth_and_source(ask, eight_months):
    found = ask(
        "/api/datasets/outsourcing.json?indicator=offshore_outsourcing_executed&area=CN-CQ&lang=en"
    ).json()
    (one,) = [figure for figure in found["figures"] if figure["observations"] == [eight_months]]
    shown = ("value", "number", "lower", "upper", "unit", "unit_mult", "qualifier", "text")
    assert [one[name] for name in shown] == ["1.21", 1.21, "1.205", "1.215", "USD", 9, "exact", "USD 1.21bn"]
    growth = one["growth"]
    assert (growth["value"], growth["lower"], growth["upper"]) == ("78.7", "78.65", "78.75")
    assert one["sources"] == ["cns-2021-09-13"]
    assert "cns-2021-09-13" in [source["id"] for source in found["sources"]]


def test_csv_opens_in_excel_and_wps_and_is_read_by_pandas_to_the_digit(ask, eight_months):
    got = ask("/api/datasets/outsourcing.csv?lang=zh")
    assert got.body.startswith(b"\xef\xbb\xbf")
    assert got.headers["content-type"] == "text/csv; charset=utf-8"
    frame = pd.read_csv(io.BytesIO(got.body), dtype=str).set_index("观测编号")
    assert frame.loc[eight_months, "数值"] == "1.21"
    assert len(frame) == len(ask("/api/datasets/outsourcing.json").json()["figures"])


def test_parquet_is_read_by_pandas_and_duckdb_with_the_filters_that_were_asked_for(
    ask, eight_months, tmp_path
):
    file = tmp_path / "asked.parquet"
    file.write_bytes(ask("/api/datasets/outsourcing.parquet?area=CN-CQ&from=2021&to=2021").body)
    frame = pd.read_parquet(file).set_index("observation_id")
    assert frame.loc[eight_months, "value"] == 1.21
    query = f"select value from read_parquet('{file}') where observation_id = ?"
    with duckdb.connect() as database:
        assert database.execute(query, [eight_months]).fetchall() == [(1.21,)]
    assert {day.year for day in frame["period_end"]} >= {2021}


def test_the_workbook_has_the_figures_that_were_asked_for(ask):
    got = ask("/api/datasets/enterprises.xlsx?indicator=services_trade_enterprises&area=CN-CQ&lang=en")
    sheet = openpyxl.load_workbook(io.BytesIO(got.body)).worksheets[0]
    assert 1800 in [cell.value for row in sheet.iter_rows() for cell in row]


def test_a_period_counts_that_touches_the_time_asked_for(ask, record):
    rows = csv.DictReader(
        io.StringIO(
            ask("/api/datasets/outsourcing.csv?from=2021-08&to=2021-08&lang=en").body.decode("utf-8-sig")
        )
    )
    ids = {row["Observation" if "Observation" in row else next(iter(row))] for row in rows}
    touching = {
        row["observation_id"]
        for row in record.frame("outsourcing").to_dict("records")
        if row["period_start"].isoformat() <= "2021-08-31" and row["period_end"].isoformat() >= "2021-08-01"
    }
    assert ids == touching != set()


def test_an_area_counts_as_partner_too(ask):
    found = ask("/api/datasets/outsourcing.json?area=ASEAN").json()["figures"]
    assert found
    assert all("ASEAN" in (one["area"]["code"], one["counterpart"]["code"]) for one in found)


@pytest.mark.parametrize(
    ("address", "status", "allowed", "said"),
    [
        ("/api/datasets/nothing.csv", 404, "outsourcing", 'There is no dataset "nothing".'),
        ("/api/datasets/outsourcing.pdf", 404, "outsourcing.csv", "is not given in this format"),
        ("/api/datasets/outsourcing.csv?city=x", 400, "indicator", 'There is no parameter "city".'),
        ("/api/datasets/outsourcing.csv?area=XX", 400, "CN-CQ", 'The parameter area cannot be "XX".'),
        ("/api/datasets/outsourcing.csv?kind=guess", 400, "outcome", 'kind cannot be "guess"'),
        ("/api/datasets/outsourcing.csv?lang=fr", 400, "zh", 'lang cannot be "fr"'),
        ("/api/else", 404, "/api/", 'There is no address "/api/else" here.'),
    ],
)
def test_what_is_unknown_is_answered_with_what_is_allowed(ask, address, status, allowed, said):
    got = ask(address, accept_language="en")
    assert (got.status, got.headers["content-type"]) == (status, "application/problem+json")
    assert allowed in got.json()["allowed"]
    assert said in got.json()["detail"]
    assert got.json()["title"] == {400: "Bad Request", 404: "Not Found"}[status]


@pytest.mark.parametrize("day", ["21", "2021-13", "2021-02-30", "next year", "２０２１", "0000"])
def test_a_day_that_is_none_is_told_how_days_are_written(ask, day):
    got = ask(f"/api/datasets/outsourcing.csv?from={day}&lang=zh")
    assert got.status == 400
    assert "请写年、年月或年月日" in got.json()["detail"]


def test_a_name_given_twice_and_too_many_names_or_values_are_refused(ask):
    many = ",".join(["CN-CQ"] * 51)
    for query in (
        "area=CN&area=CN-CQ",
        f"area={many}",
        "&".join(f"a{n}=1" for n in range(11)),
        f"area={'x' * 3000}",
    ):
        assert ask(f"/api/datasets/outsourcing.csv?{query}").status == 400


def test_the_language_is_the_one_named_then_the_one_accepted_then_chinese(ask):
    title = {lang: ask(f"/api/datasets/talent.json?lang={lang}").json()["title"] for lang in ("zh", "en")}
    assert title["zh"] != title["en"]
    assert ask("/api/datasets/talent.json", accept_language="en-GB,zh;q=0.5").json()["title"] == title["en"]
    assert ask("/api/datasets/talent.json").json()["title"] == title["zh"]


def test_who_has_it_already_gets_none_of_it_and_who_takes_it_packed_gets_it_packed(ask):
    address = "/api/datasets/outsourcing.json"
    whole = ask(address)
    tag, day = whole.headers["etag"], whole.headers["last-modified"]
    assert whole.headers["cache-control"] == "public, no-cache"
    for same in (ask(address, if_none_match=tag), ask(address, if_none_match=f'"x", {tag}'),
                 ask(address, if_modified_since=day)):  # fmt: skip
        assert (same.status, same.body, same.headers["etag"]) == (304, b"", tag)
    other = ask(address, if_none_match='W/"other"', if_modified_since=day)
    assert other.status == 200
    packed = ask(address, accept_encoding="gzip, br")
    assert packed.headers["content-encoding"] == "gzip"
    assert gzip.decompress(packed.body) == whole.body
    assert len(packed.body) < len(whole.body) / 5
    head = ask(address, "HEAD")
    assert (head.status, head.body, head.headers["content-length"]) == (200, b"", str(len(whole.body)))


def test_nothing_but_reading_is_allowed(ask):
    got = ask("/api/datasets/outsourcing.json", "POST")
    assert (got.status, got.headers["allow"]) == (405, "GET, HEAD")
