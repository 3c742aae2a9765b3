"""Nothing of the site reaches anyone whose session does not stand: over HTTP, by websocket, in any order."""

from __future__ import annotations

import re
from time import monotonic, time
from urllib.parse import parse_qs, urlsplit

import pytest
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.exceptions import ConnectionClosed, InvalidStatus

from lib.site.pages import PAGES
from pages.signin.ended import ended
from tests.browser.server import serving
from tests.signin.person import SESSION, Person, why

FILES = (
    "/app/static/icon.svg",
    "/app/static/overview-zh.png",
    "/_stcore/metrics",
    "/_stcore/host-config",
    "/_stcore/agent/openapi.json",
    "/media/0000.csv",
    "/component/any/index.html",
    "/_stcore/bidi-components/any/index.js",
    "/static/none.js",
    "/index.html",
    "/manifest.json",
)
SOON_S = 12.0


def messages_until_closed(socket) -> list[bytes]:
    """What comes before the server closes the socket, which it has to do soon."""
    found, end = [], monotonic() + SOON_S
    while True:
        try:
            found.append(socket.recv(timeout=end - monotonic()))
        except ConnectionClosed:
            assert socket.close_code == 1008
            return found


def said(socket, wanted) -> ForwardMsg:
    """What is the first message of this kind that comes soon?"""
    while True:
        message = ForwardMsg.FromString(socket.recv(timeout=SOON_S))
        if wanted(message):
            return message


def named_media(message: ForwardMsg) -> bool:
    return b"/media/" in message.SerializeToString()


def sends_to_the_sign_in(messages: list[bytes]) -> bool:
    """Is the last message the one by which Streamlit's page loads its address anew?"""
    last = ForwardMsg.FromString(messages[-1])
    return last.WhichOneof("type") == "auth_redirect" and last.auth_redirect.url == ""


def is_stopped(person: Person) -> bool:
    """Is this person kept from a page and from its websocket?"""
    cookie = person.cookie()
    with pytest.raises(InvalidStatus) as refused, person.socket(cookie):
        pass
    assert refused.value.response.status_code == 403
    return person.get("/", Cookie=cookie).status_code == 401


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_of_a_page_only_the_question_to_sign_in_is_seen(somebody, page):
    answer = somebody().get(f"/{page.path}")
    assert answer.status_code == 401
    assert answer.headers["cache-control"] == "no-store"
    assert "请登录" in answer.text
    assert "<script" not in answer.text
    assert not re.search(r"\d+(?:\.\d+)?亿", answer.text)


@pytest.mark.parametrize("path", FILES)
def test_no_file_is_handed_out(somebody, provider, path):
    assert somebody().get(path, Accept="*/*").text == "Please sign in. 请先登录。"
    assert somebody().get(path).status_code == 401
    provider.says("files")
    person = somebody()
    person.sign_in("files")
    assert person.get(path, Accept="*/*").status_code in (200, 404)


@pytest.mark.parametrize("method", ["PUT", "POST", "DELETE", "OPTIONS", "HEAD", "PATCH"])
def test_no_method_gets_through(somebody, method):
    person = somebody()
    for path in ("/_stcore/upload_file/a/b", "/", "/media/a.csv", "/auth/login"):
        assert person.http.request(method, person.site + path).status_code in (401, 405)


@pytest.mark.parametrize(
    "path",
    [
        "//_stcore/health/../metrics",
        "/_stcore/health/",
        "/_stcore/health/x",
        "/_stcore/%68ealth/..",
        "/auth/login/x",
    ],
)
def test_what_resembles_an_open_address_is_not(somebody, path):
    assert somebody().get(path).status_code == 401


def test_the_proxy_may_ask_for_health(somebody):
    assert somebody().get("/_stcore/health").text == "ok"


def test_no_websocket_opens_without_a_session(somebody):
    for cookie in ("", f"{SESSION}=", f"{SESSION}=forged.signature", "_streamlit_user=anything"):
        with pytest.raises(InvalidStatus) as refused, somebody().socket(cookie):
            pass
        assert refused.value.response.status_code == 403


def test_one_letter_changed_ends_a_session(somebody, provider):
    provider.says("changing", roles=["reader"])
    person = somebody()
    person.sign_in("changing")
    value = person.http.cookies[SESSION]
    for place in range(0, len(value), 7):
        other = "A" if value[place] != "A" else "B"
        forged = value[:place] + other + value[place + 1 :]
        assert person.get("/", Cookie=f"{SESSION}={forged}").status_code == 401


def test_a_cookie_replayed_after_signing_out_opens_nothing(somebody, provider):
    provider.says("leaving")
    person = somebody()
    person.sign_in("leaving")
    cookie = person.cookie()
    assert person.get("/").status_code == 200
    answer = person.get("/auth/logout")
    assert answer.headers["location"].startswith(f"{provider.url}/session/end?client_id=dashboard&")
    assert "id_token_hint=" in answer.headers["location"]
    assert SESSION not in person.http.cookies
    thief = somebody()
    for path in ("/", *FILES):
        assert thief.get(path, Cookie=cookie).status_code == 401
    with pytest.raises(InvalidStatus), thief.socket(cookie):
        pass


def test_the_provider_sends_who_signed_out_to_a_page_that_says_so(somebody):
    answer = somebody().get("/oauth2callback")
    assert answer.headers["location"] == "/auth/out"
    assert "您已退出登录。" in somebody().get("/auth/out").text


def test_a_second_tab_is_closed_when_the_first_signs_out(somebody, provider):
    provider.says("two-tabs")
    person = somebody()
    person.sign_in("two-tabs")
    with person.socket() as tab:
        person.get("/auth/logout")
        assert sends_to_the_sign_in(messages_until_closed(tab))


def test_a_session_ends_with_its_token(somebody, provider):
    """A token may run over by 30 s, for clocks that differ; this one has five seconds left of them."""
    provider.says("short", token={"iat": int(time()) - 100, "exp": int(time()) - 24})
    person = somebody()
    assert why(person.sign_in("short")) == ""
    with person.socket() as tab:
        assert sends_to_the_sign_in(messages_until_closed(tab))
    assert is_stopped(person)
    assert "登录已到期" in person.get("/").text


def test_another_process_knows_who_signed_in_and_who_signed_out(somebody, provider, site, tmp_path):
    """As when the process that served a reader dies, and the proxy goes on with the next one."""
    provider.says("served-by-two")
    person = somebody()
    person.sign_in("served-by-two")
    with serving(tmp_path, secrets=site.log_file.parent / "secrets.toml") as second:
        other = Person(second.url)
        other.http.cookies = person.http.cookies
        assert other.get("/").status_code == 200
        with other.socket() as tab:
            person.get("/auth/logout")
            assert sends_to_the_sign_in(messages_until_closed(tab))
        other.http.close()


def test_another_site_signs_nobody_out(somebody, provider):
    provider.says("staying")
    person = somebody()
    person.sign_in("staying")
    for site in ("cross-site", "same-site"):
        assert person.get("/auth/logout", **{"Sec-Fetch-Site": site}).headers["location"] == "/"
    assert person.get("/auth/logout", Referer="https://b.example/x").headers["location"] == "/"
    assert person.get("/").status_code == 200


def test_two_tabs_sign_in_at_once(somebody, provider):
    provider.says("tabbed")
    person = somebody()
    first, second = person.begun("/talent"), person.begun("/comparison")
    for tab, place in ((second, "/comparison"), (first, "/talent")):
        assert person.http.get(person.callback("tabbed", begun=tab)).headers["location"] == place


def test_twenty_tabs_send_no_more_cookies_than_a_websocket_opens_with(somebody, provider):
    provider.says("many-tabs")
    person = somebody()
    tabs = [person.begun(f"/data?search={'x' * 400}{tab}") for tab in range(20)]
    assert sum(len(name) + len(text) for name, text in person.http.cookies.items()) < 6000
    assert why(person.http.get(person.callback("many-tabs", begun=tabs[-1]))) == ""
    with person.socket("; ".join(f"{name}={text}" for name, text in person.http.cookies.items())):
        assert why(person.http.get(person.callback("many-tabs", begun=tabs[0]))) == "attempt"


def test_a_file_is_handed_to_nobody_whom_its_address_was_not_said_to(somebody, provider):
    """One reader takes a file along; to another, who is signed in too, it is not there."""
    provider.says("told")
    person, other = somebody(), somebody()
    person.sign_in("told")
    other.sign_in("told")
    with person.socket() as tab:
        tab.send(BackMsg(rerun_script={"query_string": "lang=zh", "page_name": "data"}).SerializeToString())
        page = said(tab, lambda message: message.WhichOneof("type") == "new_session")
        button = said(tab, lambda message: message.delta.new_element.download_button.deferred_file_id)
        file = {"file_id": button.delta.new_element.download_button.deferred_file_id}
        session = page.new_session.initialize.session_id
        asked = {"request_id": "1", "session_id": session, "deferred_file": file}
        tab.send(BackMsg(backend_operation_request=asked).SerializeToString())
        named = re.search(rb"/media/[\w-]+\.\w+", said(tab, named_media).SerializeToString())
        assert person.get(named[0].decode()).headers["cache-control"] == "private, no-store"
        assert other.get(named[0].decode()).status_code == 404
        assert person.get("/media/0000.csv").status_code == 404


@pytest.mark.parametrize(
    "back",
    ["/trade-volume?lang=en&currency=USD", "/briefing?chart=a,b&lang=zh", "/data?search=%E6%9C%8D%E5%8A%A1"],
)
def test_who_signs_in_comes_back_to_the_page_and_its_filters(somebody, provider, back):
    provider.says("returning")
    person = somebody()
    button = re.search(r'class="button" href="([^"]+)"', person.get(back).text)
    assert button
    asked = parse_qs(urlsplit(button[1].replace("&amp;", "&")).query)["back"][0]
    assert person.sign_in("returning", back=asked).headers["location"] == back
    again = person.http.get(f"{person.site}/auth/login", params={"back": back})
    assert again.headers["location"] == back, "who is signed in is not sent to the provider"


@pytest.mark.parametrize(
    "back", ["//evil.example", "https://evil.example/", "/\\evil.example", "/auth/logout", "x"]
)
def test_nobody_is_led_elsewhere_by_signing_in(somebody, provider, back):
    provider.says("led")
    assert somebody().sign_in("led", back=back).headers["location"] == "/"


def test_two_hundred_groups_do_not_keep_anyone_out(somebody, provider):
    groups = [f"{number:08x}-0000-4000-8000-000000000000" for number in range(200)]
    provider.says("grouped", groups=groups, roles=[*groups, "analyst"])
    person = somebody()
    person.sign_in("grouped")
    assert len(person.cookie()) < 1000
    with person.socket():
        assert person.get("/").status_code == 200


def test_a_role_withdrawn_holds_until_the_session_ends_or_is_ended(somebody, provider, site):
    """What was said of a person is fixed in the session; an administrator ends it without waiting for its end."""
    provider.says("demoted", roles=["analyst"])
    person = somebody()
    person.sign_in("demoted")
    provider.says("demoted", roles=[])
    with person.socket() as tab:
        ended(site.log_file.parent / "state").end_subject("demoted", at=time(), until=time() + 3600)
        assert sends_to_the_sign_in(messages_until_closed(tab))
    assert is_stopped(person)
    person.sign_in("demoted")
    assert person.get("/").status_code == 200


def test_the_cookies_are_kept_from_scripts_and_other_sites(somebody, provider):
    provider.says("flags")
    answer = somebody().sign_in("flags")
    for line in answer.headers.get_list("set-cookie"):
        assert "HttpOnly" in line
        assert "SameSite=lax" in line
        assert "Domain" not in line
        assert "Secure" not in line  # this site is served without TLS, on this machine alone
    lines = "\n".join(answer.headers.get_list("set-cookie"))
    paths = dict(re.findall(r"(cq_[a-z]+)[\w-]*=[^\n]*?Path=([^;]+);", lines))
    assert paths == {"cq_session": "/", "cq_hint": "/auth/logout", "cq_attempt": "/"}


def test_what_only_readers_get_is_kept_out_of_shared_caches(somebody, provider):
    provider.says("caching")
    person = somebody()
    person.sign_in("caching")
    script = re.search(r'src="\.?(/static/[^"]+\.js)"', person.get("/").text)
    assert script
    assert "public" not in person.get(script[1]).headers["cache-control"]
    assert somebody().get(script[1]).status_code == 401
