"""Somebody who signs in, without a browser: keeps cookies, follows what the provider asks, takes pages and sockets."""

from __future__ import annotations

from contextlib import AbstractContextManager
from urllib.parse import parse_qs, urlsplit

import httpx2
from websockets.sync.client import ClientConnection, connect

PAGE = {"Accept": "text/html,application/xhtml+xml", "Accept-Language": "zh-CN,zh;q=0.9"}
SESSION = "cq_session"
SECURE = "__Host-cq_session"
_TLS = httpx2.create_ssl_context()


class Person:
    """A browser of their own against one site; over https it takes a certificate that the tests made."""

    def __init__(self, site: str) -> None:
        self.site = site
        self.name = SECURE if site.startswith("https") else SESSION
        self.http = httpx2.Client(headers=PAGE, timeout=30, verify=_TLS if self.name == SESSION else False)

    def get(self, path: str, **headers: str) -> httpx2.Response:
        """What does the site answer? Redirects are not followed."""
        return self.http.get(self.site + path, headers=headers)

    def begun(self, back: str = "/") -> httpx2.Response:
        """What does the site answer to who wants to sign in?"""
        return self.http.get(f"{self.site}/auth/login", params={"back": back})

    def callback(self, account: str, *, back: str = "/", begun: httpx2.Response | None = None) -> str:
        """Goes to the provider as somebody, and stops where it sends them back to: at which address?"""
        answer = begun or self.begun(back)
        while answer.is_redirect:
            place = str(answer.headers["location"])
            if place.startswith(f"{self.site}/oauth2callback"):
                return place
            answer = self.http.get(answer.url.join(place))
            if answer.is_success:
                answer = self.http.post(answer.url, data={"account": account})
        raise AssertionError(
            f"the provider did not send {account} back: {answer.status_code} {answer.text[:300]}"
        )

    def sign_in(self, account: str, *, back: str = "/") -> httpx2.Response:
        """What does the site answer to the provider's word for somebody?"""
        return self.http.get(self.callback(account, back=back))

    def cookie(self) -> str:
        """What does the browser send along to pages?"""
        return f"{self.name}={self.http.cookies[self.name]}"

    def socket(self, cookie: str | None = None) -> AbstractContextManager[ClientConnection]:
        """Which websocket does the page open? Raises InvalidStatus where it is refused."""
        sent = {"Cookie": cookie if cookie is not None else self.cookie()}
        return connect(
            self.site.replace("http", "ws") + "/_stcore/stream",
            additional_headers=sent,
            origin=self.site,  # type: ignore[arg-type]
            subprotocols=["streamlit"],  # type: ignore[list-item]
        )


def why(answer: httpx2.Response) -> str:
    """For which reason was a sign-in refused? Empty where it was not."""
    place = urlsplit(answer.headers.get("location", ""))
    return parse_qs(place.query)["why"][0] if place.path == "/auth/refused" else ""
