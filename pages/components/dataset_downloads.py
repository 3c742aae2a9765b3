"""Downloads of a dataset as Excel, CSV and Parquet, and of the rows that a reader filtered."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import streamlit as st

from lib.briefing.csv_dataset import dataset_csv
from lib.briefing.parquet_dataset import dataset_parquet
from lib.briefing.xlsx import workbook
from lib.site.here import Here
from lib.words.dataset import observations
from lib.words.search import ALL, Wanted
from lib.words.workbook import dataset_sheets, release_day
from pages.components import context, html
from pages.components.data_table import asked_for
from pages.components.states import show_fault

_MIME = {
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "csv": "text/csv",
    "parquet": "application/vnd.apache.parquet",
}


def dataset_downloads(wanted: Wanted, reader: Here) -> None:
    """Puts the downloads of the dataset that the reader chose on the page; each file is made on the click."""
    words, record, dataset = reader.words, reader.record, wanted.dataset
    name = words(f"data.dataset.{dataset}")
    with st.container(key="panel"):
        for needed in (dataset, "sources"):
            if needed in record.faults:
                html.show(html.tag("h2", words("data.download.none", name=name), "card-title"))
                show_fault(record.faults[needed], words)
                return
        count = record.size if dataset == ALL else len(record.frame(dataset))
        html.show(
            html.tag("h2", words("data.download.title", name=name, count=words.count(count)), "card-title")
        )
        html.show(html.tag("p", words("data.download.about", version=record.version), "card-sub"))
        with st.container(key="buttons_downloads", horizontal=True):
            _button("xlsx", dataset, reader, partial(dataset_xlsx, dataset, reader))
            _button("csv", dataset, reader, partial(rows_csv, dataset, None, reader))
            if dataset != ALL:
                _button("parquet", dataset, reader, _parquet(dataset, reader))
            if wanted != Wanted(dataset) and (ids := asked_for(wanted, reader)):
                _button(
                    "view",
                    f"{dataset}_selection",
                    reader,
                    partial(rows_csv, ALL, ids, reader),
                    count=len(ids),
                )
        if dataset == ALL:
            html.show(html.tag("p", words("data.download.pick"), "card-note"))


def _parquet(dataset: str, reader: Here) -> Callable[[], bytes]:
    """The published file itself, unless more is shown than was published."""
    if reader.record.origins:
        return partial(dataset_parquet, dataset, reader.record)
    return (context.DATA / f"{dataset}.parquet").read_bytes


def file_name(dataset: str, version: str, ending: str) -> str:
    """What is a download called?

    >>> file_name("outsourcing", "2026.11", "csv"), file_name("all", "2026.11", "xlsx")
    ('outsourcing_2026.11.csv', 'observations_2026.11.xlsx')
    """
    named = dataset.replace(ALL, "observations", 1) if dataset.startswith(ALL) else dataset
    return f"{named}_{version}.{ending}"


def dataset_xlsx(dataset: str, reader: Here) -> bytes:
    """Which Excel file holds a dataset?"""
    words, record = reader.words, reader.record
    name = words(f"data.dataset.{dataset}")
    sheets = dataset_sheets(observations(record, dataset), record, words, name=name)
    title = f"{words('site.title')} · {name}"
    return workbook(sheets, title=title, version=record.version, released=release_day(record))


def rows_csv(dataset: str, ids: tuple[str, ...] | None, reader: Here) -> bytes:
    """Which CSV holds a dataset, or of it these observations?"""
    rows = observations(reader.record, dataset)
    if ids is not None:
        kept = set(ids)
        rows = [row for row in rows if row["observation_id"] in kept]
    return dataset_csv(rows, reader.record, reader.words)


def _button(kind: str, dataset: str, reader: Here, made: Callable[[], bytes], count: int = 0) -> None:
    words = reader.words
    ending = "csv" if kind == "view" else kind
    st.download_button(
        words(f"data.download.{kind}", count=words.count(count)),
        made,
        file_name=file_name(dataset, reader.record.version, ending),
        mime=_MIME[ending],
        key=f"download_{kind}",
        on_click="ignore",
    )
