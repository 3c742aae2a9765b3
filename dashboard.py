"""The entry point: `streamlit run dashboard.py` serves it, and each reader's visit runs it."""

import streamlit as st

from pages.components.shell import open_site

if __name__ == "__main__":
    open_site()
else:
    from pages.server.app import middleware, routes
    from pages.server.errors import tell_reader
    from pages.server.start import warm_up

    app = st.App(
        __file__,
        lifespan=warm_up,
        routes=routes(),
        middleware=middleware(),
        on_script_error=tell_reader,
    )
