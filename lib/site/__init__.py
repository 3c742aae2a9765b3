"""The pages as plain data: the table of them, what stands on each, and that as HTML. No server, no widget."""
