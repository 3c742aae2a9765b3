"""`python -m pages.signin end SUBJECT`: ends every session of a person now, as when a role was withdrawn.

Exit status 0 when done, 1 where nobody signs in or it cannot be written down, 2 for a wrong call.
"""

from __future__ import annotations

import sys
from argparse import ArgumentParser

from streamlit import config

from pages.signin.ended import FILE, ended
from pages.signin.refused import Refused
from pages.signin.settings import Misconfigured, settings


def main(given: list[str]) -> int:
    """Which exit status follows from these arguments?"""
    parser = ArgumentParser(prog="python -m pages.signin", description="Ends sessions before their time.")
    end = parser.add_subparsers(required=True).add_parser("end", help="every session of one person")
    end.add_argument("subject", help="the person's sub, as the provider gives it")
    end.add_argument(
        "--secrets", help="the service's file of secrets, if .streamlit/config.toml does not name it"
    )
    asked = parser.parse_args(given)
    if asked.secrets:
        config.set_option("secrets.files", [asked.secrets])
    try:
        print(_end(asked.subject))
    except (Misconfigured, Refused) as error:
        print(error, file=sys.stderr)
        return 1
    return 0


def _end(subject: str) -> str:
    how = settings()
    if how is None:
        raise Misconfigured("nobody signs in here: the secrets have no [auth]")
    if not (how.state / FILE).exists():
        raise Misconfigured(
            f"no service keeps its sign-outs in {how.state}: name its folder as state in [sign_in]"
        )
    table = ended(how.state)
    now = table.now()
    table.end_subject(subject, at=now, until=now + how.longest_s)
    return f"Every session of {subject} that began before now has ended: written down in {how.state / FILE}."


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
