"""Runs the dashboard on a port as `streamlit run` does, and writes where the time of its runs goes to a file.

    python -m tests.bench.profiled PORT FILE

pyinstrument looks at the thread of each run every tenth of a millisecond. The file holds, of the last 100 runs, the
milliseconds of a run that each thing the site asks for took, by where it is asked for.
"""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path

from pyinstrument import Profiler
from pyinstrument.session import Session
from streamlit.web.cli import main

from pages.components import shell

_EVERY_S, _RUNS = 0.0001, 100
_OUTER = "open_site"


def profile_runs(file: Path) -> None:
    """Has each run of the site looked at from now on."""
    open_site = shell.open_site
    spent: Counter[str] = Counter()
    runs = 0

    def looked_at() -> None:
        nonlocal runs
        profiler = Profiler(interval=_EVERY_S)
        with profiler:
            open_site()
        assert profiler.last_session
        spent.update(by_call(profiler.last_session))
        runs += 1
        if runs == _RUNS:
            lines = [f"{1000 * seconds / runs:8.2f} ms  {name}" for name, seconds in spent.most_common(20)]
            file.write_text("\n".join([f"{1000 * spent.total() / runs:8.2f} ms  a run", *lines]), "utf-8")
            spent.clear()
            runs = 0

    shell.open_site = looked_at


def by_call(session: Session) -> Counter[str]:
    """How many seconds went to what the site, and the page within it, calls?"""
    spent: Counter[str] = Counter()
    for frames, seconds in session.frame_records:
        names = [frame.split("\x00")[0] for frame in frames]
        files = [frame.split("\x00")[1] for frame in frames]
        if _OUTER not in names:
            continue
        ours = [
            place for place, file in enumerate(files) if "/site-packages/" not in file and "/pages/" in file
        ]
        last = ours[-1]
        called = names[last + 1] if last + 1 < len(names) else "itself"
        at = "/".join(Path(files[last]).parts[-2:])
        spent[f"{at}, {names[last]}: {called}"] += seconds
    return spent


if __name__ == "__main__":
    profile_runs(Path(sys.argv[2]))
    main(["run", "dashboard.py", "--server.port", sys.argv[1]])
