"""Pages and charts as SVG: do they say what the page says, and does another program draw them as the browser does?"""

from __future__ import annotations

import io
import re
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PIL import Image, ImageChops, ImageFilter

from lib.briefing.__main__ import main
from lib.briefing.browser.drawn import HEIGHT, WIDE, each_page, pictures
from lib.briefing.browser.errors import NoBrowser
from lib.briefing.browser.service import Service
from lib.briefing.browser.tab import Tab
from lib.briefing.browser.vectors import page_vector, page_vectors, vectors
from lib.briefing.content import briefing
from lib.briefing.edition.whole import still
from lib.briefing.order import Order
from lib.facts.record import Record
from lib.site.pages import EDITION
from tests.office import converted

SVG, DC = "{http://www.w3.org/2000/svg}", "{http://purl.org/dc/elements/1.1/}"
BASE = "http://trade.example"
DRAWN = {"svg", "title", "desc", "metadata", "defs", "clipPath", "g", "rect", "path", "text"}
TOLD = {"title", "source", "identifier", "description", "date", "language"}
# What is in sight: of a list that scrolls what its box shows, of a list to choose from nothing, and not the link
# beside the page that is for whoever has no mouse.
IN_SIGHT = """(() => {
  const cut = [...document.querySelectorAll('.grid-scroll')].flatMap(box => {
    const { right, bottom } = box.getBoundingClientRect();
    return [...box.querySelectorAll('td, th')].filter(cell => {
      const edge = cell.getBoundingClientRect();
      return edge.bottom > bottom + 1 || edge.right > right + 1;
    });
  });
  const typed = [...document.querySelectorAll('[placeholder]')].map(field => field.placeholder);
  const drawn = [...document.querySelectorAll('.main-svg text')].map(text => text.textContent);
  const all = document.body.innerText + typed.join('') + drawn.join('');
  [...cut, ...document.querySelectorAll('select, .skip')].forEach(gone => gone.remove());
  return { all, lines: [...document.body.innerText.split('\\n'), ...drawn] };
})()"""


@dataclass(frozen=True)
class Site:
    """Every page of one language as SVG with the words that the browser shows on it, and some of them as PNG.

    As PNG the overview in both languages, of the others every second in one and the rest in the other.
    """

    lang: str
    drawings: dict[str, bytes]
    told: dict[str, dict[str, list[str]]]
    pictures: dict[str, bytes]


@pytest.fixture(scope="module")
def service() -> Iterator[Service]:
    running = Service()
    yield running
    running.close()


@pytest.fixture(scope="module")
def zh_site(record: Record, service: Service) -> Site:
    return drawn("zh", record, service)


@pytest.fixture(scope="module")
def en_site(record: Record, service: Service) -> Site:
    return drawn("en", record, service)


@pytest.fixture(params=["zh", "en"])
def site(request: pytest.FixtureRequest) -> Site:
    found: Site = request.getfixturevalue(f"{request.param}_site")
    return found


def drawn(lang: str, record: Record, service: Service) -> Site:
    document, made = still(record, lang), Site(lang, {}, {}, {})
    first, *others = EDITION
    pictured = {first, *others[("zh", "en").index(lang) :: 2]}

    def work(tab: Tab) -> Site:
        for name in each_page(tab, document, EDITION, lang=lang, scale=2):
            if name in pictured:
                made.pictures[name] = tab.picture((0, 0, WIDE, float(tab.evaluate(HEIGHT))))
            made.drawings[name] = page_vector(tab, name, record, lang=lang, base=BASE)
            made.told[name] = tab.evaluate(IN_SIGHT)
        return made

    return service.draw(work, seconds=180)


def texts_of(drawing: bytes) -> list[str]:
    return [text.text or "" for text in ElementTree.fromstring(drawing).iter(f"{SVG}text")]


def squeezed(text: str) -> str:
    return re.sub(r"\s", "", text)


def by_another_program(drawing: bytes) -> Image.Image:
    made = subprocess.run(["rsvg-convert"], input=drawing, capture_output=True, check=True, timeout=60)
    return Image.open(io.BytesIO(made.stdout)).convert("L")


def differing(drawing: bytes, picture: bytes) -> int:
    """How many pixels differ, each as the mean of the 49 around it, by more than an eighth of black to white?

    Two programs smooth the edges of letters differently, which the mean levels out: it leaves none. The
    smallest figure on a page, a digit along an axis, makes more than fifty.
    """
    drawn, meant = by_another_program(drawing), Image.open(io.BytesIO(picture)).convert("L")
    meant = meant.resize(drawn.size, Image.Resampling.LANCZOS)
    one, other = (image.filter(ImageFilter.BoxBlur(3)) for image in (drawn, meant))
    return sum(ImageChops.difference(one, other).histogram()[33:])


def without(drawing: bytes, part: ElementTree.Element) -> bytes:
    """The same drawing with the first that is like this part missing."""
    root, wanted = ElementTree.fromstring(drawing), ElementTree.tostring(part)
    parent, found = next(
        (parent, child) for parent in root.iter() for child in parent if ElementTree.tostring(child) == wanted
    )
    parent.remove(found)
    return ElementTree.tostring(root)


# --- what they hold


def test_every_page_is_a_drawing_of_shapes_and_words_alone(site: Site) -> None:
    assert list(site.drawings) == list(EDITION)
    for name, drawing in site.drawings.items():
        root = ElementTree.fromstring(drawing)
        names = {element.tag.removeprefix(SVG) for element in root.iter() if not element.tag.startswith(DC)}
        assert names <= DRAWN, name
        named = [element.get("id") for element in root.iter() if element.get("id")]
        assert len(set(named)) == len(named), name
        known = {f"url(#{element.get('id')})" for element in root.iter(f"{SVG}clipPath")}
        for element in root.iter():
            assert "href" not in " ".join(element.keys())
            assert {value for value in element.attrib.values() if "url(" in value} <= known, name
        assert re.findall(rb"https?://(?!www\.w3\.org/|purl\.org/|trade\.example/)[^<]*\"", drawing) == []


def test_a_page_says_every_word_that_the_browser_shows_and_no_other(site: Site) -> None:
    for name, drawing in site.drawings.items():
        texts, told = texts_of(drawing), site.told[name]
        said, shown = squeezed("".join(texts)), squeezed("".join(told["all"]))
        lines = [line for line in told["lines"] if line.strip()]
        assert len(lines) > 30, name
        assert [line for line in lines if squeezed(line) not in said] == [], name
        invented = [text for text in texts if squeezed(text).rstrip("…") not in shown]
        assert [text for text in invented if not re.fullmatch(r"\d\.", text)] == [], name  # numbers of a list


def test_the_headline_figures_keep_their_qualifiers(site: Site) -> None:
    said = squeezed("".join(texts_of(site.drawings["overview"])))
    wanted = {
        "zh": ("675.3亿元", "同比增长78.7%", "12.1亿美元", "近1800家", "超50%", "约6.8"),
        "en": ("67.53CNYbn", "up78.7%yearonyear", "1.21USDbn", "nearly1,800", "over50%", "≈0.68"),
    }
    for figure in wanted[site.lang]:
        assert figure in said


def test_a_drawing_names_the_font_that_it_was_laid_out_with_and_others_for_where_it_is_missing(
    site: Site,
) -> None:
    for drawing in site.drawings.values():
        first, *others = str(ElementTree.fromstring(drawing).get("font-family")).replace("'", "").split(", ")
        found = subprocess.run(["fc-list", first, "family"], capture_output=True, text=True, check=True)
        assert found.stdout.strip(), first
        assert {"Microsoft YaHei", "PingFang SC", "sans-serif"} <= set(others)


def test_a_drawing_carries_what_it_is_of_which_version_and_its_address(site: Site, record: Record) -> None:
    for name, drawing in site.drawings.items():
        root = ElementTree.fromstring(drawing)
        about = {
            element.tag.removeprefix(DC): str(element.text) for element in root.iter() if DC in element.tag
        }
        assert about.keys() <= TOLD
        assert root.findtext(f"{SVG}title") == about["title"]
        assert about["identifier"].startswith(f"{BASE}/"), name
        assert f"lang={site.lang}" in about["identifier"]
        assert record.version in about["description"]
        assert about["date"] == "2026-11-23"


def test_the_same_record_gives_the_same_bytes(zh_site: Site, record: Record, service: Service) -> None:
    again = page_vectors(record, lang="zh", base=BASE, pages=("comparison",), service=service)

    assert again == {"comparison": zh_site.drawings["comparison"]}


# --- what another program makes of them


def test_another_program_draws_a_page_as_the_browser_does(site: Site) -> None:
    assert len(site.pictures) == 5
    for name, picture in site.pictures.items():
        assert differing(site.drawings[name], picture) <= 20, name


@pytest.mark.parametrize(("lang", "charts"), [("zh", ("growth_base", "ranks")), ("en", ("cities_offshore",))])
def test_another_program_draws_a_chart_as_the_browser_does(
    lang: str, charts: tuple[str, ...], record: Record, service: Service
) -> None:
    found = briefing(Order(lang, charts, base=BASE), record)
    meant, drawings = pictures(found, service=service), vectors(found, service=service)

    for name in charts:
        assert by_another_program(drawings[name]).size == (1280, 720)
        assert differing(drawings[name], meant[name]) <= 20, name


def test_a_missing_chart_bar_line_or_digit_is_noticed(en_site: Site) -> None:
    drawing, meant = en_site.drawings["overview"], en_site.pictures["overview"]
    root = ElementTree.fromstring(drawing)
    (chart,) = (group for group in root.iter(f"{SVG}g") if group.get("id") == "growth_base")
    bar = next(path for path in chart.iter(f"{SVG}path") if path.get("fill") == "#14568f")
    digit = next(text for text in chart.iter(f"{SVG}text") if len(text.text or "") == 1)
    line = next(text for text in root.iter(f"{SVG}text") if "2026.11" in str(text.text))

    for part in (chart, bar, line, digit):
        assert differing(without(drawing, part), meant) > 40, part.attrib


def test_an_office_opens_a_page_and_finds_its_figures(zh_site: Site, tmp_path: Path) -> None:
    (tmp_path / "page.svg").write_bytes(zh_site.drawings["overview"])
    converted("pdf", tmp_path / "page.svg", into=tmp_path)
    command = ["pdftotext", "-raw", str(tmp_path / "page.pdf"), "-"]
    said = squeezed(subprocess.run(command, check=True, capture_output=True, text=True, timeout=60).stdout)

    texts = texts_of(zh_site.drawings["overview"])
    assert len(texts) > 100
    assert [text for text in texts if squeezed(text) not in said] == []


# --- who asks for them


def test_svg_gives_the_same_set_of_pictures_as_png(tmp_path: Path) -> None:
    call = ["--lang", "zh", "--format", "svg", "--format", "png", "--page", "talent", "--to", str(tmp_path)]
    assert main(call) == 0

    drawn, pictured = ({path.stem for path in tmp_path.glob(f"*.{form}")} for form in ("svg", "png"))
    assert drawn == pictured
    assert "重庆服务贸易简报_人才基地_2021年1—8月" in drawn
    assert len(drawn) == 4  # the page and its three charts


def test_without_a_browser_the_error_reaches_whoever_asks(record: Record) -> None:
    def none() -> str:
        raise NoBrowser("briefing.browser.none")

    with pytest.raises(NoBrowser):
        page_vectors(record, lang="zh", base="", service=Service(none))
