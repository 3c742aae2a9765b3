"""Has a release read in a process of its own, and waits for the answer no longer than the file is worth."""

from __future__ import annotations

import logging
from pathlib import Path

from lib.catalog.apart import bounds
from lib.catalog.apart.elsewhere import Unread, answered
from lib.catalog.apart.handover import NotHandedOver, unpacked
from lib.catalog.trial import Trial, Weighed, concluded
from lib.facts.record import Record

LOG = logging.getLogger("server.data")


def trial_apart(file: str, content: bytes, *, record: Record, published: Path) -> Trial:
    """What would a stranger's file do to the record that is shown? Never raises for it.

    `published` is the folder of the reviewed CSV files. The file is read elsewhere, within limits and in its turn;
    where that leads to no answer, `unread` says why.
    """
    try:
        return concluded(file, weighed_apart(file, content, published), record)
    except Unread as unread:
        LOG.warning(
            "a file of %d bytes was not read to its end: %s", len(content), unread.__cause__ or unread
        )
        return Trial(file, (), unread=unread.reason)


def weighed_apart(
    file: str,
    content: bytes,
    published: Path,
    *,
    seconds: float = 0,
    memory: int = bounds.MOST_MEMORY,
    most_answer: int = bounds.MOST_ANSWER,
    most_wait_s: float = bounds.MOST_WAIT_S,
) -> Weighed:
    """What does a file hold? Raises Unread where it takes more than it may.

    `seconds` of work are those for a file of this size unless given; `memory` and `most_answer` are bytes.
    """
    try:
        return unpacked(
            answered(
                "lib.catalog.apart",
                {"file": file, "published": str(published)},
                content,
                seconds=seconds or bounds.seconds_for(len(content)),
                memory=memory,
                most_answer=most_answer,
                most_wait_s=most_wait_s,
            )
        )
    except NotHandedOver as error:
        raise Unread("large" if str(error) == "memory" else "ended") from error
