"""Do the releases agree with each other? Comparisons counted, and those that do not simply hold shown."""

from pages.components.answer import answer
from pages.components.context import reader
from pages.components.finding_list import cannot_table, finding_list, summary_table

here = reader()
answer("reconciliation", here)
finding_list(here)
summary_table(here)
cannot_table(here)
