"""Do emerging sectors make up more than half of services trade? The line, what is known, and what is not."""

from pages.components.read import read

read("emerging_sectors")
