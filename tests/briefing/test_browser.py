"""What the machine's browser makes of a briefing, and what happens when there is none or it dies."""

from __future__ import annotations

import io
import os
import select
import signal
import struct
import subprocess
import threading
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PIL import Image

from lib.briefing.browser.drawn import page_pictures, pdf, pictures
from lib.briefing.browser.errors import BrowserFailed, NoBrowser
from lib.briefing.browser.find import find, places
from lib.briefing.browser.service import Service
from lib.briefing.browser.tab import Size, Tab
from lib.briefing.browser.vectors import vectors
from lib.briefing.content import Briefing, briefing
from lib.briefing.edition.slides import slides
from lib.briefing.order import Order
from lib.facts.record import Record
from lib.site.pages import EDITION
from tests.briefing.conftest import Whole

CHARTS = ("goal_path", "growth_base", "emerging_threshold", "usd_series")
SIMPLE = "<!DOCTYPE html><title>t</title><body data-ready=true style='margin:0'>{}</body>"
TEXT = "{http://www.w3.org/2000/svg}text"
DC = "{http://purl.org/dc/elements/1.1/}"


@pytest.fixture(scope="module")
def service() -> Iterator[Service]:
    running = Service()
    yield running
    running.close()


@pytest.fixture(scope="module", params=["zh", "en"])
def found(request: pytest.FixtureRequest, record: Record) -> Briefing:
    return briefing(Order(request.param, CHARTS, base="http://trade.example"), record)


@pytest.fixture(scope="module")
def png(found: Briefing, service: Service) -> dict[str, bytes]:
    return dict(pictures(found, service=service))


def shown(document: str) -> object:
    def work(tab: Tab) -> bytes:
        tab.show(document.encode(), Size(400, 100))
        return tab.picture((0, 0, 400, 100))

    return work


def texts_of(picture: bytes) -> dict[str, str]:
    """Every text chunk of a PNG, read by the letter of its specification."""
    at, texts = 8, {}
    while at < len(picture):
        (length,), kind = struct.unpack(">I", picture[at : at + 4]), picture[at + 4 : at + 8]
        if kind == b"iTXt":
            name, _, rest = picture[at + 8 : at + 8 + length].partition(b"\0")
            texts[name.decode()] = rest[2:].split(b"\0", 2)[2].decode()
        at += 12 + length
    return texts


def read(document: bytes, *options: str) -> str:
    return subprocess.run(
        ["pdftotext", *options, "-", "-"], input=document, capture_output=True, check=True
    ).stdout.decode()


def about(document: bytes) -> str:
    return subprocess.run(["pdfinfo", "-"], input=document, capture_output=True, check=True).stdout.decode()


# --- which browser


def test_a_browser_that_is_named_is_taken(tmp_path: Path) -> None:
    program = tmp_path / "mine"
    program.touch(mode=0o755)

    assert find({"CQ_BROWSER": str(program), "PATH": ""}) == str(program)


def test_a_browser_that_is_named_but_missing_is_said(tmp_path: Path) -> None:
    with pytest.raises(NoBrowser) as raised:
        find({"CQ_BROWSER": str(tmp_path / "none"), "PATH": ""})

    assert "CQ_BROWSER" in raised.value.said("zh")
    assert str(tmp_path / "none") in raised.value.said("en")


def test_without_any_browser_the_error_says_what_to_install_and_what_still_works() -> None:
    with pytest.raises(NoBrowser) as raised:
        find({"PATH": ""}, platform="win32")

    for word in ("Chrome", "Edge", "Chromium", "CQ_BROWSER", "PPTX", "XLSX"):
        assert word in raised.value.said("zh")
        assert word in raised.value.said("en")


def test_a_browser_is_found_on_the_path_and_in_its_usual_place(tmp_path: Path) -> None:
    (tmp_path / "chromium").touch(mode=0o755)
    assert find({"PATH": str(tmp_path)}) == str(tmp_path / "chromium")

    installed = tmp_path / "Microsoft/Edge/Application/msedge.exe"
    installed.parent.mkdir(parents=True)
    installed.touch(mode=0o755)
    assert find({"PATH": "", "PROGRAMFILES": str(tmp_path)}, platform="win32") == str(installed)
    assert any("Google Chrome" in str(place) for place in places({}, platform="darwin"))


def test_no_browser_reaches_whoever_asks_for_a_picture(found: Briefing) -> None:
    def none() -> str:
        raise NoBrowser("briefing.browser.none")

    with pytest.raises(NoBrowser):
        pictures(found, service=Service(none))


# --- a browser that dies or hangs


def test_a_browser_killed_between_two_pictures_is_started_again(service: Service) -> None:
    first = service.draw(shown(SIMPLE.format("one")))  # type: ignore[arg-type]
    pid = service.pid
    assert pid
    os.kill(pid, signal.SIGKILL)

    assert service.draw(shown(SIMPLE.format("one"))) == first  # type: ignore[arg-type]
    assert service.pid not in (None, pid)


def test_a_browser_killed_while_it_draws_is_started_again(service: Service) -> None:
    killed: list[int] = []

    def work(tab: Tab) -> str:
        tab.show(SIMPLE.format("two").encode(), Size(400, 100))
        if not killed:
            assert service.pid
            killed.append(service.pid)
            threading.Timer(0.05, os.kill, (service.pid, signal.SIGKILL)).start()
            tab.evaluate("new Promise(() => {})")
        return str(tab.evaluate("document.body.textContent"))

    assert service.draw(work) == "two"
    assert service.pid not in (None, *killed)


def test_a_browser_that_stops_answering_is_given_up_in_time(service: Service) -> None:
    service.draw(shown(SIMPLE.format("three")))  # type: ignore[arg-type]
    assert service.pid
    os.kill(service.pid, signal.SIGSTOP)

    assert service.draw(shown(SIMPLE.format("three")), seconds=3)  # type: ignore[arg-type]


def test_a_document_that_is_never_ready_fails_with_a_sentence() -> None:
    service, document = Service(), "<!DOCTYPE html><title>t</title><p>never"
    with pytest.raises(BrowserFailed) as raised:
        service.draw(shown(document), seconds=2)  # type: ignore[arg-type]

    assert "2 s" in raised.value.said("en")
    assert service.pid is None


def test_nothing_is_left_behind(tmp_path: Path) -> None:
    service = Service()
    service.draw(shown(SIMPLE.format("four")))  # type: ignore[arg-type]
    assert service.pid
    group = service.pid
    ends = [os.pidfd_open(process) for process in alive(group)]
    assert ends
    service.close()

    for end in ends:  # the system ends a process a moment after it was told to
        assert select.select([end], [], [], 10)[0]
        os.close(end)
    assert alive(group) == []


def alive(group: int) -> list[int]:
    """Which processes of a group still run? One that only waits to be collected does not."""
    found = []
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            state, _, of = stat.read_text().rpartition(")")[2].split()[:3]
        except (FileNotFoundError, ProcessLookupError):
            continue
        if int(of) == group and state != "Z":
            found.append(int(stat.parent.name))
    return found


def test_a_document_reaches_nothing_but_itself(service: Service) -> None:
    def work(tab: Tab) -> object:
        tab.show(SIMPLE.format("five").encode(), Size(400, 100))
        return tab.evaluate("fetch('http://127.0.0.1:9/x').then(() => 'reached', () => 'refused')")

    assert service.draw(work) == "refused"


# --- what it makes


def test_each_chart_is_a_picture_of_a_slide(png: dict[str, bytes], found: Briefing) -> None:
    assert list(png) == list(CHARTS)
    for name, picture in png.items():
        image = Image.open(io.BytesIO(picture))
        assert image.size == (1920, 1080), name
        # Chongqing's blue on a light ground, and more than a few dots of it: #14568F
        colours = {rgb: count for count, rgb in image.convert("RGB").getcolors(1 << 24)}
        assert colours.get((0x14, 0x56, 0x8F), 0) > 500, name


def test_a_picture_at_its_own_size_is_half_as_wide(found: Briefing, service: Service) -> None:
    small = pictures(found, scale=1, service=service)

    assert {Image.open(io.BytesIO(picture)).size for picture in small.values()} == {(960, 540)}


def test_a_picture_says_what_it_is_and_where_it_comes_from(png: dict[str, bytes], found: Briefing) -> None:
    for sheet in found.exhibits:
        texts = texts_of(png[sheet.card.name])
        assert texts["Title"] == sheet.card.title
        assert texts["Source"].startswith("http://trade.example/")
        assert "2026.11" in texts["Comment"]


def test_chinese_is_drawn_and_not_boxes(service: Service) -> None:
    def drawn(text: str) -> bytes:
        styled = f"<p style=\"font:40px 'Source Han Sans SC','Noto Sans CJK SC',sans-serif\">{text}</p>"
        return bytes(service.draw(shown(SIMPLE.format(styled))))  # type: ignore[arg-type, call-overload]

    # every character that a font lacks is drawn as the same box
    assert len({drawn(text) for text in ("重", "庆", "贸", "易")}) == 4
    assert drawn("\ufdd0" * 2) != drawn("重庆")


@pytest.mark.parametrize(
    ("paper", "size"), [("a4", "595 x 842"), ("a4-landscape", "842 x 595"), ("slides", "960 x 540")]
)
def test_paper_has_its_size_and_says_the_headline_figures(
    paper: str, size: str, found: Briefing, service: Service
) -> None:
    document = pdf(found, paper=paper, service=service)  # type: ignore[arg-type]
    text, told = read(document), about(document)

    wide, high = (float(side) for side in size.split(" x "))
    line = next(line for line in told.splitlines() if line.startswith("Page size"))
    width, height = (float(part) for part in line.split() if part[:1].isdigit())
    assert (width, height) == pytest.approx((wide, high), abs=1)
    said = {
        "zh": ("675.3", "12.1", "同比增长78.7%", "超50", "近1800", "1000亿元"),
        "en": ("67.53", "1.21", "up 78.7% year on year", "over 50", "nearly 1,800", "CNY 100bn"),
    }[found.words.lang]
    for figure in said:
        assert "".join(figure.split()) in "".join(text.split())
    for sheet in found.exhibits:
        assert "".join(sheet.card.title.split()) in "".join(text.split())
    assert found.title in told
    assert "2026.11" in told
    assert "2026-11-23" in about_dates(document)


def about_dates(document: bytes) -> str:
    told = subprocess.run(["pdfinfo", "-isodates", "-"], input=document, capture_output=True, check=True)
    return told.stdout.decode()


def test_the_table_stands_on_paper_under_its_chart(found: Briefing, service: Service) -> None:
    text = "".join(read(pdf(found, paper="a4", service=service)).split())

    for sheet in found.exhibits:
        start = text.index("".join(sheet.card.subtitle.split()))
        for row in sheet.card.rows:
            assert "".join(found.words.fact(row.fact).split()) in text[start:], row.label


def test_hatching_is_printed_as_lines_and_not_as_a_picture(found: Briefing, service: Service) -> None:
    def work(tab: Tab) -> object:
        tab.show(slides(found), Size(1280, 720))
        return tab.evaluate(
            "const paths = [...document.querySelectorAll('.plot .main-svg path')];"
            "[paths.filter(path => getComputedStyle(path).fill.startsWith('url')).length,"
            " paths.filter(path => path.getAttribute('clip-path') && path.getAttribute('d').length > 40).length]"
        )

    patterns, hatched = service.draw(work)  # type: ignore[misc]
    assert patterns == 0
    assert hatched >= 4  # the two bases of growth_base, its key, and what is possible of emerging_threshold
    assert b"/Subtype /Image" not in pdf(found, paper="slides", service=service)


@pytest.mark.parametrize("paper", ["a4", "a4-landscape"])
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_no_chart_is_parted_from_its_table(lang: str, paper: str, whole: Whole, service: Service) -> None:
    found = whole(lang)
    document = pdf(found, paper=paper, service=service)  # type: ignore[arg-type]
    pages = ["".join(page.split()) for page in read(document, "-raw").split("\f")][
        1:
    ]  # the first lists the titles

    for sheet in found.exhibits:
        page = next(page for page in pages if "".join(sheet.card.title.split()) in page)
        figures = ["".join(found.words.fact(row.fact).split()) for row in sheet.card.rows]
        assert [figure for figure in figures if figure not in page] == [], sheet.card.name
        assert "".join(sheet.card.subtitle.split()) in page


def test_a_vector_drawing_keeps_its_words_as_text(found: Briefing, service: Service) -> None:
    drawings = vectors(found, service=service)

    assert list(drawings) == list(CHARTS)
    for sheet in found.exhibits:
        root = ElementTree.fromstring(drawings[sheet.card.name])
        said = "".join("".join(text.itertext()) for text in root.iter(TEXT))
        assert "".join(sheet.card.title.split()) in "".join(said.split())
        assert found.version in said
        assert root.find(f".//{DC}identifier").text == sheet.link  # type: ignore[union-attr]
        assert "2026.11" in str(root.find(f".//{DC}description").text)  # type: ignore[union-attr]


def test_the_same_briefing_gives_the_same_bytes(
    found: Briefing, png: dict[str, bytes], service: Service
) -> None:
    """Whatever was shown before: another document, or the same one for another kind of picture."""
    paper, drawings = pdf(found, paper="slides", service=service), vectors(found, service=service)
    assert dict(pictures(found, service=service)) == png
    assert vectors(found, service=service) == drawings
    assert pdf(found, paper="slides", service=service) == paper
    assert dict(pictures(found, service=service)) == png
    assert vectors(found, service=service) == drawings


def test_every_page_of_the_site_is_a_picture(record: Record, service: Service) -> None:
    drawn = page_pictures(record, lang="en", base="http://trade.example", service=service)

    assert list(drawn) == list(EDITION)
    for name, picture in drawn.items():
        width, height = Image.open(io.BytesIO(picture)).size
        assert (width, height > 900) == (1280, True), name
        assert texts_of(picture)["Source"].startswith("http://trade.example/")
