"""What the tests of the deployed site share: one site with three processes, and a browser."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Playwright

from tests.browser import chromium
from tests.deploy.site import Deployed, deployed


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Deployed]:
    with deployed(tmp_path_factory.mktemp("site")) as running:
        yield running


@pytest.fixture(scope="module")
def browser(playwright: Playwright) -> Iterator[Browser]:
    """One that takes the certificate that the tests made."""
    running = chromium.launch(playwright, *chromium.IN_A_HURRY, "--ignore-certificate-errors")
    yield running
    running.close()
