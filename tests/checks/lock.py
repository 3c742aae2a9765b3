"""Does the lock that is deployed hold what requirements.txt asks for, each package with its version and hashes?

`python -m tests.checks.lock` prints each fault and ends with 1 if there is any; it asks nobody. `--write` asks the
package index for the wheels of each Python and processor that a deployment may have, in the versions that are installed
here and so are tested, and writes the lock anew: `make lock`.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Iterable, Iterator, Mapping
from importlib.metadata import PackageNotFoundError, distributions, requires, version
from itertools import product
from pathlib import Path
from tempfile import TemporaryDirectory

from packaging.requirements import InvalidRequirement, Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[2]
ASKED, LOCK = ROOT / "requirements.txt", ROOT / "deploy" / "requirements.lock"
PYTHONS = ("3.11", "3.12", "3.13")
PROCESSORS = ("x86_64", "aarch64")
_LIBC = ("manylinux_2_34", "manylinux_2_28", "manylinux_2_17", "manylinux2014")
"""Debian 12 has glibc 2.36."""

_HEAD = """\
# Every package of the deployment with its version and what its wheels are known by, for pip install --require-hashes.
# Made by `make lock` from requirements.txt, for Python 3.11 to 3.13 on x86_64 and aarch64; `make check` looks at it.
"""
_WELL = "Lock: what requirements.txt asks for, as it is tested here, with hashes."
_LOCKED = re.compile(
    r"(?P<name>[A-Za-z0-9._-]+)==(?P<version>[^\s;]+)(?P<hashes>(?: --hash=sha256:[0-9a-f]{64})+)"
)

Locked = Mapping[str, tuple[str, frozenset[str]]]
"""The version and the hashes of each package."""


def read(text: str) -> tuple[Locked, list[str]]:
    """What does a lock hold, and which of its lines are none?"""
    found: dict[str, tuple[str, frozenset[str]]] = {}
    wrong = []
    for line in text.replace("\\\n", " ").splitlines():
        said = " ".join(line.split())
        if not said or said.startswith("#"):
            continue
        told = _LOCKED.fullmatch(said)
        if not told or canonicalize_name(told["name"]) in found:
            wrong.append(f"{said[:60]}: no package==version with hashes, each once")
            continue
        hashes = frozenset(told["hashes"].split())
        found[canonicalize_name(told["name"])] = (told["version"], hashes)
    return found, wrong


def asked(text: str) -> list[Requirement]:
    """Which packages does a file of requirements ask for?"""
    lines = (line.partition("#")[0].strip() for line in text.splitlines())
    return [Requirement(line) for line in lines if line]


def faults(lock: str, requirements: str) -> Iterator[str]:
    """What is wrong with a lock? What a package needs in turn is what the one that is installed here says."""
    locked, wrong = read(lock)
    yield from wrong
    wanted = asked(requirements)
    for one in wanted:
        held, _ = locked.get(canonicalize_name(one.name), ("none", frozenset()))
        if [f"=={held}"] != [str(known) for known in one.specifier]:
            yield f"{one}: the lock has {held}"
    needed = _needed(wanted)
    for name, by in sorted(needed.items()):
        if name not in locked:
            yield f"{name}: needed by {by} and not in the lock"
        elif (here := _installed(name)) not in ("", locked[name][0]):
            yield f"{name}: the lock has {locked[name][0]}, and {here} is what is tested here"
    yield from (f"{name}: in the lock and needed by none" for name in sorted(set(locked) - set(needed)))


def _needed(wanted: Iterable[Requirement]) -> dict[str, str]:
    """Which packages are needed, and by which? Those that are asked for, and what each of them asks for."""
    found: dict[str, str] = {}
    open_ends = [(one, "requirements.txt") for one in wanted]
    seen: set[tuple[str, str]] = set()
    while open_ends:
        one, by = open_ends.pop()
        name = canonicalize_name(one.name)
        found.setdefault(name, by)
        for extra in {"", *one.extras} - {known for package, known in seen if package == name}:
            seen.add((name, extra))
            inner = [Requirement(text) for text in _asks_for(name)]
            open_ends += [(more, name) for more in inner if _may_apply(more, extra)]
    return found


def _may_apply(one: Requirement, extra: str) -> bool:
    """Does it apply on one of the machines that the lock is for?"""
    linux = {"extra": extra, "sys_platform": "linux", "platform_system": "Linux", "os_name": "posix"}
    where = [{**linux, "python_version": python, "python_full_version": f"{python}.0"} for python in PYTHONS]
    return one.marker is None or any(one.marker.evaluate(place) for place in where)


def _asks_for(name: str) -> list[str]:
    try:
        return requires(name) or []
    except PackageNotFoundError:
        return []


def _installed(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return ""


def write() -> None:
    """Asks the index for the wheels of what is installed, and writes the lock. Raises CalledProcessError."""
    here = {canonicalize_name(one.name): one.version for one in distributions()}
    versions: dict[str, str] = {}
    hashes: dict[str, set[str]] = {}
    for python, processor in product(PYTHONS, PROCESSORS):
        for name, chosen, known in _chosen(python, processor, here):
            versions[name] = chosen
            hashes.setdefault(name, set()).add(known)
    lines = [
        " \\\n    ".join(
            [f"{name}=={versions[name]}", *(f"--hash=sha256:{known}" for known in sorted(hashes[name]))]
        )
        for name in sorted(versions)
    ]
    LOCK.write_text(_HEAD + "\n".join(lines) + "\n", encoding="utf-8")


def _chosen(python: str, processor: str, known: Mapping[str, str]) -> Iterator[tuple[str, str, str]]:
    """Which packages, versions and hashes does pip choose there? Versions that are `known` stay."""
    with TemporaryDirectory() as folder:
        report, bounds = Path(folder, "report.json"), Path(folder, "bounds.txt")
        bounds.write_text(
            "".join(f"{name}=={version}\n" for name, version in known.items()), encoding="utf-8"
        )
        platforms = [f"--platform={libc}_{processor}" for libc in _LIBC]
        subprocess.run(
            [sys.executable, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--dry-run",
             "--ignore-installed", "--only-binary=:all:", "--target", folder, f"--python-version={python}",
             *platforms, "--report", report, "--constraint", bounds, "--requirement", ASKED],
            check=True,
        )  # fmt: skip
        for one in json.loads(report.read_text(encoding="utf-8"))["install"]:
            about, archive = one["metadata"], one["download_info"]["archive_info"]
            yield canonicalize_name(about["name"]), about["version"], archive["hashes"]["sha256"]


def main(arguments: list[str]) -> int:
    """0 for a lock that fits, 1 for one that does not."""
    if arguments == ["--write"]:
        write()
    try:
        lock = LOCK.read_text(encoding="utf-8")
        found = list(faults(lock, ASKED.read_text(encoding="utf-8")))
    except (OSError, InvalidRequirement) as error:
        found = [str(error)]
    print("\n".join([*found, "make lock writes it anew"] if found else [_WELL]))
    return bool(found)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
