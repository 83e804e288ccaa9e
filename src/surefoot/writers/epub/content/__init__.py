"""The content documents: ids, notes, parts, and the XHTML they are written in."""
