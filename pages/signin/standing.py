"""Whose session stands: signed here, its time running, not ended by anyone."""

from __future__ import annotations

from collections.abc import Mapping

import streamlit as st

from pages.signin.cookies import session_in
from pages.signin.ended import ended
from pages.signin.refused import Refused
from pages.signin.session import Session
from pages.signin.settings import Settings, settings


def stands(session: Session, how: Settings) -> bool:
    """Does this session still count, now? Raises Refused where the table of sign-outs cannot be read."""
    table = ended(how.state)
    return session.is_current(table.now()) and not table.has_ended(session)


def standing(cookies: Mapping[str, str], how: Settings) -> Session | None:
    """Who comes with these cookies? Raises Refused where the table of sign-outs cannot be read."""
    found = session_in(cookies, how)
    return found if found and stands(found, how) else None


def reader_session() -> Session | None:
    """Whose is this run of a page? None where nobody signs in, and for who is no longer signed in.

    The cookies are those of the websocket that this run answers, checked anew in every run.
    """
    how = settings()
    try:
        return standing(st.context.cookies, how) if how else None
    except Refused:
        return None
