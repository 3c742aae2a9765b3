"""The provider: where people sign in, and what it says when it is asked who came."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from time import monotonic
from typing import Any

import httpx2
from authlib.common.errors import AuthlibBaseError
from authlib.integrations.httpx_client import AsyncOAuth2Client

from pages.signin.refused import Refused
from pages.signin.session import Attempt
from pages.signin.settings import Settings
from pages.signin.token import verified

PATIENCE_S = 5.0
# Short, so that who wants to sign in learns that the provider is down; not nothing, so that asking us a hundred
# times a second does not ask the provider a hundred times.
_FRESH_S = 1.0


class Provider:
    """Asks the provider, each time within `PATIENCE_S` seconds; raises Refused when it gives no usable answer."""

    def __init__(self, how: Settings) -> None:
        self._how = how
        self._known: tuple[float, Mapping[str, Any]] = (0.0, {})
        self._keys: tuple[float, Mapping[str, Any]] = (0.0, {})
        self._issuer = ""
        self._tls = httpx2.create_ssl_context()  # made once: it takes 35 ms, in which nobody else is served

    async def sign_in_address(self, attempt: Attempt) -> str:
        """Where is the reader sent to sign in?"""
        endpoint = _endpoint(await self._metadata(), "authorization_endpoint")
        prompt = {"prompt": self._how.prompt} if self._how.prompt else {}
        address, _ = self._client().create_authorization_url(
            endpoint, state=attempt.state, nonce=attempt.nonce, code_verifier=attempt.verifier, **prompt
        )
        return str(address)

    async def sign_out_address(self) -> str | None:
        """Where is the reader sent to sign out of the provider too? None where it has no such place."""
        found = (await self._metadata()).get("end_session_endpoint")
        return found if isinstance(found, str) else None

    async def who(self, code: str, attempt: Attempt, *, now: float) -> tuple[str, dict[str, Any]]:
        """Who signed in? The id_token for which the provider takes a code back, and its claims, verified."""
        metadata = await self._metadata()
        try:
            async with asyncio.timeout(PATIENCE_S), self._client() as client:
                given = await client.fetch_token(
                    _endpoint(metadata, "token_endpoint"),
                    grant_type="authorization_code",
                    code=code,
                    code_verifier=attempt.verifier,
                )
        except (httpx2.HTTPError, TimeoutError) as error:
            raise Refused("down", f"no answer for a code: {type(error).__name__}") from error
        except (AuthlibBaseError, ValueError, TypeError, AttributeError, KeyError, RecursionError) as error:
            raise Refused("provider", f"the code was not taken: {type(error).__name__}") from error
        id_token = given.get("id_token") if isinstance(given, Mapping) else None
        if not isinstance(id_token, str):
            raise Refused("provider", "no id_token came")
        claims = verified(
            id_token,
            keys=await self._get(_endpoint(metadata, "jwks_uri")),
            issuer=_endpoint(metadata, "issuer"),
            client_id=self._how.client_id,
            nonce=attempt.nonce,
            now=now,
        )
        return id_token, claims

    async def issuer_and_keys(self, *, fresh_s: float) -> tuple[str, Mapping[str, Any]]:
        """Who signs, and with which keys? Asked again where what is known is older than so many seconds."""
        at, keys = self._keys
        if not keys or monotonic() - at > fresh_s:
            metadata = await self._metadata()
            self._issuer = _endpoint(metadata, "issuer")
            keys = await self._get(_endpoint(metadata, "jwks_uri"))
            self._keys = (monotonic(), keys)
        return self._issuer, keys

    def _client(self) -> AsyncOAuth2Client:
        return AsyncOAuth2Client(
            client_id=self._how.client_id,
            client_secret=self._how.client_secret,
            token_endpoint_auth_method=self._how.client_auth,
            scope=self._how.scope,
            redirect_uri=self._how.redirect_uri,
            code_challenge_method="S256",
            timeout=PATIENCE_S,
            verify=self._tls,
        )

    async def _metadata(self) -> Mapping[str, Any]:
        at, found = self._known
        if not found or monotonic() - at > _FRESH_S:
            found = await self._get(self._how.server_metadata_url)
            self._known = (monotonic(), found)
        return found

    async def _get(self, address: str) -> Mapping[str, Any]:
        try:
            async with (
                asyncio.timeout(PATIENCE_S),
                httpx2.AsyncClient(timeout=PATIENCE_S, verify=self._tls) as client,
            ):
                answer = (await client.get(address)).raise_for_status().json()
        except (httpx2.HTTPError, httpx2.InvalidURL, TimeoutError, ValueError, RecursionError) as error:
            raise Refused("down", f"no answer from {address}: {type(error).__name__}") from error
        if not isinstance(answer, dict):
            raise Refused("provider", f"no JSON object at {address}")
        return answer


def _endpoint(metadata: Mapping[str, Any], name: str) -> str:
    found = metadata.get(name)
    if not isinstance(found, str):
        raise Refused("provider", f"its metadata has no {name}")
    return found
