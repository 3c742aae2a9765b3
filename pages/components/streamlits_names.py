"""What Streamlit calls its elements and states: it promises none of these names, and they stand nowhere else.

A style or a script of this folder writes `st-main` where it means the element; `named` puts in what Streamlit calls it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType

_MEANT = re.compile(r"\bst-(?!key-)[a-z-]+")

_TEST_IDS = {
    "app": "stApp",
    "block": "stVerticalBlock",
    "body": "stMainBlockContainer",
    "button": "stButton",
    "choice": "stButtonGroup",
    "column": "stColumn",
    "dialog": "stDialog",
    "download": "stDownloadButton",
    "drop": "stFileUploaderDropzone",
    "drop-told": "stFileUploaderDropzoneInstructions",
    "field-icon": "stTextInputIcon",
    "header": "stHeader",
    "html": "stHtml",
    "icon": "stIconMaterial",
    "label": "stWidgetLabel",
    "main": "stMain",
    "row": "stHorizontalBlock",
    "select": "stSelectbox",
    "several": "stMultiSelect",
    "skeleton": "stSkeleton",
    "text": "stTextInput",
    "toolbar": "stToolbar",
    "upload": "stFileUploader",
    "view": "stAppViewContainer",
    "wrapper": "stLayoutWrapper",
}
NAMES = {f"st-{name}": f'[data-testid="{called}"]' for name, called in _TEST_IDS.items()} | {
    "st-page": ".stApp",
    "st-active": '[data-testid*="Active"]',
    "st-chosen": 'button[kind$="Active"]',
    "st-component": '[data-testid^="stBidiComponent"]',
    "st-picked": "[data-tag]",
    "st-connection-state": "data-test-connection-state",
    "st-connected": "CONNECTED",
    "st-script-state": "data-test-script-state",
    "st-at-rest": "notRunning",
}
"""What is meant, and the selector, attribute or state that it is."""

PRESSED = ("react-aria-pressable-style", "[data-react-aria-pressable]")
"""The style that comes with the first element to be pressed where the page has none of this id, and what it styles."""

SAID: Mapping[str, str] = MappingProxyType(
    {
        "Open": "widget.open",
        "Clear all": "widget.clear",
        "Clear entry": "widget.clear_entry",
        "Selected values": "widget.chosen",
        "Remove {what}": "widget.remove",
        "No results": "widget.none",
        "You can only select up to {count} options. Remove an option first.": "widget.most",
        "{count} options available.": "widget.options",
        "1 option available.": "widget.option",
        "{what}, selected": "widget.picked",
        "Dismiss": "widget.dismiss",
        "Notifications": "widget.notices",
        "Press Enter to apply": "widget.enter",
        "Upload": "data.own.button",
        "file upload": "data.own.button",
        "Add files": "widget.add",
        "File must be {size} or smaller.": "widget.file_too_large",
        "{kind} files are not allowed.": "widget.file_of_other_kind",
        "Skip to main content": "briefing.edition.skip",
    }
)
"""What it writes and names itself, English in every language, and the message that says it (`saying.js`)."""


def named(text: str) -> str:
    """Which style or script is this, with Streamlit's names in it? KeyError for one that is not listed.

    >>> named("st-main { height: auto } .st-key-kpis st-column { width: 100% }")
    '[data-testid="stMain"] { height: auto } .st-key-kpis [data-testid="stColumn"] { width: 100% }'
    """
    return _MEANT.sub(lambda meant: NAMES[meant[0]], text)
