"""What programs read, through the proxy: kept for a second, anew after a publish, and told so when it is too much."""

from __future__ import annotations

import json
import ssl
import subprocess
from collections.abc import Iterator
from time import monotonic

import httpx2
import pytest

from tests.deploy.site import Deployed, deployed

FACT = "/api/facts/services_trade_total.json"
_TLS = ssl.create_default_context()
_TLS.check_hostname, _TLS.verify_mode = False, ssl.CERT_NONE


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Deployed]:
    with deployed(tmp_path_factory.mktemp("site"), processes=1, rate=5) as running:
        yield running


@pytest.fixture
def client() -> Iterator[httpx2.Client]:
    with httpx2.Client(verify=_TLS, timeout=60) as running:
        yield running


def passed_on(site: Deployed, path: str) -> int:
    """How many requests for this address reached a process?"""
    lines = [json.loads(line) for line in site.access().splitlines()]
    return len([line for line in lines if line["path"] == path and line["process"]])


def test_within_a_second_one_answer_serves_all_who_ask_for_the_same(site, client):
    client.get(site.url + FACT)
    begun, before = monotonic(), passed_on(site, FACT)
    bodies = {client.get(site.url + FACT, headers={"Accept-Language": "en"}).content for _ in range(50)}
    seconds = monotonic() - begun
    assert len(bodies) == 1
    assert passed_on(site, FACT) - before <= seconds + 2
    other = client.get(site.url + FACT, headers={"Accept-Language": "zh"})
    assert other.content not in bodies


def test_each_format_of_sdmx_is_kept_apart(site, client):
    flow = site.url + "/sdmx/v2/data/dataflow/CQST/DF_TALENT"
    for _ in range(3):
        for accept in ("application/xml", "application/json", "text/csv"):
            answer = client.get(flow, headers={"Accept": accept})
            assert accept.partition("/")[2] in answer.headers["content-type"]


def test_who_has_it_gets_304_and_the_headers_of_the_site(site, client):
    whole = client.get(site.url + FACT)
    assert whole.headers["content-encoding"] == "gzip"
    assert "x-accel-expires" not in whole.headers
    assert whole.headers["x-content-type-options"] == "nosniff"
    again = client.get(site.url + FACT, headers={"If-None-Match": whole.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")


def test_curl_reads_a_dataset(site):
    command = [
        "curl",
        "--insecure",
        "--silent",
        "--compressed",
        f"{site.url}/api/datasets/talent.csv?lang=en",
    ]
    read = subprocess.run(command, capture_output=True, check=True, timeout=60).stdout
    assert read.startswith(b"\xef\xbb\xbf")


def test_who_asks_without_end_is_told_so_in_json(site, client):
    end = monotonic() + 60
    while (answer := client.get(f"{site.url}/api/nothing")).status_code == 404 and monotonic() < end:
        pass
    assert answer.status_code == 429
    assert answer.json()["status"] == 429
