"""Who may do more than read."""

from __future__ import annotations

from pages.signin.settings import settings
from pages.signin.standing import reader_session


def is_analyst() -> bool:
    """May this reader see more than what was published: files of their own, local data, unpublished releases?

    Everyone where nobody signs in; else who has the role, as long as the session stands.
    """
    if settings() is None:
        return True
    session = reader_session()
    return session is not None and session.role == "analyst"
