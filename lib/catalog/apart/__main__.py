"""Reads one file and says what it holds, within limits. Only `lib.catalog.apart.elsewhere` starts this.

On standard input stands a line of JSON (the file's name, the folder of the record, what may be taken) and the
file; on standard output what `handover` packs. The limits are set before the first byte of the file is read.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

import xlrd  # noqa: F401  # what is needed is loaded before the limits are set

from lib.catalog.apart.bounds import hold_to
from lib.catalog.apart.handover import ended, packed
from lib.catalog.weigh import weigh


def main() -> int:
    """Answers one question. 0, whatever came of it: what went wrong is in the answer."""
    asked = json.loads(sys.stdin.buffer.readline())
    hold_to(seconds=asked["seconds"], memory=asked["memory"])
    try:
        answer = packed(weigh(asked["file"], sys.stdin.buffer.read(), Path(asked["published"])))
    except MemoryError:
        answer = ended("memory")
    except Exception as error:
        answer = ended(_where(error))
    sys.stdout.buffer.write(answer)
    sys.stdout.buffer.flush()
    return 0


def _where(error: BaseException) -> str:
    """What went wrong at which line of the program, without a word of the file."""
    trace, place = error.__traceback__, ""
    while trace:
        place, trace = f"{Path(trace.tb_frame.f_code.co_filename).name}:{trace.tb_lineno}", trace.tb_next
    return f"{type(error).__name__} at {place}"


if __name__ == "__main__":
    sys.exit(main())
