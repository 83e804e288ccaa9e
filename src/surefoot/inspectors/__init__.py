"""The independent witnesses: each reads one kind of finished file."""
