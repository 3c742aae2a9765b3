"""`python -m pages.signin end SUBJECT`: ends every session of a person now, as when a role was withdrawn.

Exit status 0 when done, 1 where nobody signs in or the table of sign-outs cannot be written, 2 for a wrong call.
"""

from __future__ import annotations

import sys
from argparse import ArgumentParser
from time import time

from pages.signin.ended import ended
from pages.signin.refused import Refused
from pages.signin.settings import Misconfigured, settings


def main(given: list[str]) -> int:
    """Which exit status follows from these arguments?"""
    parser = ArgumentParser(prog="python -m pages.signin", description="Ends sessions before their time.")
    parser.add_subparsers(required=True).add_parser("end").add_argument(
        "subject", help="the person's sub, as the provider gives it"
    )
    subject = parser.parse_args(given).subject
    try:
        how = settings()
        if how is None:
            print("Nobody signs in here: the secrets have no [auth].", file=sys.stderr)
            return 1
        now = time()
        ended(how.state).end_subject(subject, at=now, until=now + how.longest_s)
    except (Misconfigured, Refused) as error:
        print(error, file=sys.stderr)
        return 1
    print(f"Every session of {subject} has ended.")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
