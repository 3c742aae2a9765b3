"""Do pages hold no arithmetic, and do files keep to one concept each?

`python -m tests.checks.shape` prints each fault on a line of its own and ends with 1 if there is any.
"""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[2]
ARITHMETIC = (ast.Sub, ast.Mult, ast.Div, ast.FloorDiv, ast.Mod, ast.Pow, ast.MatMult)
CALCULATING = {
    "sum",
    "mean",
    "groupby",
    "agg",
    "aggregate",
    "round",
    "cumsum",
    "pct_change",
    "diff",
    "median",
}
NUMBER_FORMATS = set("eEfFgG%")
PAGE_LINES, FILE_BYTES = 100, 10_240
SERVING = {"server", "signin"}  # folders of pages/ that draw no figure: what they count is seconds and bytes


def arithmetic(source: str) -> Iterator[tuple[int, str]]:
    """On which lines does a page calculate, or format a number of its own?"""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.BinOp) and isinstance(node.op, ARITHMETIC) and not joins_a_path(node):
            yield node.lineno, f"arithmetic: {ast.unparse(node)}"
        if isinstance(node, ast.Call):
            name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            if name in CALCULATING:
                yield node.lineno, f"a calculation: {name}()"
        if isinstance(node, ast.FormattedValue) and isinstance(node.format_spec, ast.JoinedStr):
            spec = ast.unparse(node.format_spec).strip("f'\"")
            if spec[-1:] in NUMBER_FORMATS or "," in spec:
                yield node.lineno, f"a number format: {spec}"


def joins_a_path(node: ast.BinOp) -> bool:
    """Is this `folder / "file"`? Only a path can be divided by a text."""
    return isinstance(node.op, ast.Div) and (
        isinstance(node.right, ast.JoinedStr)
        or (isinstance(node.right, ast.Constant) and isinstance(node.right.value, str))
    )


def faults() -> Iterator[str]:
    """Which files break the shape of the project?"""
    for file in sorted((ROOT / "pages").rglob("*.py")):
        text = file.read_text(encoding="utf-8")
        counting = () if file.parent.name in SERVING else arithmetic(text)
        for line, what in counting:
            yield f"{file.relative_to(ROOT)}:{line}: {what}; belongs in lib/calc, text in lib/words"
        lines = len(text.splitlines())
        if file.parent.name == "pages" and lines > PAGE_LINES:
            yield f"{file.relative_to(ROOT)}: {lines} lines; a page has at most {PAGE_LINES}"
    for folder in ("lib", "pages"):
        for file in sorted((ROOT / folder).rglob("*.py")):
            if file.stat().st_size > FILE_BYTES:
                size = file.stat().st_size
                yield f"{file.relative_to(ROOT)}: {size} bytes; a file has at most {FILE_BYTES}"


if __name__ == "__main__":
    found = list(faults())
    print("\n".join(found) or "Shape: no arithmetic in pages, no file too large.")
    sys.exit(bool(found))
