"""Documents at random for the PDF writer: every note is looked for in the finished file."""
