"""Is anything known against the packages that are pinned? `python -m tests.checks.advisories REQUIREMENTS…`

Asks pip-audit of the same environment, which needs the internet. Exit status 0: every package was looked up, and
nothing is known. 1: something is. 2: not every package could be looked up, which is no good news.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

SERVICES = ("pypi", "osv")
PATIENCE_S = 900


def asked(file: str, service: str) -> tuple[list[dict[str, Any]], str]:
    """What does a service say of each package that a file asks for? Nothing, and why, where it cannot be asked."""
    command = [
        sys.executable,
        "-m",
        "pip_audit",
        "--requirement",
        file,
        "--format",
        "json",
        "--progress-spinner",
        "off",
    ]
    try:
        done = subprocess.run(
            [*command, "--vulnerability-service", service],
            capture_output=True, text=True, timeout=PATIENCE_S,
        )  # fmt: skip
    except subprocess.TimeoutExpired:
        return [], f"no answer within {PATIENCE_S} s"
    try:
        found: list[dict[str, Any]] = json.loads(done.stdout)["dependencies"]
    except (ValueError, KeyError, TypeError):
        return [], (done.stderr.strip().splitlines() or ["it said nothing"])[-1]
    return found, ""


def report(file: str, found: list[dict[str, Any]]) -> tuple[int, list[str]]:
    """Which exit status and which lines follow from an answer?

    >>> report("a.txt", [{"name": "x", "version": "1", "vulns": []}])
    (0, ['a.txt: 1 packages were looked up, nothing is known against them.'])
    >>> report("a.txt", [{"name": "x", "skip_reason": "not found"}])
    (2, ['a.txt: nothing was checked, since no advisory service answered for any of its packages.'])
    """
    known = [package for package in found if "vulns" in package]
    passed = [package["name"] for package in found if "vulns" not in package]
    if not known:
        return 2, [
            f"{file}: nothing was checked, since no advisory service answered for any of its packages."
        ]
    lines = [
        f"{file}: {package['name']} {package['version']}: {flaw['id']}, mended in "
        f"{', '.join(flaw['fix_versions']) or 'no version yet'}."
        for package in known
        for flaw in package["vulns"]
    ]
    if not lines:
        lines.append(f"{file}: {len(known)} packages were looked up, nothing is known against them.")
    status = 1 if any(package["vulns"] for package in known) else 0
    if passed:
        lines.append(f"{file}: not looked up: {', '.join(passed)}.")
        status = status or 2
    return status, lines


def main(files: list[str]) -> int:
    """What came of this? The exit status."""
    if not files or not all(Path(file).is_file() for file in files):
        print("python -m tests.checks.advisories REQUIREMENTS…", file=sys.stderr)
        return 2
    worst = 0
    for file in files:
        for service in SERVICES:
            found, said = asked(file, service)
            status, lines = report(file, found)
            if status != 2:
                break
            print(f"{service}: {said or 'it does not know every package'}", file=sys.stderr)
        print("\n".join(lines), flush=True)
        worst = 1 if 1 in (worst, status) else max(worst, status)
    return worst


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
