"""What does the record hold on the words that a reader typed?"""

from pages.components.context import reader
from pages.components.search_results import search_results

search_results(reader())
