"""Charts of the page on trade volume."""

from lib.charts.trade_volume.goal_path import goal_path_card
from lib.charts.trade_volume.goal_path_later import goal_path_later_card
from lib.charts.trade_volume.national_total import national_total_card
from lib.charts.trade_volume.tourism_receipts import tourism_receipts_card
from lib.charts.trade_volume.usd_series import usd_series_card

CHARTS = {
    "goal_path": goal_path_card,
    "goal_path_later": goal_path_later_card,
    "usd_series": usd_series_card,
    "tourism_receipts": tourism_receipts_card,
    "national_total": national_total_card,
}
