"""What people type where a figure or a period belongs, read without guessing."""

from lib.catalog.quantities.change import read_change
from lib.catalog.quantities.figure import Quantity, read_quantity
from lib.catalog.quantities.period import read_period
from lib.catalog.quantities.unreadable import Unreadable

__all__ = ["Quantity", "Unreadable", "read_change", "read_period", "read_quantity"]
