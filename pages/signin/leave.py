"""The link in the header by which a reader signs out."""

from __future__ import annotations

from markupsafe import Markup

from lib.site.markup.tags import tag
from lib.words.speak import Words
from pages.signin.cookies import SIGN_OUT
from pages.signin.session import Session


def sign_out_link(session: Session, words: Words) -> Markup:
    """What is the link that ends this session? Pointing at it says who is signed in, and as what."""
    who = words("signin.who", name=session.name or session.subject, role=words(f"signin.role.{session.role}"))
    place = f"{SIGN_OUT}?lang={words.lang}"
    return tag("a", words("signin.sign_out"), "sign-out", href=place, target="_self", title=who)
