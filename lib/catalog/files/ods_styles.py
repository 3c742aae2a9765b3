"""The styles of an ODS file that tell what is hidden, and how much of a date a cell shows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from lib.catalog.files.xml_stream import Element, attribute, local, streamed

_PARTS = {"year": "y", "era": "y", "month": "m", "day": "d", "hours": "t", "minutes": "t", "seconds": "t"}


@dataclass
class Styles:
    """Which sheets and texts are hidden by their style, and the parts of a date that a cell's style shows."""

    hidden_sheets: set[str] = field(default_factory=set)
    hidden_texts: set[str] = field(default_factory=set)
    dates: dict[str, str] = field(default_factory=dict)
    of_cells: dict[str, str] = field(default_factory=dict)
    parents: dict[str, str] = field(default_factory=dict)

    def parts(self, style: str) -> str:
        """Which parts of a date does the style of a cell show? Blank where it says nothing of dates."""
        for _ in range(10):
            if style in self.of_cells:
                return self.dates.get(self.of_cells[style], "")
            if style not in self.parents:
                return ""
            style = self.parents[style]
        return ""

    def read(self, contents: Iterator[bytes]) -> Styles:
        """Adds the styles of these parts; itself."""
        for content in contents:
            for event, element, path in streamed(content):
                if event == "end" and path and path[-1] in ("automatic-styles", "styles"):
                    self._add(element)
                    element.clear()
                elif event == "start" and local(element) == "body":
                    break
        return self

    def _add(self, element: Element) -> None:
        name = attribute(element, "name")
        if local(element) == "date-style":
            shown = "".join(_PARTS.get(local(part), "") for part in element)
            self.dates[name] = "".join(dict.fromkeys(shown))
        if local(element) != "style":
            return
        family = attribute(element, "family")
        says = {key.rpartition("}")[2]: value for part in element for key, value in part.attrib.items()}
        if says.get("display") == "false" and family == "table":
            self.hidden_sheets.add(name)
        if says.get("display") == "none" and family in ("text", "paragraph"):
            self.hidden_texts.add(name)
        if family == "table-cell":
            if data := attribute(element, "data-style-name"):
                self.of_cells[name] = data
            self.parents[name] = attribute(element, "parent-style-name")
