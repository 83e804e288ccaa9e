"""What the file says of itself and carries: variant, metadata, attachments."""
