"""What stands around the text: the title page before it, the colophon behind it."""
