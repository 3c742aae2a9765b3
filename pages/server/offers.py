"""Which open pages take a file of the reader's own, and how much of it is kept for them."""

from __future__ import annotations

from dataclasses import dataclass, field
from threading import Lock
from time import monotonic

from streamlit import runtime
from streamlit.runtime.scriptrunner import get_script_run_ctx

from pages.signin.standing import reader_session

MOST_FILES, MOST_BYTES = 4, 45_000_000
"""Of one page: two files that are looked at (a mark and a template), and those that are to take their place."""
MOST_BYTES_IN_ALL = 200_000_000
KEPT_S = 20 * 60


@dataclass(slots=True)
class Offer:
    """What one page, by its session of Streamlit's, has handed in. `who` is the id of its reader's session."""

    who: str
    files: dict[str, tuple[int, float]] = field(default_factory=dict)

    @property
    def bytes(self) -> int:
        """How many bytes are kept for it, or on the way?"""
        return sum(size for size, _ in self.files.values())


class Offers:
    """The pages of this process that take files."""

    def __init__(self) -> None:
        self._open: dict[str, Offer] = {}
        self._lock = Lock()

    def open(self, page: str, who: str) -> None:
        """From now on this page takes a file, from this reader alone."""
        with self._lock:
            self._open.setdefault(page, Offer(who)).who = who

    def close(self, page: str) -> None:
        """This page takes none, and what it took is freed."""
        with self._lock:
            if self._open.pop(page, None) and runtime.exists():
                runtime.get_instance().uploaded_file_mgr.remove_session_files(page)

    def close_left(self) -> None:
        """Frees what readers handed in who have gone, and what nobody looks at any more."""
        old = monotonic() - KEPT_S
        for page, offer in list(self._open.items()):
            late = bool(offer.files) and max(at for _, at in offer.files.values()) < old
            if late or not runtime.get_instance().is_active_session(page):
                self.close(page)

    def is_for(self, page: str, who: str) -> bool:
        """Does this page take a file from this reader?"""
        return (offer := self._open.get(page)) is not None and offer.who == who

    def reserve(self, page: str, file: str, size: int) -> bool:
        """Is there room for a file of so many bytes? Then it is taken."""
        with self._lock:
            offer = self._open.get(page)
            if offer is None or file in offer.files or len(offer.files) >= MOST_FILES:
                return False
            in_all = sum(other.bytes for other in self._open.values())
            if offer.bytes + size > MOST_BYTES or in_all + size > MOST_BYTES_IN_ALL:
                return False
            offer.files[file] = size, monotonic()
            return True

    def forget(self, page: str, file: str) -> None:
        """This file was not handed in, or is taken back."""
        with self._lock:
            if offer := self._open.get(page):
                offer.files.pop(file, None)


OFFERS = Offers()


def offer_upload(*, may: bool) -> None:
    """Says whether the page that is being made takes a file."""
    context = get_script_run_ctx(suppress_warning=True)
    if context is None:
        return
    if may:
        session = reader_session()
        OFFERS.open(context.session_id, session.id if session else "")
    else:
        OFFERS.close(context.session_id)
