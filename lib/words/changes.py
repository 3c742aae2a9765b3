"""What an edition of the record changed, in words: how much it added, and old values beside new ones."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date

from lib.facts.changes import Change, editions
from lib.facts.fact import Fact
from lib.facts.record import DATASETS, Record
from lib.words.findings import subject
from lib.words.names import Names
from lib.words.provenance import source
from lib.words.speak import Words

_HEAD = ("figure", "old", "new", "kind", "old_source", "new_source")


def added(found: tuple[Change, ...], release: str, record: Record, words: Words) -> str:
    """How many figures did an edition add, by dataset, and since which?

    Raises DatasetUnavailable where the list of editions cannot be read.
    """
    table, known = record.frame("releases"), editions(record)
    before = known[: known.index(release)][-1:]
    day = table.loc[table["release"] == release, "date"].iloc[0]
    key = "first" if not before else "later" if found else "unchanged"
    return words(
        f"changes.{key}",
        release=release,
        before="".join(before),
        date=date.fromisoformat(day),
        count=words.count(len(found)),
        datasets=by_dataset(found, record, words),
    )


def by_dataset(found: Iterable[Change], record: Record, words: Words) -> str:
    """How many of these figures are in each dataset? 贸易规模183条、服务外包257条."""
    counts = Counter(record.dataset_of(change.new.indicator) for change in found)
    named = [
        words("changes.dataset", name=words(f"data.dataset.{name}"), count=words.count(counts[name]))
        for name in DATASETS
        if counts[name]
    ]
    return "、".join(named) if words.lang == "zh" else ", ".join(named)


def differing(found: tuple[Change, ...], words: Words) -> str:
    """Do any of these figures differ from another print of the same?"""
    count = len([change for change in found if change.old])
    return words("changes.differ", count=words.count(count)) if count else words("changes.same")


def change_head(words: Words) -> list[str]:
    """What are the columns of the table of old values beside new ones called?"""
    return [words(f"changes.{name}") for name in _HEAD]


def change_rows(found: Iterable[Change], record: Record, words: Words) -> list[list[str]]:
    """Which figures have an old value beside the new one? A line each, revisions first; see `change_head`.

    Raises DatasetUnavailable where the list of sources cannot be read.
    """
    say = Names.of(record, words.lang)
    pairs = [(change.new, change.old) for change in found if change.old]
    return [
        [
            subject(new, say, words),
            words.fact(old),
            words.marked(new),
            words("changes.kind.revised" if new.revised else "changes.kind.again"),
            source_of(old, record, words),
            source_of(new, record, words),
        ]
        for new, old in sorted(pairs, key=lambda pair: not pair[0].revised)
    ]


def source_of(fact: Fact, record: Record, words: Words) -> str:
    """Who printed a figure, and when? Says so where the day is not known: the order then is not, either."""
    found = source(str(record.row(fact.observations[0])["source_id"]), record, words)
    return found.line if found.published else words("changes.undated", source=found.line)
