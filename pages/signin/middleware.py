"""Whether a gate stands before the site."""

from __future__ import annotations

from starlette.middleware import Middleware

from pages.signin.settings import settings


def gate() -> list[Middleware]:
    """What stands before everything else? Nothing where nobody has to sign in; raises Misconfigured."""
    how = settings()
    if how is None:
        return []
    # What only a sign-in needs takes half a second to import, which an open site does not spend.
    from pages.signin.ended import ended
    from pages.signin.gate import Gate

    ended(how.state)
    return [Middleware(Gate, how=how)]
