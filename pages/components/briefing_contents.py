"""What the file will hold and what it will be called, before it is made."""

from __future__ import annotations

from lib.briefing.content import Briefing
from lib.briefing.contents import contents, name_of
from lib.briefing.head import Head
from lib.briefing.unheeded import unheeded
from lib.site.here import Here
from lib.site.markup.tags import joined
from pages.components import html
from pages.components.briefing_form import Wish


def briefing_contents(briefing: Briefing, wish: Wish, here: Here) -> None:
    """Lists the parts of the file, and says which choices the format does not follow and which programs show it."""
    words = here.words
    parts = (html.tag("li", part) for part in contents(briefing, wish.form, wish.paper, words))
    named = words("briefing.page.name", name=name_of(briefing, wish.form, wish.paper))
    notes = unheeded(wish.form, _chosen(wish), words)
    notes += [words("briefing.contents.native")] if wish.order.native else []
    told = joined(html.tag("p", line, "card-note") for line in notes)
    head = html.tag("h2", words("briefing.page.contents"), "card-title")
    html.show(head + html.tag("p", named, "card-sub") + html.tag("ol", parts, "parts") + told)


def _chosen(wish: Wish) -> list[str]:
    order = wish.order
    given = {
        "charts": order.charts,
        "period": order.look.period,
        "currency": order.look.currency != "CNY",
        "title": order.title,
        "head": order.head != Head(),
    }
    return [name for name, value in given.items() if value]
