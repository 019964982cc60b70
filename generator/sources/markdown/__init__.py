"""Markdown as people write lists of papers: its cells, its units, and the papers that they hold."""
