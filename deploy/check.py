#!/usr/bin/env python3
"""Looks at a running site from outside: deploy/check.py https://trade.example.gov.cn [--framed-by ORIGIN]…

A line for each thing that was looked at, `ok` or `WRONG` with what was found. Needs nothing but Python 3.11.
--insecure takes a certificate that nobody vouches for; --connect HOST:PORT goes there instead of where the
name leads. Exit status 0: all as it should be. 1: something is not. 2: a wrong call.
"""

from __future__ import annotations

import argparse
import base64
import gzip
import http.client
import json
import re
import secrets
import socket
import ssl
import sys
import warnings
from collections.abc import Iterator
from urllib.parse import urlsplit

HEADERS = {
    "strict-transport-security": r"max-age=\d{7,}",
    "content-security-policy": r"default-src 'none'; .*object-src 'none'; base-uri 'none'",
    "x-content-type-options": r"nosniff",
    "referrer-policy": r"same-origin",
    "permissions-policy": r".*camera=\(\)",
}
CLOSED = ("/_stcore/metrics", "/_stcore/metrics/", "//_stcore/%6detrics", "/_stcore/agent/interact")
Answer = tuple[int, dict[str, str], bytes]


class Outside:
    """The site as a browser somewhere else reaches it."""

    def __init__(self, url: str, *, insecure: bool, connect: str) -> None:
        parts = urlsplit(url)
        self.host, self.port = parts.hostname or "", parts.port or 443
        self.netloc = parts.netloc
        self.to = self.host, self.port
        if connect:
            host, _, port = connect.rpartition(":")
            self.to = host, int(port)
        self.insecure = insecure

    def socket(self, *alpn: str, oldest: bool = False) -> ssl.SSLSocket:
        """Opens a connection, over TLS 1.1 at most where it is the oldest that is asked for."""
        tls = ssl.create_default_context()
        if self.insecure or oldest:
            tls.check_hostname, tls.verify_mode = False, ssl.CERT_NONE
        if oldest:
            with warnings.catch_warnings(action="ignore"):
                tls.minimum_version, tls.maximum_version = ssl.TLSVersion.TLSv1, ssl.TLSVersion.TLSv1_1
            tls.set_ciphers("ALL:@SECLEVEL=0")
        if alpn:
            tls.set_alpn_protocols(list(alpn))
        return tls.wrap_socket(socket.create_connection(self.to, timeout=10), server_hostname=self.host)

    def get(self, path: str, *, host: str = "", **headers: str) -> Answer:
        """What is answered: status, headers in small letters, and content?"""
        line = http.client.HTTPSConnection(*self.to, timeout=20)
        line.sock = self.socket()
        given = {
            "Host": host or self.netloc,
            **{name.replace("_", "-"): text for name, text in headers.items()},
        }
        try:
            line.request("GET", path, headers=given)
            answer = line.getresponse()
            return answer.status, {name.lower(): text for name, text in answer.getheaders()}, answer.read()
        finally:
            line.close()

    def upgrade(self, cookie: str) -> tuple[int, dict[str, str]]:
        """How is a websocket answered that comes with this cookie, or with none?"""
        with self.socket("http/1.1") as line:
            key = base64.b64encode(secrets.token_bytes(16)).decode()
            lines = [
                "GET /_stcore/stream HTTP/1.1", f"Host: {self.netloc}", "Connection: Upgrade", "Upgrade: websocket",
                f"Origin: https://{self.netloc}", "Sec-WebSocket-Version: 13", f"Sec-WebSocket-Key: {key}",
                "Sec-WebSocket-Protocol: streamlit", *([f"Cookie: {cookie}"] if cookie else []), "", "",
            ]  # fmt: skip
            line.sendall("\r\n".join(lines).encode())
            answer = http.client.HTTPResponse(line)
            answer.begin()
            return answer.status, {name.lower(): text for name, text in answer.getheaders()}


Finding = tuple[str, bool, str]


def findings(site: Outside, framed_by: list[str]) -> Iterator[Finding]:
    """What was looked at, is it right, and what was found?"""
    status, headers, page = site.get("/", Accept_Encoding="gzip")
    yield "the page answers", status == 200, str(status)
    for name, form in HEADERS.items():
        yield name, bool(re.match(form, headers.get(name, ""))), headers.get(name, "none")
    yield from _csp(headers.get("content-security-policy", ""), framed_by)
    yield (
        "nginx does not name its version",
        "/" not in headers.get("server", ""),
        headers.get("server", "none"),
    )
    yield (
        "the page is compressed",
        headers.get("content-encoding") == "gzip",
        headers.get("content-encoding", "no"),
    )
    html = gzip.decompress(page) if headers.get("content-encoding") == "gzip" else page
    yield from _files(site, html.decode("utf-8"))
    yield from _transport(site)
    yield from _data(site)
    for path in CLOSED:
        found = site.get(path)[0]
        yield f"{path} is closed", found in (403, 404), str(found)
    found = site.get("/", host="another.example")[0]
    yield "another name is not answered", found == 421, str(found)
    yield from _sticky(site)


def _csp(policy: str, framed_by: list[str]) -> Iterator[Finding]:
    parts = dict(part.strip().partition(" ")[::2] for part in policy.split(";"))
    scripts = parts.get("script-src", "")
    yield "only known scripts run", "'unsafe-" not in scripts.replace("'wasm-unsafe-eval'", ""), scripts[:60]
    wanted = " ".join(framed_by) or "'none'"
    yield "who may frame it", parts.get("frame-ancestors") == wanted, parts.get("frame-ancestors", "anyone")


def _files(site: Outside, html: str) -> Iterator[Finding]:
    script = re.search(r'src="\./(static/js/[^"]+)"', html)
    if not script:
        yield "the page names its script", False, html[:80]
        return
    _, headers, _ = site.get(f"/{script[1]}", Accept_Encoding="gzip")
    kept = headers.get("cache-control", "")
    yield "hashed files are kept for a year", "max-age=31536000" in kept and "immutable" in kept, kept or "no"
    yield (
        "scripts are compressed",
        headers.get("content-encoding") == "gzip",
        headers.get("content-encoding", "no"),
    )


def _transport(site: Outside) -> Iterator[Finding]:
    with site.socket("h2", "http/1.1") as line:
        yield "HTTP/2", line.selected_alpn_protocol() == "h2", str(line.selected_alpn_protocol())
        yield "TLS 1.2 or newer", line.version() in ("TLSv1.2", "TLSv1.3"), str(line.version())
    try:
        with site.socket(oldest=True) as line:
            yield "older TLS is refused", False, str(line.version())
    except OSError as error:
        yield "older TLS is refused", True, type(error).__name__


def _data(site: Outside) -> Iterator[Finding]:
    status, _, content = site.get("/_health")
    try:
        state = json.loads(content)
    except ValueError:
        state = {}
    yield (
        "data is loaded",
        status == 200 and state.get("status") == "ok",
        content.decode("utf-8", "replace")[:200],
    )


def _sticky(site: Outside) -> Iterator[Finding]:
    """Asked by a websocket: a page may come from what the proxy keeps, and then no process has answered."""
    status, headers = site.upgrade("")
    yield "a websocket opens", status == 101, str(status)
    named = re.search(r"cq_process=(\d+)", headers.get("set-cookie", ""))
    yield "a cookie names the process", named is not None, named[0] if named else "none is set"
    if named:
        again = site.upgrade(named[0])[1].get("set-cookie", "")
        yield "and the next one stays on it", "cq_process" not in again, again or named[0]


def main() -> int:
    """What came of this? The exit status."""
    parser = argparse.ArgumentParser(
        prog="deploy/check.py", description="Look at a running site from outside."
    )
    parser.add_argument("url", metavar="https://NAME")
    parser.add_argument("--framed-by", action="append", default=[], metavar="ORIGIN")
    parser.add_argument("--insecure", action="store_true")
    parser.add_argument("--connect", default="", metavar="HOST:PORT")
    call = parser.parse_args()
    if not call.url.startswith("https://"):
        parser.error("the address has to begin with https://")
    site, wrong = Outside(call.url, insecure=call.insecure, connect=call.connect), 0
    try:
        for what, right, found in findings(site, call.framed_by):
            print(f"{'ok   ' if right else 'WRONG'} {what}: {found}")
            wrong += not right
    except OSError as error:
        print(f"WRONG {call.url} cannot be reached: {error}")
        wrong += 1
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
