"""The same page in Dash: the same five charts and figures, production server."""

import sys
from pathlib import Path

import pandas as pd
import plotly.express as px
from dash import Dash, Input, Output, dcc, html

DATA = Path(__file__).parents[3] / "data"


def rows(name: str, indicator: str) -> pd.DataFrame:
    """Filters a dataset to one indicator of Chongqing."""
    frame = pd.read_parquet(DATA / f"{name}.parquet")
    found = frame[(frame["indicator"] == indicator) & (frame["ref_area"] == "CN-CQ")].copy()
    found["amount"] = found["value"] * 10.0 ** found["unit_mult"]
    found["period"] = (
        found["period_start"].astype(str).str[:7] + "–" + found["period_end"].astype(str).str[:7]
    )
    return found


def figures(currency: str) -> list[object]:
    """Draws the five charts."""
    trade = rows("trade_volume", "services_trade_total")
    in_cny = trade[trade["unit"] == "CNY"].assign(year=trade["period_end"].astype(str).str[:4])
    outsourcing = rows("outsourcing", "offshore_outsourcing_executed")
    months = outsourcing[outsourcing["category"] == "total"].dropna(subset=["growth"]).copy()
    months["base"] = months["amount"] / (1 + months["growth"] / 100)
    share = pd.read_parquet(DATA / "emerging_sectors.parquet").query("indicator == 'emerging_services_share'")
    enterprises = pd.read_parquet(DATA / "enterprises.parquet").query("unit == 'ENTERPRISES'").copy()
    enterprises["amount"] = enterprises["value"] * 10.0 ** enterprises["unit_mult"]
    talent = rows("talent", "talent_training_bases")
    return [
        px.line(
            in_cny,
            x="year",
            y="amount",
            color="kind",
            markers=True,
            title=f"The goal of CNY 100 bn ({currency})",
        ),
        px.bar(
            months, x="period", y=["base", "amount"], barmode="group", title=f"Growth of 78.7% ({currency})"
        ),
        px.bar(
            share,
            x="value",
            y="ref_area",
            orientation="h",
            title=f"The share of emerging sectors ({currency})",
        ),
        px.bar(
            enterprises,
            x="amount",
            y="observation_id",
            color="ref_area",
            title=f"Enterprises ({currency})",
        ),
        px.bar(talent, x="kind", y="value", title=f"Training bases ({currency})"),
    ]


app = Dash(__name__, serve_locally=True)
charts = [dcc.Graph(id=f"chart-{number}") for number in range(5)]
texts = ["CNY 67.53 bn", "USD 1.21 bn", "over 50%", "nearly 1,800", "9 of about 10"]
app.layout = html.Div(
    [
        html.H1("Chongqing: trade in services"),
        dcc.RadioItems(["CNY", "USD"], "CNY", id="currency"),
        html.Div([html.B(text) for text in texts]),
        *charts,
    ]
)


@app.callback([Output(chart, "figure") for chart in charts], Input("currency", "value"))
def draw(currency: str) -> list[object]:
    """Draws the charts of a choice."""
    return figures(currency)


if __name__ == "__main__":
    app.run(host="127.0.0.1", port=int(sys.argv[1]), debug=False)
