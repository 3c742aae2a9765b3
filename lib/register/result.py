"""The folder that a rollup leaves: figures and lists as CSV and Parquet, what was withheld, what was rejected."""

from __future__ import annotations

import csv
import json
import shutil
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from tempfile import mkdtemp

import pandas as pd

from lib.catalog.bounds import with_bounds
from lib.catalog.codes import DATASETS
from lib.catalog.fault import NO_ROW, Fault, RefusedError
from lib.catalog.publish import publish
from lib.catalog.schema import STORED, TABLES
from lib.catalog.status import with_status
from lib.catalog.store import arrow_table
from lib.register.observations import WITHHELD, Row
from lib.register.origin import Origin
from lib.register.rollup import Rolled

ABOUT = "register.json"
REJECTED = "rejected"
WITHHELD_COLUMNS = (
    "observation_id",
    "indicator",
    "ref_area",
    "counterpart",
    "category",
    "period_start",
    "period_end",
    "unit",
    "basis",
    "source_id",
    "conf_status",
    "note_en",
    "note_zh",
)


@contextmanager
def in_place_of(target: Path) -> Iterator[Path]:
    """A folder to write in, which takes the place of `target` once everything in it is whole.

    Whatever goes wrong, Ctrl-C included, leaves what stood before. Raises RefusedError where `target` holds
    what no rollup wrote.
    """
    if target.exists() and (
        not target.is_dir() or (any(target.iterdir()) and not (target / ABOUT).is_file())
    ):
        allowed = "a new or empty folder, or one that a rollup wrote before"
        raise RefusedError([Fault(str(target), NO_ROW, "", "something else", allowed)])
    target.parent.mkdir(parents=True, exist_ok=True)
    beside = Path(mkdtemp(prefix=f".{target.name}-", dir=target.parent))
    fresh, before = beside / "fresh", beside / "before"
    fresh.mkdir()
    try:
        yield fresh
        if target.exists():
            target.rename(before)
        try:
            fresh.rename(target)
        except BaseException:
            if before.exists():
                before.rename(target)
            raise
    finally:
        shutil.rmtree(beside)


def write_result(
    folder: Path,
    rolled: Rolled,
    origin: Origin,
    *,
    shown: list[Row],
    hidden: list[Row],
    lists: Mapping[str, list[Row]],
    dataset_of: Mapping[str, str],
) -> None:
    """Lays down what a rollup found. `dataset_of` names the dataset of each indicator."""
    tables = {"observations": shown, **lists}
    for name, rows in tables.items():
        _csv(folder / TABLES[name].file, [column.name for column in TABLES[name].typed_by_hand], rows)
    kept = [row | {"conf_status": WITHHELD} for row in hidden]
    _csv(folder / "withheld.csv", WITHHELD_COLUMNS, kept)
    publish(dict(_parquet(tables, origin, dataset_of)), folder)
    about = {
        "title": origin.title,
        "synthetic": origin.is_synthetic,
        "rows": {"read": rolled.read, "used": rolled.used, "rejected": dict(rolled.rejected)},
        "observations": len(shown),
        "withheld": len(hidden),
    }
    (folder / ABOUT).write_text(json.dumps(about, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")


def _parquet(
    tables: Mapping[str, list[Row]], origin: Origin, dataset_of: Mapping[str, str]
) -> Iterator[tuple[str, object]]:
    frame = pd.DataFrame(tables["observations"], dtype=str)
    frame = with_status(with_bounds(frame), published={origin.source_id: ""})
    home = frame["indicator"].map(dict(dataset_of))
    stored = {name: frame[home == name] for name in DATASETS}
    stored |= {name: pd.DataFrame(rows, dtype=str) for name, rows in tables.items() if name != "observations"}
    for name, rows in stored.items():
        if len(rows):
            about = {
                "dataset": name,
                "description_en": origin.title["en"],
                "description_zh": origin.title["zh"],
                "synthetic": "yes" if origin.is_synthetic else "no",
                "local": "yes",
                "data_version": origin.release,
                "as_of": "",
            }
            yield name, arrow_table(rows, STORED[name], about=about)


def _csv(path: Path, columns: Iterable[str], rows: Iterable[Row]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        out = csv.DictWriter(file, list(columns), extrasaction="ignore", lineterminator="\n")
        out.writeheader()
        out.writerows(rows)
