"""All damages of each format."""

from __future__ import annotations

from collections.abc import Mapping

from damage import Damage
from damage.epub import EPUB
from damage.html import HTML
from damage.pdf import PDF
from damage.text import TEXT

DAMAGES: Mapping[str, tuple[Damage, ...]] = {"pdf": PDF, "epub": EPUB, "html": HTML, "txt": TEXT}
