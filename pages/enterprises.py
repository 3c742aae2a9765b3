"""How many service-trade enterprises does Chongqing have? The count, the value for each, and other counts."""

from pages.components.read import read

read("enterprises")
