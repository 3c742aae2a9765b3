"""The entry point: `streamlit run dashboard.py` serves it, and each reader's visit runs it."""

import streamlit as st

from pages.components.shell import open_site

if __name__ == "__main__":
    open_site()
else:
    from pages.components.server import middleware, warm_up

    app = st.App(__file__, lifespan=warm_up, middleware=middleware())
