"""What was decided, what is to be done, by whom and when."""
