"""Texts as HTML, the same for the live pages and for the edition that opens from a file."""
