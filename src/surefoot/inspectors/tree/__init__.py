"""Follow a call to its note and back, through pages of HTML or XHTML."""

from __future__ import annotations

from surefoot.inspectors.tree.exhibit import exhibition
from surefoot.inspectors.tree.names import Element
from surefoot.inspectors.tree.places import repeated
from surefoot.inspectors.tree.sight import sight
from surefoot.inspectors.tree.style.sources import sheets
from surefoot.inspectors.tree.survey import Page
from surefoot.inspectors.tree.testimony import recover

__all__ = ["Element", "Page", "exhibition", "recover", "repeated", "sheets", "sight"]
