"""How other programs read what is on the pages: by which address, and how each program is told."""

from __future__ import annotations

from urllib.parse import urlsplit

import streamlit as st

from lib.site.here import Here
from pages.components import html

_PROGRAMS = ("excel", "calc", "pandas", "r", "duckdb", "curl", "frame", "feed")
_ADDRESSES = ("datasets", "charts", "pictures", "facts", "embed", "feed", "sdmx", "list", "openapi")


def by_address(reader: Here) -> None:
    """Puts the addresses on the page, and what to do with them, with the host that this reader came by."""
    words = reader.words
    parts = urlsplit(st.context.url or "")
    host = f"{parts.scheme}://{parts.netloc}" if parts.netloc else ""
    table = f"{host}/api/datasets/outsourcing"
    given = {
        "csv": f"{table}.csv?lang={words.lang}",
        "parquet": f"{table}.parquet",
        "fact": f"{host}/api/facts/services_trade_total.json",
        "frame": f"{host}/embed/growth_base?lang={words.lang}",
        "feed": f"{host}/feed.atom?lang={words.lang}",
    }
    with st.container(key="table_by_address"):
        html.show(html.tag("h2", words("data.address.title"), "card-title"))
        html.show(html.tag("p", words("data.address.about"), "card-sub"))
        rows = [[words(f"data.address.of.{name}"), f"{host}{_PLACES[name]}"] for name in _ADDRESSES]
        html.show(html.table([words("data.address.what"), words("data.address.place")], rows, copied=[1]))
        told = [
            [words(f"data.address.program.{name}"), words(f"data.address.how.{name}", **given)]
            for name in _PROGRAMS
        ]
        html.show(html.table([words("data.address.program"), words("data.address.how")], told))
        html.show(html.tag("p", words("data.address.note"), "card-note"))


_PLACES = {
    "datasets": "/api/datasets/outsourcing.csv · .xlsx · .parquet · .json",
    "charts": "/api/charts/growth_base.csv · .json",
    "pictures": "/api/charts/growth_base.svg · .png",
    "facts": "/api/facts/services_trade_total.json",
    "embed": "/embed/growth_base",
    "feed": "/feed.atom",
    "sdmx": "/sdmx/v2/data/dataflow/CQST/DF_OUTSOURCING/~",
    "list": "/api/",
    "openapi": "/api/openapi.json",
}
