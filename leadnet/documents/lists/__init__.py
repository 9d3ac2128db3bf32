"""Attendance lists and sentences: their entries, and what is said of each."""
