"""To be drawn."""

from pages.components.answer import answer
from pages.components.context import reader

here = reader()
answer("outsourcing", here)
