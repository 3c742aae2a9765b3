"""Charts of the page on trade volume."""

from lib.charts.found import charts_in

CHARTS = charts_in(__name__, __path__)
