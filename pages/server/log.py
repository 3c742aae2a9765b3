"""The server's log: one JSON object a line, and nothing in it about who reads.

`time` (UTC), `level`, `logger`, `event`, `request` (its number, where there is one), the fields of an account
of a request, and under `error` the kind of an exception and the lines of code that it came through. The words
of an exception may quote what a reader typed: only those of the system and of the record are kept.
"""

from __future__ import annotations

import json
import logging
import re
import traceback
from datetime import UTC, datetime
from pathlib import Path

from streamlit import logger as streamlit_logger

from lib.facts.errors import RecordError
from pages.server.request_id import request_id
from pages.server.said_once import SaidOnce

_ROOT = Path(__file__).resolve().parents[2]
_HOST = re.compile(r"\b\d{1,3}(?:\.\d{1,3}){3}(?::\d+)?\b|\[?(?:[0-9a-f]{0,4}:){3,7}[0-9a-f]{0,4}\]?", re.I)
_QUERY = re.compile(r"\?\S+")
_NOISY = ("uvicorn.access", "uvicorn.error")  # they name the address of each client


class JsonLines(logging.Formatter):
    """Writes a record of the log as one line of JSON."""

    def format(self, record: logging.LogRecord) -> str:
        """What is the line of this record?"""
        # asyncio adds a description of what failed, which may quote a reader.
        whole = record.getMessage()
        told = whole.partition("\n")[0] if record.name == "asyncio" else whole
        said = _QUERY.sub("?…", _HOST.sub("…", told))
        line: dict[str, object] = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "logger": record.name,
            "event": said,
        }
        if number := request_id():
            line["request"] = number
        line |= getattr(record, "fields", {})
        if record.exc_info and record.exc_info[1]:
            line["error"] = account_of(record.exc_info[1])
        if again := getattr(record, "again", 0):
            line["again"] = again
        return json.dumps(line, ensure_ascii=False)


def account_of(error: BaseException) -> dict[str, object]:
    """What is written down of an exception? Its kind, where it came from, and words that quote no reader.

    >>> account_of(ValueError("what someone typed"))
    {'kind': 'ValueError', 'where': []}
    >>> account_of(OSError(28, "No space left on device"))["said"]
    'No space left on device'
    """
    told: dict[str, object] = {
        "kind": type(error).__name__,
        "where": [_place(frame) for frame in traceback.extract_tb(error.__traceback__)],
    }
    if isinstance(error, OSError) and error.strerror:
        told["said"] = error.strerror
    elif isinstance(error, RecordError | ImportError):
        told["said"] = str(error)
    if error.__cause__:
        told["because"] = account_of(error.__cause__)
    return told


def write_json_lines() -> None:
    """Makes every logger of this process write so: those that are there, and those that Streamlit makes later."""
    streamlit_logger.setup_formatter = _with_json
    for name in ("", *logging.root.manager.loggerDict):
        for handler in logging.getLogger(name).handlers:
            if type(handler) is logging.StreamHandler:
                handler.setFormatter(JsonLines())
                handler.addFilter(SaidOnce())
    for name in _NOISY:
        logging.getLogger(name).setLevel(logging.WARNING)
    # Who has no handler of its own, as asyncio, the sign-in, and what it calls.
    _with_json(logging.root)
    own = logging.getLogger("server")
    _with_json(own)
    own.setLevel(logging.INFO)
    own.propagate = False


def _with_json(logger: logging.Logger) -> None:
    """Takes the place of Streamlit's own, which would write text."""
    for handler in [found for found in logger.handlers if type(found) is logging.StreamHandler]:
        logger.removeHandler(handler)
    handler = logging.StreamHandler()
    handler.setFormatter(JsonLines())
    handler.addFilter(SaidOnce())
    logger.addHandler(handler)


def _place(frame: traceback.FrameSummary) -> str:
    file = Path(frame.filename)
    shown = file.relative_to(_ROOT) if file.is_relative_to(_ROOT) else Path(*file.parts[-2:])
    return f"{shown}:{frame.lineno} {frame.name}"
