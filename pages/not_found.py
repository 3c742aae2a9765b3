"""The page for an address that nobody has."""

from lib.site.lost import lost
from pages.components import html
from pages.components.context import reader

for piece in lost(reader().words):
    html.show(piece.markup)
