"""Glyphs: the fonts they come from, and the letters they stand for."""
