"""A page of the table, as a reader gets it: its sheets, and between them what can be chosen and taken along."""

from __future__ import annotations

from functools import partial

import streamlit as st

from lib.site.choices import Choice, Refused, Search, Several
from lib.site.here import Here
from lib.site.part import Clear, Download, Group, Live, Part, Sheet
from lib.site.parts import parts_of
from pages.components import pickers
from pages.components.briefing import briefing
from pages.components.context import reader
from pages.components.dataset_files import MIME, dataset_file
from pages.components.filters import offer, refuse
from pages.components.own_file import own_file
from pages.components.sheet import show
from pages.components.states import in_its_place


def read(page: str) -> None:
    """Puts a page of the table before the reader."""
    here = reader()
    for part in parts_of(page, here, st.query_params.to_dict()):
        put(part, here)


def put(part: Part, here: Here) -> None:
    """Puts one part of a page before the reader."""
    match part:
        case Sheet(key, pieces):
            show(key, *pieces)
        case Choice():
            offer(part, here.words)
        case Several():
            pickers.several(part, here.words)
        case Search():
            pickers.search(part)
        case Refused():
            refuse(part, here.words)
        case Group(key, parts, widths, in_a_line):
            with st.container(key=key, horizontal=in_a_line):
                _side_by_side(parts, widths, here) if widths else _below(parts, here)
        case Download():
            st.download_button(
                part.label,
                partial(dataset_file, part, here),
                file_name=part.name,
                mime=MIME[part.form],
                key=part.key,
                on_click="ignore",
            )
        case Clear(key, label, names):
            st.button(label, key=key, on_click=pickers.clear, args=(names,))
        case Live("own_file"):
            with in_its_place(here.words):
                own_file(here)
        case Live("briefing"):
            briefing(here)


def _below(parts: tuple[Part, ...], here: Here) -> None:
    for part in parts:
        put(part, here)


def _side_by_side(parts: tuple[Part, ...], widths: tuple[int, ...], here: Here) -> None:
    for part, column in zip(parts, st.columns(widths, gap="small"), strict=True):
        with column:
            put(part, here)
