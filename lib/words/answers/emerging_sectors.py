"""Do emerging sectors make up more than half of services trade?"""

from __future__ import annotations

from lib.facts.emerging import emerging_share, has_mix, is_open, sector_names, standing
from lib.facts.fact import Fact
from lib.facts.record import Record
from lib.words.speak import Words


def answer(record: Record, words: Words) -> str:
    """Yes, no, or it cannot be told: the share, the sectors that it takes in, and what is not published."""
    share = emerging_share(record)
    exact, split = not is_open(share), has_mix(record)
    said = words(
        f"emerging_sectors.answer.{standing(share)}",
        share=share,
        of=share_of_what(share, words),
        sectors=sectors_text(record, words),
    )
    if exact and split:
        return words("emerging_sectors.answer_full", said=said)
    unknown = "split" if exact else "share" if split else "share_and_split"
    return words(
        "emerging_sectors.answer_but", said=said, unknown=words(f"emerging_sectors.unpublished.{unknown}")
    )


def share_of_what(share: Fact, words: Words) -> str:
    """Of which whole is a share? Of services trade, or of what a register of contracts holds."""
    whole = "register" if share.basis.endswith("contract_register") else "services"
    return words(f"emerging_sectors.of.{whole}")


def sector_head(words: Words) -> list[str]:
    """What are the columns of the table of sectors called?"""
    return [words("emerging_sectors.sector"), words("emerging_sectors.share_of_trade")]


def sector_rows(record: Record, words: Words) -> list[list[str]]:
    """What is known of each sector while no split is printed? Its name; the share is that of all together."""
    unpublished = words("emerging_sectors.not_published")
    rows = [[name, unpublished] for name in sector_names(record, words.lang)]
    return [*rows, [words("emerging_sectors.together"), words.fact(emerging_share(record))]]


def sectors_text(record: Record, words: Words) -> str:
    """Which sectors are these? Some English names hold an "and" of their own, so commas alone part them."""
    names = sector_names(record, words.lang)
    if words.lang == "zh":
        return words.list(names)
    return ", ".join(f"{name[0].lower()}{name[1:]}" for name in names)
