"""Charts of the page on outsourcing."""

from lib.charts.outsourcing.contract_executed import contract_executed_card
from lib.charts.outsourcing.first_half_segments import first_half_segments_card
from lib.charts.outsourcing.growth_against_nation import growth_against_nation_card
from lib.charts.outsourcing.growth_base import growth_base_card
from lib.charts.outsourcing.national_offshore import national_offshore_card
from lib.charts.outsourcing.national_offshore_types import national_offshore_types_card
from lib.charts.outsourcing.offshore_annual import offshore_annual_card
from lib.charts.outsourcing.offshore_markets import offshore_markets_card
from lib.charts.outsourcing.offshore_types import offshore_types_card
from lib.charts.outsourcing.plan_total import plan_total_card
from lib.charts.outsourcing.rest_of_year import rest_of_year_card
from lib.charts.outsourcing.share_of_nation import share_of_nation_card

CHARTS = {
    "growth_base": growth_base_card,
    "rest_of_year": rest_of_year_card,
    "contract_executed": contract_executed_card,
    "growth_against_nation": growth_against_nation_card,
    "offshore_annual": offshore_annual_card,
    "share_of_nation": share_of_nation_card,
    "plan_total": plan_total_card,
    "offshore_types": offshore_types_card,
    "offshore_markets": offshore_markets_card,
    "first_half_segments": first_half_segments_card,
    "national_offshore": national_offshore_card,
    "national_offshore_types": national_offshore_types_card,
}
