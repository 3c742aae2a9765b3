"""The few panels that hold no chart: five facts, sectors without a split, the talent bases."""

from __future__ import annotations

from functools import partial

from lib.briefing.edition.cards import chart
from lib.briefing.edition.scene import Block, Scene, box, safe
from lib.facts.emerging import has_mix
from lib.site.markup.method import sources_html
from lib.site.markup.statements import statements_html
from lib.site.markup.tags import table, tag
from lib.words.answers.emerging_sectors import sector_head, sector_rows
from lib.words.answers.five_facts import FIVE_FACTS, Sentence
from lib.words.answers.talent import bases_head, bases_rows, bases_sources


def five_facts(scene: Scene) -> str:
    """The facts of the source report, each a sentence; one that cannot be told is said to be missing."""
    words = scene.words
    told = [safe(partial(_told, say, scene), scene) for say in FIVE_FACTS]
    facts = "".join(text for text in told if text.startswith("<li"))
    missing = "".join(text for text in told if not text.startswith("<li"))
    title = tag("h2", words("overview.facts_title"), "card-title")
    return box(f'{title}{missing}<ol class="facts">{facts}</ol>', key="panel")


def _told(say: Sentence, scene: Scene) -> str:
    return tag("li", say(scene.record, scene.words))


def sectors(scene: Scene) -> str:
    """The mix where a source prints it, else the sectors and that no split is published."""
    words, record = scene.words, scene.record

    def inside() -> str:
        if has_mix(record):
            return chart("emerging_mix")(scene)
        return box(
            tag("h2", words("emerging_sectors.no_split"), "card-title")
            + table(sector_head(words), sector_rows(record, words), numeric=(1,))
            + tag("p", words("emerging_sectors.sector_list_note"), "card-note"),
            key="table_emerging_list",
        )

    return safe(inside, scene)


def bases(scene: Scene) -> str:
    """The bases by name; where the list is missing, that."""
    words, record = scene.words, scene.record

    def inside() -> str:
        return (
            tag("h2", words("talent.bases.title"), "card-title")
            + table(bases_head(words), bases_rows(record, words))
            + tag("p", words("talent.bases.note"), "card-note")
            + sources_html(bases_sources(record, words))
        )

    return box(safe(inside, scene), key="table_talent_bases")


def statements(topic: str) -> Block:
    """What sources state on a topic; where the list is missing, that."""

    def block(scene: Scene) -> str:
        told = partial(statements_html, topic, scene.record, scene.words)
        return box(safe(lambda: "".join(told()), scene), key="table_statements")

    return block
