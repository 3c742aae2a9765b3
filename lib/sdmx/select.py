"""Which artefacts a path of SDMX-REST names."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import zip_longest

from lib.sdmx.artefacts import CODELIST, CONCEPTSCHEME, KINDS, Artefact
from lib.sdmx.components import AGENCY
from lib.sdmx.refused import NO_RESULTS, SYNTAX, Refused

ANY = "*"
_NEWEST = (ANY, "+", "~", "latest", "all")
_WITH_ITEMS = (CODELIST, CONCEPTSCHEME)


def named(
    found: Iterable[Artefact], kind: str, agency: str = ANY, name: str = ANY, version: str = "~"
) -> tuple[Artefact, ...]:
    """Which artefacts have this kind, agency, id and version? Several of each stand with commas between.

    Raises Refused, with what there is, where none has.
    """
    there = [one for one in found if kind in (ANY, one.kind)]
    ids = tuple(one.id for one in there)
    if not {ANY, AGENCY, "all"} & set(agency.split(",")):
        raise Refused(NO_RESULTS, "sdmx.refused.agency", found=agency, allowed=(AGENCY,))
    wanted = name.split(",")
    matching = [one for one in there if ANY in wanted or "all" in wanted or one.id in wanted]
    if not matching or not (ANY in wanted or "all" in wanted or set(wanted) <= set(ids)):
        raise Refused(NO_RESULTS, "sdmx.refused.id", kind=kind, found=name, allowed=ids)
    right = tuple(one for one in matching if any(fits(part, one.version) for part in version.split(",")))
    if not right:
        raise Refused(NO_RESULTS, "sdmx.refused.version", found=version, allowed=(matching[0].version,))
    return right


def fits(asked: str, version: str) -> bool:
    """Is a version one of those asked for?

    >>> [fits(asked, "2026.10.0") for asked in ("2026.10.0", "2026.1.0", "*", "~", "2026.9+.0", "2026+", "2027+")]
    [True, False, True, True, True, True, False]
    """
    if asked in _NEWEST or asked == version:
        return True
    for part, number in zip_longest(asked.split("."), version.split("."), fillvalue=""):
        if part.endswith("+") and part[:-1].isdigit():
            return number.isdigit() and int(number) >= int(part[:-1])
        if part != number:
            return False
    return False


def kind_of(text: str) -> str:
    """Which kind of artefact is meant? Raises Refused for what the standard has not, or we have not."""
    if text == ANY or text in KINDS:
        return text
    code = NO_RESULTS if text in _OTHERS else SYNTAX
    raise Refused(code, "sdmx.refused.kind", found=text, allowed=(*KINDS, ANY))


def items_of(found: Sequence[Artefact], asked: str, cut: Callable[..., Artefact]) -> tuple[Artefact, ...]:
    """Which artefacts are left with the codes or concepts that were asked for alone?"""
    wanted = set(asked.split(","))
    if ANY in wanted:
        return tuple(found)
    parts = [cut(one, wanted) for one in found if one.kind in _WITH_ITEMS]
    left = tuple(one for one in parts if one.items)
    if not left:
        known = tuple(item.id for one in found for item in one.items)[:60]
        raise Refused(NO_RESULTS, "sdmx.refused.item", found=asked, allowed=known)
    return left


_OTHERS = frozenset(
    (
        "agencyscheme",
        "dataproviderscheme",
        "dataconsumerscheme",
        "metadataproviderscheme",
        "organisationunitscheme",
        "metadatastructure",
        "metadataflow",
        "categorisation",
        "categoryscheme",
        "hierarchy",
        "hierarchyassociation",
        "valuelist",
        "conceptschememap",
        "codelistmap",
        "structuremap",
        "representationmap",
        "categoryschememap",
        "reportingtaxonomymap",
        "organisationschememap",
        "reportingtaxonomy",
        "dataconstraint",
        "metadataconstraint",
        "provisionagreement",
        "metadataprovisionagreement",
        "process",
        "transformationscheme",
        "rulesetscheme",
        "userdefinedoperatorscheme",
        "customtypescheme",
        "namepersonalisationscheme",
        "vtlmappingscheme",
        "geocodelist",
        "geogridcodelist",
    )
)
"""What else the standard has, and this record holds nothing of."""
