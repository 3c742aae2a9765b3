"""Charts of the page on comparison."""

from lib.charts.found import charts_in

CHARTS = charts_in(__name__, __path__)
