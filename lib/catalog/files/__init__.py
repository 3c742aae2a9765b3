"""Files that people hand in, as lines of text cells: XLSX, ODS and CSV, within limits."""

from lib.catalog.files.csv_file import csv_grid
from lib.catalog.files.grid import Grid, Line
from lib.catalog.files.opened import ENDINGS, opened

__all__ = ["ENDINGS", "Grid", "Line", "csv_grid", "opened"]
