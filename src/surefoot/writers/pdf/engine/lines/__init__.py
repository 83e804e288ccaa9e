"""Lines of text: where they break, and how high they are."""
