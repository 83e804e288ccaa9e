"""The proof sheet: one page that shows an author, citation by citation, what every edition carries."""

from __future__ import annotations

from surefoot.sheet.page import sheet

__all__ = ["sheet"]
