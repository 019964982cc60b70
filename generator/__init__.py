"""Broadsheet: turns raw paper digests and a few YAML files into a searchable website."""
