"""Do the releases agree with each other? Comparisons counted, and those that do not simply hold shown."""

from pages.components.answer import answer
from pages.components.context import reader
from pages.components.finding_list import cannot_table, finding_list, summary_table
from pages.components.sheet import show

here = reader()
show("answer", answer("reconciliation", here))
finding_list(here)
show("tables", summary_table(here), cannot_table(here))
