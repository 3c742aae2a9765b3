"""The feed of editions, read by its standard (RFC 4287)."""

from __future__ import annotations

from datetime import datetime

import pytest
from lxml import etree

from lib.facts.changes import editions
from pages.components import context
from tests.conftest import ROOT

ATOM = {"a": "http://www.w3.org/2005/Atom"}


@pytest.fixture
def asked(ask, monkeypatch):
    """Asks the site for what is committed: the first edition alone has nothing to add."""
    monkeypatch.setattr(context, "DATA", ROOT / "data")
    return ask


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_each_edition_is_an_entry_the_newest_first(asked, shipped, lang):
    got = asked(f"/feed.atom?lang={lang}")
    assert got.headers["content-type"] == "application/atom+xml; charset=utf-8"
    feed = etree.fromstring(got.body)
    titles = feed.xpath("a:entry/a:title/text()", namespaces=ATOM)
    assert [title.split()[1] for title in titles] == list(reversed(editions(shipped)))
    for thing in (feed, *feed.xpath("a:entry", namespaces=ATOM)):
        for needed in ("id", "title", "updated"):
            assert len(thing.xpath(f"a:{needed}", namespaces=ATOM)) == 1
        assert datetime.fromisoformat(thing.findtext("a:updated", namespaces=ATOM)).tzinfo
    ids = feed.xpath("//a:id/text()", namespaces=ATOM)
    assert len(set(ids)) == len(ids)
    assert all(one.startswith("urn:uuid:") for one in ids)  # whole addresses that never change
    assert feed.xpath("count(a:author/a:name[text()])", namespaces=ATOM) == 1
    assert feed.xpath("a:link[@rel='self']/@href", namespaces=ATOM) == [f"/feed.atom?lang={lang}"]
    assert set(feed.xpath("a:entry/a:content/@type", namespaces=ATOM)) == {"html"}


def test_an_entry_says_how_many_figures_came_and_names_those_that_differ(asked):
    feed = etree.fromstring(asked("/feed.atom?lang=zh").body)
    first = feed.xpath("a:entry[a:title[contains(., '2026.11')]]/a:summary/text()", namespaces=ATOM)
    assert "收录548条" in first[0]
    newest = feed.xpath("a:entry[1]/a:content/text()", namespaces=ATOM)[0]
    assert "新增292条" in newest
    assert newest.startswith("<p>")


def test_who_has_it_is_not_sent_it_again(asked):
    tag = asked("/feed.atom?lang=en").headers["etag"]
    assert asked("/feed.atom?lang=en", if_none_match=tag).status == 304
    assert asked("/feed.atom?year=2021&lang=en").status == 400
