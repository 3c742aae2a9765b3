"""How is Chongqing's trade in services doing? The answer, five figures, charts, and five sentences."""

from pages.components.read import read

read("overview")
