"""Random files for `python -m lib.catalog check`, for as long as one likes: `python -m tests.fuzz --minutes 10`."""
