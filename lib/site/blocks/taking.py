"""What a reader takes along from a page: a sentence with its source, a table, a chart as a picture."""

from __future__ import annotations

from markupsafe import Markup

from lib.site.markup.tags import panel, tag
from lib.words.speak import Words

PICTURES = ("copy", "png", "svg", "full")


def titled(heading: Markup, source: str, place: str, words: Words, *, kind: str = "card") -> Markup:
    """What is a heading with a button that copies its sentence, with what stands behind it and where it was read?

    `place` an address of the site without its host, `kind` what the sentence is on its page.
    """
    label = words("card.copy")
    taken = {"data-source": source, "data-place": place.removeprefix("/")}
    button = tag("button", "", "copies", type="button", **taken, aria_label=label, title=label)
    return tag("div", (heading, button), f"titled titled-{kind}")


def table_copied(table: Markup, words: Words) -> Markup:
    """What is a table with a button that copies it?"""
    return tag("div", (tag("button", words("card.copy_table"), "tool copies-table"), table))


def picture_panel(name: str, words: Words) -> Markup:
    """What is the button that opens what can be done with a chart as a picture?"""
    buttons = (_picture(form, words(f"card.picture.{form}")) for form in PICTURES)
    note = tag("p", words("card.picture.about"), "card-note")
    inside = tag("div", buttons, "pictures") + note
    return panel(f"picture_{name}", words("card.picture"), inside, shut=words("card.shut"))


def leaves(words: Words) -> Markup:
    """What is the button that stands on a chart that fills the screen, and leads back?"""
    return _picture("full", words("card.picture.leave"), "tool leaves")


def _picture(form: str, label: str, look: str = "tool") -> Markup:
    return tag("button", label, look, type="button", data_picture=form)
