"""What goes from one process to the other: a line of JSON, then tables as Arrow streams. Nothing in it can run."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import fields
from typing import Any

import pyarrow as pa
from pyarrow import ipc

from lib.catalog.apart.plain import plain, told
from lib.catalog.fault import Fault
from lib.catalog.message import Reading
from lib.catalog.trial import Weighed


class NotHandedOver(Exception):
    """What came back is no answer, or says that there is none; the text is for the log."""


def packed(found: Weighed) -> bytes:
    """Which bytes say what a file holds? Read by `unpacked`."""
    head = {
        "faults": [_fields(fault) for fault in found.faults],
        "readings": [_fields(reading) for reading in found.readings],
        "rows": found.rows,
        "before": list(found.before),
        "after": list(found.after),
    }
    out = pa.BufferOutputStream()
    out.write(json.dumps(head).encode("ascii") + b"\n")
    for table in (*found.before.values(), *found.after.values()):
        with ipc.new_stream(out, table.schema) as stream:
            stream.write_table(table)
    return bytes(out.getvalue())


def unpacked(answer: bytes) -> Weighed:
    """What do these bytes say? Raises NotHandedOver where they are cut off or of another kind."""
    line, _, rest = answer.partition(b"\n")
    try:
        head = json.loads(line)
        if why := head.get("ended"):
            raise NotHandedOver(str(why))
        source = pa.BufferReader(rest)
        before, after = (dict(_tables(head[part], source)) for part in ("before", "after"))
        faults = tuple(Fault(**_told(fault)) for fault in head["faults"])
        readings = tuple(Reading(**_told(reading)) for reading in head["readings"])
        return Weighed(faults, int(head["rows"]), before, after, readings)
    except (OSError, ValueError, KeyError, TypeError, AttributeError, pa.ArrowException) as error:
        raise NotHandedOver(f"{len(answer)} bytes, {type(error).__name__}") from error


def ended(why: str) -> bytes:
    """Which bytes say that there is no answer, and why?"""
    return json.dumps({"ended": why}).encode("ascii") + b"\n"


def _fields(one: Fault | Reading) -> dict[str, Any]:
    return {part.name: plain(getattr(one, part.name)) for part in fields(one)}


def _told(said: Mapping[str, Any]) -> dict[str, Any]:
    return {name: told(value) for name, value in said.items()}


def _tables(names: list[str], source: Any) -> Iterator[tuple[str, Mapping[str, pa.Table]]]:
    for name in names:
        table = ipc.open_stream(source).read_all()
        table.validate(full=True)
        yield name, table
