"""One file through `python -m lib.catalog check`: whatever it is, it is read or refused in sentences."""

from __future__ import annotations

import io
import tempfile
from contextlib import redirect_stdout
from pathlib import Path

from lib.catalog.__main__ import DONE, REFUSED, main


def checked(name: str, data: bytes) -> bool:
    """Is a file without fault? Any exception, and any answer but those promised, is a failure."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, name)
        path.write_bytes(data)
        said = io.StringIO()
        with redirect_stdout(said):
            status = main(["check", str(path)])
        assert [found.name for found in Path(folder).iterdir()] == [name]
    lines = said.getvalue().splitlines()
    assert status in (DONE, REFUSED)
    assert lines
    if status == REFUSED:
        assert any("; allowed: " in line for line in lines), lines
        assert all("; allowed: " in line or line.startswith(name) for line in lines), lines
    else:
        assert any(line.endswith("rows, no fault found") for line in lines)
    return status == DONE
