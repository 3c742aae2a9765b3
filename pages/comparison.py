"""Where does Chongqing stand among the large cities of central and western China?"""

from pages.components.answer import answer
from pages.components.chart_card import chart_grid
from pages.components.context import reader

here = reader()
answer("comparison", here)
chart_grid(("cities_offshore", "ranks", "city_lead", "cities_share"), here)
