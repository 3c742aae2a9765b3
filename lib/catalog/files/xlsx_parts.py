"""What an XLSX workbook says beside its sheets: which there are, their shared texts and their number formats."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Mapping
from dataclasses import dataclass

from lib.catalog.files import limits
from lib.catalog.files.builtin_formats import BUILTIN, GENERAL
from lib.catalog.files.packed import Unsound
from lib.catalog.files.xml_stream import Element, attribute, local, streamed, whole
from lib.catalog.message import Message

_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
_TRUE = ("1", "true", "on")


@dataclass(frozen=True)
class Worksheet:
    """One sheet of a workbook: its name, whether it is shown, and the part that holds it."""

    name: str
    is_shown: bool
    content: bytes


@dataclass(frozen=True)
class Workbook:
    """The sheets of a workbook, its shared texts, the format of each style, and whether days count from 1904."""

    sheets: tuple[Worksheet, ...]
    texts: tuple[str, ...]
    formats: tuple[str, ...]
    is_1904: bool


def workbook(parts: Mapping[str, bytes]) -> Workbook:
    """What does a workbook say beside its sheets? Raises Unsound where it is none or cannot be followed."""
    path = _main_part(parts)
    if path not in parts:
        raise Unsound(Message("fault.found.not_xlsx"), Message("fault.allowed.as_xlsx"))
    links = _links(parts, path)
    sheets: list[Worksheet] = []
    is_1904 = False
    for event, element, _ in streamed(parts[path]):
        if event == "start":
            continue
        if local(element) == "workbookPr":
            is_1904 = attribute(element, "date1904") in _TRUE
        if local(element) == "sheet":
            target, kind = links.get(attribute(element, "id"), ("", ""))
            if kind == "worksheet" and target in parts:
                shown = attribute(element, "state", "visible") == "visible"
                sheets.append(Worksheet(attribute(element, "name"), shown, parts[target]))
            elif kind in ("worksheet", ""):
                raise Unsound(Message("fault.found.damaged"))
    by_kind = {kind: target for target, kind in links.values()}
    return Workbook(
        tuple(sheets),
        _texts(parts.get(by_kind.get("sharedStrings", ""), b"")),
        _formats(parts.get(by_kind.get("styles", ""), b"")),
        is_1904,
    )


def _main_part(parts: Mapping[str, bytes]) -> str:
    for target, kind in _links(parts, "").values():
        if kind == "officeDocument":
            return target
    return "xl/workbook.xml"


def _links(parts: Mapping[str, bytes], path: str) -> dict[str, tuple[str, str]]:
    """The parts that a part names: by id, where each is and of which kind."""
    folder, name = posixpath.split(path)
    content = parts.get(posixpath.join(folder, "_rels", f"{name}.rels"), b"")
    found = {}
    for event, element, _ in streamed(content) if content else ():
        if event == "end" and local(element) == "Relationship":
            target = attribute(element, "Target")
            at = (
                target.lstrip("/")
                if target.startswith("/")
                else posixpath.normpath(posixpath.join(folder, target))
            )
            found[attribute(element, "Id")] = (at, attribute(element, "Type").rpartition("/")[2])
    return found


def _texts(content: bytes) -> tuple[str, ...]:
    texts = []
    for event, element, _ in streamed(content) if content else ():
        if event == "end" and local(element) == "si":
            texts.append(rich_text(element))
            element.clear()
    return tuple(texts)


def rich_text(element: Element) -> str:
    """Which text do its runs make, without what is only said above them?"""
    said = []
    for part in element:
        if local(part) == "t":
            said.append(part.text or "")
        elif local(part) == "r":
            said += [run.text or "" for run in part if local(run) == "t"]
    return _ESCAPED.sub(lambda code: chr(int(code[1], 16)), "".join(said))


def _formats(content: bytes) -> tuple[str, ...]:
    own: dict[int, str] = {}
    formats: list[str] = []
    for event, element, path in streamed(content) if content else ():
        if event == "start":
            continue
        if local(element) == "numFmt" and path[-1:] == ["numFmts"]:
            code = attribute(element, "formatCode")
            if len(code) > limits.MOST_FORMAT_SIGNS:
                most = limits.MOST_FORMAT_SIGNS
                raise Unsound(
                    Message("fault.found.long_format", count=len(code)),
                    Message("fault.allowed.most", most=most),
                )
            own[whole(attribute(element, "numFmtId"), -1, 10**9)] = code
        elif local(element) == "xf" and path[-1:] == ["cellXfs"]:
            number = whole(attribute(element, "numFmtId"), 0, 10**9)
            formats.append(own.get(number, BUILTIN.get(number, GENERAL)))
    return tuple(formats)
