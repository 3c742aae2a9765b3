"""Charts of the page on emerging sectors."""

from lib.charts.emerging_sectors.digital_goals import digital_goals_card
from lib.charts.emerging_sectors.digital_outsourcing import digital_outsourcing_card
from lib.charts.emerging_sectors.digitally_deliverable import digitally_deliverable_card
from lib.charts.emerging_sectors.emerging_comparators import emerging_comparators_card
from lib.charts.emerging_sectors.emerging_mix import emerging_mix_card
from lib.charts.emerging_sectors.emerging_threshold import emerging_threshold_card
from lib.charts.emerging_sectors.knowledge_intensive_share import knowledge_intensive_share_card

CHARTS = {
    "emerging_threshold": emerging_threshold_card,
    "emerging_mix": emerging_mix_card,
    "emerging_comparators": emerging_comparators_card,
    "knowledge_intensive_share": knowledge_intensive_share_card,
    "digital_outsourcing": digital_outsourcing_card,
    "digitally_deliverable": digitally_deliverable_card,
    "digital_goals": digital_goals_card,
}
