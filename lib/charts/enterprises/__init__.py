"""Charts of the page on enterprises."""

from lib.charts.enterprises.enterprise_counts import enterprise_counts_card
from lib.charts.enterprises.national_outsourcing_enterprises import national_outsourcing_enterprises_card
from lib.charts.enterprises.value_per_enterprise import value_per_enterprise_card

CHARTS = {
    "enterprise_counts": enterprise_counts_card,
    "value_per_enterprise": value_per_enterprise_card,
    "national_outsourcing_enterprises": national_outsourcing_enterprises_card,
}
