"""Secrets by which people can be told apart are taken; a mistake in them never opens the site."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from streamlit import config

from pages.signin import settings as module
from pages.signin.middleware import gate
from pages.signin.settings import Misconfigured, read
from tests.browser.server import ROOT
from tests.signin.made import SECRETS, secrets, settings


def test_what_is_not_said_is_strict():
    found = settings()
    assert (found.claim, found.reader, found.analyst) == ("roles", {"reader"}, {"analyst"})
    assert (found.others, found.longest_s, found.scope, found.prompt) == (
        "reader",
        3600,
        "openid profile",
        None,
    )
    assert found.is_secure


def test_what_is_said_is_taken(tmp_path):
    found = settings(
        auth={
            "client_kwargs": {"scope": "openid roles", "prompt": "login", "token_endpoint_auth_method": "x"}
        },
        roles={"claim": "groups", "reader": ["a"], "analyst": ["b", "c"], "others": "refuse"},
        sign_in={"longest_minutes": 0.5, "contact": "8100", "state": str(tmp_path)},
    )
    assert (found.scope, found.prompt, found.client_auth) == ("openid roles", "login", "x")
    assert (found.claim, found.reader, found.analyst, found.others) == ("groups", {"a"}, {"b", "c"}, "refuse")
    assert (found.longest_s, found.contact, found.state) == (30, "8100", tmp_path)


WRONG = {
    "a client of nobody": ({"auth": {"client_id": ""}}, "needs client_id"),
    "a number for a secret": ({"auth": {"client_secret": 1}}, "needs client_secret"),
    "a short secret": ({"auth": {"cookie_secret": "x" * 31}}, "shorter than 32"),
    "a provider without TLS": ({"auth": {"server_metadata_url": "http://sso.example/x"}}, "https://"),
    "a site without TLS": ({"auth": {"redirect_uri": "http://trade.example/oauth2callback"}}, "https://"),
    "a site that only looks local": (
        {"auth": {"redirect_uri": "http://localhost.evil.example/oauth2callback"}},
        "https://",
    ),
    "another place to come back to": (
        {"auth": {"redirect_uri": "https://x/app/oauth2callback"}},
        "right after",
    ),
    "several providers": ({"auth": {"google": {"client_id": "x"}}}, r"\[auth\] has google"),
    "a misspelt role": ({"roles": {"analysts": ["a"]}}, r"\[roles\] has analysts. Known: analyst"),
    "a role that is a text": ({"roles": {"analyst": "analyst"}}, "list of names"),
    "an empty role": ({"roles": {"analyst": [""]}}, "list of names"),
    "others let in as analysts": ({"roles": {"others": "analyst"}}, "others is 'analyst'"),
    "no time": ({"sign_in": {"longest_minutes": 0}}, "longest_minutes"),
    "for ever": ({"sign_in": {"longest_minutes": 10_000}}, "longest_minutes"),
    "a truth for a time": ({"sign_in": {"longest_minutes": True}}, "longest_minutes"),
    "no OpenID": ({"auth": {"client_kwargs": {"scope": "profile"}}}, "openid"),
    "a parameter nobody knows": ({"auth": {"client_kwargs": {"acr": "1"}}}, "has acr"),
}


@pytest.mark.parametrize(("sections", "said"), WRONG.values(), ids=WRONG)
def test_a_mistake_is_named(sections, said):
    with pytest.raises(Misconfigured, match=said):
        read(secrets(**sections))


@pytest.mark.parametrize("section", ["roles", "sign_in"])
def test_roles_without_a_sign_in_are_a_mistake(section):
    with pytest.raises(Misconfigured, match=r"there is no \[auth\]"):
        read({section: {}})


@pytest.mark.parametrize("name", ["auth", "roles"])
def test_a_section_is_a_section(name):
    with pytest.raises(Misconfigured, match="must be a section"):
        read(SECRETS | {name: "text"})


START = """\
from streamlit import config
for file in {files}:
    config.set_option("secrets.files", [file])
    try:
        import dashboard
    except ValueError as error:
        print(type(error).__name__, error)
"""


def test_the_server_does_not_start_with_a_mistake(tmp_path):
    """Neither with a file that is not there nor with one that is no TOML, which Streamlit takes for no secrets."""
    missing, broken = (str(tmp_path / name) for name in ("missing.toml", "broken.toml"))
    Path(broken).write_text("[auth\n", encoding="utf-8")
    done = python(START.format(files=[missing, broken]))
    assert done.stdout.splitlines() == [
        f"Misconfigured secrets.files names {missing}, which is not there",
        f"Misconfigured the secrets cannot be read: {broken}",
    ]


def python(code: str) -> subprocess.CompletedProcess[str]:
    """What becomes of these lines in a process of their own?"""
    return subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, timeout=60, check=False
    )


def test_a_variable_that_only_one_way_of_starting_reads_is_a_mistake(monkeypatch):
    """Under uvicorn Streamlit leaves it unread: the site would be open without a word."""
    monkeypatch.setenv("STREAMLIT_SECRETS_FILES", "/etc/secrets.toml")
    module.settings.cache_clear()
    with pytest.raises(Misconfigured, match="STREAMLIT_SECRETS_FILES"):
        module.settings()


def test_an_open_site_has_no_gate_and_loads_nothing_for_one():
    done = python("import sys, dashboard; print(dashboard.middleware(), 'pages.signin.gate' in sys.modules)")
    assert "FlatAddresses" in done.stdout
    assert "Gate" not in done.stdout
    assert done.stdout.split()[-1] == "False"


def test_an_option_knows_whether_somebody_set_it():
    """Streamlit's own name for it; by it a file of secrets that is missing is told from none that was asked for."""
    assert config.is_manually_set("secrets.files") is False


@pytest.mark.parametrize(
    ("surroundings", "folder"),
    [
        ({"STATE_DIRECTORY": "/var/lib/trade:/var/lib/other", "XDG_STATE_HOME": "/x"}, "/var/lib/trade"),
        ({"XDG_STATE_HOME": "/x"}, "/x/chongqing-services-trade"),
        ({"HOME": "/home/wang"}, "/home/wang/.local/state/chongqing-services-trade"),
    ],
)
def test_what_is_kept_has_a_place(monkeypatch, surroundings, folder):
    for name in ("STATE_DIRECTORY", "XDG_STATE_HOME"):
        monkeypatch.delenv(name, raising=False)
    for name, value in surroundings.items():
        monkeypatch.setenv(name, value)
    assert settings().state == Path(folder)


def test_the_gate_needs_a_place_to_write(tmp_path, monkeypatch):
    occupied = tmp_path / "file"
    occupied.write_text("")
    monkeypatch.setattr(
        "pages.signin.middleware.settings", lambda: settings(sign_in={"state": str(occupied)})
    )
    with pytest.raises(Misconfigured, match="sign-outs cannot be kept"):
        gate()
