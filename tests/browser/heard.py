"""What a page says and asks for while it is open: requests, answers that refuse, and the console."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from playwright.sync_api import ConsoleMessage, Page, Request, Response

# A warning that speaks of one of these is a fault in a program, whatever its level.
_TROUBLE = re.compile(r"TypeError|ReferenceError|RangeError|is not a function|undefined is not|Uncaught")


@dataclass(slots=True)
class Heard:
    """What a page said and asked for since it was loaded."""

    requests: list[tuple[str, str]] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)
    broken: list[str] = field(default_factory=list)
    trouble: list[str] = field(default_factory=list)

    def outside(self, host: str) -> list[str]:
        """Which requests went to another host than this one?"""
        return [
            f"{method} {url}"
            for method, url in self.requests
            if urlsplit(url).scheme not in ("data", "blob", "about") and urlsplit(url).netloc != host
        ]

    def sent(self) -> list[str]:
        """Which requests carried something away: anything but a GET?"""
        return [f"{method} {url}" for method, url in self.requests if method not in ("GET", "HEAD")]


def listen(page: Page, current: Callable[[], Heard]) -> None:
    """Writes down all that a page says and asks for, into what is `current` at that moment."""

    def on_request(request: Request) -> None:
        current().requests.append((request.method, request.url))

    def on_response(response: Response) -> None:
        if response.status >= 400:
            current().refused.append(f"{response.status} {response.url}")

    def on_broken(request: Request) -> None:
        if request.failure != "net::ERR_ABORTED":  # what a reload or a download breaks off is no fault
            current().broken.append(f"{request.failure} {request.url}")

    def on_console(message: ConsoleMessage) -> None:
        if message.type == "error" or (message.type == "warning" and _TROUBLE.search(message.text)):
            current().trouble.append(f"{message.type}: {message.text[:400]}")

    page.on("request", on_request)
    page.on("response", on_response)
    page.on("requestfailed", on_broken)
    page.on("websocket", lambda socket: current().requests.append(("GET", socket.url)))
    page.on("console", on_console)
    page.on("pageerror", lambda error: current().trouble.append(f"uncaught: {error}"))
