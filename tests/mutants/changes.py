"""Which small changes to a module might alter a result without a test noticing?

The changes are mutmut's own (a number, a sign, a comparison, an argument, a branch…). Its run leaves out
every decorated function, which here is every calculation with a formula, so only its changes are used. Added
to them: a decorator that falls off, a condition that always or never holds, and the other of two twins (lower
for upper, minimum for maximum).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import islice

import libcst as cst
from libcst.metadata import MetadataWrapper
from mutmut.mutation.mutators import mutation_operators, operator_string

_PAIRS = [
    ("lower", "upper"),
    ("low", "high"),
    ("min", "max"),
    ("minimum", "maximum"),
    ("floor", "ceil"),
    ("any", "all"),
    ("best", "worst"),
    ("a", "b"),
    ("c", "d"),
    ("p", "q"),
    ("x", "y"),
]
_TWIN = {name: twin for one, other in _PAIRS for name, twin in ((one, other), (other, one))}


@dataclass(frozen=True, order=True)
class Mutant:
    """One change: in which function, what the lines were, what they became, and the whole text with it."""

    where: str
    was: str
    becomes: str
    source: str

    @property
    def line(self) -> str:
        """What it is known by in the list of equivalent ones."""
        return f"{self.where}: {self.was} => {self.becomes}"


def mutants(module: str, source: str) -> list[Mutant]:
    """Every mutant of a module's text that is a program, each text once."""
    tree = MetadataWrapper(cst.parse_module(source)).module
    found: dict[str, Mutant] = {}
    for where, node, changed in _changes(tree, module):
        text = tree.with_changes(body=[]).code_for_node(tree.deep_replace(node, changed))
        if text in found or text == source or not _is_program(text):
            continue
        found[text] = Mutant(where, *_difference(source.splitlines(), text.splitlines()), text)
    return list(found.values())


def _changes(node: cst.CSTNode, where: str) -> Iterator[tuple[str, cst.CSTNode, cst.CSTNode]]:
    if _changes_no_result(node):
        return
    if isinstance(node, (cst.FunctionDef, cst.ClassDef)):
        where = f"{where}.{node.name.value}"
    for changed in _replacements(node):
        yield where, node, changed
    for child in node.children:
        if isinstance(node, cst.Call) and _named(node.func, "cast") and child is node.args[0]:
            continue  # the type that a checker is told
        yield from _changes(child, where)


def _changes_no_result(node: cst.CSTNode) -> bool:
    match node:
        case cst.Annotation() | cst.Raise() | cst.Assert():
            return True  # types are for the checker; what a refusal says is in words, for people
        case cst.Expr(value=cst.SimpleString()):
            return True  # a docstring
        case cst.AnnAssign(annotation=cst.Annotation(annotation=cst.Name(value="TypeAlias"))):
            return True
        case cst.Assign(value=cst.Call(func=cst.Name(value="TypeVar"))):
            return True
        case cst.FunctionDef():
            return any(_named(decorator.decorator, "overload") for decorator in node.decorators)
        case cst.Call():
            return _named(node.func, "isinstance") or _named(node.func, "len")  # fails on any change
        case cst.Import() | cst.ImportFrom():
            return True  # fails on any change
    return False


def _replacements(node: cst.CSTNode) -> Iterator[cst.CSTNode]:
    told = isinstance(node, cst.Call) and _named(node.func, "cast")
    for kind, operator in mutation_operators:
        if isinstance(node, kind) and not told:
            made = operator(node)
            yield from islice(made, 1) if operator is operator_string else made  # one other text tells enough
    match node:
        case cst.Name(value=name) if name in _TWIN:
            yield node.with_changes(value=_TWIN[name])
        case cst.If():
            yield node.with_changes(test=cst.Name("True"))
            yield node.with_changes(test=cst.Name("False"))
        case cst.FunctionDef() | cst.ClassDef():
            yield from _undecorated(node)


def _undecorated(node: cst.FunctionDef | cst.ClassDef) -> Iterable[cst.CSTNode]:
    for place, decorator in enumerate(node.decorators):
        if not _named(decorator.decorator, "final"):
            yield node.with_changes(decorators=[*node.decorators[:place], *node.decorators[place + 1 :]])


def _named(node: cst.CSTNode, name: str) -> bool:
    return isinstance(node, cst.Name) and node.value == name


def _difference(old: list[str], new: list[str]) -> tuple[str, str]:
    blocks = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    edits = [(old[a:b], new[c:d]) for kind, a, b, c, d in blocks if kind != "equal"]
    was, becomes = (
        " ".join(line.strip() for side in sides for line in side) for sides in zip(*edits, strict=True)
    )
    return was, becomes


def _is_program(text: str) -> bool:
    try:
        compile(text, "mutant", "exec", dont_inherit=True)
    except SyntaxError:
        return False
    return True
