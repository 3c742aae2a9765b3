"""Does every text from the record, a file or the address go through `escape` on its way into HTML? Read from code."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[2]
PLACES = ("pages", "lib/site")
ESCAPES = {"escape", "tag", "link", "led", "table", "scrolling"}
"""What turns text into HTML, and escapes it (`lib/site/markup/tags.py`)."""

MADE_OF_MARKUP = {
    "lib/site/markup/chart.py": {"mark", "finding.verdict"},  # a span or nothing; a word of an enumeration
    "lib/site/markup/coverage.py": {
        "''.join((_cell(cell, say, words, address) for cell in reversed(cells)))",
        *("caption", "first", "heads", "lines", "table", "legend(words)", "items"),
        *("text", "mark", "place"),  # escaped where they are made
    },
    "lib/site/markup/lists.py": {"first", "heads", "figures if found.figures else ''"},
    "lib/site/markup/method.py": {
        "_linked(found, f'{found.line} {found.title}'.strip())",
        *("words.lang", "f'<b>{own}</b> · ' if own else ''", "own", "named", "day", "pairs"),
    },
    "lib/site/markup/tags.py": {
        "name",
        "_cls(cls)",
        "inside",
        "title",
        "heads",
        "body",
        "''.join((_cell(cell, i, numeric, copied, '' if i else place) for i, cell in enumerate(row)))",
        "_num(i, numeric)",
        *("mark", "place"),  # a place is an escaped address
        "_num(place, numeric)",
    },
    "lib/site/blocks/answer.py": {"new.markup", "page_menu(page, here, asked)"},
    "pages/components/briefing_contents.py": {"head", "parts", "passed_over"},
    "pages/components/briefing_preview.py": {"cells"},
    "lib/site/blocks/chart_card.py": {
        "texts.source",
        "leaves(words)",
        "mark",
        "links",
        "tools",
        "texts.notes",
    },
    "lib/site/blocks/panels.py": {"title"},
    "pages/components/header.py": {
        "brand",
        "end",
        "last",
        "leave",
        "nav",
        "other",
        "search_field(words, typed)",
    },
    "lib/site/blocks/kpi_card.py": {"lang", "lines", "opens", "value"},
    "lib/site/blocks/page_menu.py": {"how"},
    "lib/site/html.py": {
        "inside",
        "said(piece)",
        *("kind", "name", "place"),  # escaped where they are made
    },
    "pages/components/own_file.py": {"hint", "key"},  # of the catalogues
    "lib/site/sections/coverage_map.py": {"shown"},
    "lib/site/sections/briefing.py": {"items"},
    "lib/site/sections/data_table.py": {"STYLE", "none"},
    "lib/site/sections/explore.py": {"_CSS", "links", "nav"},
    "lib/site/sections/finding_card.py": {"STYLE"},
    "lib/site/still/document.py": {
        *("kind", "plotly", "static", "BUNDLE"),  # ours
        "_read(_STATIC / BUNDLE)",
        "text.replace('<', _SHIELDED)",
    },
    "lib/site/still/slide.py": {"said", "markup(pieces)", "kind"},
    "pages/server/first/still.py": {"stage(pieces, kind=kind) if on_slide else markup(pieces)"},
    "lib/site/sections/lists.py": {"markup"},
    "lib/site/sections/search.py": {
        *(
            "_CSS",
            "data",
            "groups",
            "head",
            "hits",
            "links",
            "told",
            "title",
            "tries",
        ),  # escaped where they are made
    },
    "pages/components/search_field.py": {"label", "options"},
    "pages/components/shell.py": {"script"},
    "pages/components/styles.py": {
        *(
            "variables(theme)",
            "colours",
            "_CSS",
            "_ON_PAPER",
        ),
        *("first", "without", "_read('unscripted.css')"),
    },
    "pages/server/first/choices.py": {
        *("hidden", "inside", "link", "links", "mark"),
        *("cls", "key", "place"),  # escaped where they are made
    },
    "pages/server/first/document.py": {
        *("_ROOT", "view.markup", "load", "offline", "first_style()", "FIRST[lang]", "said", "starts"),
        "charts",  # JSON in which no element can begin
    },
    "pages/server/first/view.py": {
        *("columns", "inside", "kind", "markup(pieces)", "part", "shown", "unscripted"),
        "markup(told_first(here, asked))",
    },
    "lib/site/blocks/taking.py": {"heading", "label", "button", "buttons", "note", "table", "form", "kind"},
    "pages/signin/leave.py": {"place"},  # an address of ours with the code of a language
}
"""What is put into HTML as it stands: put together from what was escaped, or written by us. Look before you add."""


def interpolated(file: Path) -> Iterator[str]:
    """What does a module put into HTML without one of ESCAPES around it?"""
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.JoinedStr) and any(
            isinstance(part, ast.Constant) and "<" in str(part.value) for part in node.values
        ):
            for part in node.values:
                if isinstance(part, ast.FormattedValue) and not escapes(part.value):
                    yield ast.unparse(part.value)


def escapes(node: ast.expr) -> bool:
    """Is this a piece of HTML in which every text is escaped?"""
    if not isinstance(node, ast.Call):
        return False
    name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
    if name == "join":
        inside = node.args[0]
        return isinstance(inside, ast.Name) or (isinstance(inside, ast.GeneratorExp) and piece(inside.elt))
    return name in ESCAPES or name.endswith("_html")


def piece(node: ast.expr) -> bool:
    """Is this an escaped piece, or an f-string that is looked at by itself?"""
    return escapes(node) or isinstance(node, ast.JoinedStr)


def calls(name: str) -> Iterator[tuple[str, ast.Call]]:
    """Where in the pages is something of this name called?"""
    for file in sorted((ROOT / "pages").rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and ast.unparse(node.func) == name:
                yield str(file.relative_to(ROOT)), node


def test_nothing_goes_into_html_without_being_escaped_or_looked_at():
    found = {
        str(file.relative_to(ROOT)): left
        for place in PLACES
        for file in sorted((ROOT / place).rglob("*.py"))
        if (left := set(interpolated(file)))
    }
    assert found == MADE_OF_MARKUP


def test_html_reaches_a_page_by_one_way_alone():
    assert [file for file, _ in calls("st.html")] == ["pages/components/html.py", "pages/components/shell.py"]
    assert [file for file, _ in calls("component")] == ["pages/components/sheet.py"]
    for name in ("st.markdown", "st.write", "st.components.v1.html", "st.iframe"):
        assert not list(calls(name)), name
    source = "\n".join(file.read_text(encoding="utf-8") for file in sorted((ROOT / "pages").rglob("*.py")))
    assert "unsafe_allow_html" not in source
    assert source.count("unsafe_allow_javascript") == 1  # for `SCRIPTS`, which are known to the letter


def test_the_test_notices_a_text_that_is_not_escaped(tmp_path):
    file = tmp_path / "page.py"
    file.write_text("html.show(f'<p>{note}</p>{tag(kind, note)}')", encoding="utf-8")
    assert list(interpolated(file)) == ["note"]
