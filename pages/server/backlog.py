"""What a reader's page says to the server, and how much of it at once is no reader's."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, field
from enum import Enum, auto

from google.protobuf.message import DecodeError  # type: ignore[import-untyped]
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

MOST_WAITING = 40
"""So many messages may wait for the answers to those before them: a key held down for a second."""
MOST_BYTES, BYTES_PER_S = 4_000_000, 250_000
_MOST_FILES = 10
_MOST_STATE = 64_000
"""All widgets of a page say less than a tenth of it; an address may be longer."""
_MOST_CALM, _CALM_PER_S, _CALM_AT_FIRST = 10.0, 1.0, 0.0
_ANSWERED = {"script_finished", "backend_operation_response"}
_SMALL = 512
_NOT_ASKED = {"clear_cache", "set_run_on_save", "load_git_info"}
"""Nothing on the page asks for these; the first would make every other reader wait for what all of them share."""
_FETCHED = {"deferred_file", "dataframe_chunk"}
"""What a page fetches of its own. Streamlit would also install things on the machine of who asks from there: behind a
proxy, that is everybody."""


class Work(Enum):
    """What a message makes the server do. A run with a reader's file in it waits for a process that reads the file."""

    NONE = auto()
    RUN = auto()
    READING = auto()


class TooMuchError(Exception):
    """More than a page of the site ever says."""


@dataclass(slots=True)
class Allowance:
    """So much at once, and so much a second from then on."""

    most: float
    per_s: float
    left: float
    at: float = 0.0

    def take(self, amount: float, now: float) -> bool:
        """Is there so much left now, in seconds of any clock that goes forward? Then it is less from now on.

        >>> some = Allowance(most=2, per_s=1, left=1, at=10)
        >>> some.take(1, 10), some.take(1, 10.5), some.take(1, 11.5), some.take(3, 99)
        (True, False, True, False)
        """
        self.left = min(self.most, self.left + (now - self.at) * self.per_s)
        self.at = now
        if self.left < amount:
            return False
        self.left -= amount
        return True


@dataclass(slots=True)
class Backlog:
    """What one page has asked for and was not handed on yet. `calm` is what it may ask for without standing in line."""

    now: float
    calm: Allowance = field(init=False)
    _bytes: Allowance = field(init=False)
    _waiting: deque[tuple[bytes, Work]] = field(default_factory=deque)

    def __post_init__(self) -> None:
        self.calm = Allowance(_MOST_CALM, _CALM_PER_S, _CALM_AT_FIRST, self.now)
        self._bytes = Allowance(MOST_BYTES, BYTES_PER_S, MOST_BYTES, self.now)

    def __len__(self) -> int:
        return len(self._waiting)

    def add(self, said: bytes, now: float) -> None:
        """Takes a message in, or leaves it out where nobody is to answer it. Raises TooMuchError."""
        if not self._bytes.take(len(said), now) or len(self._waiting) >= MOST_WAITING:
            raise TooMuchError
        work = work_of(said)
        if work is not None:
            self._waiting.append((said, work))

    def pop(self) -> tuple[bytes, Work]:
        """What is next, and which work is it for the server? Raises IndexError where nothing waits."""
        return self._waiting.popleft()


def work_of(said: bytes) -> Work | None:
    """Does this message ask for a run, or a file? None: for nothing that a page asks for. Raises TooMuchError.

    >>> work_of(BackMsg(stop_script=True).SerializeToString()), work_of(b"")
    (<Work.NONE: 1>, <Work.NONE: 1>)
    >>> work_of(BackMsg(clear_cache=True).SerializeToString()) is None
    True
    >>> work_of(BackMsg(backend_operation_request={"install_skills": {}}).SerializeToString()) is None
    True
    >>> work_of(BackMsg(backend_operation_request={"deferred_file": {"file_id": "a"}}).SerializeToString())
    <Work.RUN: 2>
    >>> picked = {"id": "own", "file_uploader_state_value": {"uploaded_file_info": [{"file_id": "a"}]}}
    >>> work_of(BackMsg(rerun_script={"widget_states": {"widgets": [picked]}}).SerializeToString())
    <Work.READING: 3>
    """
    if len(said) > 1_000_000:
        return Work.NONE  # Streamlit hangs up on it, and says why
    try:
        message = BackMsg.FromString(said)
    except DecodeError:
        return Work.NONE  # as above
    kind = message.WhichOneof("type")
    if len(message.file_urls_request.file_names) > _MOST_FILES:
        raise TooMuchError
    if len(said) - len(message.rerun_script.query_string.encode()) > _MOST_STATE:
        raise TooMuchError
    asked = message.backend_operation_request
    if kind in _NOT_ASKED or (asked.ByteSize() and not any(asked.HasField(name) for name in _FETCHED)):
        return None
    if kind not in ("rerun_script", "backend_operation_request"):
        return Work.NONE
    widgets = message.rerun_script.widget_states.widgets
    picked = any(widget.file_uploader_state_value.uploaded_file_info for widget in widgets)
    return Work.READING if picked else Work.RUN


def is_answer(said: bytes) -> bool:
    """Is this the end of what a page asked for? It is short: longer messages are not looked at.

    >>> is_answer(ForwardMsg(script_finished=ForwardMsg.FINISHED_SUCCESSFULLY).SerializeToString())
    True
    """
    return len(said) < _SMALL and ForwardMsg.FromString(said).WhichOneof("type") in _ANSWERED
