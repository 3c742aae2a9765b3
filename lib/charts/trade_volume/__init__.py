"""Charts of the page on trade volume."""

from lib.charts.trade_volume.district_figures import district_figures_card
from lib.charts.trade_volume.goal_path import goal_path_card
from lib.charts.trade_volume.goal_path_later import goal_path_later_card
from lib.charts.trade_volume.goals_printed import goals_printed_card
from lib.charts.trade_volume.national_months import national_months_card
from lib.charts.trade_volume.national_sides import national_sides_card
from lib.charts.trade_volume.national_total import national_total_card
from lib.charts.trade_volume.tourism_receipts import tourism_receipts_card
from lib.charts.trade_volume.usd_series import usd_series_card

CHARTS = {
    "goal_path": goal_path_card,
    "goal_path_later": goal_path_later_card,
    "goals_printed": goals_printed_card,
    "usd_series": usd_series_card,
    "tourism_receipts": tourism_receipts_card,
    "national_total": national_total_card,
    "national_months": national_months_card,
    "national_sides": national_sides_card,
    "district_figures": district_figures_card,
}
