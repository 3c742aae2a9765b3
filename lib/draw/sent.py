"""A chart as it is sent to the browser: once made, the same bytes serve every reader."""

from __future__ import annotations

import json
from hashlib import blake2b

from lib.charts.card import Card
from lib.draw.fitted import height_of
from lib.draw.plotly import as_json
from lib.words.speak import Words


def sent(card: Card, words: Words, *, still: bool = False) -> bytes:
    """Which JSON does the browser draw this chart from? The figure, and an id of all that.

    A `still` chart answers to no mouse, so that two pictures of it are the same.
    """
    rest = {
        "name": card.name,
        "lang": words.lang,
        "still": still,
        "height": height_of(card),
        "missing": words("card.picture.missing"),
    }
    drawing = f'{json.dumps(rest, ensure_ascii=False)[1:-1]}, "figure": {as_json(card)}'
    digest = blake2b(drawing.encode(), digest_size=8).hexdigest()
    return f'{{"id": "{digest}", {drawing}}}'.encode()
