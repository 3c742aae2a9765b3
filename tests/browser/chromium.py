"""The browser that the tests drive: the one that the system has, never a download."""

from __future__ import annotations

import shutil

from playwright.sync_api import Browser, Playwright

NAMES = ("chromium", "chromium-browser", "google-chrome", "msedge")
ARGUMENTS = (
    "--no-sandbox",  # a container's root user has no other way
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


def find() -> str:
    """Which browser is there to drive?"""
    for name in NAMES:
        if found := shutil.which(name):
            return found
    raise RuntimeError(
        f"no browser found for the tests in tests/browser: looked for {', '.join(NAMES)} on the PATH. "
        "Install one, e.g. apt-get install chromium fonts-noto-cjk."
    )


def launch(playwright: Playwright, *, with_scroll_bars: bool = False) -> Browser:
    """What is a browser of its own, without a window? Scroll bars take room, and pictures are without them."""
    hidden = "--hide-scrollbars"
    if with_scroll_bars:
        shown = [argument for argument in ARGUMENTS if argument != hidden]
        return playwright.chromium.launch(executable_path=find(), args=shown, ignore_default_args=[hidden])
    return playwright.chromium.launch(executable_path=find(), args=list(ARGUMENTS))
