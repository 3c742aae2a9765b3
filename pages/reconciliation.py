"""Do the releases agree with each other? Comparisons counted, and those that do not simply hold shown."""

import streamlit as st

from lib.site.blocks.answer import answer
from pages.components.context import reader
from pages.components.finding_list import cannot_table, finding_list, summary_table
from pages.components.sheet import show
from pages.components.states import in_its_place

here = reader()
show("answer", answer("reconciliation", here, st.query_params.to_dict()))
with in_its_place(here.words):
    finding_list(here)
show("tables", summary_table(here), cannot_table(here))
