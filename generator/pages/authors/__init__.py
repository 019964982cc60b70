"""Authors: their names in by-lines, a page for whoever has several papers, an index of all."""
