"""What one run of a page knows: the record, the reader's language, and how charts are to look."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from threading import Condition, local
from urllib.parse import urlsplit

import streamlit as st
from cachetools import cached

from lib.catalog.folder import version_of
from lib.catalog.load import load
from lib.charts.card import Look
from lib.facts.record import Record
from lib.site.here import DataKey, Here
from lib.site.shared import RECORDS
from lib.words.messages import LANGUAGES
from lib.words.speak import Words
from pages.components.roles import is_analyst

PREVIEW = "preview"
DATA = Path(__file__).resolve().parents[2].joinpath("data")

_RUN = local()
"""A run has a thread to itself."""
_LAST: dict[tuple[Path, Path | None], tuple[DataKey, Record]] = {}


@dataclass(frozen=True, slots=True)
class Preview:
    """A record that one session looks at: what is published with the reader's own file laid over it."""

    record: Record
    data_key: DataKey
    file: str


def reader() -> Here:
    """Who is reading, and what is there to read? The same all through a run of the site."""
    found: Here | None = getattr(_RUN, "reader", None)
    return found or _reader()


@contextmanager
def one_reader() -> Iterator[Here]:
    """Who is reading, found out once for all that asks while the block runs?"""
    _RUN.reader = _reader()
    try:
        yield _RUN.reader
    finally:
        del _RUN.reader


def _reader() -> Here:
    own = preview()
    key, record = (own.data_key, own.record) if own else current()
    parts = urlsplit(st.context.url or "")
    base = f"{parts.scheme}://{parts.netloc}" if parts.netloc else ""
    return Here(record, Words(language()), Look(st.context.theme.type or "light"), key, base=base)


def preview() -> Preview | None:
    """Which file of their own does this session look at?"""
    found: Preview | None = st.session_state.get(PREVIEW)
    return found if found and is_analyst() else None


def current() -> tuple[DataKey, Record]:
    """What is there to read, and which state of it is this?

    While its files are being replaced this is the state before: nobody sees half of each.
    """
    return current_with(local_folder())


def current_with(local: Path | None) -> tuple[DataKey, Record]:
    """What is there to read with a folder laid over what is published, and which state of it is this? See `current`."""
    key, folders = data_key(local), (DATA, local)
    record = _record(key, local)
    if record.is_settled:
        _LAST[folders] = (key, record)
    return _LAST.get(folders, (key, record))


def local_folder() -> Path | None:
    """Which folder is laid over the published record for this reader? None unless CQ_DATA names one.

    What was not published is for analysts, where people sign in.
    """
    return named_folder() if is_analyst() else None


def named_folder() -> Path | None:
    """Which folder does CQ_DATA name, whoever asks?"""
    named = os.environ.get("CQ_DATA", "").strip()
    return Path(named).expanduser() if named else None


def data_key(local: Path | None) -> DataKey:
    """Which state of the data is this, with a folder laid over it? Changes when any of its files does."""
    return version_of(DATA), local and (str(local), version_of(local))


@cached(RECORDS, key=lambda key, _local: key, condition=Condition())
def _record(_key: DataKey, local: Path | None) -> Record:
    return load(DATA, local)


def language() -> str:
    """Which language does the reader want? The address says, else the last choice, else the browser."""
    asked = st.query_params.get("lang")
    if asked in LANGUAGES:
        st.session_state["lang"] = asked
    elif "lang" not in st.session_state:
        st.session_state["lang"] = "en" if (st.context.locale or "zh").lower().startswith("en") else "zh"
    lang: str = st.session_state["lang"]
    return lang
