"""The mark of an office: a PNG, or an SVG that draws and does nothing else."""

from __future__ import annotations

import io
import re
import struct
from dataclasses import dataclass

from lxml import etree  # type: ignore[import-untyped]
from PIL import Image

MOST_MB, MOST_PIXELS, MOST_ELEMENTS = 1, 4096, 5000
MOST_BYTES = MOST_MB * 1_000_000
_PNG = b"\x89PNG\r\n\x1a\n"
_SVG = "http://www.w3.org/2000/svg"
_XHTML = "http://www.w3.org/1999/xhtml"
_DRAWING = frozenset(
    [
        "svg",
        "g",
        "defs",
        "title",
        "desc",
        "metadata",
        "style",
        "path",
        "rect",
        "circle",
        "ellipse",
        "line",
        "polyline",
        "polygon",
        "text",
        "tspan",
        "linearGradient",
        "radialGradient",
        "stop",
        "clipPath",
        "mask",
    ]
)
_LENGTH = re.compile(r"\s*(\d+(?:\.\d+)?|\.\d+)\s*(?:px|pt|mm|cm|in)?\s*")
_AWAY = re.compile(r"url\(\s*[\"']?\s*(?!#)|@import|javascript:|\\|expression\(", re.IGNORECASE)


class LogoError(ValueError):
    """A file that is no mark of an office; `key` says why, `given` what is wrong with it or allowed."""

    def __init__(self, key: str, **given: str) -> None:
        super().__init__(key)
        self.key, self.given = key, given


@dataclass(frozen=True, slots=True)
class Logo:
    """A mark that was checked: `png` or `svg`, its bytes, and how much wider it is than high."""

    kind: str
    content: bytes
    ratio: float


def checked(content: bytes) -> Logo:
    """Which mark is in a file? By what it holds, whatever it is called.

    At most 1 MB and 4096 pixels a side; an SVG has no script, no link, no picture and no text of another language of
    markup in it, and asks for nothing outside of itself. Raises LogoError.
    """
    if len(content) > MOST_BYTES:
        raise LogoError("big", most=f"{MOST_BYTES // 1000}")
    if content.startswith(_PNG):
        return _png(content)
    if b"<svg" in content or b":svg" in content:
        return _svg(content)
    raise LogoError("kind")


def _png(content: bytes) -> Logo:
    if len(content) < 24:
        raise LogoError("broken")
    wide, high = struct.unpack(">II", content[16:24])
    if not (0 < wide <= MOST_PIXELS and 0 < high <= MOST_PIXELS):
        raise LogoError("pixels", most=str(MOST_PIXELS))
    try:
        with Image.open(io.BytesIO(content), formats=("PNG",)) as image:
            image.load()
    except (OSError, SyntaxError, ValueError) as error:
        raise LogoError("broken") from error
    return Logo("png", content, wide / high)


def _svg(content: bytes) -> Logo:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(content, parser)
    except etree.XMLSyntaxError as error:
        raise LogoError("broken") from error
    if root.tag != f"{{{_SVG}}}svg":
        raise LogoError("kind")
    if root.getroottree().docinfo.doctype:
        raise LogoError("part", part="DOCTYPE")
    if any(isinstance(beside, etree._ProcessingInstruction) for beside in root.itersiblings(preceding=True)):
        raise LogoError("part", part="<?…?>")
    parts = list(root.iter())
    if len(parts) > MOST_ELEMENTS:
        raise LogoError("elements", most=str(MOST_ELEMENTS))
    for part in parts:
        _draws(part)
    return Logo("svg", content, _ratio(root))


def _draws(part: etree._Element) -> None:
    """Raises LogoError for what does anything but draw."""
    if part.tag is etree.Comment:
        return
    if not isinstance(part.tag, str):
        raise LogoError("part", part="<?…?>")
    name = etree.QName(part)
    if name.namespace == _XHTML or (name.namespace in (_SVG, None) and name.localname not in _DRAWING):
        raise LogoError("part", part=f"<{name.localname}>")
    if name.localname == "style" and _AWAY.search("".join(part.itertext())):
        raise LogoError("part", part="<style>")
    for attribute, value in part.attrib.items():
        local = etree.QName(attribute).localname
        if local.lower().startswith("on") or (local in ("href", "src", "base") and not value.startswith("#")):
            raise LogoError("part", part=local)
        if _AWAY.search(value):
            raise LogoError("part", part=local)


def _ratio(root: etree._Element) -> float:
    box = [float(size) for size in re.findall(r"-?\d+(?:\.\d+)?", root.get("viewBox", ""))]
    sides = [_LENGTH.fullmatch(root.get(side, "")) for side in ("width", "height")]
    given = [float(side[1]) for side in sides if side]
    wide, high = (box[2], box[3]) if len(box) == 4 else given if len(given) == 2 else (0.0, 0.0)
    if wide <= 0 or high <= 0 or not 1 / 20 <= wide / high <= 20:
        raise LogoError("size")
    return wide / high
