"""What words are: names, posts, organisations, days."""
