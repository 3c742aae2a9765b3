"""How an answer travels: tagged by its data, packed, not sent twice."""

from __future__ import annotations

import gzip
import urllib.error
import urllib.request

from tests.browser.server import DIRECT, Server

FLOW = "/sdmx/v2/data/dataflow/CQST/DF_TALENT"


def get(server: Server, path: str, method: str = "GET", **headers: str) -> tuple[int, dict[str, str], bytes]:
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    request = urllib.request.Request(server.url + path, headers=named, method=method)
    try:
        with DIRECT.open(request, timeout=20) as answer:
            return answer.status, {name.lower(): text for name, text in answer.headers.items()}, answer.read()
    except urllib.error.HTTPError as error:
        with error:
            return error.code, {name.lower(): text for name, text in error.headers.items()}, error.read()


def test_who_has_it_is_told_so(server: Server) -> None:
    status, headers, content = get(server, FLOW)
    assert (status, headers["cache-control"]) == (200, "public, no-cache")
    assert headers["content-type"] == "application/vnd.sdmx.structurespecificdata+xml;version=2.1"
    assert get(server, FLOW, If_None_Match=headers["etag"])[::2] == (304, b"")
    assert get(server, FLOW, If_Modified_Since=headers["last-modified"])[::2] == (304, b"")
    assert get(server, FLOW, If_None_Match='"another"')[::2] == (200, content)


def test_each_format_and_language_has_a_tag_of_its_own(server: Server) -> None:
    tags = {
        get(server, FLOW, Accept=accept, Accept_Language=lang)[1]["etag"]
        for accept in ("application/xml", "application/json", "text/csv")
        for lang in ("zh", "en")
    }
    assert len(tags) == 6


def test_it_is_packed_for_who_takes_that(server: Server) -> None:
    _, plain, content = get(server, FLOW)
    _, packed, smaller = get(server, FLOW, Accept_Encoding="gzip")
    assert ("content-encoding" in plain, packed["content-encoding"]) == (False, "gzip")
    assert gzip.decompress(smaller) == content
    assert len(smaller) < len(content) / 3


def test_the_head_alone_can_be_asked_for(server: Server) -> None:
    _, full, content = get(server, FLOW)
    status, headers, nothing = get(server, FLOW, "HEAD")
    assert (status, nothing) == (200, b"")
    assert (headers["etag"], headers["content-length"]) == (full["etag"], str(len(content)))


def test_a_condition_reaches_the_server_as_it_is_written(server: Server) -> None:
    for plus in ("+", "%2B"):
        path = f"{FLOW}?format=csv&c[TIME_PERIOD]=ge:2020{plus}le:2020"
        status, _, content = get(server, path.replace("[", "%5B").replace("]", "%5D"))
        assert status == 200
        assert b",2020-10-31," in content
        assert b",2021" not in content


def test_an_error_is_no_page_and_is_kept_by_nobody(server: Server) -> None:
    status, headers, content = get(server, "/sdmx/v2/data/dataflow/CQST/DF_NONE", Accept_Language="en")
    assert (status, headers["cache-control"]) == (404, "no-store")
    assert b'code="100"' in content
    assert get(server, "/sdmx/v2/colour", Accept="application/json")[0] == 400
    assert get(server, FLOW, "POST")[0] == 405
