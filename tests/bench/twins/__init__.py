"""The overview page as others would write it, to measure ours against."""
