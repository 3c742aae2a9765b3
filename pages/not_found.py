"""The page for an address that nobody has."""

import streamlit as st

from pages.components import html
from pages.components.context import reader

words = reader().words
html.show(html.tag("h1", words("states.not_found"), "lead"))
html.show(html.tag("p", words("states.not_found_remedy"), "quiet"))
st.page_link("pages/overview.py", label=words("site.nav.overview"), query_params={"lang": words.lang})
