"""Does every message that the program says exist in both languages, and is every message said?

`python -m tests.checks.messages` prints each fault on a line of its own and ends with 1 if there is any.
"""

from __future__ import annotations

import ast
import re
import string
import sys
from collections.abc import Iterator
from pathlib import Path

from lib.words.messages import LANGUAGES, catalogue

ROOT = Path(__file__).parents[2]
KEY = re.compile(r"[a-z_]+(\.[A-Za-z0-9_]+)+(?<!\.csv)(?<!\.parquet)(?<!\.py)(?<!\.css)")
CJK = r"[一-鿿]"
TYPOGRAPHY = (
    (re.compile(rf"{CJK}[,;:?!]|[,;:?!]{CJK}"), "half-width punctuation beside Chinese"),
    (re.compile(rf"{CJK} +{CJK}"), "a space between Chinese characters"),
    (re.compile(r"\d +(?:亿|万|元|家|人|个|年|月|位|%)"), "a space between a number and its unit"),
)


def said(source: str) -> Iterator[re.Pattern[str]]:
    """Which keys does a piece of code say? A key with a part put in at run time is a pattern."""
    tree = ast.parse(source)
    inner = {id(part) for node in ast.walk(tree) if isinstance(node, ast.JoinedStr) for part in node.values}
    for node in ast.walk(tree):
        text = node.value if isinstance(node, ast.Constant) and id(node) not in inner else None
        if isinstance(text, str) and KEY.fullmatch(text):
            yield re.compile(re.escape(text))
        if isinstance(node, ast.JoinedStr):
            parts = [
                re.escape(part.value) if isinstance(part, ast.Constant) else "[A-Za-z0-9_.]+"
                for part in node.values
            ]
            if isinstance(node.values[0], ast.Constant) and re.match(r"[a-z_]+\.", str(node.values[0].value)):
                yield re.compile("".join(parts))


def faults() -> Iterator[str]:
    """What is wrong with the catalogues, or with what the code asks of them?"""
    files = [
        ROOT / "dashboard.py",
        *sorted((ROOT / "lib").rglob("*.py")),
        *sorted((ROOT / "pages").rglob("*.py")),
    ]
    patterns = {(file, pattern) for file in files for pattern in said(file.read_text(encoding="utf-8"))}
    texts = {lang: catalogue(lang) for lang in LANGUAGES}
    keys = set().union(*texts.values())
    domains = {key.partition(".")[0] for key in keys}
    for lang, known in texts.items():
        for key in sorted(keys):
            if not known.get(key):
                yield f"{key}: no {lang} text"
    for key in sorted(keys):
        names = {lang: fields(text[key]) for lang, text in texts.items() if key in text}
        if len({frozenset(found) for found in names.values()}) > 1:
            yield f"{key}: the languages put in different figures: {names}"
        if not any(pattern.fullmatch(key) for _, pattern in patterns):
            yield f"{key}: said nowhere"
    for file, pattern in sorted(patterns, key=str):
        plain = pattern.pattern.replace("\\", "")
        if plain.partition(".")[0] in domains and not any(pattern.fullmatch(key) for key in keys):
            yield f"{file.relative_to(ROOT)}: no message {plain}"
    for key, text in texts["zh"].items():
        for wrong, name in TYPOGRAPHY:
            if wrong.search(text):
                yield f"{key}: {name}: {text}"


def fields(text: str) -> set[str]:
    """Which figures does a message put in?"""
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


if __name__ == "__main__":
    found = list(faults())
    print("\n".join(found) or "Messages: both languages whole, none missing, none unused.")
    sys.exit(bool(found))
