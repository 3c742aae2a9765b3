"""Charts of the page on trade volume."""

from lib.charts.trade_volume.goal_path import goal_path_card

CHARTS = {"goal_path": goal_path_card}
