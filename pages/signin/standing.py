"""Whose session stands: signed here, its time running, not ended by anyone."""

from __future__ import annotations

from collections.abc import Mapping

import streamlit as st

from pages.signin.asked import asked
from pages.signin.cookies import session_in
from pages.signin.ended import ended
from pages.signin.refused import Refused
from pages.signin.session import Session
from pages.signin.settings import Settings, settings


async def stands(session: Session, how: Settings) -> bool:
    """Does this session still count, now? Raises Refused where the table of sign-outs cannot be read."""
    return session.is_current(ended(how.state).now()) and not await asked(how.state).has_ended(session)


async def standing(cookies: Mapping[str, str], how: Settings) -> Session | None:
    """Who comes with these cookies? Raises Refused where the table of sign-outs cannot be read."""
    found = session_in(cookies, how)
    return found if found and await stands(found, how) else None


def reader_session() -> Session | None:
    """Whose is this run of a page? None where nobody signs in, and for who is no longer signed in.

    The cookies are those of the websocket that this run answers, checked anew in every run.
    """
    how = settings()
    found = session_in(st.context.cookies, how) if how else None
    if how is None or found is None or not found.is_current(ended(how.state).now()):
        return None
    try:
        return None if asked(how.state).had_ended(found) else found
    except Refused:
        return None
