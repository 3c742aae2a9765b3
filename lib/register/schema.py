"""The columns of the contract register (服务外包合同台账): one row a contract and month."""

from __future__ import annotations

from dataclasses import dataclass

import pyarrow as pa

MONEY = pa.decimal128(18, 2)
KEY = ("contract_id", "month")


@dataclass(frozen=True)
class Field:
    """What stands in one column of the register, how is it stored, and what must a CSV cell look like?"""

    name: str
    type: pa.DataType
    pattern: str
    allowed: str
    meaning: str


_TEXT = r".+"
_DAY = r"[0-9]{4}-[0-9]{2}-[0-9]{2}"
_AMOUNT = r"-?[0-9]{1,15}(\.[0-9]{1,2})?"

FIELDS = (
    Field("contract_id", pa.string(), _TEXT, "text", "the contract"),
    Field("enterprise_id", pa.string(), _TEXT, "text", "the enterprise that carries it out"),
    Field("signed_on", pa.date32(), _DAY, "a date such as 2021-08-31", "the day it was signed"),
    Field("month", pa.date32(), rf"{_DAY}|[0-9]{{4}}-[0-9]{{2}}", "a month such as 2021-08", "first day"),
    Field("business_type", pa.string(), _TEXT, "ito, bpo or kpo", "type of outsourcing"),
    Field("sector", pa.string(), _TEXT, "a code of lib/register/codes.py", "sector of the service"),
    Field("client_area", pa.string(), _TEXT, "two letters of ISO 3166-1", "where the client is"),
    Field("district", pa.string(), _TEXT, "six digits of GB/T 2260", "where the enterprise is"),
    Field(
        "offshore", pa.bool_(), r"(?i)true|false|1|0", "true or false", "is the client outside the mainland"
    ),
    Field("contract_usd", MONEY, _AMOUNT, "dollars and cents such as 1200.50", "value of the whole contract"),
    Field("executed_usd", MONEY, _AMOUNT, "dollars and cents such as 1200.50", "carried out in the month"),
)
NAMES = tuple(field.name for field in FIELDS)
ARROW = pa.schema([pa.field(field.name, field.type) for field in FIELDS])
MONEY_COLUMNS = tuple(field.name for field in FIELDS if field.type == MONEY)
