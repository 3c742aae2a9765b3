"""Charts of a contract register, in its own scope: they stand where one is laid over the record, and nowhere else."""

from lib.charts.register.register_districts import register_districts_card
from lib.charts.register.register_enterprises import register_enterprises_card
from lib.charts.register.register_markets import register_markets_card
from lib.charts.register.register_months import register_months_card
from lib.charts.register.register_sectors import register_sectors_card
from lib.charts.register.register_share import register_share_card

CHARTS = {
    "register_months": register_months_card,
    "register_districts": register_districts_card,
    "register_markets": register_markets_card,
    "register_share": register_share_card,
    "register_sectors": register_sectors_card,
    "register_enterprises": register_enterprises_card,
}
