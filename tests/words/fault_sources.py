"""Which texts can the code of the catalogue put into a fault? Read from its source, gaps as □."""

from __future__ import annotations

import ast
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from string import Formatter

GAP = "□"
ROOT = Path(__file__).parents[2] / "lib" / "catalog"
Function = ast.FunctionDef


def with_gaps(text: str) -> str:
    """What is a pattern whose gaps have no names?"""
    return "".join(
        literal + (GAP if name is not None else "") for literal, name, _, _ in Formatter().parse(text)
    )


class Sources:
    """Follows what a fault is made of, back to every text: through names, functions and their arguments."""

    def __init__(self) -> None:
        self.calls: dict[str, list[ast.Call]] = defaultdict(list)
        self.functions: dict[str, list[Function]] = defaultdict(list)
        self.assigned: dict[tuple[Function | None, str], list[ast.expr]] = defaultdict(list)
        self.owner: dict[ast.AST, Function] = {}
        self.is_method: set[Function] = set()
        self.seen: set[int] = set()
        for file in sorted(ROOT.rglob("*.py")):
            self._index(ast.parse(file.read_text(encoding="utf-8")))

    def of(self, call: str, *places: int | str) -> set[str]:
        """Which texts can these arguments (by place or by name) of every such call be?"""
        self.seen = set()
        nodes = [node for made in self.calls[call] for place in places for node in _argument(made, place)]
        return {text for node in nodes for text in self._texts(node)}

    def _index(self, tree: ast.Module) -> None:
        for parent in ast.walk(tree):  # from the outside in, so that the innermost function is the owner
            if isinstance(parent, ast.ClassDef):
                self._class(parent)
            if isinstance(parent, ast.FunctionDef):
                self.functions[parent.name].append(parent)
                self.owner |= dict.fromkeys(ast.walk(parent), parent)
            if isinstance(parent, ast.Call):
                self.calls[_name(parent.func)].append(parent)
            for target, value in _assignments(parent):
                where = self.owner.get(target) if isinstance(target, ast.Name) else None
                self.assigned[where, _name(target)].append(value)

    def _class(self, made: ast.ClassDef) -> None:
        for part in made.body:
            if isinstance(part, ast.FunctionDef):
                self.is_method.add(part)
                if part.name == "__init__":
                    self.functions[made.name].append(part)

    def _texts(self, node: ast.expr) -> Iterator[str]:
        if id(node) in self.seen:
            return
        self.seen.add(id(node))
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value.replace("{}", GAP)
        elif isinstance(node, ast.JoinedStr):
            yield "".join(str(part.value) if isinstance(part, ast.Constant) else GAP for part in node.values)
        else:
            for origin in self._origins(node):
                yield from self._texts(origin)

    def _origins(self, node: ast.expr) -> Iterable[ast.expr]:
        match node:
            case ast.IfExp():
                return [node.body, node.orelse]
            case ast.BoolOp():
                return node.values
            case ast.Subscript():
                return [node.value]
            case ast.GeneratorExp():
                return [node.elt]
            case ast.Dict():
                return [value for value in node.values if value is not None]
            case ast.Tuple():
                return node.elts
            case ast.Call():
                return self._answers(node)
            case ast.Name():
                here = [*self.assigned[self.owner.get(node), node.id], *self._given(node)]
                return here or self.assigned[None, node.id]
            case ast.Attribute():
                made = [
                    part
                    for name in self.functions[node.attr]
                    if name in self.is_method
                    for part in _returned(name)
                ]
                return [*self.assigned[None, node.attr], *made]
        return []

    def _answers(self, node: ast.Call) -> Iterable[ast.expr]:
        if isinstance(node.func, ast.Attribute) and node.func.attr in ("format", "items"):
            return [node.func.value]
        if _name(node.func) == "get":
            return node.args[1:]
        made = [part for name in self.functions[_name(node.func)] for part in _returned(name)]
        return made or node.args

    def _given(self, node: ast.Name) -> Iterator[ast.expr]:
        """What is an argument where its function is called?"""
        function = self.owner.get(node)
        if function is None:
            return
        named = function.args.args
        defaults = dict(
            zip([one.arg for one in reversed(named)], reversed(function.args.defaults), strict=False)
        )
        for place, argument in enumerate(named):
            if argument.arg == node.id:
                names = [name for name, known in self.functions.items() if function in known]
                for call in (call for name in names for call in self.calls[name]):
                    yield from _argument(call, place - (function in self.is_method))
                    yield from _argument(call, node.id)
        if node.id in defaults:
            yield defaults[node.id]


def _argument(call: ast.Call, place: int | str) -> Iterator[ast.expr]:
    if isinstance(place, str):
        yield from (given.value for given in call.keywords if given.arg == place)
    elif place < len(call.args):
        yield call.args[place]


def _assignments(node: ast.AST) -> Iterator[tuple[ast.expr, ast.expr]]:
    if isinstance(node, ast.Assign):
        for target in node.targets:
            if isinstance(target, ast.Tuple) and isinstance(node.value, ast.Tuple):
                yield from zip(target.elts, node.value.elts, strict=True)
            else:
                yield target, node.value
    elif isinstance(node, ast.AnnAssign) and node.value is not None:
        yield node.target, node.value
    elif isinstance(node, ast.For) and isinstance(node.target, ast.Tuple):
        yield from ((target, node.iter) for target in node.target.elts)


def _returned(function: Function) -> Iterator[ast.expr]:
    for node in ast.walk(function):
        if isinstance(node, ast.Return) and node.value is not None:
            yield node.value


def _name(node: ast.expr) -> str:
    return node.id if isinstance(node, ast.Name) else node.attr if isinstance(node, ast.Attribute) else ""
