"""Notes at the foot of pages."""
