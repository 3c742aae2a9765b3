"""The briefing as a file: made when asked for, with progress, and kept for whoever asks for the same."""

from __future__ import annotations

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from lib.briefing.browser.errors import BrowserError
from lib.briefing.content import briefing
from lib.briefing.contents import archive_stem
from lib.briefing.left_out import LeftOut
from lib.briefing.make import MIME, bundled, long_files, long_stem, made_of
from lib.briefing.order import RefusedOrder
from lib.site.here import Here
from lib.site.states import noted
from lib.words.speak import Words
from lib.words.workbook import release_day
from pages.components.briefing_form import Wish
from pages.components.states import show_fault, show_notice

_MADE = "briefing_made"


def briefing_file(wish: Wish, here: Here) -> None:
    """Offers to make the file, and once it is made, to take it along under a name that says what and when."""
    words = here.words
    with st.container(key="buttons_briefing", horizontal=True):
        asked = st.button(words("briefing.page.make", form=wish.form.upper()), key="make", type="primary")
        if asked:
            st.session_state.pop(_MADE, None)
            _make(wish, here)
        made = st.session_state.get(_MADE)
        if made and made[0] == (wish, here.data_key):
            _, name, content = made
            st.download_button(
                words("briefing.page.download", name=name),
                content,
                file_name=name,
                mime=MIME[wish.form] if not name.endswith(".zip") else "application/zip",
                key="take",
                on_click="ignore",
            )


def _make(wish: Wish, here: Here) -> None:
    words = here.words
    bar = st.progress(0.1, text=words("briefing.page.drawing"))
    try:
        name, content, left, without = _long(wish, here) if wish.page else _of_charts(wish, here, bar)
    except RefusedOrder as refused:
        show_notice(str(refused))
    except BrowserError as error:
        show_notice(error.said(words.lang))
    except Exception as error:
        show_fault(error, words)
    else:
        for part in left:
            noted(part.error)
        if left:
            show_notice(without)
        st.session_state[_MADE] = ((wish, here.data_key), name, content)
    bar.empty()


def _of_charts(wish: Wish, here: Here, bar: DeltaGenerator) -> tuple[str, bytes, tuple[LeftOut, ...], str]:
    """The file by name and content, what had to be left out of it, and what it says of that."""
    found = briefing(wish.order, here.record)
    bar.progress(0.4, text=here.words("briefing.page.making", form=wish.form.upper()))
    made, held = made_of(found, wish.form, papers=(wish.paper,))
    return *bundled(made, archive_stem(found, wish.form), found.released), held.left, held.without


def _long(wish: Wish, here: Here) -> tuple[str, bytes, tuple[LeftOut, ...], str]:
    made = long_files(here.record, lang=wish.order.lang, base=wish.order.base, page=wish.page)
    name = long_stem(wish.page, Words(wish.order.lang))
    return *bundled(made, name, release_day(here.record)), (), ""
