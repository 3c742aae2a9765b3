"""Which browser is on this machine? Chrome, Edge or Chromium, by the names and in the places that they use."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

from lib.briefing.browser.errors import NoBrowser

VARIABLE = "CQ_BROWSER"
_NAMES = (
    "google-chrome", "google-chrome-stable", "chrome", "chromium", "chromium-browser",
    "microsoft-edge", "microsoft-edge-stable", "msedge",
)  # fmt: skip
_UNDER_WINDOWS = (
    "Google/Chrome/Application/chrome.exe",
    "Microsoft/Edge/Application/msedge.exe",
    "Chromium/Application/chrome.exe",
)
_WINDOWS_ROOTS = ("PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA")
_MACOS = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
)
_LINUX = ("/opt/google/chrome/chrome", "/opt/microsoft/msedge/msedge", "/usr/lib/chromium/chromium")


def find(environment: Mapping[str, str] = os.environ, *, platform: str = sys.platform) -> str:
    """Which program is there to draw with? Raises NoBrowser, whose sentence says what to install."""
    named = environment.get(VARIABLE, "")
    if named:
        if found := shutil.which(named, path=environment.get("PATH")):
            return found
        raise NoBrowser("briefing.browser.missing", path=named)
    for name in _NAMES:
        if found := shutil.which(name, path=environment.get("PATH")):
            return found
    for place in places(environment, platform=platform):
        if place.is_file():
            return str(place)
    raise NoBrowser("briefing.browser.none")


def places(environment: Mapping[str, str], *, platform: str) -> Iterator[Path]:
    """Where do browsers stand that are not on the PATH?

    >>> [str(place) for place in places({}, platform="linux")][0]
    '/opt/google/chrome/chrome'
    """
    if platform == "win32":
        for root in filter(None, (environment.get(name) for name in _WINDOWS_ROOTS)):
            yield from (Path(root, inside) for inside in _UNDER_WINDOWS)
    else:
        yield from map(Path, _MACOS if platform == "darwin" else _LINUX)
