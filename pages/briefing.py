"""How do charts become a briefing? Choose, put in order, look at it, and take it along in any format."""

from pages.components.read import read

read("briefing")
