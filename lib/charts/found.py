"""Which charts are there in a folder? Each module that has a card of its own name is one."""

from __future__ import annotations

from collections.abc import Iterable
from importlib import import_module
from pkgutil import iter_modules

from lib.charts.card import Draw


def charts_in(package: str, path: Iterable[str]) -> dict[str, Draw]:
    """Which function draws each chart of a package, by the name of its module?

    >>> import lib.charts.talent
    >>> sorted(charts_in("lib.charts.talent", lib.charts.talent.__path__))
    ['bases_by_focus', 'talent_progress', 'years_needed']
    """
    modules = {found.name: import_module(f"{package}.{found.name}") for found in iter_modules(path)}
    return {
        name: getattr(module, f"{name}_card")
        for name, module in modules.items()
        if hasattr(module, f"{name}_card")
    }
