"""One tab of the browser: a document shown in it, and what is made of what it shows."""

from __future__ import annotations

import base64
import json
from dataclasses import dataclass
from typing import Any

from lib.briefing.browser.errors import BrowserGone
from lib.briefing.browser.process import Process

HOME = "https://briefing.invalid/"
_READY = """new Promise(done => {
  const look = () => document.body?.dataset.ready === 'true' ? done(true) : setTimeout(look, 8);
  look();
})"""


@dataclass(frozen=True, slots=True)
class Size:
    """A window in CSS pixels, and how many pixels of a picture each of them takes."""

    width: int
    height: int
    scale: float = 1.0


class Tab:
    """A tab that knows one document. Whatever else is asked for is refused, so that nothing leaves the machine."""

    def __init__(self, process: Process) -> None:
        self._process = process
        self._number = 0
        self._session = ""
        self._size = Size(0, 0)
        self._address, self._document, self._shown = "", b"", 0
        self._stands = False
        target = self.call("Target.createTarget", url="about:blank")["targetId"]
        self._session = self.call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        self.call("Fetch.enable", patterns=[{"urlPattern": "*"}])

    def show(self, document: bytes, size: Size, *, at: str = "", as_is: bool = False) -> None:
        """Shows a document and waits until it says that it is drawn; `at` is the anchor that it opens at.

        Who leaves it `as_is` finds it standing where the last one left the same as it was, and need not wait.
        """
        if as_is and self._stands and (self._document, self._size) == (document, size):
            return
        self._stands = False
        self.resize(size)
        self._shown += 1  # an address of its own: one that differs by its anchor only would load nothing
        self._address, self._document = f"{HOME}{self._shown}", document
        found = self.call("Page.navigate", url=self._address + at)
        if "errorText" in found:
            raise BrowserGone(found["errorText"])
        self.wait()
        self._stands = as_is

    def go(self, at: str) -> None:
        """Follows an anchor of the document, and waits until that is drawn."""
        self.evaluate(
            f"if (location.hash !== {json.dumps(at)})"
            f" {{ document.body.dataset.ready = ''; location.hash = {json.dumps(at)}; }}"
        )
        self.wait()

    def wait(self) -> None:
        """Waits until the document says that it is drawn."""
        self.evaluate(_READY)

    def resize(self, size: Size) -> None:
        """Gives the window this size."""
        self._size = size
        self.call(
            "Emulation.setDeviceMetricsOverride",
            width=size.width,
            height=size.height,
            deviceScaleFactor=size.scale,
            mobile=False,
        )

    def evaluate(self, script: str) -> Any:
        """What does a piece of script give, or what does its promise?"""
        found = self.call("Runtime.evaluate", expression=script, awaitPromise=True, returnByValue=True)
        if "exceptionDetails" in found:
            raise BrowserGone(str(found["exceptionDetails"].get("exception", {}).get("description", script)))
        return found["result"].get("value")

    def picture(self, box: tuple[float, float, float, float]) -> bytes:
        """What is a PNG of this box: left, top, width and height in CSS pixels of the document?"""
        left, top, width, height = box
        fits = (
            width <= self._size.width and height <= self._size.height
        )  # in half the time, once it is in sight
        if fits:
            self.evaluate(f"scrollTo({left}, {top})")
        clip = {"x": left, "y": top, "width": width, "height": height, "scale": 1}
        found = self.call(
            "Page.captureScreenshot",
            format="png",
            clip=clip,
            captureBeyondViewport=not fits,
            optimizeForSpeed=True,
        )
        return base64.b64decode(found["data"])

    def pdf(self) -> bytes:
        """What is the document on paper, of the size that its own style asks for?"""
        found = self.call("Page.printToPDF", preferCSSPageSize=True, printBackground=True)
        return base64.b64decode(found["data"])

    def call(self, method: str, **given: Any) -> dict[str, Any]:
        """What does the browser answer?"""
        number = self._send(method, given)
        while True:
            message = json.loads(self._process.receive())
            if message.get("id") == number:
                if "error" in message:
                    raise BrowserGone(f"{method}: {message['error'].get('message', '')}")
                result: dict[str, Any] = message["result"]
                return result
            if message.get("method") == "Fetch.requestPaused":
                self._answer(message["params"])

    def _answer(self, asked: dict[str, Any]) -> None:
        request = asked["requestId"]
        if asked["request"]["url"].partition("#")[0] != self._address:
            self._send("Fetch.failRequest", {"requestId": request, "errorReason": "BlockedByClient"})
            return
        self._send(
            "Fetch.fulfillRequest",
            {
                "requestId": request,
                "responseCode": 200,
                "responseHeaders": [{"name": "Content-Type", "value": "text/html; charset=utf-8"}],
                "body": base64.b64encode(self._document).decode(),
            },
        )

    def _send(self, method: str, given: dict[str, Any]) -> int:
        self._number += 1
        message = {"id": self._number, "method": method, "params": given}
        if self._session:
            message["sessionId"] = self._session
        self._process.send(json.dumps(message).encode())
        return self._number
