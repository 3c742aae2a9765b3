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
IN_A_HURRY = ("--process-per-site", "--js-flags=--no-turbofan,--no-maglev,--no-flush-bytecode")
"""For many short visits: pages of a site share a process with what it has compiled, and nothing is optimized that is
gone in a second. Not where it is measured how long a reader waits."""


def find() -> str:
    """Which browser is there to drive?"""
    for name in NAMES:
        if found := shutil.which(name):
            return found
    raise RuntimeError(
        f"no browser found for the tests in tests/browser: looked for {', '.join(NAMES)} on the PATH. "
        "Install one, e.g. apt-get install chromium fonts-noto-cjk."
    )


def launch(playwright: Playwright, *more: str, with_scroll_bars: bool = False) -> Browser:
    """What is a browser of its own, without a window? Scroll bars take room, and pictures are without them."""
    hidden = ["--hide-scrollbars"] if with_scroll_bars else []
    return playwright.chromium.launch(
        executable_path=find(), args=[*ARGUMENTS, *more], ignore_default_args=hidden
    )
