"""The page for an address that nobody has."""

from pages.components import html
from pages.components.context import reader

words = reader().words
html.show(html.tag("h1", words("states.not_found"), "lead"))
html.show(html.tag("p", words("states.not_found_remedy"), "quiet"))
html.show(html.goes("", words("site.nav.overview"), {"lang": words.lang}))
