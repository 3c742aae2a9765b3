"""Charts of the page on outsourcing."""

from lib.charts.outsourcing.growth_base import growth_base_card

CHARTS = {"growth_base": growth_base_card}
