"""Charts of the page on comparison."""

from lib.charts.comparison.cities_offshore import cities_offshore_card
from lib.charts.comparison.cities_share import cities_share_card
from lib.charts.comparison.city_lead import city_lead_card
from lib.charts.comparison.peers_since import peers_since_card
from lib.charts.comparison.ranks import ranks_card

CHARTS = {
    "cities_offshore": cities_offshore_card,
    "city_lead": city_lead_card,
    "cities_share": cities_share_card,
    "ranks": ranks_card,
    "peers_since": peers_since_card,
}
