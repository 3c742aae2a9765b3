"""The overview as a Streamlit tutorial would write it: plotly.express, built each run, default settings."""

from pathlib import Path

import pandas as pd
import plotly.express as px
import streamlit as st

DATA = Path(__file__).parents[3] / "data"


@st.cache_data
def dataset(name: str) -> pd.DataFrame:
    """Reads one dataset."""
    return pd.read_parquet(DATA / f"{name}.parquet")


def rows(name: str, indicator: str, area: str = "CN-CQ") -> pd.DataFrame:
    """Filters a dataset to one indicator of one area."""
    frame = dataset(name)
    found = frame[(frame["indicator"] == indicator) & (frame["ref_area"] == area)].copy()
    found["amount"] = found["value"] * 10.0 ** found["unit_mult"]
    found["period"] = (
        found["period_start"].astype(str).str[:7] + "–" + found["period_end"].astype(str).str[:7]
    )
    return found


st.set_page_config(page_title="Chongqing services trade", layout="wide")
st.title("Chongqing: trade in services")
currency = st.segmented_control("Currency", ["CNY", "USD"], default="CNY")

trade = rows("trade_volume", "services_trade_total")
outsourcing = rows("outsourcing", "offshore_outsourcing_executed")
share = dataset("emerging_sectors").query("indicator == 'emerging_services_share'")
enterprises = dataset("enterprises").query("unit == 'ENTERPRISES'").copy()
talent = rows("talent", "talent_training_bases")

cards = st.columns(5)
cards[0].metric("Trade volume 2020", "CNY 67.53 bn", chart_data=[67.53, 100.0])
cards[1].metric("Offshore outsourcing Jan–Aug 2021", "USD 1.21 bn", "78.7%", chart_data=[0.68, 1.21])
cards[2].metric("Emerging share", "over 50%", chart_data=[50.0, 60.0])
cards[3].metric("Enterprises", "nearly 1,800", chart_data=[1288, 1403, 1800])
cards[4].metric("Training bases", "9 of about 10", chart_data=[9, 10])

left, right = st.columns(2)
in_cny = trade[trade["unit"] == "CNY"].assign(year=trade["period_end"].astype(str).str[:4])
left.plotly_chart(
    px.line(
        in_cny, x="year", y="amount", color="kind", markers=True, title=f"The goal of CNY 100 bn ({currency})"
    )
)
months = outsourcing[outsourcing["category"] == "total"].dropna(subset=["growth"]).copy()
months["base"] = months["amount"] / (1 + months["growth"] / 100)
right.plotly_chart(
    px.bar(months, x="period", y=["base", "amount"], barmode="group", title=f"Growth of 78.7% ({currency})")
)
left, right = st.columns(2)
shares = px.bar(
    share, x="value", y="ref_area", orientation="h", title=f"The share of emerging sectors ({currency})"
)
shares.add_vline(x=50)
left.plotly_chart(shares)
enterprises["amount"] = enterprises["value"] * 10.0 ** enterprises["unit_mult"]
right.plotly_chart(
    px.bar(
        enterprises,
        x="amount",
        y="observation_id",
        color="ref_area",
        title=f"Enterprises ({currency})",
    )
)
left, right = st.columns(2)
left.plotly_chart(px.bar(talent, x="kind", y="value", title=f"Training bases ({currency})"))
with right:
    st.subheader("In five sentences")
    for sentence in ("67.53", "78.7 %", "over 50 %", "nearly 1,800", "9 of about 10"):
        st.markdown(f"1. {sentence}")
