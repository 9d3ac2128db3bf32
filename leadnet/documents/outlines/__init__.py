"""Which lines of a paper are its head, its lists and its items."""
