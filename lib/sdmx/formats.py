"""In which format an answer is wanted: by `Accept`, or in short by the parameter `format`."""

from __future__ import annotations

from collections.abc import Mapping

from lib.sdmx.refused import NOT_ACCEPTABLE, SYNTAX, Refused

XML, JSON, CSV = "xml", "json", "csv"
STRUCTURE_MEDIA = {
    XML: "application/vnd.sdmx.structure+xml;version=2.1",
    JSON: "application/vnd.sdmx.structure+json;version=2.0.0",
}
DATA_MEDIA = {
    XML: "application/vnd.sdmx.structurespecificdata+xml;version=2.1",
    JSON: "application/vnd.sdmx.data+json;version=2.0.0",
    CSV: "application/vnd.sdmx.data+csv;version=2.0.0",
}
"""The first is what is sent to who takes anything: of older clients each reads it, and none reads the others."""
_PLAIN = {
    "application/xml": XML,
    "text/xml": XML,
    "application/json": JSON,
    "text/json": JSON,
    "text/csv": CSV,
    "application/csv": CSV,
}
_ANY = ("*/*", "application/*")


def chosen(accept: str, short: str, media: Mapping[str, str]) -> str:
    """Which of the formats is sent? Raises Refused where none is wanted, with what there is.

    >>> chosen("application/vnd.sdmx.data+csv; version=2.0.0, */*;q=0.1", "", DATA_MEDIA)
    'csv'
    >>> chosen("application/json, text/xml, */*", "", DATA_MEDIA), chosen("*/*", "json", DATA_MEDIA)
    ('xml', 'json')
    """
    if short:
        if short not in media:
            raise Refused(SYNTAX, "sdmx.refused.value", name="format", found=short, allowed=tuple(media))
        return short
    weights = dict.fromkeys(media, 0.0)
    for part in (accept or "*/*").lower().split(","):
        name, *rest = (piece.strip() for piece in part.split(";"))
        words = {key.strip(): value.strip() for key, _, value in (piece.partition("=") for piece in rest)}
        for form in _forms(name, words.get("version", ""), media):
            weights[form] = max(weights[form], _weight(words.get("q", "1")))
    best = max(media, key=lambda form: weights[form])
    if not weights[best]:
        raise Refused(NOT_ACCEPTABLE, "sdmx.refused.format", allowed=tuple(media.values()))
    return best


def _forms(name: str, version: str, media: Mapping[str, str]) -> list[str]:
    if name in _ANY:
        return list(media)
    if name in _PLAIN:
        return [form for form in media if form == _PLAIN[name]]
    ours = {form: full.split(";version=") for form, full in media.items()}
    return [form for form, (known, number) in ours.items() if known == name and version in ("", number)]


def _weight(text: str) -> float:
    try:
        return min(max(float(text), 0.0), 1.0)
    except ValueError:
        return 0.0
