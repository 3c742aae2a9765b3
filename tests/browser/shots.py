"""Pictures of every page, for looking: `python -m tests.browser.shots --to DIR`.

In both languages and three windows; the pictures show the whole page, down to its end. `--theme dark` for the
dark theme, `--page NAME` for one page, `--fold` for what is seen without scrolling.
"""

from __future__ import annotations

import argparse
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import Browser, sync_playwright

from lib.site.pages import PAGES
from lib.words.messages import LANGUAGES
from tests.browser import chromium
from tests.browser.server import Server, serving
from tests.browser.visit import BROWSER_LANGUAGE, SIZES, Visit


def main() -> None:
    """Takes the pictures that the command line asks for."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("--to", type=Path, required=True, metavar="DIR")
    ask.add_argument("--theme", choices=("light", "dark", "both"), default="light")
    ask.add_argument("--page", choices=[page.name for page in PAGES], action="append")
    ask.add_argument("--lang", choices=LANGUAGES, action="append")
    ask.add_argument("--fold", action="store_true", help="only what is seen without scrolling")
    asked = ask.parse_args()
    asked.to.mkdir(parents=True, exist_ok=True)
    themes = ("light", "dark") if asked.theme == "both" else (asked.theme,)
    with TemporaryDirectory() as folder, serving(Path(folder)) as server, sync_playwright() as playwright:
        browser = chromium.launch(playwright)
        for page in PAGES:
            for lang in LANGUAGES:
                if page.name in (asked.page or [page.name]) and lang in (asked.lang or [lang]):
                    take(browser, server, page.name, page.path, lang, themes, asked.to, fold=asked.fold)
        browser.close()


def take(
    browser: Browser,
    server: Server,
    name: str,
    path: str,
    lang: str,
    themes: tuple[str, ...],
    folder: Path,
    *,
    fold: bool = False,
) -> None:
    """Saves a page in every window and theme as NAME-LANG-WIDTH-THEME.png."""
    visit = Visit(browser, server, locale=BROWSER_LANGUAGE[lang])
    visit.open(path, lang=lang)
    for theme in themes:
        for size in SIZES:
            visit.load(size=size, scheme=theme)
            if not fold:
                height = visit.page.evaluate(
                    "() => document.querySelector('[data-testid=stMain]').scrollHeight"
                )
                visit.page.set_viewport_size({"width": size[0], "height": max(height, size[1])})
                visit.settle()
            target = folder / f"{name}-{lang}-{size[0]}-{theme}.png"
            visit.page.screenshot(path=target)
            print(target)
    visit.close()


if __name__ == "__main__":
    main()
