"""Where do these figures come from? Every figure, every source, what does not fit, and the files."""

import streamlit as st

from lib.site.blocks.answer import answer
from pages.components.by_address import by_address
from pages.components.changes import changes_table
from pages.components.context import reader
from pages.components.coverage_map import coverage_map
from pages.components.data_table import observation_table
from pages.components.dataset_downloads import dataset_downloads
from pages.components.dictionary import dictionary_table
from pages.components.gaps import gaps_table
from pages.components.own_file import own_file
from pages.components.sheet import show
from pages.components.source_table import conflict_table, source_table
from pages.components.states import in_its_place, show_fault

here = reader()
show("answer", answer("data", here, st.query_params.to_dict()))
for fault in here.record.faults.values():
    show_fault(fault, here.words)
with in_its_place(here.words):
    wanted = observation_table(here)
    dataset_downloads(wanted, here)
    coverage_map(wanted, here)
for part in (changes_table, gaps_table, own_file, source_table, conflict_table, dictionary_table, by_address):
    with in_its_place(here.words):
        part(here)
