"""The data section of the changelog, written from the record."""

from __future__ import annotations

from lib.facts.changes import Change, changes, editions
from lib.facts.headline import HEADLINES
from lib.facts.record import CHONGQING, HEADLINE_CONFIDENCE, Record
from lib.words.changes import added, by_dataset, source_of
from lib.words.findings import subject
from lib.words.names import Names
from lib.words.speak import Words


def data_section(record: Record, words: Words) -> str:
    """What did each edition add and revise, the newest first? Markdown.

    A line for each figure of Chongqing's headline indicators, and counts for the rest. Raises
    DatasetUnavailable where the list of editions or of sources cannot be read.
    """
    parts = [_edition(release, record, words) for release in reversed(editions(record))]
    return "\n\n".join(parts) + "\n"


def _edition(release: str, record: Record, words: Words) -> str:
    found = changes(record, release)
    headline = sorted((change for change in found if _is_headline(change)), key=_order)
    rest = [change for change in found if not _is_headline(change)]
    lines = [added(found, release, record, words), *(_line(change, record, words) for change in headline)]
    if rest:
        others = by_dataset(rest, record, words)
        lines.append(words("changes.log.others", count=words.count(len(rest)), datasets=others))
    if differ := [change.new.revised for change in rest if change.old]:
        revised, again = differ.count(True), differ.count(False)
        lines.append(words("changes.log.differ", revised=words.count(revised), again=words.count(again)))
    return "\n".join([f"### {release}", "", *(f"- {line}" for line in lines)])


def _is_headline(change: Change) -> bool:
    fact = change.new
    trusted = fact.confidence in HEADLINE_CONFIDENCE
    return trusted and fact.ref_area == CHONGQING and fact.indicator in HEADLINES


def _order(change: Change) -> tuple[object, ...]:
    fact = change.new
    newest = -fact.period.end.toordinal()
    return list(HEADLINES).index(fact.indicator), fact.category != "total", newest, fact.observations


def _line(change: Change, record: Record, words: Words) -> str:
    new, old = change.new, change.old
    said = {
        "subject": subject(new, Names.of(record, words.lang), words),
        "figure": new,
        "source": source_of(new, record, words),
    }
    if old is None:
        return words("changes.log.figure", **said)
    key = "revised" if new.revised else "again"
    return words(f"changes.log.{key}", **said, old=old, old_source=source_of(old, record, words))
