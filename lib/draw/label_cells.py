"""Labels that follow an edit: each says what a cell beside its number says, and the cell works it out of the number."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from lib.draw.dates_said import dates_in
from lib.draw.model import Label, Number

_NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")
_MINUS = "−"
_ABOUT = ("约", "≈", "about")
_LEAST, _LARGE, _PRINTED = (
    3,
    5,
    6,
)  # digits of what was worked out, of millions, and of the longest that is printed


@dataclass(frozen=True, slots=True)
class Worked:
    """What a cell shows, and the formula that works it out of others.

    `form` is the format under which its number alone says the same; "" where there is none, as for two lines.
    """

    shown: float | str
    formula: str
    form: str = ""


def said(label: Label | None) -> str | None:
    """What can a cell say in place of a whole label? None without one, or where that has several styles."""
    if label is None or any(len(line) != 1 for line in label.lines):
        return None
    styles = {(run.bold, run.colour, run.small) for (run,) in label.lines}
    return "\n".join(run.text for (run,) in label.lines) if len(styles) == 1 else None


def cell_of(label: Label | None, numbers: Iterable[tuple[Number, str]]) -> Worked | str | None:
    """Which cell says a label, by the first of these numbers, each with its cell, that it says?

    Of several styles no cell has more than one: it is that piece of the text that says the number, or None.
    """
    if label is None:
        return None
    text = said(label)
    pieces = [run.text for line in label.lines for run in line] if text is None else [text]
    known = (label_cell(piece, value, at) for value, at in numbers for piece in pieces)
    return next((cell for cell in known if isinstance(cell, Worked)), text)


def label_cell(text: str, value: Number, cell: str) -> Worked | str:
    """Which cell says this text, so that it follows the number in `cell`? Where that is blank it is a space: it may be
    the name of a series, in place of which programs say another where there is none.

    >>> label_cell("12.1  +78.7%", 12.1, "E3").formula
    '=IF(E3=""," ",TEXT(E3,"0.0")&"  +78.7%")'
    >>> label_cell("近1,800", 1800.0, "B2").formula
    '=IF(B2=""," ","近"&TEXT(B2,"#,##0"))'
    >>> label_cell("−5.2%", -5.2, "B2").formula
    '=IF(B2=""," ",TEXT(B2,"0.0;−0.0")&"%")'
    >>> label_cell("20.6", 20.6, "B2+C2").formula  # of a whole stack
    '=IF(AND(B2="",C2="")," ",TEXT(B2+C2,"0.0"))'
    >>> label_cell("−5.2%", 5.2, "B2")  # says another number
    '−5.2%'
    >>> label_cell("2021  7.2", 7.2, "B2").formula
    '=IF(B2=""," ","2021  "&TEXT(B2,"0.0"))'
    >>> label_cell("9—12月未公布", 12.1, "B3"), label_cell("（2021年1—11月）", 0.5, "N2")  # dates
    ('9—12月未公布', '（2021年1—11月）')
    >>> label_cell("Jan–Aug 2021", 2021.0, "B2"), label_cell("12", 12.1, "B2")  # a date, and less than was printed
    ('Jan–Aug 2021', '12')
    >>> label_cell("约6.8", 6.77, "B2").formula, label_cell("约3", 3.18, "B2").formula  # what was worked out
    ('=IF(B2=""," ","约"&TEXT(B2,"0.0"))', '=IF(B2=""," ","约"&TEXT(B2,"0"))')
    >>> label_cell("近1,800家", 1800.0, "B2").form, label_cell("−5.2%", -5.2, "B2").form
    ('"近"#,##0"家"', '0.0"%";−0.0"%"')
    """
    for found in _figures(text, value) if value is not None else ():
        before, after = text[: found.start()], text[found.end() :]
        sign = next((sign for sign in ("+", _MINUS) if before.endswith(sign)), "")
        number = Decimal(found[0].replace(",", ""))
        if Decimal(repr(value)).quantize(number, ROUND_HALF_UP) == (-number if sign == _MINUS else number):
            before, forms = before.removesuffix(sign), _form(found[0], sign)
            parts = _quoted(before), f'TEXT({cell},"{forms}")', _quoted(after)
            form = ";".join(f"{_literal(before)}{one}{_literal(after)}" for one in forms.split(";"))
            told = "&".join(filter(None, parts))
            return Worked(text, f'=IF({_is_blank(cell)}," ",{told})', "" if '"' in text else form)
    return text


def _figures(text: str, value: float) -> list[re.Match[str]]:
    """Which numbers of a text may say this one? Those as exact as it is first; none of a date, and none of one or two
    digits for a number with decimals, if the text does not say that it is about so.
    """
    dates = [date.span() for date in dates_in(text)]
    exact = abs(Decimal(repr(value)))

    def is_of_a_date(found: re.Match[str]) -> bool:
        return any(begins <= found.start() < ends for begins, ends in dates)

    def is_coarse(found: re.Match[str]) -> bool:
        short = len(found[0]) < _LEAST and exact != Decimal(found[0])
        return short and not text[: found.start()].rstrip(f"+{_MINUS} \n").endswith(_ABOUT)

    figures = [one for one in _NUMBER.finditer(text) if not is_of_a_date(one) and not is_coarse(one)]
    return sorted(figures, key=lambda one: Decimal(one[0].replace(",", "")) != exact)


def _is_blank(cell: str) -> str:
    first, *others = (f'{one}=""' for one in cell.split("+"))
    return f"AND({','.join((first, *others))})" if others else first


def form_of(cell: Worked | float | str | None) -> str:
    """Under which format does a number say what a cell says? One that is none stands there whatever that is.
    Blank where a format does not say it.

    >>> form_of("目标")
    '"目标";"目标"'
    """
    if isinstance(cell, Worked):
        return cell.form
    return f"{_literal(cell)};{_literal(cell)}" if isinstance(cell, str) and '"' not in cell else ""


def _literal(text: str) -> str:
    return f'"{text}"' if text else ""


def _form(number: str, sign: str) -> str:
    """The format that writes a number so; with a sign, that of the number that an edit makes of it."""
    whole, point, decimals = number.partition(".")
    form = ("#,##0" if "," in whole else "0") + point + "0" * len(decimals)
    return f"{'+' if sign == '+' else ''}{form};{_MINUS}{form}" if sign else form


def _quoted(text: str) -> str:
    """A text as part of a formula: its lines in quotes, with the sign for a new one between them."""
    pieces = re.split(r"(\n)", text)
    return "&".join(
        "CHAR(10)" if piece == "\n" else f'"{piece.replace(chr(34), chr(34) * 2)}"'
        for piece in pieces
        if piece
    )


def typed(value: float, text: str | None, decimals: int = 0) -> float:
    """Which number would a person type for a value, so that the sheet is read, and its label still says it?

    What was printed stays. Of what was worked out three digits stay, or as many decimals as all beside it have.

    >>> typed(67.53, "67.53"), typed(6.771124790151092, "约6.8"), typed(730.6746, None, decimals=1)
    (67.53, 6.77, 730.7)
    >>> typed(6.7496, "6.7"), typed(3751.6666666666665, None), typed(37513888.88888889, None)
    (6.7496, 3752.0, 37514000.0)
    """
    exact = Decimal(repr(value))
    if len(exact.normalize().as_tuple().digits) <= _PRINTED:
        return value
    power = exact.adjusted()
    least = _LARGE - 1 - power if power >= _PRINTED else max(decimals, _LEAST - 1 - power, 0)
    for places in range(least, least + _PRINTED):
        short = float(exact.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP))
        if text is None or isinstance(label_cell(text, short, ""), str) == isinstance(
            label_cell(text, value, ""), str
        ):
            return short
    return value


def decimals_of(values: Iterable[Number]) -> int:
    """How many decimals have all printed ones among some numbers?

    >>> decimals_of([675.3, 742.83, 730.4616160607342, None])
    1
    """
    found = (Decimal(repr(value)).normalize().as_tuple() for value in values if value is not None)
    return max(0, min((-int(one.exponent) for one in found if len(one.digits) <= _PRINTED), default=0))
