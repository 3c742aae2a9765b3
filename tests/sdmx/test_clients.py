"""Do programs that speak SDMX read the record's own figures from a running server?"""

from __future__ import annotations

import csv
import os
import subprocess
from collections.abc import Mapping
from io import BytesIO
from pathlib import Path

import pytest
import sdmx
from pysdmx.api.qb import ApiVersion, DataContext, DataFormat, DataQuery, RestService
from pysdmx.api.qb.structure import StructureQuery, StructureReference, StructureType
from pysdmx.io import read_sdmx
from pysdmx.model import Codelist, DataStructureDefinition
from sdmx.reader.csv import Reader

from lib.facts.record import DATASETS, Record
from tests.browser.server import Server
from tests.sdmx.compared import differences
from tests.sdmx.conftest import Printed

ENGLISH = {"Accept-Language": "en"}
SCRIPT = Path(__file__).with_name("read.R")


@pytest.fixture(scope="module")
def indicators(shipped: Record) -> Mapping[str, set[str]]:
    """Which indicators belong to each dataset?"""
    rows = shipped.frame("indicators").to_dict("records")
    return {name: {row["indicator"] for row in rows if row["dataset"] == name} for name in DATASETS}


@pytest.fixture(scope="module")
def client(server: Server) -> sdmx.Client:
    """sdmx1, as somebody would set it up: the address and the version of the standard, no more."""
    about = {"id": "CQST", "name": "Chongqing", "url": f"{server.url}/sdmx/v2", "versions": ["3.0.0"]}
    sdmx.add_source(about, override=True)
    return sdmx.Client("CQST")


@pytest.fixture(scope="module")
def structure(client: sdmx.Client) -> sdmx.message.StructureMessage:
    return client.dataflow(params={"references": "descendants"})


def test_sdmx1_reads_the_whole_structure_in_both_languages(
    structure: sdmx.message.StructureMessage, shipped: Record
) -> None:
    assert set(structure.dataflow) == {f"DF_{name.upper()}" for name in DATASETS}
    assert structure.codelist["CL_AREA"]["CN-CQ"].name.localizations == {"en": "Chongqing", "zh": "重庆市"}
    assert len(structure.codelist["CL_SOURCE"]) == len(shipped.frame("sources"))
    assert structure.codelist["CL_CATEGORY"]["bpo"].parent.id == "total"
    keys = [one.id for one in structure.structure["DSD_FIGURES"].dimensions.components]
    assert keys[:2] == ["INDICATOR", "REF_AREA"]
    assert keys[-1] == "TIME_PERIOD"


@pytest.mark.parametrize("dataset", DATASETS)
def test_sdmx1_reads_the_printed_digits(
    client: sdmx.Client,
    structure: sdmx.message.StructureMessage,
    printed: Printed,
    indicators: Mapping[str, set[str]],
    dataset: str,
) -> None:
    flow = f"DF_{dataset.upper()}"
    dsd = structure.structure["DSD_FIGURES"]
    read = client.data(resource_id=flow, key="*", dsd=dsd, headers=ENGLISH)
    found = [_parts(one) for part in read.data for one in part.obs]
    assert differences(found, printed, indicators[dataset]) == []


def test_sdmx1_reads_the_csv_with_the_structure_of_the_server(
    client: sdmx.Client,
    structure: sdmx.message.StructureMessage,
    printed: Printed,
    indicators: Mapping[str, set[str]],
) -> None:
    request = client.data(resource_id="DF_CONTEXT", key="*", dry_run=True)
    accept = {"Accept": "application/vnd.sdmx.data+csv;version=2.0.0"}
    content = client.session.get(request.url, headers=ENGLISH | accept).content
    read = Reader().convert(BytesIO(content), structure=structure.structure["DSD_FIGURES"])
    assert differences([_parts(one) for one in read.data[0].obs], printed, indicators["context"]) == []


def _parts(one: sdmx.model.common.BaseObservation) -> dict[str, object]:
    key = one.series_key.values if one.series_key else {}
    codes = {name: value.value for name, value in {**key, **one.dimension.values}.items()}
    said = {name: _text(value.value) for name, value in one.attached_attribute.items()}
    return {**{name: _text(value) for name, value in codes.items()}, **said, "OBS_VALUE": one.value}


def _text(value: object) -> str:
    return str(getattr(value, "id", value))


def test_pysdmx_reads_the_whole_structure(server: Server) -> None:
    service = RestService(f"{server.url}/sdmx/v2", ApiVersion.V2_0_0)
    query = StructureQuery(
        StructureType.DATAFLOW, "CQST", "DF_TALENT", "+", references=StructureReference.DESCENDANTS
    )
    found = read_sdmx(service.structure(query).decode(), validate=True).structures
    assert found is not None
    assert len([one for one in found if isinstance(one, Codelist)]) == 12
    (dsd,) = (one for one in found if isinstance(one, DataStructureDefinition))
    assert [one.id for one in dsd.components.dimensions][:3] == ["INDICATOR", "REF_AREA", "COUNTERPART_AREA"]
    assert [one.id for one in dsd.components.measures] == ["OBS_VALUE"]


@pytest.mark.parametrize("form", [DataFormat.SDMX_CSV_2_0_0, DataFormat.SDMX_ML_2_1_STR])
def test_pysdmx_reads_the_printed_digits(
    server: Server, printed: Printed, indicators: Mapping[str, set[str]], form: DataFormat
) -> None:
    service = RestService(f"{server.url}/sdmx/v2", ApiVersion.V2_0_0, data_format=form)
    content = service.data(DataQuery(DataContext.DATAFLOW, "CQST", "DF_OUTSOURCING", "+")).decode()
    (read,) = read_sdmx(content, validate=True).data or ()
    rows = read.data.to_dict("records")
    # pysdmx reads CSV with pandas, which takes whole numbers beside others for 10398.0.
    as_numbers = form == DataFormat.SDMX_CSV_2_0_0
    faults = differences(rows, printed, indicators["outsourcing"], as_numbers=as_numbers)
    assert [fault for fault in faults if "COMMENT_OBS" not in fault] == []  # pysdmx names no language


@pytest.fixture(scope="module")
def by_r(server: Server, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What R's rsdmx reads of every dataset, and of the areas: a CSV each."""
    folder = tmp_path_factory.mktemp("rsdmx")
    flows = [f"DF_{dataset.upper()}" for dataset in DATASETS]
    asked = ["Rscript", str(SCRIPT), f"{server.url}/sdmx/v2", str(folder), *flows]
    subprocess.run(
        asked, check=True, timeout=300, env={**os.environ, "LC_ALL": "C.UTF-8", "no_proxy": "127.0.0.1"}
    )
    return folder


@pytest.mark.parametrize("dataset", DATASETS)
def test_rsdmx_reads_the_printed_digits(
    by_r: Path, dataset: str, indicators: Mapping[str, set[str]], printed: Printed
) -> None:
    assert differences(lines(by_r / f"DF_{dataset.upper()}.csv"), printed, indicators[dataset]) == []


def test_rsdmx_reads_the_names_of_codes_in_both_languages(by_r: Path) -> None:
    (own,) = (line for line in lines(by_r / "areas.csv") if line["id"] == "CN-CQ")
    assert (own["label.zh"], own["label.en"]) == ("重庆市", "Chongqing")


def lines(file: Path) -> list[Mapping[str, object]]:
    with file.open(encoding="utf-8", newline="") as opened:
        return list(csv.DictReader(opened))
