"""Our own formats: each makes one kind of file of a composition."""
