"""Where does Chongqing stand among the large cities of central and western China?"""

from pages.components.answer import answer
from pages.components.chart_card import chart_cards, grid
from pages.components.context import reader
from pages.components.sheet import show

here = reader()
charts = ("cities_offshore", "city_lead", "ranks", "peers_since", "cities_share")
show("comparison", answer("comparison", here), grid("comparison", *chart_cards(charts, here)))
