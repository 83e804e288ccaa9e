"""Changes to the judge's own code, one at a time: a change that no test notices shows a missing test."""
