"""How other programs read what is on the pages: by which address, and how each program is told."""

from __future__ import annotations

from lib.site.here import Here
from lib.site.markup.tags import table, tag
from lib.site.pieces import Box, Text

_PLACES = {
    "datasets": "/api/datasets/outsourcing.csv · .xlsx · .parquet · .json",
    "charts": "/api/charts/growth_base.csv · .xlsx · .json",
    "pictures": "/api/charts/growth_base.svg · .png",
    "explore": "/api/charts/explore.csv?indicator=services_trade_total&area=CN",
    "facts": "/api/facts/services_trade_total.json",
    "embed": "/embed/growth_base",
    "feed": "/feed.atom",
    "sdmx": "/sdmx/v2/data/dataflow/CQST/DF_OUTSOURCING/~",
    "list": "/api/",
    "openapi": "/api/openapi.json",
}
_PROGRAMS = ("excel", "calc", "pandas", "r", "duckdb", "curl", "frame", "feed")


def by_address(here: Here) -> Box:
    """What are the addresses, and what is done with them, with the host that this reader came by?"""
    words, host = here.words, here.base
    figures = f"{host}/api/datasets/outsourcing"
    given = {
        "csv": f"{figures}.csv?lang={words.lang}",
        "parquet": f"{figures}.parquet",
        "fact": f"{host}/api/facts/services_trade_total.json",
        "frame": f"{host}/embed/growth_base?lang={words.lang}",
        "feed": f"{host}/feed.atom?lang={words.lang}",
    }
    places = [[words(f"data.address.of.{name}"), f"{host}{place}"] for name, place in _PLACES.items()]
    told = [
        [words(f"data.address.program.{name}"), words(f"data.address.how.{name}", **given)]
        for name in _PROGRAMS
    ]
    texts = (
        tag("h2", words("data.address.title"), "card-title"),
        tag("p", words("data.address.about"), "card-sub"),
        table([words("data.address.what"), words("data.address.place")], places, copied=[1]),
        table([words("data.address.program"), words("data.address.how")], told),
        tag("p", words("data.address.note"), "card-note"),
    )
    return Box("table_by_address", tuple(map(Text, texts)))
