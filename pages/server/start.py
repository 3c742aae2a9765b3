"""What the server does before the first reader comes."""

from __future__ import annotations

import gc
import inspect
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import streamlit as st
from streamlit.runtime.pages_manager import PagesManager

from pages.components.prepare import prepare
from pages.server.at_once import send_at_once
from pages.server.log import write_json_lines
from pages.server.watched import alive, take_all_descriptors

_TURN_S = 0.0005
"""How long one thread keeps the interpreter while another waits. A rerun's thread and the one that sends hand over
to each other many times, and Python's own 5 ms are longer than a page takes."""


@asynccontextmanager
async def warm_up(_app: st.App) -> AsyncIterator[dict[str, Any]]:
    """Loads what the first reader would otherwise wait for, and keeps it out of later collections."""
    # Without this the first session of a fresh server is sent to pages by their file names, and told that
    # a page which is there was not found. Set by st.navigation itself from the second session on.
    PagesManager.uses_pages_directory = False
    write_json_lines()
    take_all_descriptors()
    sys.setswitchinterval(_TURN_S)
    send_at_once()
    prepare()
    inspect.stack()  # Streamlit looks at it in the first run; the first look of a process takes a tenth of a second
    gc.collect()
    gc.freeze()
    with alive():
        yield {}
