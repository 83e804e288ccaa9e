"""Damages files at random, again and again, and asks each time whether anybody notices: ``make mutants``."""
