"""Does R's rsdmx read the record's own figures from a running server? `python -m tests.sdmx.in_r`; needs R."""

from __future__ import annotations

import csv
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from lib.catalog.load import load
from lib.facts.record import DATASETS
from tests.browser.server import serving
from tests.sdmx.compared import differences
from tests.sdmx.conftest import typed

ROOT = Path(__file__).parents[2]
SCRIPT = Path(__file__).with_name("read.R")


def main() -> int:
    """Reads every dataset, and the names of areas; prints what differs and ends with 1 if anything does."""
    rows = load(ROOT / "data").frame("indicators").to_dict("records")
    faults: list[str] = []
    with TemporaryDirectory() as made, serving(Path(made)) as site:
        for dataset in DATASETS:
            file, names = Path(made) / f"{dataset}.csv", Path(made) / "areas.csv"
            address = f"{site.url}/sdmx/v2"
            flow = f"DF_{dataset.upper()}"
            subprocess.run(["Rscript", str(SCRIPT), address, flow, str(file), str(names)], check=True)
            ours = {row["indicator"] for row in rows if row["dataset"] == dataset}
            with file.open(encoding="utf-8", newline="") as lines:
                faults += differences(list(csv.DictReader(lines)), typed(), ours)
            with names.open(encoding="utf-8", newline="") as lines:
                areas = {line["id"]: line["label.zh"] for line in csv.DictReader(lines)}
            if areas["CN-CQ"] != "重庆市":
                faults.append(f"CN-CQ is called {areas['CN-CQ']}")
    print("\n".join(faults) or f"rsdmx reads every figure of {len(DATASETS)} datasets as printed.")
    return bool(faults)


if __name__ == "__main__":
    sys.exit(main())
