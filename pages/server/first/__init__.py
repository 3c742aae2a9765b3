"""The first view of a page: its content in the first response, before Streamlit is there."""
