"""What the configuration promises, and what it leans on in the pinned Streamlit."""

from pathlib import Path

import pytest
from streamlit import config
from streamlit.runtime.pages_manager import PagesManager

from pages.components.own_file import MOST_MB

ROOT = Path(__file__).parents[2]


@pytest.fixture(autouse=True)
def own_configuration(monkeypatch):
    monkeypatch.chdir(ROOT)
    config.get_config_options(force_reparse=True)


@pytest.mark.parametrize(
    ("option", "value"),
    [
        ("server.address", "127.0.0.1"),
        ("browser.gatherUsageStats", False),
        ("client.showErrorDetails", "none"),
        ("client.showErrorLinks", False),
        ("client.toolbarMode", "minimal"),
        ("client.showSidebarNavigation", False),
        ("server.enableStaticServing", True),
        ("server.maxUploadSize", MOST_MB),
        ("server.maxMessageSize", 10),
    ],
)
def test_readers_are_kept_to_this_server_and_see_no_traceback(option, value):
    assert config.get_option(option) == value


def test_the_hidden_option_against_collections_after_each_run_still_exists():
    assert config.get_option("runner.postScriptGC") is False


def test_the_hidden_option_that_keeps_tracebacks_in_the_log_still_exists():
    assert config.get_option("logger.enableRich") is False


def test_the_hidden_option_that_bounds_what_a_reader_sends_still_exists():
    assert config.get_option("server.maxWidgetStateSize") == 1


def test_pages_are_told_apart_by_the_class_that_the_server_sets():
    assert hasattr(PagesManager, "uses_pages_directory")


def test_every_requirement_is_pinned_and_says_what_it_is_for():
    for name in ("requirements.txt", "tests/requirements.txt"):
        for line in ROOT.joinpath(name).read_text(encoding="utf-8").splitlines():
            if not line.startswith("-r"):
                requirement, _, purpose = line.partition("#")
                assert "==" in requirement, line
                assert purpose.strip(), line
