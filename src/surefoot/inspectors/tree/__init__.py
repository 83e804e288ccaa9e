"""Follow a call to its note and back, through pages of HTML or XHTML."""

from __future__ import annotations

from surefoot.inspectors.tree.follow import recover
from surefoot.inspectors.tree.survey import Page

__all__ = ["Page", "recover"]
