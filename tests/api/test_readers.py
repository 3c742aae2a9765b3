"""What the page says is pasted into each program, run as it stands, reads the published figures to the digit."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import urllib.request
from pathlib import Path

import openpyxl
import pandas as pd
import pytest
from lxml import etree, html

from lib.site.sections.by_address import PASTED, pasted
from tests.api.in_calc import CSV, OPTIONS, calc, typed
from tests.browser.server import Server

ROOT = Path(__file__).parents[2]
EXECUTED = "cn-cq.offshore_outsourcing_executed.total.2021-01_2021-08"
"""USD 1.21bn of offshore outsourcing in January–August 2021, up 78.7 % (China News Service, 13 September 2021)."""
TOTAL_2020 = {"zh": "675.3亿元", "en": "CNY 67.53bn"}
"""Services trade in 2020 (the same report)."""
UNREAD = {"excel"}
"""Excel and WPS run on no machine of the tests; Calc reads the same address."""


@pytest.fixture(autouse=True)
def _direct(monkeypatch: pytest.MonkeyPatch) -> None:
    """Asks this machine itself, whatever proxy stands between it and others."""
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    monkeypatch.setenv("no_proxy", "127.0.0.1")


@pytest.fixture(params=["zh", "en"])
def lines(request: pytest.FixtureRequest, server: Server) -> dict[str, str]:
    return pasted(server.url, request.param)


def said(command: list[str], **how: object) -> str:
    run = subprocess.run(command, capture_output=True, encoding="utf-8", timeout=180, check=False, **how)
    assert run.returncode == 0, run.stderr
    return run.stdout


def test_each_program_that_the_page_names_is_tried() -> None:
    tried = set(re.findall(r"lines\[.(\w+).\]", Path(__file__).read_text(encoding="utf-8")))
    assert tried | UNREAD == set(PASTED)


def test_pandas(lines: dict[str, str]) -> None:
    figures = eval(lines["pandas"], {"pandas": pd})
    assert figures.set_index("observation_id")["value"][EXECUTED] == 1.21


def test_r(lines: dict[str, str]) -> None:
    row = f"figures[figures[[1]] == '{EXECUTED}', ]"
    asked = f"figures <- {lines['r']}; cat(sapply({row}, as.character), sep = '|')"
    told = said(["Rscript", "--vanilla", "-e", asked], env={**os.environ, "LC_ALL": "C.UTF-8"})
    assert {"1.21", "78.7"} < set(told.split("|"))


def test_duckdb(lines: dict[str, str]) -> None:
    own = ROOT / ".venv-duckdb" / "bin" / "python"
    figures = json.loads(said([str(own), str(Path(__file__).with_name("in_duckdb.py")), lines["duckdb"]]))
    assert figures[EXECUTED] == 1.21


def test_curl(lines: dict[str, str], tmp_path: Path) -> None:
    said(["sh", "-c", lines["curl"]], cwd=tmp_path)
    figures = pd.read_csv(tmp_path / "outsourcing.csv", index_col=0)
    assert figures.loc[EXECUTED].isin([1.21]).any()


def test_calc_opens_the_address_with_numbers_as_numbers(lines: dict[str, str], tmp_path: Path) -> None:
    calc(tmp_path, f"--infilter={CSV}:{OPTIONS}", "--convert-to", "xlsx", lines["calc"])
    (made,) = tmp_path.glob("*.xlsx")
    rows = openpyxl.load_workbook(made).active.iter_rows(values_only=True)
    (row,) = (row for row in rows if row[0] == EXECUTED)
    assert 1.21 in row


def test_a_cell_says_the_figure_in_a_sentence(lines: dict[str, str], tmp_path: Path) -> None:
    lang = "zh" if "lang=zh" in lines["cell"] else "en"
    assert TOTAL_2020[lang] in typed(tmp_path, lines["cell"])


def test_a_frame(lines: dict[str, str]) -> None:
    (source,) = html.fromstring(lines["frame"]).xpath("//iframe/@src")
    page = html.fromstring(read(source))
    assert "78.7" in page.text_content()


def test_a_feed_reader(lines: dict[str, str]) -> None:
    feed = etree.fromstring(read(lines["feed"]))
    assert feed.xpath("count(a:entry)", namespaces={"a": "http://www.w3.org/2005/Atom"}) >= 2


def test_the_lines_of_the_readme(server: Server) -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    blocks = re.findall(r"```python\n((?:(?!```).)*localhost:8501.*?)```", readme, re.S)
    structures, tables = [block.replace("localhost:8501", server.host) for block in blocks]
    said([sys.executable, "-c", tables])
    told = said([sys.executable, "-c", f"{structures}\nprint(len(figures.data[0].obs) > 100)"])
    assert told.strip() == "True"


def read(address: str) -> bytes:
    with urllib.request.urlopen(address, timeout=60) as answer:
        return bytes(answer.read())
