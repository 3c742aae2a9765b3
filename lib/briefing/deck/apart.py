"""Looks at one template and says whether it can be followed. Only `lib.briefing.deck.examined` starts this.

On standard input stands a line of JSON (what may be taken) and the file; on standard output a line of JSON.
"""

from __future__ import annotations

import json
import sys

from lib.briefing.deck.template import TemplateError, template
from lib.catalog.apart.bounds import hold_to


def main() -> int:
    """Answers one question. 0, whatever came of it: what is wrong with the file is in the answer."""
    asked = json.loads(sys.stdin.buffer.readline())
    hold_to(seconds=asked["seconds"], memory=asked["memory"])
    try:
        template(sys.stdin.buffer.read())
        answer: dict[str, object] = {"key": ""}
    except TemplateError as error:
        answer = {"key": error.key, "given": error.given}
    except MemoryError:
        answer = {"key": "heavy", "given": {}}
    print(json.dumps(answer))
    return 0


if __name__ == "__main__":
    sys.exit(main())
