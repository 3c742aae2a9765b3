"""How other programs read what is on the pages: by which address, and how each program is told."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from lib.site.forms import FRAME
from lib.site.here import Here
from lib.site.markup.tags import table, tag
from lib.site.pieces import Box, Text

_PLACES = {
    "datasets": "/api/datasets/outsourcing.csv · .xlsx · .parquet · .json",
    "charts": "/api/charts/growth_base.csv · .xlsx · .json",
    "pictures": "/api/charts/growth_base.svg · .png",
    "explore": "/api/charts/explore.csv?indicator=services_trade_total&area=CN",
    "facts": "/api/facts/services_trade_total.json · .txt",
    "embed": "/embed/growth_base",
    "feed": "/feed.atom",
    "sdmx": "/sdmx/v2/data/dataflow/CQST/DF_OUTSOURCING/~",
    "list": "/api/",
    "openapi": "/api/openapi.json",
}
PASTED: Mapping[str, str] = MappingProxyType(
    {
        "excel": "{csv}",
        "calc": "{csv}",
        "cell": '=WEBSERVICE("{sentence}")',
        "pandas": 'pandas.read_parquet("{parquet}", use_threads=False, pre_buffer=False)',
        "r": 'read.csv("{csv}", fileEncoding = "UTF-8-BOM")',
        "duckdb": "select * from read_parquet('{parquet}')",
        "curl": 'curl --compressed --output outsourcing.csv "{csv}"',
        "frame": FRAME,
        "feed": "{feed}",
    }
)
"""What is pasted into each program: no words of a language, and tried by tests as it stands.

pandas is asked for no threads: those of pyarrow may still hold what was read when a short program ends, and abort it
(apache/arrow#34314)."""


def by_address(here: Here) -> Box:
    """What are the addresses, and what is done with them, with the host that this reader came by?"""
    words, host = here.words, here.base
    places = [[words(f"data.address.of.{name}"), f"{host}{place}"] for name, place in _PLACES.items()]
    told = [
        [words(f"data.address.program.{name}"), words(f"data.address.how.{name}"), line]
        for name, line in pasted(host, words.lang).items()
    ]
    texts = (
        tag("h2", words("data.address.title"), "card-title"),
        tag("p", words("data.address.about"), "card-sub"),
        table([words("data.address.what"), words("data.address.place")], places, copied=[1]),
        table(
            [words("data.address.program"), words("data.address.how"), words("data.address.pasted")],
            told,
            copied=[2],
        ),
        tag("p", words("data.address.note"), "card-note"),
    )
    return Box("table_by_address", tuple(map(Text, texts)))


def pasted(host: str, lang: str) -> dict[str, str]:
    """What is pasted into each program by a reader who came by this host?

    >>> pasted("http://dashboard", "en")["feed"]
    'http://dashboard/feed.atom?lang=en'
    """
    given = {
        "csv": f"{host}/api/datasets/outsourcing.csv?lang={lang}",
        "parquet": f"{host}/api/datasets/outsourcing.parquet",
        "sentence": f"{host}/api/facts/services_trade_total.txt?lang={lang}",
        "frame": f"{host}/embed/growth_base?lang={lang}",
        "feed": f"{host}/feed.atom?lang={lang}",
    }
    return {program: line.format(**given) for program, line in PASTED.items()}
