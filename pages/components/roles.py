"""Who may do more than read."""

from __future__ import annotations

import streamlit as st

ANALYST = "analyst"


def is_analyst() -> bool:
    """May this reader look at files of their own? Everyone where nobody signs in; else who has the role.

    Roles are a list in the claim `roles`; anything else in it gives none.
    """
    if not st.secrets.load_if_toml_exists() or "auth" not in st.secrets:
        return True
    roles = st.user.get("roles") if st.user.is_logged_in else None
    return isinstance(roles, list) and ANALYST in roles
