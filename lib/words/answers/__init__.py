"""The sentence that answers each page's question, computed from the record: a module a page."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module
from pkgutil import iter_modules
from types import MappingProxyType
from typing import TypeAlias

from lib.facts.record import Record
from lib.words.speak import Words

Answer: TypeAlias = Callable[[Record, Words], str]

_MODULES = {found.name: import_module(f"{__name__}.{found.name}") for found in iter_modules(__path__)}
ANSWERS: Mapping[str, Answer] = MappingProxyType(
    {name: module.answer for name, module in _MODULES.items() if hasattr(module, "answer")}
)
"""By the name of the page. Beside them stand what pages share and what is said beside an answer."""
