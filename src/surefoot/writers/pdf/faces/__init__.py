"""Faces beside those of the text: which script needs which, and what is missing."""
