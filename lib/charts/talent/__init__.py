"""Charts of the page on talent."""

from lib.charts.talent.bases_by_focus import bases_by_focus_card
from lib.charts.talent.talent_progress import talent_progress_card
from lib.charts.talent.years_needed import years_needed_card

CHARTS = {
    "talent_progress": talent_progress_card,
    "years_needed": years_needed_card,
    "bases_by_focus": bases_by_focus_card,
}
