"""Which encoding a text file is in, and whether what it says is text at all."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from dataclasses import dataclass

UTF8, UTF8_BOM, UTF16, GB18030 = "UTF-8", "UTF-8 (BOM)", "UTF-16", "GB18030"
_BOM = b"\xef\xbb\xbf"
_BOM_16, _BOM_32 = (b"\xff\xfe", b"\xfe\xff"), b"\xff\xfe\0\0"
_LEAST_COMMON = 0.4
_FEW = 4
_LOST = ("\ufffd", "锟斤拷")
"""What is left where a program could not read a text and saved it all the same."""

_COMMON = frozenset(
    "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学"
    "法所民得经十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因由其些然前外"
    "天政四日那社义事平形相全表间样与关各重新线内数正心反你明看原又么利比或但质气第向道命此变条只没结解问意建月公无系军很"
    "情者最立代想已通并提直题党程展五果料象员革位入常文总次品式活设及管特件长求老头基资边流路级少图山统接知较将组见计别手"
    "角期根论运农指几九区强放决西被干做必战先回则任取据处队南给色光门即保治北造百规热领七海口东导器压志世金增争济阶油思术"
    "极交受联什认六共权收证改清己美再采转更单风切打白教速花带安场身车例真务具万每目至达走积示议声报斗完类八离华名确才科张"
    "信马节话米整空元况今集温传土许步群广石记需段研界拉林律叫且究观越织装影算低持音众书布复容儿须际商非验连断深难近矿千周"
    "委素技备半办青省列习响约支般史感劳便团往酸历市克何除消构府称太准精值号率族维划选标写存候毛亲快效斯院查江型眼王按格养"
    "易置派层片始却专状育厂京识适属圆包火住调满县局照参红细引听该铁价严"
    "渝庆成都沪深圳州津杭宁苏武汉厦哈尔滨连镇岛服贸额亿际岸执签合同签约欧盟香港台湾澳门韩印非盟"
    "企软件离维护医药游览租赁版税咨询版权保险融金商业数字字化净顺逆差余亩口径包括含未经季旬首末底初零至截止依托"
)
"""The signs that make up most of any Chinese text, and those of this record's subject."""


@dataclass(frozen=True)
class Decoded:
    """A text and the encoding that it was taken to be in; the line and bytes, or the text, that are none."""

    text: str | None
    encoding: str = ""
    line: int = 0
    bad: str = ""
    is_doubtful: bool = False


def decoded(data: bytes) -> Decoded:
    """What does a file say, in UTF-8, GB18030 or UTF-16, and is it what a Chinese or English office would write?

    UTF-16 is taken from its byte-order mark alone, which Excel writes when it saves Unicode text.

    Nearly any bytes are some GB18030. Text with signs that are unassigned, Japanese or Korean, or whose Chinese
    signs are hardly ever the common ones, is of another encoding: it is doubtful, and its worst line is told.

    >>> decoded("服务外包".encode("gb18030")).encoding
    'GB18030'
    >>> decoded("サービス輸出は増加した".encode("shift_jis")).is_doubtful
    True
    """
    if data.startswith(_BOM_16) and not data.startswith(_BOM_32):
        return _marked_utf16(data)
    is_marked = data.startswith(_BOM)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return _national(data)
    if any(lost in text for lost in _LOST):
        return Decoded(None, UTF8, *_worst(text, lambda line: sum(line.count(lost) for lost in _LOST)), True)
    return Decoded(text, UTF8_BOM if is_marked else UTF8)


def _marked_utf16(data: bytes) -> Decoded:
    try:
        return Decoded(data.decode("utf-16"), UTF16)
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-16", "ignore")
        return Decoded(None, "", before.count("\n") + 1, data[error.start : error.start + 4].hex(" "))


def _national(data: bytes) -> Decoded:
    try:
        text = data.decode("gb18030")
    except UnicodeDecodeError:
        line, bad = _first_bad(data)
        return Decoded(None, "", line, bad)
    odd = [sign for sign in text if _is_odd(sign)]
    chinese = [sign for sign in text if "一" <= sign <= "鿿"]
    common = sum(sign in _COMMON for sign in chinese)
    too_rare = (
        common < _LEAST_COMMON * len(chinese)
        if len(chinese) >= _FEW
        else any(not _in_gb2312(sign) for sign in chinese)
    )
    if odd or too_rare:
        return Decoded(None, GB18030, *_worst(text, _strangeness), True)
    return Decoded(text, GB18030)


def _is_odd(sign: str) -> bool:
    """Is a sign one that no Chinese or English office writes: unassigned, private, kana, Hangul?"""
    if sign < "\u0250":
        return False
    return (
        unicodedata.category(sign) in ("Cn", "Co", "Cs")
        or "\u3041" <= sign <= "\u30ff"
        or "\u3105" <= sign <= "\u318e"
        or "\uac00" <= sign <= "\ud7a3"
        or "\u0400" <= sign <= "\u052f"
    )


def _in_gb2312(sign: str) -> bool:
    try:
        sign.encode("gb2312")
    except UnicodeEncodeError:
        return False
    return True


def _strangeness(line: str) -> float:
    return sum(_is_odd(sign) or ("一" <= sign <= "鿿" and sign not in _COMMON) for sign in line)


def _worst(text: str, measure: Callable[[str], float]) -> tuple[int, str]:
    lines = text.splitlines()
    places = sorted(range(len(lines)), key=lambda place: -measure(lines[place]))
    odd = lines[places[0]]
    start = next((place for place, sign in enumerate(odd) if ord(sign) > 0x7F), 0)
    return places[0] + 1, odd[start : start + 20]


def _first_bad(data: bytes) -> tuple[int, str]:
    """The line of the first byte that fits neither, and what stands there."""
    places = []
    for encoding in ("utf-8", "gb18030"):
        try:
            data.decode(encoding)
        except UnicodeDecodeError as error:
            places.append(error.start)
    place = max(places, default=0)
    return data[:place].count(b"\n") + 1, data[place : place + 4].hex(" ")
