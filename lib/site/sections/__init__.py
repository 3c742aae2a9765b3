"""Parts of a page with choices of their own: what is listed, filtered, turned over and taken along."""
