"""A file of the analyst's own: checked, and looked at on every page, in this session alone."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING

import streamlit as st

from lib.site.here import Here
from lib.site.markup.states import alarm, notice_html
from lib.site.sections.finding_card import finding_cards
from lib.words.fault_list import fault_head, fault_rows, reading_head, reading_rows
from lib.words.findings import ON_A_PAGE
from lib.words.plain import plain
from lib.words.speak import Words
from pages.components import html
from pages.components.context import DATA, PREVIEW, Preview, current, preview
from pages.components.roles import is_analyst
from pages.components.sheet import show
from pages.server.offers import offer_upload

if TYPE_CHECKING:
    from lib.catalog.trial import Trial

MOST_MB = 20
MOST_FAULTS, MOST_READINGS = 50, 50
_TRIED = "tried"


def own_file(reader: Here) -> None:
    """Puts the place for a file on the page, and under it what is wrong with the file or what it brings."""
    offer_upload(may=is_analyst())
    if not is_analyst():
        return
    words = reader.words
    with st.container(key="table_own_file"):
        html.show(html.tag("h2", words("data.own.title"), "card-title"))
        html.show(html.tag("p", words("data.own.about"), "card-sub"))
        say_what_fits("own_file", words("data.own.hint"))
        file = st.file_uploader(
            words("data.own.pick"),
            key="own_file",
            max_upload_size=MOST_MB,
            on_change=_forget,
        )
        if file:
            _tell(_tried(plain(file.name), file.getvalue(), words), reader)
        elif shown := preview():  # who comes back from another page finds the place for the file empty
            html.show(notice_html(words("data.own.shown", file=shown.file)))
            st.button(words("data.own.end"), key="end_preview", on_click=_forget)


def _forget() -> None:
    for name in (_TRIED, PREVIEW):
        st.session_state.pop(name, None)


def _tried(name: str, content: bytes, words: Words) -> Trial:
    """What came of this file? Tried out once, however often the page runs."""
    # Most readers never need it.
    from lib.catalog.apart.ask import trial_apart

    key, record = current()
    asked = (key, name, sha256(content).hexdigest())
    if st.session_state.get(_TRIED, (None,))[0] != asked:
        with st.spinner(words("data.own.reading", file=name)):
            found = trial_apart(name, content, record=record, published=DATA / "published")
        st.session_state[_TRIED] = (asked, found)
        if found.record is None:
            st.session_state.pop(PREVIEW, None)
        else:
            st.session_state[PREVIEW] = Preview(found.record, asked, name)
        st.rerun()  # what stands above on the page is of the file too
    tried: Trial = st.session_state[_TRIED][1]
    return tried


def _tell(found: Trial, reader: Here) -> None:
    words = reader.words
    if found.unread:
        said = words(f"data.own.unread_{found.unread}", file=found.file)
        html.show(alarm(html.tag("b", said)))
        return
    if found.faults:
        count = words("data.own.refused", file=found.file, count=words.count(len(found.faults)))
        html.show(alarm(html.tag("b", count)))
        rows = fault_rows(found.faults[:MOST_FAULTS], words)
        html.show(html.table(fault_head(words), rows, caption=words("data.own.faults")))
        _tell_readings(found, words)
        return
    said = words("data.own.fits", file=found.file, rows=words.count(found.rows))
    html.show(notice_html(said))
    _tell_readings(found, words)
    html.show(html.tag("h3", words("data.own.findings", count=words.count(len(found.findings))), "section"))
    show("own_findings", *finding_cards(found.findings[:ON_A_PAGE], reader))


def _tell_readings(found: Trial, words: Words) -> None:
    """How was it read where it was not plain, and what was passed over? As the command line tells it."""
    if found.readings:
        rows = reading_rows(found.readings[:MOST_READINGS], words)
        count = words.count(len(found.readings))
        html.show(html.table(reading_head(words), rows, caption=words("data.own.readings", count=count)))


def say_what_fits(key: str, hint: str) -> None:
    """Has the place for a file say which files it takes: what Streamlit says of that is English and less."""
    html.show(html.coded("style", f'.st-key-{key} {{ --hint: "{hint}"; }}'))


def small_file(key: str, label: str, hint: str, *, most_mb: int, types: list[str]) -> bytes:
    """Offers a place for a file of so many MB; gives what is in it, nothing for none, a sign for an empty one."""
    say_what_fits(key, hint)
    file = st.file_uploader(label, type=types, key=key, max_upload_size=most_mb)
    return file.getvalue() or b"\0" if file else b""
