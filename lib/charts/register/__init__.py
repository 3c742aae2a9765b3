"""Charts of a contract register, in its own scope: they stand where one is laid over the record, and nowhere else."""

from lib.charts.found import charts_in

CHARTS = charts_in(__name__, __path__)
