"""Does a test notice when a calculation is altered?

`python -m tests.mutants [module …]` puts each mutant of `lib/calc` (or of the modules named) in the place of
its module, in memory and in a process of its own, and runs `tests/calc` against it. It prints each mutant
that no test notices and that `tests/calc/equivalent_mutants.toml` doesn't list, each listed one that is no
longer left, and ends with 1 if there is any. It needs `fork`: Linux or macOS.
"""

from __future__ import annotations

import functools
import gc
import importlib.abc
import importlib.util
import os
import re
import resource
import subprocess
import sys
import time
import tomllib
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from tests.mutants.changes import Mutant, mutants

ROOT = Path(__file__).parents[2]
CALC, TESTS = ROOT / "lib" / "calc", ROOT / "tests" / "calc"
EQUIVALENT = TESTS / "equivalent_mutants.toml"
PROCESSES = 2
CPU_SECONDS = 120  # the whole of tests/calc takes less than 20; a mutant that takes more never ends
NOTICED = {pytest.ExitCode.TESTS_FAILED, pytest.ExitCode.INTERRUPTED}  # the latter: it can't even be imported
# Imported once, before the processes part. Neither lib nor tests may be: each process has its own.
SHARED = ("hypothesis.strategies", "hypothesis.extra.pandas", "mpmath", "numpy", "pandas", "pyarrow")
OPTIONS = [
    "-qx",
    "--no-header",
    "--tb=no",
    "--assert=plain",
    f"--rootdir={ROOT}",
    f"--confcutdir={TESTS}",
    "-p",
    "_hypothesis_pytestplugin",
    "-p",
    "no:cacheprovider",
    "--hypothesis-profile=mutants",
]


class _InPlace(importlib.abc.MetaPathFinder, importlib.abc.InspectLoader):
    """Finds the mutant where the module was looked for."""

    def __init__(self, name: str, source: str) -> None:
        self.name, self.source = name, source

    def find_spec(self, fullname, *_):
        return importlib.util.spec_from_loader(fullname, self) if fullname == self.name else None

    def get_source(self, fullname: str) -> str | None:
        return self.source if fullname == self.name else None


def _tests(module: str) -> list[list[str]]:
    """The module's own tests, which notice most and come first, and the others that it can reach."""
    own = TESTS / f"test_{module}.py"
    others = [file for file in sorted(TESTS.glob("test_*.py")) if file != own and module in _imports(file)]
    return [[str(file) for file in files] for files in ([own] * own.exists(), others) if files]


@functools.cache
def _imports(file: Path) -> frozenset[str]:
    """Which modules of lib/calc does this file import, by itself or through others?"""
    text = file.read_text(encoding="utf-8")
    direct = set(re.findall(r"^from lib\.calc\.(\w+)", text, re.MULTILINE))
    for names in re.findall(r"^from lib\.calc import (.+)", text, re.MULTILINE):
        direct.update(names.split(", "))
    return frozenset(direct).union(*(_imports(CALC / f"{name}.py") for name in direct))


def _run(module: str, source: str) -> int:
    """In a process of its own: the first exit code of pytest that isn't "all passed"."""
    resource.setrlimit(resource.RLIMIT_CPU, (CPU_SECONDS, CPU_SECONDS))
    sys.meta_path.insert(0, _InPlace(f"lib.calc.{module}", source))
    for files in _tests(module):
        code = pytest.main([*OPTIONS, *files])
        if code != pytest.ExitCode.OK:
            return int(code)
    return 0


def _part(module: str, source: str) -> int:
    pid = os.fork()
    if pid:
        return pid
    silence = os.open(os.devnull, os.O_WRONLY)
    os.dup2(silence, 1)
    os.dup2(silence, 2)
    code = int(pytest.ExitCode.INTERNAL_ERROR)
    try:
        code = _run(module, source)
    finally:
        os._exit(code)


def _outcomes(work: Sequence[tuple[str, Mutant]]) -> Iterator[tuple[str, Mutant, bool]]:
    """Each mutant, and whether it was noticed, in the order in which they end."""
    queue, running = iter(work), {}
    while True:
        while len(running) < PROCESSES and (job := next(queue, None)):
            running[_part(job[0], job[1].source)] = job
        if not running:
            return
        pid, status = os.wait()
        module, mutant = running.pop(pid)
        code = os.waitstatus_to_exitcode(status)  # below zero: out of time
        if code > 0 and code not in NOTICED:
            raise RuntimeError(f"pytest ended with {code} on {mutant.line}")
        yield module, mutant, code != 0


def main(modules: Sequence[str]) -> int:
    """How many mutants are left that neither a test nor the list of equivalent ones accounts for?"""
    start = time.monotonic()
    os.environ["PYTEST_DISABLE_PLUGIN_AUTOLOAD"] = "1"
    for name in SHARED:
        importlib.import_module(name)
    gc.freeze()  # a collection in each process would copy every page that they share
    texts = {
        file.stem: file.read_text(encoding="utf-8")
        for file in sorted(CALC.glob("*.py"))
        if file.stem != "__init__" and (not modules or file.stem in modules)
    }
    if unknown := set(modules) - set(texts):
        raise SystemExit(f"no module {', '.join(sorted(unknown))} in lib/calc")
    as_it_is = subprocess.run([sys.executable, "-m", "pytest", *OPTIONS, str(TESTS)], cwd=ROOT, check=False)
    if as_it_is.returncode:
        raise SystemExit("tests/calc fail as it is: mend that first")
    listed = {
        line
        for group in tomllib.loads(EQUIVALENT.read_text(encoding="utf-8"))["equivalent"]
        for line in group["mutants"]
        if re.split("[.:]", line)[0] in texts
    }
    work = [(module, mutant) for module, text in texts.items() for mutant in mutants(module, text)]
    left = set()
    for _, mutant, noticed in _outcomes(work):
        if not noticed:
            left.add(mutant.line)
            if mutant.line not in listed:
                print(f"no test notices    {mutant.line}", flush=True)
    for line in sorted(listed - left):
        print(f"listed as equivalent, but no such mutant is left    {line}")
    print(
        f"{len(work)} mutants of {len(texts)} modules in {time.monotonic() - start:.0f} s: "
        f"{len(work) - len(left)} noticed, {len(left & listed)} equivalent, {len(left - listed)} unnoticed"
    )
    return len(left ^ listed)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]) > 0)
