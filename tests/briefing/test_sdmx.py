"""Do others' own readers take the SDMX-CSV and the data package for what they are?"""

from __future__ import annotations

import json
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import frictionless
import pandas as pd
import pytest
import sdmx
from pysdmx.io import read_sdmx
from sdmx.reader.csv import Reader

from lib.briefing.datapackage import DIMENSIONS, package, sdmx_csv
from lib.facts.errors import DatasetUnavailable
from lib.facts.record import DATASETS, Record
from lib.words.speak import Words


@pytest.fixture(scope="module", params=["zh", "en"])
def folder(request: pytest.FixtureRequest, record: Record, tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp(request.param)
    for name, content in package(record, Words(request.param)).items():
        (made / name).parent.mkdir(exist_ok=True)
        (made / name).write_bytes(content)
    return made


def test_frictionless_finds_no_fault(folder: Path) -> None:
    report = frictionless.validate(str(folder / "datapackage.json"))
    assert report.valid, report.to_summary()
    assert len(report.tasks) == len(DATASETS) + 5  # the lists: indicators, categories, bases, sources, areas


def test_frictionless_finds_a_code_that_no_list_holds(folder: Path, tmp_path: Path) -> None:
    for file in folder.rglob("*.*"):
        copy = tmp_path / file.relative_to(folder)
        copy.parent.mkdir(exist_ok=True)
        copy.write_bytes(file.read_bytes().replace(b",CN-CQ,WLD,total,", b",CN-XX,WLD,total,"))
    about = json.loads((tmp_path / "datapackage.json").read_text(encoding="utf-8"))
    for resource in about["resources"]:
        del resource["hash"], resource["bytes"]
    (tmp_path / "datapackage.json").write_text(json.dumps(about), encoding="utf-8")
    kinds = {kind for (kind,) in frictionless.validate(str(tmp_path / "datapackage.json")).flatten(["type"])}
    assert kinds == {"foreign-key"}


@pytest.mark.parametrize("dataset", DATASETS)
def test_pysdmx_reads_every_observation(folder: Path, dataset: str) -> None:
    (found,) = read_sdmx(folder / f"{dataset}.csv", validate=True).data
    assert f"{found.structure}".endswith(f"CQST:DF_{dataset.upper()}(2026.11.0)")
    lines = pd.read_csv(folder / f"{dataset}.csv", dtype=str)
    assert len(found.data) == len(lines)
    assert not found.data.duplicated(list(DIMENSIONS)).any()


def test_the_headline_stands_as_printed(folder: Path) -> None:
    (found,) = read_sdmx(folder / "outsourcing.csv", validate=True).data
    rows = found.data
    (line,) = rows[
        (rows["INDICATOR"] == "offshore_outsourcing_executed")
        & (rows["REF_AREA"] == "CN-CQ")
        & (rows["CATEGORY"] == "total")
        & (rows["TIME_PERIOD"] == "2021-01-01/P8M")
        & (rows["SOURCE"] == "cns-2021-09-13")
    ].to_dict("records")
    # "USD 1.21 bn, up 78.7 per cent": 1.205 to 1.215, 78.65 to 78.75
    assert (float(line["OBS_VALUE"]), line["UNIT_MULT"], line["UNIT_MEASURE"]) == (1.21, "9", "USD")
    assert [float(line[name]) for name in ("LOWER", "UPPER")] == [1.205, 1.215]
    growth = [float(line[name]) for name in ("GROWTH", "GROWTH_LOWER", "GROWTH_UPPER")]
    assert growth == [78.7, 78.65, 78.75]
    assert line["OBS_STATUS"] == "A"


@pytest.mark.parametrize("dataset", DATASETS)
def test_sdmx1_reads_every_figure_with_the_structure_that_comes_along(
    folder: Path, record: Record, dataset: str
) -> None:
    structure = sdmx.read_sdmx(BytesIO((folder / "structure.xml").read_bytes()))
    assert set(structure.dataflow) == {f"DF_{name.upper()}" for name in DATASETS}
    content = BytesIO((folder / f"{dataset}.csv").read_bytes())
    read = Reader().convert(content, structure=structure.structure["DSD_FIGURES"])
    found = {str(one.attached_attribute["OBS_ID"].value): one for one in read.data[0].obs}
    rows = record.frame(dataset).to_dict("records")
    assert set(found) == {row["observation_id"] for row in rows}
    for row in rows:
        one = found[row["observation_id"]]
        assert one.value == f"{row['value']:.{row['decimals']}f}"
        assert str(one.dimension.values["SOURCE"].value) == row["source_id"]


def test_an_edition_of_october_is_not_read_as_one_of_january(record: Record, zh: Words) -> None:
    frames = {name: frame.copy() for name, frame in record.frames.items()}
    frames["talent"]["release"] = "2026.10"
    content = sdmx_csv("talent", replace(record, frames=frames, version="2026.10"), zh)
    rows = pd.read_csv(BytesIO(content))  # as anyone would, without a word about types
    assert set(rows["RELEASE"]) == {"2026-10"}
    assert set(rows["STRUCTURE_ID"]) == {"CQST:DF_TALENT(2026.10.0)"}


def test_two_builds_are_the_same(record: Record, zh: Words) -> None:
    assert package(record, zh) == package(record, zh)


def test_a_dataset_that_cannot_be_read_is_named(record: Record, zh: Words) -> None:
    fault = DatasetUnavailable(file="talent.parquet", problem="missing")
    frames = {name: frame for name, frame in record.frames.items() if name != "talent"}
    with pytest.raises(DatasetUnavailable, match="talent"):
        sdmx_csv("talent", Record(frames, {"talent": fault}, record.version, record.as_of), zh)
