"""Is the data section of the changelog what the record says?

`python -m tests.checks.changelog` prints what differs and ends with 1 if anything does.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from difflib import unified_diff
from pathlib import Path

from lib.catalog.load import load
from lib.facts.record import Record
from lib.words.changelog import data_section
from lib.words.speak import Words

ROOT = Path(__file__).parents[2]
START, END = "<!-- data: start -->", "<!-- data: end -->"
REMEDY = "put there what python -m lib.catalog changes prints"


def faults(changelog: str, record: Record) -> Iterator[str]:
    """What is wrong with the data section of a changelog?"""
    written = between_marks(changelog)
    if written is None:
        yield f"CHANGELOG.md: no data section between {START} and {END}; {REMEDY}"
        return
    wanted = f"\n{data_section(record, Words('en'))}\n"
    if written != wanted:
        yield f"CHANGELOG.md: the data section is not what the record says; {REMEDY}"
        yield from unified_diff(
            written.splitlines(), wanted.splitlines(), "CHANGELOG.md", "record", "", "", 0, ""
        )


def between_marks(text: str) -> str | None:
    """What does a changelog say between the marks of its data section? None where a mark is missing."""
    _, start, rest = text.partition(f"{START}\n")
    section, end, _ = rest.partition(END)
    return section if start and end else None


if __name__ == "__main__":
    found = list(faults((ROOT / "CHANGELOG.md").read_text(encoding="utf-8"), load(ROOT / "data")))
    print("\n".join(found) or "Changelog: its data section is what the record says.")
    sys.exit(bool(found))
