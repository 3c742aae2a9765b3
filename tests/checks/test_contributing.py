"""Does what CONTRIBUTING.md leads to stand where it says?"""

from __future__ import annotations

import ast
import re

import pytest

from tests.conftest import ROOT

TEXT = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
NAMED_IN = re.findall(r"`([A-Za-z_]\w*)`\s+\(`([^`]+\.py)`\)", TEXT)
PATHS = {
    place
    for place in re.findall(r"`([A-Za-z_.][\w./-]*)`", TEXT)
    if re.fullmatch(r"(?:lib|pages|data|deploy|static|tests|\.streamlit)/\S*", place)
    and "VERSION" not in place
}
WAY = TEXT.split("## The way of +78.7 %")[1].split("\n## ")[0]


def defined(file: str) -> set[str]:
    found = set()
    for node in ast.walk(ast.parse((ROOT / file).read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.ClassDef):
            found.add(node.name)
        elif isinstance(node, ast.Assign):
            found |= {target.id for target in node.targets if isinstance(target, ast.Name)}
        elif isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
            found.add(node.target.id)
    return found


@pytest.mark.parametrize(("name", "file"), sorted(set(NAMED_IN)))
def test_a_name_stands_in_the_file_that_is_named_with_it(name: str, file: str) -> None:
    assert name in defined(file)


def test_every_path_is_there() -> None:
    assert len(PATHS) > 60
    assert sorted(place for place in PATHS if not (ROOT / place).exists()) == []


def test_the_way_of_a_figure_has_at_most_a_dozen_stops_to_the_card_and_to_the_slide() -> None:
    to_the_card, to_the_slide = WAY.split("To a slide")
    for way in (to_the_card, to_the_slide):
        stops = re.split(r"^\d+\. ", way, flags=re.MULTILINE)[1:]
        assert 5 < len(stops) <= 12
        assert all(re.search(r"`[^`]+`", stop) for stop in stops)


def test_the_figure_that_sets_out_is_in_the_record() -> None:
    row = re.search(r"row `([^`]+)`", WAY)
    assert row
    (line,) = (
        line
        for line in (ROOT / "data/published/observations.csv").read_text(encoding="utf-8").splitlines()
        if line.startswith(f"{row[1]},")
    )
    assert ",1.21,9,USD,exact,78.7," in line
