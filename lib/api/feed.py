"""What each edition of the record added, revised and contradicted, as an Atom feed (RFC 4287)."""

from __future__ import annotations

from uuid import NAMESPACE_URL, uuid5

from lxml import etree  # type: ignore[import-untyped]

from lib.api.asked import Asked
from lib.api.made import MIME, Made
from lib.facts.changes import changes, editions
from lib.facts.errors import RecordError
from lib.facts.record import Record
from lib.site.markup.tags import table, tag
from lib.words.changes import added, change_head, change_rows, differing
from lib.words.messages import TAGS
from lib.words.problem import Problem
from lib.words.responsible import responsible_line
from lib.words.speak import Words
from lib.words.trouble import reason

ADDRESS = "/feed.atom"
_ATOM = "http://www.w3.org/2005/Atom"
_LANG = "{http://www.w3.org/XML/1998/namespace}lang"


def feed(_path: str, asked: Asked, record: Record) -> Made:
    """Which feed tells of every edition, the newest first? Raises Problem where the record cannot say."""
    words = Words(asked.only().lang)
    try:
        return Made(_feed(record, words), MIME["atom"])
    except RecordError as error:
        raise Problem(503, "api.problem.record", said=reason(error, words)) from error


def _feed(record: Record, words: Words) -> bytes:
    days = dict(record.frame("releases")[["release", "date"]].astype(str).to_numpy().tolist())
    known = editions(record)
    root = etree.Element(f"{{{_ATOM}}}feed", {_LANG: TAGS[words.lang]}, nsmap={None: _ATOM})
    _text(root, "id", _id("feed", words.lang))
    _text(root, "title", words("site.title"))
    _text(root, "updated", _moment(days[known[-1]]))
    _link(root, "self", f"{ADDRESS}?lang={words.lang}", "application/atom+xml")
    _link(root, "alternate", f"/data?lang={words.lang}", "text/html")
    _text(
        etree.SubElement(root, f"{{{_ATOM}}}author"), "name", responsible_line(words) or words("site.title")
    )
    for release in reversed(known):
        _entry(root, release, days[release], record, words)
    return bytes(etree.tostring(root, xml_declaration=True, encoding="utf-8"))


def _entry(root: object, release: str, day: str, record: Record, words: Words) -> None:
    found = changes(record, release)
    told = added(found, release, record, words)
    entry = etree.SubElement(root, f"{{{_ATOM}}}entry")
    _text(entry, "id", _id(release, words.lang))
    _text(entry, "title", words("api.feed.entry", release=release))
    _text(entry, "updated", _moment(day))
    _link(entry, "alternate", f"/data?lang={words.lang}", "text/html")
    _text(entry, "summary", told)
    parts = [tag("p", told), tag("p", differing(found, words))]
    if rows := change_rows(found, record, words):
        parts.append(table(change_head(words), rows))
    _text(entry, "content", "".join(parts), type="html")


def _text(parent: object, name: str, text: str, **given: str) -> None:
    etree.SubElement(parent, f"{{{_ATOM}}}{name}", given).text = text


def _link(parent: object, rel: str, href: str, kind: str) -> None:
    etree.SubElement(parent, f"{{{_ATOM}}}link", {"rel": rel, "href": href, "type": kind})


def _id(name: str, lang: str) -> str:
    """The same for ever, and of no host: the site may move."""
    return f"urn:uuid:{uuid5(NAMESPACE_URL, f'chongqing-services-trade/{name}/{lang}')}"


def _moment(day: str) -> str:
    return f"{day}T00:00:00Z"
