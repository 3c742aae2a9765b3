"""What does the record hold on the words that a reader typed?"""

from pages.components.read import read

read("search")
