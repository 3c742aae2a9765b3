"""The folder that a rollup leaves: figures and lists as CSV and Parquet, what was withheld, what was rejected."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import pandas as pd

from lib.catalog.bounds import with_bounds
from lib.catalog.codes import DATASETS
from lib.catalog.fault import NO_ROW, Fault, RefusedError
from lib.catalog.message import Message
from lib.catalog.publish import publish
from lib.catalog.schema import STORED, TABLES
from lib.catalog.status import with_status
from lib.catalog.store import arrow_table
from lib.register.observations import WITHHELD, Row
from lib.register.origin import Origin
from lib.register.rollup import Rolled
from lib.register.workspace import BEFORE, workspace

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
    """Makes a folder to write in, which takes the place of `target` once everything in it is whole.

    Whatever goes wrong, Ctrl-C included, leaves what stood before. Raises RefusedError where `target` holds
    what no rollup wrote.
    """
    if target.exists() and (
        not target.is_dir() or (any(target.iterdir()) and not (target / ABOUT).is_file())
    ):
        found, allowed = Message("rollup.found.other_folder"), Message("rollup.allowed.folder")
        raise RefusedError([Fault(str(target), NO_ROW, "", found, allowed)])
    with workspace(target) as beside:
        fresh = beside / "fresh"
        fresh.mkdir()
        yield fresh
        _take_place(fresh, target, beside / BEFORE)


def keep_rejected(rejected: Path, target: Path, rolled: Rolled) -> Path:
    """Puts the rows of a register that was refused where they can be looked at; gives the folder.

    `target` itself where no figures stand there, and else one beside it, so that they stay as they are.
    """
    about = target / ABOUT
    has_figures = about.is_file() and json.loads(about.read_text(encoding="utf-8"))["observations"] > 0
    home = target.with_name(f"{target.name}.refused") if has_figures else target
    with in_place_of(home) as fresh:
        rejected.rename(fresh / REJECTED)
        _tell_about(fresh, {"rows": _counts(rolled), "observations": 0, "withheld": 0})
    return home / REJECTED


def _take_place(fresh: Path, target: Path, before: Path) -> None:
    if target.exists():
        target.rename(before)
    try:
        fresh.rename(target)
    except BaseException:
        if before.exists():
            before.rename(target)
        raise


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
        "rows": _counts(rolled),
        "observations": len(shown),
        "withheld": len(hidden),
    }
    _tell_about(folder, about)


def _counts(rolled: Rolled) -> dict[str, object]:
    return {"read": rolled.read, "used": rolled.used, "rejected": dict(rolled.rejected)}


def _tell_about(folder: Path, about: Mapping[str, object]) -> None:
    text = json.dumps(about, ensure_ascii=False, indent=2) + "\n"
    (folder / ABOUT).write_text(text, encoding="utf-8")


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
