"""How large a file may be that a person hands in; the record itself has 548 rows of 20 columns."""

from __future__ import annotations

MOST_BYTES = 20_000_000
MOST_UNPACKED_BYTES = 100_000_000
"""Of all parts of a workbook together; a larger one is a bomb or no release."""

MOST_TAGS = 3_000_000
"""25,000 rows of 20 cells with their shared texts have about as many, and take half a minute; CSV holds more."""

MOST_TAGS_TOGETHER = 100_000
"""Of one row, or of a part that is not read row by row, such as the styles."""

MOST_PARTS = 1_000
MOST_SHEETS = 50
MOST_ROWS = 50_000
MOST_COLUMNS = 200
MOST_CELL_SIGNS = 32_767
"""What a cell of a spreadsheet holds at most."""

MOST_DEPTH = 40
MOST_ATTRIBUTES = 100
"""Of one XML element: spreadsheet programs nest a cell about ten deep, and write some sixty names of spaces at most."""

MOST_FORMAT_SIGNS = 255
"""Of a number format: what Excel lets anybody type."""
