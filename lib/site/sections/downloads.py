"""Downloads of a dataset as Excel, CSV and Parquet, and of the rows that a reader filtered."""

from __future__ import annotations

from lib.site.here import Here
from lib.site.markup.tags import tag
from lib.site.part import Download, Group, Part, Sheet
from lib.site.pieces import Piece, Text
from lib.site.sections.data_table import asked_for
from lib.site.states import fault
from lib.words.search import ALL, Wanted


def dataset_downloads(wanted: Wanted, here: Here) -> Group:
    """What can be taken along of the dataset that the reader chose?"""
    words, record, dataset = here.words, here.record, wanted.dataset
    name = words(f"data.dataset.{dataset}")
    for needed in (dataset, "sources"):
        if needed in record.faults:
            title = tag("h2", words("data.download.none", name=name), "card-title")
            return _panel(Text(title), fault(record.faults[needed], words))
    count = record.size if dataset == ALL else len(record.frame(dataset))
    title = tag("h2", words("data.download.title", name=name, count=words.count(count)), "card-title")
    about = tag("p", words("data.download.about", version=record.version), "card-sub")
    files = [_download("xlsx", dataset, here), _download("csv", dataset, here)]
    if dataset != ALL:
        files.append(_download("parquet", dataset, here))
    if wanted != Wanted(dataset) and (ids := asked_for(wanted, here)):
        files.append(_download("view", dataset, here, ids))
    note = Text(tag("p", words("data.download.pick"), "card-note")) if dataset == ALL else None
    buttons = Group("buttons_downloads", tuple(files), in_a_line=True)
    return _panel(Text(title + about), after=(buttons, *((Sheet("pick", (note,)),) if note else ())))


def file_name(dataset: str, version: str, ending: str) -> str:
    """What is a download called?

    >>> file_name("outsourcing", "2026.11", "csv"), file_name("all", "2026.11", "xlsx")
    ('outsourcing_2026.11.csv', 'observations_2026.11.xlsx')
    """
    named = dataset.replace(ALL, "observations", 1) if dataset.startswith(ALL) else dataset
    return f"{named}_{version}.{ending}"


def _panel(*pieces: Piece, after: tuple[Part, ...] = ()) -> Group:
    return Group("panel", (Sheet("downloads", pieces), *after))


def _download(kind: str, dataset: str, here: Here, ids: tuple[str, ...] | None = None) -> Download:
    words, of_view = here.words, ids is not None
    form, called = ("csv", f"{dataset}_selection") if of_view else (kind, dataset)
    return Download(
        key=f"download_{kind}",
        label=words(f"data.download.{kind}", count=words.count(len(ids or ()))),
        name=file_name(called, here.record.version, form),
        form=form,
        dataset=ALL if of_view else dataset,
        ids=ids,
    )
