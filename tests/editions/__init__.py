"""Editions of the record that never change, for tests of lists and sentences to the letter.

`first` holds the figures of the first edition in the tables of today: a new figure enters data/published and not here.
"""

from pathlib import Path

FIRST = Path(__file__).with_name("first")
