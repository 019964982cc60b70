"""Relations: which papers are near one another by what they say, and the words that they share."""
