"""Runs what is pasted into DuckDB, in an environment of its own, and writes the value of each figure as JSON."""

from __future__ import annotations

import json
import sys
from pathlib import Path


def main(query: str) -> None:
    """Imports what that environment alone has."""
    import duckdb
    import duckdb_extension_httpfs as httpfs

    (extension,) = Path(httpfs.__file__).parent.rglob("*.duckdb_extension")
    connection = duckdb.connect()
    connection.load_extension(str(extension))
    found = connection.sql(query).project("observation_id, value").fetchall()
    print(json.dumps(dict(found)))


if __name__ == "__main__":
    main(sys.argv[1])
