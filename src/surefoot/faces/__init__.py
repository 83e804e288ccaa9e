"""Faces of the fonts that come with us: which stands in for which script, and what it can set."""
