"""Tests of the pages: a curated corpus goes in, a plan comes out."""
