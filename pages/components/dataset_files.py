"""The files that the page on data hands out, made when somebody asks for one."""

from __future__ import annotations

from lib.briefing.csv_dataset import dataset_csv
from lib.briefing.parquet_dataset import dataset_parquet
from lib.briefing.xlsx import workbook
from lib.site.here import Here
from lib.site.part import Download
from lib.words.dataset import observations
from lib.words.workbook import dataset_sheets, release_day
from pages.components import context

MIME = {
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "csv": "text/csv",
    "parquet": "application/vnd.apache.parquet",
}


def dataset_file(asked: Download, here: Here) -> bytes:
    """What is in a file?"""
    match asked.form:
        case "xlsx":
            return dataset_xlsx(asked.dataset, here)
        case "parquet":
            return _parquet(asked.dataset, here)
    return rows_csv(asked.dataset, asked.ids, here)


def dataset_xlsx(dataset: str, here: Here) -> bytes:
    """Which Excel file holds a dataset?"""
    words, record = here.words, here.record
    name = words(f"data.dataset.{dataset}")
    sheets = dataset_sheets(observations(record, dataset), record, words, name=name)
    title = f"{words('site.title')} · {name}"
    return workbook(sheets, title=title, version=record.version, released=release_day(record))


def rows_csv(dataset: str, ids: tuple[str, ...] | None, here: Here) -> bytes:
    """Which CSV holds a dataset, or of it these observations?"""
    rows = observations(here.record, dataset)
    if ids is not None:
        kept = set(ids)
        rows = [row for row in rows if row["observation_id"] in kept]
    return dataset_csv(rows, here.record, here.words)


def _parquet(dataset: str, here: Here) -> bytes:
    """The published file itself, unless more is shown than was published."""
    if here.record.origins:
        return dataset_parquet(dataset, here.record)
    return (context.DATA / f"{dataset}.parquet").read_bytes()
