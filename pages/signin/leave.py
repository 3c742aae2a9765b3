"""The link in the header by which a reader signs out."""

from __future__ import annotations

from html import escape

from lib.words.speak import Words
from pages.signin.cookies import SIGN_OUT
from pages.signin.session import Session


def sign_out_link(session: Session, words: Words) -> str:
    """What is the link that ends this session? Pointing at it says who is signed in, and as what."""
    who = words("signin.who", name=session.name or session.subject, role=words(f"signin.role.{session.role}"))
    place = f"{SIGN_OUT}?lang={words.lang}"
    return (
        f'<a class="sign-out" href="{place}" target="_self" title="{escape(who)}">'
        f"{escape(words('signin.sign_out'))}</a>"
    )
