"""Runs what is pasted into DuckDB, in an environment of its own, and writes the value of each figure as JSON."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import duckdb
import duckdb_extension_httpfs as httpfs

(extension,) = Path(httpfs.__file__).parent.rglob("*.duckdb_extension")
connection = duckdb.connect()
connection.load_extension(str(extension))
print(json.dumps(dict(connection.sql(sys.argv[1]).project("observation_id, value").fetchall())))
