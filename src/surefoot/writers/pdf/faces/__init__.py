"""What the faces of a PDF lack: glyphs, and families that a style asks for."""
