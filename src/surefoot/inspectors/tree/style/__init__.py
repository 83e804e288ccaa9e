"""What style sheets make of a page, as far as it decides what can be seen."""
