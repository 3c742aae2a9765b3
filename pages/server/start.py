"""What the server does before the first reader comes."""

from __future__ import annotations

import gc
import inspect
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import streamlit as st
from streamlit.runtime.pages_manager import PagesManager

from pages.components.prepare import prepare
from pages.server.log import write_json_lines


@asynccontextmanager
async def warm_up(_app: st.App) -> AsyncIterator[dict[str, Any]]:
    """Loads what the first reader would otherwise wait for, and keeps it out of later collections."""
    # Without this the first session of a fresh server is sent to pages by their file names, and told that
    # a page which is there was not found. Set by st.navigation itself from the second session on.
    PagesManager.uses_pages_directory = False
    write_json_lines()
    prepare()
    inspect.stack()  # Streamlit looks at it in the first run; the first look of a process takes a tenth of a second
    gc.collect()
    gc.freeze()
    yield {}
