"""A session: who signed in, as what, until when. It travels in a signed cookie, so that every process knows it."""

from __future__ import annotations

from dataclasses import asdict, dataclass, fields
from hashlib import sha256
from typing import TypeVar

from itsdangerous import BadData, URLSafeSerializer

from pages.signin.role import Role
from pages.signin.settings import Settings

SIGNED_IN = "signed_in"
"""Under which name what stands behind the gate finds the id of the session, in the scope of a request."""
SIGNED_IN_AS = "signed_in_as"
"""And there, their role."""
ATTEMPT_S = 600
# Two machines' clocks may differ. A session that began further ahead: this one started with its clock behind.
_AHEAD_S = 30


@dataclass(frozen=True, slots=True)
class Session:
    """Who signed in. `since` and `until` are in seconds since 1970; `name` is for the person's own eyes."""

    id: str
    subject: str
    name: str
    role: Role
    since: float
    until: float

    def is_current(self, now: float) -> bool:
        """Does its time run?

        >>> Session("a", "b", "c", "reader", since=1000, until=2000).is_current(2000)
        False
        """
        return self.since - _AHEAD_S <= now < self.until


@dataclass(frozen=True, slots=True)
class Attempt:
    """A sign-in under way: what its answer has to fit, and the address to come back to."""

    state: str
    nonce: str
    verifier: str
    back: str
    until: float


_Kept = TypeVar("_Kept", Session, Attempt)


def sealed(what: Session | Attempt, how: Settings) -> str:
    """How is it written into a cookie? The reader can read it and cannot change it."""
    return _serializer(how, type(what)).dumps(asdict(what))


def opened(kind: type[_Kept], cookie: str, how: Settings) -> _Kept | None:
    """What does a cookie hold? None where it was not written here, for this client of this provider."""
    try:
        found = _serializer(how, kind).loads(cookie)
        return kind(**{field.name: found[field.name] for field in fields(kind)})
    except (BadData, KeyError, TypeError):
        return None


def _serializer(how: Settings, kind: type) -> URLSafeSerializer:
    salt = "\n".join((kind.__name__, how.server_metadata_url, how.client_id))
    return URLSafeSerializer(how.cookie_secret, salt=salt, signer_kwargs={"digest_method": sha256})
