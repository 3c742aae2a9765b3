"""What stands in a file, told before it is made."""

from __future__ import annotations

from lib.briefing.content import briefing
from lib.briefing.contents import contents
from lib.briefing.order import Order
from lib.facts.record import Record
from lib.words.speak import Words


def test_pictures_are_files_with_names_and_a_new_format_has_its_charts_one_after_the_other(
    record: Record, zh: Words
) -> None:
    made = briefing(Order("zh", ("talent_progress", "bases_by_focus")), record)
    first, second = (sheet.card.title for sheet in made.exhibits)
    assert contents(made, "png", "a4", zh) == [
        f"{first} · talent_progress.png",
        f"{second} · bases_by_focus.png",
    ]
    assert contents(made, "md", "a4", zh) == [first, second]
