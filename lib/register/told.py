"""What the command says of a register, line by line, in one language."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import islice
from pathlib import Path

from lib.catalog.fault import one_line
from lib.register.confidential import FEWEST_ENTERPRISES, MOST_OF_ONE_PCT
from lib.register.examples import Example
from lib.register.rollup import Rolled
from lib.register.rules import UNREADABLE
from lib.register.source import Source
from lib.register.unread import FIRST
from lib.words.faults import fault_lines
from lib.words.speak import Words


def readings(source: Source, words: Words) -> Iterator[str]:
    """What was passed over, and what was read otherwise than it stands?"""
    passed = source.passed_over
    if passed:
        more = words("rollup.more", count=len(passed) - FIRST) if len(passed) > FIRST else ""
        yield one_line(words("rollup.passed_over", files=words.list(passed[:FIRST])) + more)
    for key, file, value in source.unread.notes:
        yield one_line(words(f"rollup.note.{key}", file=file, value=value))
    for column, found in source.unread.readings.items():
        for text, value in islice(found.items(), FIRST):
            yield one_line(words("rollup.reading", column=column, found=text, value=value))


def rejections(
    rolled: Rolled, source: Source, examples: Mapping[str, list[Example]], words: Words
) -> Iterator[str]:
    """How many rows break each rule, what does it allow, and which are the first ten?"""
    for rule, count in rolled.rejected.items():
        allowed = words(f"rollup.rule.{rule}")
        yield words("rollup.rejected", rule=rule, count=count, allowed=allowed)
        if rule == UNREADABLE:
            yield from _unread(source, words)
        for example in examples.get(rule, ()):
            yield one_line(_example(example, words))
        if rule in examples and count > len(examples[rule]):
            yield words("rollup.and_more", count=count - len(examples[rule]))


def _unread(source: Source, words: Words) -> Iterator[str]:
    for kind, faults in source.unread.faults.items():
        yield from fault_lines(sorted(faults), words)
        if (more := source.unread.many[kind] - len(faults)) > 0:
            yield words("rollup.and_more", count=more)


def _example(example: Example, words: Words) -> str:
    cells = words.list([words("rollup.cell", column=name, found=cell) for name, cell in example.cells])
    if example.line:
        return words("rollup.in_line", file=example.file, line=example.line, cells=cells)
    return words("rollup.in_contract", contract=example.contract, month=example.month[:7], cells=cells)


def counts(rolled: Rolled, words: Words) -> str:
    """How many rows were read, used and rejected?"""
    return words("rollup.counts", read=rolled.read, used=rolled.used, rejected=rolled.read - rolled.used)


def all_withheld(withheld: int, words: Words) -> str:
    """Why has a register with sound rows no figure to publish?"""
    return words("rollup.all_withheld", withheld=withheld, fewest=FEWEST_ENTERPRISES, most=MOST_OF_ONE_PCT)


def kept(folder: Path, words: Words) -> str:
    """Where are the rows that were rejected?"""
    return words("rollup.kept", folder=folder)
