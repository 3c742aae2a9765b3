"""Debian's Firefox, driven by the protocol that it speaks itself (WebDriver BiDi): no driver in between."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from time import monotonic
from typing import Any

from websockets.sync.client import ClientConnection, connect

from tests.browser.server import free_port

NAMES = ("firefox-esr", "firefox")
_DEADLINE_S = 60.0
# No request of its own to other hosts.
_QUIET = """
user_pref("app.update.enabled", false);
user_pref("browser.shell.checkDefaultBrowser", false);
user_pref("datareporting.policy.dataSubmissionEnabled", false);
user_pref("network.captive-portal-service.enabled", false);
user_pref("network.connectivity-service.enabled", false);
user_pref("extensions.update.enabled", false);
user_pref("full-screen-api.allow-trusted-requests-only", false);
"""


class Firefox:
    """One window of a running Firefox."""

    def __init__(self, socket: ClientConnection) -> None:
        self._socket, self._numbers = socket, count(1)
        self.errors: list[str] = []
        self.call("session.new", capabilities={})
        self.call("session.subscribe", events=["log.entryAdded"])
        # The first window of a browser without a screen is never in front: its buttons heed no key.
        self._tab = self.call("browsingContext.create", type="window")["context"]

    def call(self, method: str, **params: Any) -> Any:
        """Which result has a command? What the console says in between is kept."""
        number = next(self._numbers)
        self._socket.send(json.dumps({"id": number, "method": method, "params": params}))
        while True:
            answer = json.loads(self._socket.recv(timeout=_DEADLINE_S))
            if answer.get("method") == "log.entryAdded" and answer["params"]["level"] == "error":
                self.errors.append(str(answer["params"].get("text")))
            if answer.get("id") == number:
                if answer["type"] == "error":
                    raise RuntimeError(f"{method}: {answer['error']}: {answer['message']}")
                return answer["result"]

    def size(self, width: int, height: int) -> None:
        """Makes the window's inside so large."""
        self.call(
            "browsingContext.setViewport", context=self._tab, viewport={"width": width, "height": height}
        )

    def go(self, url: str) -> None:
        """Opens an address."""
        self.call("browsingContext.navigate", context=self._tab, url=url, wait="complete")

    def ask(self, expression: str) -> Any:
        """What is the value of an expression on the page, as JSON tells it?"""
        found = self.call(
            "script.evaluate",
            expression=f"Promise.resolve({expression}).then(found => JSON.stringify(found ?? null))",
            target={"context": self._tab},
            awaitPromise=True,
            userActivation=True,
        )
        if found["type"] == "exception":
            raise RuntimeError(found["exceptionDetails"]["text"])
        return json.loads(found["result"]["value"])

    def wait(self, condition: str) -> None:
        """Waits until an expression on the page is true."""
        end = monotonic() + _DEADLINE_S
        while not self.ask(f"Boolean({condition})"):
            if monotonic() > end:
                raise AssertionError(
                    f"in vain: {condition}; the page says: {self.ask('document.body.innerText')}"
                )
            self.ask("new Promise(done => setTimeout(done, 100))")

    def move(self, x: float, y: float) -> None:
        """Moves the mouse there, in pixels of the window."""
        moves = [{"type": "pointerMove", "x": round(x) + step, "y": round(y)} for step in (-2, 0)]
        mouse = {"type": "pointer", "id": "mouse", "parameters": {"pointerType": "mouse"}, "actions": moves}
        self.call("input.performActions", context=self._tab, actions=[mouse])

    def press(self, *keys: str) -> None:
        """Presses these keys together, such as `Control` and `v`, or `Enter`."""
        codes = [{"Control": "\ue009", "Enter": "\ue007"}.get(key, key) for key in keys]
        actions = [{"type": "keyDown", "value": code} for code in codes]
        actions += [{"type": "keyUp", "value": code} for code in reversed(codes)]
        board = {"type": "key", "id": "keys", "actions": actions}
        self.call("input.performActions", context=self._tab, actions=[board])

    def click(self, selector: str) -> None:
        """Clicks the middle of what is found so, as a reader does."""
        x, y = self.ask(
            f"(() => {{ const found = document.querySelector({json.dumps(selector)});"
            "found.scrollIntoView({ block: 'center' }); const box = found.getBoundingClientRect();"
            "return [box.left + box.width / 2, box.top + box.height / 2]; })()"
        )
        actions: list[dict[str, Any]] = [
            {"type": "pointerMove", "x": round(x), "y": round(y)},
            {"type": "pointerDown", "button": 0},
            {"type": "pointerUp", "button": 0},
        ]
        mouse = {"type": "pointer", "id": "mouse", "parameters": {"pointerType": "mouse"}, "actions": actions}
        self.call("input.performActions", context=self._tab, actions=[mouse])

    def picture(self) -> str:
        """What does the window show? A PNG, in base64."""
        return str(self.call("browsingContext.captureScreenshot", context=self._tab)["data"])


@contextmanager
def firefox(folder: Path) -> Iterator[Firefox]:
    """Runs Firefox without a screen while the block runs, with a profile of its own in a folder."""
    program = next(filter(None, map(shutil.which, NAMES)), None)
    if not program:
        raise RuntimeError(f"no Firefox: install {NAMES[0]}")
    profile = folder / "firefox"
    profile.mkdir()
    profile.joinpath("user.js").write_text(_QUIET, encoding="utf-8")
    port = free_port()
    command = [
        program,
        "--headless",
        "--no-remote",
        "--profile",
        str(profile),
        "--remote-debugging-port",
        str(port),
    ]
    with (folder / "firefox.log").open("wb") as log:
        process = subprocess.Popen(command, stdout=log, stderr=log)
        try:
            with _connected(port) as socket:
                yield Firefox(socket)
        finally:
            process.terminate()
            process.wait(timeout=20)


def _connected(port: int) -> ClientConnection:
    end = monotonic() + _DEADLINE_S
    while True:
        try:
            return connect(f"ws://127.0.0.1:{port}/session", max_size=None, compression=None)
        except OSError as error:
            if monotonic() > end:
                raise RuntimeError(f"Firefox did not answer within {_DEADLINE_S:.0f} s") from error
