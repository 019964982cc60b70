"""Curation: the human decisions, in YAML, and what they make of the corpus."""
