"""The programs that the page names read an address of a running server, and get the published figures to the digit."""

from __future__ import annotations

import subprocess

import openpyxl
import pandas as pd
import pytest

BASES = "talent_training_bases"
"""Nine talent training bases in Chongqing (China News Service, 13 September 2021)."""
OF_THE_NINE = f"indicator={BASES}&area=CN-CQ&kind=outcome&from=2021-09&to=2021-09&lang=en"


@pytest.fixture(autouse=True)
def _direct(monkeypatch: pytest.MonkeyPatch) -> None:
    """Asks this machine itself, whatever proxy stands between it and others."""
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    monkeypatch.setenv("no_proxy", "127.0.0.1")


def test_pandas_reads_the_address(server):
    table = pd.read_parquet(f"{server.url}/api/datasets/talent.parquet?{OF_THE_NINE}")
    assert list(table["value"]) == [9.0]
    lines = pd.read_csv(f"{server.url}/api/datasets/talent.csv?{OF_THE_NINE}")
    assert lines.iloc[0].isin([9]).any()


def test_curl_writes_it_as_it_is(server, tmp_path):
    file = tmp_path / "talent.csv"
    command = ["curl", "--silent", "--compressed", "--output", str(file)]
    subprocess.run([*command, f"{server.url}/api/datasets/talent.csv?{OF_THE_NINE}"], check=True, timeout=60)
    assert BASES in file.read_text(encoding="utf-8-sig")


def test_calc_opens_the_address_with_numbers_as_numbers(server, tmp_path):
    place = f"{server.url}/api/datasets/talent.csv?{OF_THE_NINE}"
    calc = ["soffice", "--headless", f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"]
    how = [
        "--infilter=Text - txt - csv (StarCalc):44,34,76",
        "--convert-to",
        "xlsx",
        "--outdir",
        str(tmp_path),
    ]
    subprocess.run([*calc, *how, place], check=True, timeout=180, capture_output=True)
    (made,) = tmp_path.glob("*.xlsx")
    head, line = openpyxl.load_workbook(made).active.iter_rows(values_only=True)
    named = dict(zip(head, line, strict=True))
    assert named["value"] == 9
    assert named["publisher"] == "China News Service"
