"""What there is by address."""

from __future__ import annotations

from urllib.parse import urlencode

from lib.api.asked import Asked
from lib.api.charts import CHOICES, THEMES
from lib.api.datasets import FILTERS, filters_of
from lib.api.explored import choices
from lib.api.figures import written
from lib.api.made import MIME, Made
from lib.briefing.order import titles
from lib.catalog.codes import CURRENCIES
from lib.charts.card import Look
from lib.explore.card import NAME as EXPLORE
from lib.explore.starts import STARTS
from lib.facts.outsourcing_periods import period_codes
from lib.facts.record import DATASETS, Record
from lib.site.forms import FORMS, PICTURES
from lib.words.kpis import KPIS
from lib.words.messages import LANGUAGES
from lib.words.speak import Words


def listing(asked: Asked, record: Record) -> Made:
    """Which datasets, charts and headline figures are there, at which addresses, with which choices?"""
    words = Words(asked.only().lang)
    found = {
        "title": words("site.title"),
        "lang": words.lang,
        "data_version": record.version,
        "data_as_of": record.as_of.isoformat(),
        "feed": "/feed.atom",
        "openapi": "/api/openapi.json",
        "datasets": [_dataset(name, record, words) for name in DATASETS if name in record.frames],
        "dataset_filters": list(FILTERS),
        "facts": [
            {
                "name": key,
                "title": words(f"kpi.{key}.label"),
                "address": f"/api/facts/{key}.json",
                "sentence": f"/api/facts/{key}.txt",
            }
            for key in KPIS
        ],
        "charts": [_chart(name, title) for name, title in titles(record, words, Look()).items()],
        "chart_choices": {
            "lang": list(LANGUAGES),
            "currency": list(CURRENCIES),
            "period": list(period_codes(record)),
            "theme": list(THEMES),
        },
        "explore": {
            **_chart(EXPLORE, words("site.question.explore")),
            "choices": choices(record),
            "starts": [
                {"title": words(f"explore.start.{name}"), "query": urlencode(asked, safe=",")}
                for name, asked in STARTS.items()
            ],
        },
    }
    assert {*CHOICES, "theme"} < set(found["chart_choices"])
    return Made(written(found), MIME["json"])


def _dataset(name: str, record: Record, words: Words) -> dict[str, object]:
    return {
        "name": name,
        "title": words(f"data.dataset.{name}"),
        "figures": len(record.frame(name)),
        "addresses": [f"/api/datasets/{name}.{form}" for form in FORMS["datasets"]],
        "filters": filters_of(name, record),
    }


def _chart(name: str, title: str) -> dict[str, object]:
    return {
        "name": name,
        "title": title,
        "addresses": [f"/api/charts/{name}.{form}" for form in (*FORMS["charts"], *PICTURES)],
        "frame": f"/embed/{name}",
    }
