"""What stands on a page, each block a function of who reads: pieces in, no widget, no server."""
