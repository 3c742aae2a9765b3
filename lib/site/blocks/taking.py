"""What a reader takes along from a page: a sentence with its source, a table, a chart as a picture."""

from __future__ import annotations

from html import escape

from lib.site.markup.tags import panel, tag
from lib.words.speak import Words

PICTURES = ("copy", "png", "svg", "full")


def titled(heading: str, source: str, place: str, words: Words, *, kind: str = "card") -> str:
    """What is a heading with a button that copies its sentence, with what stands behind it and where it was read?

    `heading` is HTML, `place` an address of the site without its host, `kind` what the sentence is on its page.
    """
    label = escape(words("card.copy"))
    button = (
        f'<button type="button" class="copies" data-source="{escape(source)}"'
        f' data-place="{escape(place.removeprefix("/"))}" aria-label="{label}" title="{label}"></button>'
    )
    return f'<div class="titled titled-{kind}">{heading}{button}</div>'


def table_copied(table: str, words: Words) -> str:
    """What is a table, HTML, with a button that copies it?"""
    return f"<div>{tag('button', words('card.copy_table'), 'tool copies-table')}{table}</div>"


def picture_panel(name: str, words: Words) -> str:
    """What is the button that opens what can be done with a chart as a picture?"""
    buttons = "".join(
        f'<button type="button" class="tool" data-picture="{form}">{escape(words(f"card.picture.{form}"))}</button>'
        for form in PICTURES
    )
    note = tag("p", words("card.picture.about"), "card-note")
    inside = f'<div class="pictures">{buttons}</div>{note}'
    return panel(f"picture_{name}", words("card.picture"), inside, shut=words("card.shut"))


def leaves(words: Words) -> str:
    """What is the button that stands on a chart that fills the screen, and leads back?"""
    label = escape(words("card.picture.leave"))
    return f'<button type="button" class="tool leaves" data-picture="full">{label}</button>'
