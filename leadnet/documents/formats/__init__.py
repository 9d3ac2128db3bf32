"""Files of every format as numbered lines."""
