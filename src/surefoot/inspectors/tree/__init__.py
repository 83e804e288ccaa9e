"""Follow a call to its note and back, through pages of HTML or XHTML."""

from __future__ import annotations

from surefoot.inspectors.tree.exhibit import exhibition, styles
from surefoot.inspectors.tree.names import Element
from surefoot.inspectors.tree.places import repeated
from surefoot.inspectors.tree.sight import sight
from surefoot.inspectors.tree.style.sources import sheets
from surefoot.inspectors.tree.survey import Page
from surefoot.inspectors.tree.testimony import located, recover

__all__ = ["Element", "Page", "exhibition", "located", "recover", "repeated", "sheets", "sight", "styles"]
