"""Which answer belongs to an address below /api/."""

from __future__ import annotations

from lib.api.asked import SHOWN, Asked
from lib.api.charts import chart
from lib.api.charts import named as named_chart
from lib.api.datasets import dataset
from lib.api.datasets import named as named_dataset
from lib.api.facts import fact
from lib.api.facts import named as named_fact
from lib.api.listing import listing
from lib.api.made import Made
from lib.api.openapi import openapi
from lib.facts.errors import NoSuchFigure, RecordError
from lib.facts.record import Record
from lib.site.forms import FORMS, PICTURES
from lib.words.problem import Problem
from lib.words.speak import Words
from lib.words.trouble import reason


def answer(path: str, asked: Asked, record: Record) -> Made:
    """What is at this address, such as `charts/goal_path.json`? Raises Problem, and nothing else that is foreseen."""
    try:
        return _answer(path, asked, record)
    except RecordError as error:
        said = reason(error, Words(asked.lang))
        status = 404 if isinstance(error, NoSuchFigure) else 503
        raise Problem(status, "api.problem.record", said=said) from error


def _answer(path: str, asked: Asked, record: Record) -> Made:
    if not path:
        return listing(asked, record)
    if path == "openapi.json":
        return openapi(asked, record)
    kind, _, file = path.partition("/")
    name, _, form = file.rpartition(".")
    if kind not in FORMS or "/" in file:
        known = [f"/api/{one}/" for one in FORMS]
        raise Problem(404, "api.problem.address", allowed=["/api/", *known], name=f"/api/{path}"[:SHOWN])
    name = name or form
    known_names = {"datasets": named_dataset, "facts": named_fact}
    named = known_names[kind](name) if kind in known_names else named_chart(name, record)
    if form not in FORMS[kind]:
        forms = (*FORMS[kind], *PICTURES) if kind == "charts" else FORMS[kind]
        allowed = [f"{named}.{one}" for one in forms]
        raise Problem(404, "api.problem.form", allowed=allowed, name=file[:SHOWN])
    if kind == "datasets":
        return dataset(named, form, asked, record)
    return chart(named, form, asked, record) if kind == "charts" else fact(named, form, asked, record)
