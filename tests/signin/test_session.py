"""A session is believed only as it was written here, while its time runs, and until somebody ends it."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from time import time

import pytest
from hypothesis import given
from hypothesis import settings as trying
from hypothesis import strategies as st
from starlette.responses import Response

from pages.signin.address import local
from pages.signin.cookies import forget_session, keep_attempt, keep_session
from pages.signin.ended import FILE, Ended
from pages.signin.refused import Refused
from pages.signin.session import Attempt, Session, opened, sealed
from pages.signin.settings import Misconfigured
from tests.signin.made import settings

HOW = settings()
HERE = Session("id", "wang", "Wang", "reader", since=1000.0, until=2000.0)


def test_what_was_sealed_is_opened():
    assert opened(Session, sealed(HERE, HOW), HOW) == HERE


@pytest.mark.parametrize(
    "other",
    [
        {"cookie_secret": "another secret of the tests, as long as the first"},
        {"client_id": "another-client"},
        {"server_metadata_url": "https://other.example/.well-known/openid-configuration"},
    ],
)
def test_no_other_site_opens_it(other):
    assert opened(Session, sealed(HERE, settings(auth=other)), HOW) is None


def test_a_sign_in_under_way_is_no_session():
    attempt = Attempt("state", "nonce", "verifier", "/", 2000.0)
    assert opened(Attempt, sealed(attempt, HOW), HOW) == attempt
    assert opened(Session, sealed(attempt, HOW), HOW) is None


@pytest.mark.parametrize("cookie", ["", ".", "e30.x", "é", "0" * 10_000])
def test_rubbish_is_no_session(cookie):
    assert opened(Session, cookie, HOW) is None


@pytest.mark.parametrize(
    ("now", "is_current"), [(999, True), (1999.9, True), (2000, False), (969, False), (-86400, False)]
)
def test_its_time_runs_from_its_beginning_to_its_end(now, is_current):
    """One that begins more than half a minute from now is of a machine that started with its clock behind."""
    assert HERE.is_current(now) == is_current


def cookies(answer: Response) -> dict[str, str]:
    lines = [value.decode() for name, value in answer.raw_headers if name == b"set-cookie"]
    return {line.partition("=")[0]: line for line in lines}


def test_behind_https_no_cookie_goes_without_it():
    answer = Response()
    keep_session(answer, HERE, "token", HOW, now=1000.0)
    keep_attempt(answer, Attempt("state", "nonce", "verifier", "/", 2000.0), HOW)
    found = cookies(answer)
    assert set(found) == {"__Host-cq_session", "__Secure-cq_hint", "__Host-cq_attempt_state"}
    for line in found.values():
        assert {"Secure", "HttpOnly", "SameSite=lax"} <= set(line.split("; "))
    for name in ("__Host-cq_session", "__Host-cq_attempt_state"):
        assert "Path=/;" in found[name]


def test_what_is_forgotten_is_what_was_kept():
    kept, forgotten = Response(), Response()
    keep_session(kept, HERE, "token", HOW, now=1000.0)
    forget_session(forgotten, HOW)
    assert set(cookies(kept)) == set(cookies(forgotten))
    assert all("Max-Age=0" in line for line in cookies(forgotten).values())


def test_a_token_longer_than_a_cookie_is_not_kept():
    answer = Response()
    keep_session(answer, HERE, "x" * 3801, HOW, now=1000.0)
    assert set(cookies(answer)) == {"__Host-cq_session"}


def test_no_cookie_is_longer_than_a_browser_takes():
    """The longest way back and the longest names; a browser takes 4,096 bytes of name and value."""
    answer = Response()
    noise = "".join(chr(33 + (7 * n * n) % 90) for n in range(1990)).replace("\\", "/")
    back = local("/" + noise)
    assert len(back) == 1991
    attempt = Attempt("s" * 32, "n" * 32, "v" * 64, back, time())
    keep_attempt(answer, attempt, HOW)
    keep_session(answer, replace(HERE, subject="主" * 255, name="名" * 60), "x" * 3800, HOW, now=1000.0)
    assert all(len(line.partition(";")[0]) <= 4096 for line in cookies(answer).values())


@trying(deadline=None)
@given(st.text())
def test_the_way_back_never_leaves_the_site(text):
    found = local(text)
    assert found.startswith("/")
    assert not found.startswith(("//", "/\\"))
    assert "\\" not in found
    assert found.isprintable()


def test_what_ended_has_ended_for_every_process_and_after_a_restart(tmp_path):
    first, second = Ended(tmp_path), Ended(tmp_path)
    assert not second.has_ended(HERE)
    assert first.end(HERE.id, until=time() + 100)
    assert second.has_ended(HERE)
    assert not second.end(HERE.id, until=time() + 100)
    assert Ended(tmp_path).has_ended(HERE)
    assert not second.has_ended(replace(HERE, id="other"))


def test_a_person_can_be_ended_and_may_sign_in_again(tmp_path):
    table = Ended(tmp_path)
    table.end_subject("wang", at=1500.0, until=time() + 100)
    assert table.has_ended(HERE)
    assert not table.has_ended(replace(HERE, since=1500.0))
    assert not table.has_ended(replace(HERE, subject="li"))


def test_what_could_no_longer_be_used_is_forgotten_a_day_later(tmp_path):
    table = Ended(tmp_path)
    table.end("old", until=time() - 25 * 3600)
    table.end("new", until=time() - 23 * 3600)
    again = Ended(tmp_path)
    again.end("another", until=time())
    assert again.has_ended(replace(HERE, id="new"))
    assert not again.has_ended(replace(HERE, id="old"))


def test_an_answer_counts_once_whoever_is_first(tmp_path):
    tables = [Ended(tmp_path) for _ in range(4)]
    with ThreadPoolExecutor(4) as people:
        counted = list(people.map(lambda number: tables[number % 4].end("attempt", until=time()), range(40)))
    assert counted.count(True) == 1


def test_a_table_that_cannot_be_read_lets_nobody_in(tmp_path):
    table = Ended(tmp_path)
    (tmp_path / FILE).write_bytes(b"no database" * 1000)
    with pytest.raises(Refused) as refused:
        table.has_ended(HERE)
    assert refused.value.reason == "unavailable"
    with pytest.raises(Misconfigured):
        Ended(tmp_path)
