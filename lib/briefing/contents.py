"""What a file will hold, and what it will be called: told before it is made."""

from __future__ import annotations

from lib.briefing.browser.drawn import Paper
from lib.briefing.content import Briefing
from lib.briefing.make import edition_name, file_stem, paper_name, slides_name
from lib.briefing.official.sections import sections
from lib.facts.record import DATASETS
from lib.site.pages import EDITION
from lib.words.speak import Words


def archive_stem(briefing: Briefing, form: str) -> str:
    """What is an archive of several files of a format called, without its ending? It names the format."""
    return f"{file_stem(briefing)}_{form.upper()}"


def name_of(briefing: Briefing, form: str, paper: Paper) -> str:
    """What will the file be called that somebody takes along?"""
    name = file_stem(briefing)
    match form:
        case "pdf":
            return f"{name}_{paper_name(paper, briefing)}.pdf"
        case "html":
            return edition_name(briefing)
        case "png" | "svg" if len(briefing.exhibits) == 1:
            return f"{name}_{briefing.exhibits[0].card.name}.{form}"
        case "png" | "svg" | "sdmx-csv":
            return f"{archive_stem(briefing, form)}.zip"
    return f"{name}{slides_name(briefing) if form == 'pptx' else ''}.{form}"


def contents(briefing: Briefing, form: str, paper: Paper, words: Words) -> list[str]:
    """What stands in the file, part by part, in the order of the file? `words` are those of who asks."""
    charts = [exhibit.card.title for exhibit in briefing.exhibits]
    cover = words("briefing.contents.cover", title=briefing.title)
    figures = (
        [words("briefing.contents.figures", count=words.count(len(briefing.kpis)))] if briefing.kpis else []
    )
    sources = words("briefing.contents.sources", count=words.count(len(briefing.sources)))
    match form:
        case "pptx":
            return [cover, *figures, *charts, sources]
        case "docx":
            return [cover, *_by_page(briefing, words), *figures, sources, words("briefing.contents.about")]
        case "pdf" if paper == "slides":
            return [cover, *charts]
        case "pdf":
            return [cover, *(words("briefing.contents.with_table", title=title) for title in charts), sources]
        case "xlsx":
            exhibits = [words("briefing.contents.sheet", title=title) for title in charts]
            return [*exhibits, words("briefing.contents.observations")]
        case "html":
            return [words(f"site.nav.{page}") for page in EDITION]
        case "sdmx-csv":
            named = [words(f"data.dataset.{name}") for name in DATASETS if name in briefing.record.frames]
            return [*named, words("briefing.contents.structure")]
        case "png" | "svg":
            return [f"{exhibit.card.title} · {exhibit.card.name}.{form}" for exhibit in briefing.exhibits]
    return charts


def _by_page(briefing: Briefing, words: Words) -> list[str]:
    return [
        words("briefing.contents.of_page", page=words(f"site.nav.{section.page}"), title=exhibit.card.title)
        for section in sections(briefing)
        for exhibit in section.exhibits
    ]
