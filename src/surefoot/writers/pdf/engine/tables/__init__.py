"""Tables: their widths, their rows, their rules."""
