"""Do emerging sectors make up more than half of services trade?"""

from __future__ import annotations

from lib.facts.emerging import emerging_share, has_mix, is_open, sector_names, standing
from lib.facts.fact import Fact
from lib.facts.record import Record
from lib.words.speak import Words
from lib.words.telling import Clause, Statement, Teller


def answer(record: Record, words: Words) -> str:
    """Is it more than half, or can it not be told: the share, such sectors, and what is not published?"""
    teller = Teller(record, words)
    share = emerging_share(record)
    said = words(
        f"emerging_sectors.answer.{standing(share)}",
        share=share,
        of=share_of_what(share, words),
        sectors=sectors_text(record, words),
    )
    exact, split = not is_open(share), has_mix(record)
    unknown = "split" if exact else "share" if split else "share_and_split"
    unseen = None if exact and split else teller.clause(f"emerging_sectors.unpublished.{unknown}")
    return teller.tell(Statement((Clause(said, (share,)),)), Statement((unseen,)) if unseen else None)


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
