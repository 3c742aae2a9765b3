"""What else can the published figures show? Any of them, chosen and drawn."""

from pages.components.read import read

read("explore")
