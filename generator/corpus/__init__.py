"""Corpus: raw digests -> papers and digests, cleaned, identified and merged."""
