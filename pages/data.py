"""Where do these figures come from? Every figure, every source, what does not fit, and the files."""

from pages.components.read import read

read("data")
