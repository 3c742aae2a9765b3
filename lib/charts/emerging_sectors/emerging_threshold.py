"""Is it over the threshold: a bar solid to what is known, hatched to what is possible, a line at one half."""

from __future__ import annotations

from lib.charts.card import Card, Look, Row
from lib.charts.labels import hover, label
from lib.charts.spec import Axis, Bar, Chart, Fill, Of
from lib.charts.strips import add_line, extent, ink_on
from lib.charts.theme import frame, hatched, tokens_of, whisker
from lib.facts.emerging import HALF, emerging_share, has_mix, is_open, standing
from lib.facts.fact import Fact
from lib.facts.record import Record
from lib.words.answers.emerging_sectors import sectors_text, share_of_what
from lib.words.speak import Words

WIDTH = 0.5


def emerging_threshold_card(record: Record, words: Words, look: Look) -> Card:
    """Do emerging sectors make up more than half of Chongqing's services trade?"""
    share = emerging_share(record)
    known = "open" if is_open(share) else "exact"
    names, of = sectors_text(record, words), share_of_what(share, words)
    split = "sectors_split" if has_mix(record) else "sectors_unsplit"
    return Card(
        name="emerging_threshold",
        title=words("emerging_sectors.emerging_threshold.title", share=share, of=of),
        subtitle=words(f"emerging_sectors.emerging_threshold.subtitle_{known}", of=of),
        chart=_draw(share, words, look),
        rows=(Row(words("emerging_sectors.emerging_threshold.share", share=share, of=of), share),),
        alt=words(
            f"emerging_sectors.emerging_threshold.alt_{known}",
            share=share,
            of=of,
            side=words(f"emerging_sectors.side.{standing(share)}", half=words.constant(HALF)),
        ),
        notes=(words(f"emerging_sectors.emerging_threshold.{split}", names=names),),
    )


def _draw(share: Fact, words: Words, look: Look) -> Chart:
    tokens = tokens_of(look.theme)
    known, possible = extent(share)
    lower, upper = share.bounds_at(0)
    exact = possible > known or lower == upper
    said = hover(share, words)
    canvas = frame(look.theme)
    bar = Bar(
        0,
        known,
        Fill(tokens.chongqing),
        share,
        text=words("emerging_sectors.emerging_threshold.known", share=share)
        if is_open(share)
        else words.fact(share),
        ink=ink_on(True, look),
        hover=said,
        bounds=None if exact else (lower, upper),
    )
    canvas.bars(
        [bar],
        width=WIDTH,
        lying=True,
        where="middle",
        size=14.5,
        whisker=None if exact else whisker(tokens.text),
    )
    if possible > known:
        rest = Bar(0, possible - known, hatched(tokens.chongqing, tokens.card), share, base=known, hover=said)
        of = Of(canvas.bars([rest], width=WIDTH, lying=True))
        label(
            canvas, words("emerging_sectors.emerging_threshold.unknown"), (known + possible) / 2, 0,
            colour=tokens.text, of=of, role="middle", ground=tokens.card, pad=3,
        )  # fmt: skip
    add_line(canvas, words("emerging_sectors.line", half=words.constant(HALF)), HALF, look)
    canvas.axes(x=Axis(ends=(0, 104), step=25, suffix="%"), y=Axis(ends=(-0.45, 0.62), shown=False))
    return canvas.chart
