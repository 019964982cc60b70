"""Pages: a curated corpus -> the plan of all that is to be written. Knows no Jinja and no disk."""
