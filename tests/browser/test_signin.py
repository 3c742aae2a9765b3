"""Signing in with a real browser at a real provider: what people see, where they come back to, what a role gives."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Visitor
from tests.browser.server import Server
from tests.browser.test_axe import faults
from tests.browser.test_local import MARK, write
from tests.browser.visit import BROWSER_LANGUAGE, LAPTOP, PHONE, Size, Visit
from tests.signin.provider import Provider
from tests.signin.running import signing_in

ASKED = {"zh": "请登录", "en": "Please sign in"}
REFUSED = {"zh": "登录已取消", "en": "The sign-in was cancelled"}
LEAVE = {"zh": "退出登录", "en": "Sign out"}
ROLE = {"zh": "（分析人员）", "en": " (analyst)"}
BUTTON, OWN_FILE, OUT = "a.button", ".st-key-table_own_file", ".sign-out"


@pytest.fixture(scope="module")
def provider_and_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Provider, Server]]:
    """A site with rows of an analyst's own laid over the record."""
    own = tmp_path_factory.mktemp("own")
    write(own, 1.35)
    with signing_in(tmp_path_factory.mktemp("signin"), local=own) as running:
        yield running


@pytest.fixture
def provider(provider_and_site: tuple[Provider, Server]) -> Provider:
    return provider_and_site[0]


@pytest.fixture
def come(visitor: Visitor, provider_and_site: tuple[Provider, Server]) -> Visitor:
    """Makes visits of people who have not signed in."""

    def visit(lang: str = "zh", **how: object) -> Visit:
        return visitor(server=provider_and_site[1], locale=BROWSER_LANGUAGE[lang], **how)

    return visit


def sign_in(visit: Visit, account: str) -> None:
    """Presses the button, and says at the provider who one is; an empty name gives up."""
    visit.page.locator(BUTTON).click()
    visit.page.locator("input[name=account]").fill(account)
    visit.page.locator("button").click()
    visit.page.wait_for_url(f"{visit.server.url}/**")


def asked_at(visit: Visit, address: str) -> None:
    """Goes to an address, where the question to sign in has to stand instead of the page."""
    answer = visit.page.goto(visit.server.url + address)
    assert answer
    assert answer.status == 401
    assert {url for _, url in visit.heard.requests if not url.startswith("data:")} == {answer.url}


@pytest.mark.parametrize(("lang", "size"), [("zh", LAPTOP), ("en", PHONE)])
def test_who_signs_in_comes_back_to_the_page_with_its_filters(
    come: Visitor, provider: Provider, lang: str, size: Size
) -> None:
    provider.says("Li Lei", roles=["analyst"])
    visit = come(lang, size=size)
    asked_at(visit, f"/outsourcing?lang={lang}&currency=USD")
    expect(visit.page.locator("h1")).to_have_text(ASKED[lang])
    assert faults(visit.page) == []
    assert visit.page.evaluate("document.documentElement.scrollWidth") == size[0]
    sign_in(visit, "Li Lei")
    visit.settle()
    assert (visit.path, visit.query) == ("outsourcing", {"lang": lang, "currency": "USD"})
    leave = visit.page.locator(OUT)
    expect(leave).to_have_text(LEAVE[lang])
    assert leave.get_attribute("title") == f"Li Lei{ROLE[lang]}"
    assert MARK[lang] in visit.text(), "an analyst sees local data"


@pytest.mark.parametrize(("roles", "is_analyst"), [(["analyst"], True), ("not-analyst", False)])
def test_what_was_not_published_is_for_analysts(
    come: Visitor, provider: Provider, roles: object, is_analyst: bool
) -> None:
    provider.says("Han Meimei", roles=roles)
    visit = come("en")
    asked_at(visit, "/data?lang=en")
    sign_in(visit, "Han Meimei")
    visit.settle()
    assert visit.page.locator(OWN_FILE).count() == is_analyst
    assert (MARK["en"] in visit.text()) == is_analyst
    assert ("+local" in visit.text()) == is_analyst


@pytest.mark.parametrize("lang", ASKED)
def test_who_is_refused_is_told_and_may_press_the_button_again(come: Visitor, lang: str) -> None:
    visit = come(lang)
    asked_at(visit, f"/talent?lang={lang}")
    sign_in(visit, "")
    expect(visit.page.locator("[role=alert]")).to_contain_text(REFUSED[lang])
    expect(visit.page.locator(BUTTON)).to_be_visible()
    assert faults(visit.page) == []


def test_signing_out_in_one_tab_ends_the_other(come: Visitor, provider: Provider) -> None:
    """The other tab goes to the sign-in by itself, at its own address; nothing that it had can be had again."""
    provider.says("Zhou", roles=["reader"])
    visit = come("zh")
    asked_at(visit, "/outsourcing?lang=zh")
    sign_in(visit, "Zhou")
    visit.settle()
    files = [url for _, url in visit.heard.requests if "/media/" in url or "/app/static/" in url]
    assert files
    other = visit.context.new_page()
    other.goto(f"{visit.server.url}/talent?lang=en")
    other.locator(f"body:not(:has(#first)) {OUT}").click()  # its first view has the link too
    other.wait_for_url("**/session/end**")
    expect(visit.page.locator("h1")).to_have_text(ASKED["zh"])
    assert (visit.path, visit.query) == ("outsourcing", {"lang": "zh"})
    other.get_by_role("button", name="Yes, sign me out").click()
    expect(other.locator("[role=alert]")).to_have_text("You have signed out.")
    for url in files:
        assert visit.context.request.get(url).status == 401


def test_two_hundred_groups_do_not_leave_the_page_blank(come: Visitor, provider: Provider) -> None:
    groups = [f"{number:08x}-0000-4000-8000-000000000000" for number in range(200)]
    provider.says("Wu", groups=groups, roles=groups)
    visit = come("zh")
    asked_at(visit, "/talent?lang=zh")
    sign_in(visit, "Wu")
    visit.settle()
    assert visit.heading()
