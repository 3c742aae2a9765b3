"""A page whose connection is lost is read on: its links lead on, and what is chosen once it is back counts."""

from __future__ import annotations

from playwright.sync_api import Locator, Route, WebSocketRoute

from lib.words.speak import Words
from tests.browser.conftest import Visitor

SOCKET = "**/_stcore/stream"
CONNECTED = "document.querySelector('[data-testid=stApp]').dataset.testConnectionState"


def test_a_connection_that_is_lost_is_told_in_the_readers_language(visitor: Visitor) -> None:
    visit, sockets = visitor(), list[WebSocketRoute]()

    def through(socket: WebSocketRoute) -> None:
        if sockets:
            socket.close(code=1013)
            return
        sockets.append(socket)
        socket.connect_to_server()

    visit.page.route_web_socket(SOCKET, through)
    visit.open("enterprises", lang="zh")
    sockets[0].close(code=1013)
    visit.page.locator("#offline").wait_for(state="visible")
    assert visit.page.locator("#offline").inner_text() == Words("zh")("site.lost")
    assert visit.page.locator("[data-testid=stDialog]:visible").count() == 0
    end = visit.page.locator(".foot-page").last
    end.scroll_into_view_if_needed()
    assert below(end) <= above(visit.page.locator("#offline"))


def below(element: Locator) -> float:
    box = element.bounding_box()
    assert box
    return box["y"] + box["height"]


def above(element: Locator) -> float:
    box = element.bounding_box()
    assert box
    return box["y"]


def test_a_link_without_a_connection_leads_on_once_the_server_answers(visitor: Visitor) -> None:
    visit, sockets = visitor(), list[WebSocketRoute]()

    def through(socket: WebSocketRoute) -> None:
        sockets.append(socket)
        if len(sockets) == 1:
            socket.connect_to_server()
        else:
            socket.close(code=1013)

    visit.page.route_web_socket(SOCKET, through)
    visit.open("outsourcing", lang="zh")
    before, answers = visit.page.url, list[bool]()

    def asked(route: Route) -> None:
        if answers:
            route.continue_()
        else:
            route.abort()

    visit.page.route("**/enterprises?lang=zh", asked)
    sockets[0].close(code=1013)
    visit.page.locator("#offline").wait_for(state="visible")
    with visit.page.expect_event("requestfailed"):
        visit.page.locator('#root a.goes[href^="./enterprises?"]').first.click()
    assert visit.page.url == before  # as long as nothing answers, the address is that of what is read
    answers.append(True)
    visit.page.wait_for_url("**/enterprises?lang=zh", wait_until="commit")
    assert "1800" in visit.page.locator("#first h1").inner_text()  # enterprises: nearly 1,800


def test_a_page_that_is_connected_again_is_asked_for_anew(visitor: Visitor) -> None:
    """A server that was started anew would not know the first choice that is made there."""
    visit, sockets, said = visitor(), list[WebSocketRoute](), list[str | bytes]()

    def through(socket: WebSocketRoute) -> None:
        sockets.append(socket)
        there = socket.connect_to_server()

        def say(message: str | bytes) -> None:
            if len(sockets) > 1:
                said.append(message)
            there.send(message)

        socket.on_message(say)

    visit.page.route_web_socket(SOCKET, through)
    visit.open("outsourcing", lang="zh")
    sockets[0].close(code=1013)
    visit.page.wait_for_function(f"() => {CONNECTED} !== 'CONNECTED'")
    visit.page.wait_for_function(f"() => {CONNECTED} === 'CONNECTED'")
    visit.settle()
    assert said
