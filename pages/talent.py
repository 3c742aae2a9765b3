"""How far has the talent programme come? The plan and what is known of it, the years it takes, the bases."""

from pages.components.read import read

read("talent")
