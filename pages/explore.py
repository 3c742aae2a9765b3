"""What else can the published figures show? Any of them, chosen and drawn."""

import streamlit as st

from lib.site.blocks.answer import answer
from pages.components.context import reader
from pages.components.explore_chart import explore_chart
from pages.components.explore_form import explore_form
from pages.components.explore_starts import explore_starts
from pages.components.sheet import show
from pages.components.states import in_its_place

here = reader()
show("answer", answer("explore", here, st.query_params.to_dict()))
with in_its_place(here.words):
    if here.view == "screen":
        show("starts", explore_starts(here))
    offer = explore_form(here)
    show("charts", explore_chart(offer.choice, here))
