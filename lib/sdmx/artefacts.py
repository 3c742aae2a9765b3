"""The structure of the record in SDMX: its dataflows, their one structure, its concepts and its lists of codes."""

from __future__ import annotations

from dataclasses import dataclass

from lib.catalog.codes import DATASETS as ABOUT_DATASETS
from lib.catalog.message import Both
from lib.facts.record import DATASETS, Record
from lib.sdmx.codelists import Item, codelists
from lib.sdmx.components import AGENCY, COMPONENTS, CONCEPTS, STRUCTURE, dataflow, semantic
from lib.words.speak import Words

DATAFLOW, DATASTRUCTURE, CODELIST, CONCEPTSCHEME = "dataflow", "datastructure", "codelist", "conceptscheme"
KINDS = (DATAFLOW, DATASTRUCTURE, CODELIST, CONCEPTSCHEME)
_CLASSES = {
    DATAFLOW: "datastructure.Dataflow",
    DATASTRUCTURE: "datastructure.DataStructure",
    CODELIST: "codelist.Codelist",
    CONCEPTSCHEME: "conceptscheme.ConceptScheme",
}


@dataclass(frozen=True, slots=True)
class Artefact:
    """One thing of the structure that has an id, a version and names.

    `items` are the codes of a list or the concepts of a scheme; `refers` are kinds and ids of what it rests on. A
    stub has its names only; a partial one some of its items.
    """

    kind: str
    id: str
    version: str
    name: Both
    about: Both | None = None
    items: tuple[Item, ...] = ()
    refers: tuple[tuple[str, str], ...] = ()
    is_stub: bool = False
    is_partial: bool = False

    @property
    def key(self) -> tuple[str, str]:
        """By which kind and id do others refer to it?"""
        return self.kind, self.id

    @property
    def urn(self) -> str:
        """Which name does it have in the whole world of SDMX?"""
        return urn(*self.key, self.version)


def urn(kind: str, name: str, version: str) -> str:
    """Which name has an artefact of this record in the whole world of SDMX?

    >>> urn("codelist", "CL_AREA", "2026.10.0")
    'urn:sdmx:org.sdmx.infomodel.codelist.Codelist=CQST:CL_AREA(2026.10.0)'
    """
    return f"urn:sdmx:org.sdmx.infomodel.{_CLASSES[kind]}={AGENCY}:{name}({version})"


def both(key: str, /, **given: object) -> Both:
    """What does a message say in both languages?"""
    return Both(Words("en")(key, **given), Words("zh")(key, **given))


def artefacts(record: Record) -> tuple[Artefact, ...]:
    """What is the whole structure? Raises DatasetUnavailable where a list of codes cannot be read."""
    version = semantic(record.version)
    lists = tuple(
        Artefact(CODELIST, found.id, version, both(f"sdmx.list.{found.id.lower()}"), items=found.items)
        for found in codelists(record)
    )
    used = tuple(dict.fromkeys((CODELIST, part.codes) for part in COMPONENTS if part.codes))
    scheme = Artefact(CONCEPTSCHEME, CONCEPTS, version, both("sdmx.concepts"), items=_concepts())
    structure = Artefact(
        DATASTRUCTURE, STRUCTURE, version, both("sdmx.structure"), refers=(scheme.key, *used)
    )
    flows = tuple(_flow(name, record, version) for name in DATASETS if name in record.frames)
    return (*flows, structure, scheme, *lists)


def _flow(dataset: str, record: Record, version: str) -> Artefact:
    name = both(f"data.dataset.{dataset}")
    if record.origins:
        mark = both("sdmx.with_local")
        name = Both(f"{name.en} ({mark.en})", f"{name.zh}（{mark.zh}）")
    about = Both(*ABOUT_DATASETS[dataset])
    return Artefact(DATAFLOW, dataflow(dataset), version, name, about, refers=((DATASTRUCTURE, STRUCTURE),))


def _concepts() -> tuple[Item, ...]:
    return tuple(
        Item(
            part.id,
            both(f"sdmx.component.{part.id.lower()}"),
            Both(part.described.en, part.described.zh),
        )
        for part in COMPONENTS
    )
