"""The number formats that a workbook names by a number alone, as Chinese and English Excel and WPS show them."""

from __future__ import annotations

from collections.abc import Mapping

GENERAL = "General"
_YEAR_MONTH, _MONTH_DAY = 'yyyy"年"m"月"', 'm"月"d"日"'
_COMMA = r'_ * #,##0{0}_ ;_ * \-#,##0{0}_ ;_ * "-"??_ ;_ @_ '

BUILTIN: Mapping[int, str] = {
    0: GENERAL,
    1: "0",
    2: "0.00",
    3: "#,##0",
    4: "#,##0.00",
    5: '"$"#,##0_);\\("$"#,##0\\)',
    6: '"$"#,##0_);[Red]\\("$"#,##0\\)',
    7: '"$"#,##0.00_);\\("$"#,##0.00\\)',
    8: '"$"#,##0.00_);[Red]\\("$"#,##0.00\\)',
    9: "0%",
    10: "0.00%",
    11: "0.00E+00",
    12: "# ?/?",
    13: "# ??/??",
    14: "yyyy/m/d",
    15: "d-mmm-yy",
    16: "d-mmm",
    17: "mmm-yy",
    18: "h:mm AM/PM",
    19: "h:mm:ss AM/PM",
    20: "h:mm",
    21: "h:mm:ss",
    22: "yyyy/m/d h:mm",
    27: _YEAR_MONTH,
    28: _MONTH_DAY,
    29: _MONTH_DAY,
    30: "m-d-yy",
    31: 'yyyy"年"m"月"d"日"',
    32: 'h"时"mm"分"',
    33: 'h"时"mm"分"ss"秒"',
    34: 'AM/PMh"时"mm"分"',
    35: 'AM/PMh"时"mm"分"ss"秒"',
    36: _YEAR_MONTH,
    37: "#,##0_ ;\\-#,##0 ",
    38: "#,##0_ ;[Red]\\-#,##0 ",
    39: "#,##0.00_ ;\\-#,##0.00 ",
    40: "#,##0.00_ ;[Red]\\-#,##0.00 ",
    41: _COMMA.format(""),
    42: '_ "￥"* #,##0_ ;_ "￥"* \\-#,##0_ ;_ "￥"* "-"_ ;_ @_ ',
    43: _COMMA.format(".00"),
    44: '_ "￥"* #,##0.00_ ;_ "￥"* \\-#,##0.00_ ;_ "￥"* "-"??_ ;_ @_ ',
    45: "mm:ss",
    46: "[h]:mm:ss",
    47: "mm:ss.0",
    48: "##0.0E+0",
    49: "@",
    50: _YEAR_MONTH,
    51: _MONTH_DAY,
    52: _YEAR_MONTH,
    53: _MONTH_DAY,
    54: _MONTH_DAY,
    55: _YEAR_MONTH,
    56: _MONTH_DAY,
    57: _YEAR_MONTH,
    58: _MONTH_DAY,
}
"""After ECMA-376, 18.8.30; from 27 on those of zh-cn. 55 and 56 are times there and dates elsewhere: a whole day is no
time, so what is shown through them is read as a date."""
