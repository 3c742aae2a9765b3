"""The columns of the contract register (服务外包合同台账): one row a contract and month."""

from __future__ import annotations

from dataclasses import dataclass

import pyarrow as pa

MONEY = pa.decimal128(18, 2)
KEY = ("contract_id", "month")


@dataclass(frozen=True)
class Field:
    """What stands in one column of the register, and how is it stored? `rollup.po` says what a cell may be."""

    name: str
    type: pa.DataType
    meaning: str


FIELDS = (
    Field("contract_id", pa.string(), "the contract"),
    Field("enterprise_id", pa.string(), "the enterprise that carries it out"),
    Field("signed_on", pa.date32(), "the day it was signed"),
    Field("month", pa.date32(), "first day"),
    Field("business_type", pa.string(), "type of outsourcing"),
    Field("sector", pa.string(), "sector of the service"),
    Field("client_area", pa.string(), "where the client is"),
    Field("district", pa.string(), "where the enterprise is"),
    Field("offshore", pa.bool_(), "is the client outside the mainland"),
    Field("contract_usd", MONEY, "value of the whole contract"),
    Field("executed_usd", MONEY, "carried out in the month"),
)
NAMES = tuple(field.name for field in FIELDS)
ARROW = pa.schema([pa.field(field.name, field.type) for field in FIELDS])
MONEY_COLUMNS = tuple(field.name for field in FIELDS if field.type == MONEY)
