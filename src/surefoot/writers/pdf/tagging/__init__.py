"""The structure tree: what every piece of a page is, in reading order."""
