"""Papers: the one that readers print on, and small ones, where everything goes over the page."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Paper:
    """What is printed on, and how much."""

    name: str
    least: int
    """Blocks of a document."""
    most: int
    giants: float
    """How many notes are giants."""
    giant: int
    """Words of a giant, which fill ten pages."""

    def stylesheet(self, seed: int) -> str:
        """Return the stylesheet of the document of that number, empty for our own."""
        return _small(height=220 + seed * 37 % 200, orphans=1 + seed % 3) if self.name == "small" else ""


A4 = Paper("A4", 5, 20, 0.001, 6000)
SMALL = Paper("small", 3, 11, 0.001, 1700)
PAPERS = {paper.name: paper for paper in (A4, SMALL)}


def _small(height: int, orphans: int) -> str:
    return f"""
:root {{
  --page-size: 7.5pt; --page-note-size: 6pt; --page-note-leading: 1.2; --page-shoulder: 0mm;
  --page-top: 20px; --page-bottom: 20px; --page-start: 20px; --page-end: 20px;
}}
@page {{
  size: 320px {height}px; font-size: 5pt;
  @top-left {{ margin-bottom: 2px; padding: 0 }} @top-right {{ margin-bottom: 2px; padding: 0 }}
  @bottom-left {{ margin-top: 2px; font-size: 5pt }} @bottom-right {{ margin-top: 2px; font-size: 5pt }}
  @footnote {{ margin-top: 4px; padding-top: 2px }}
}}
html {{ orphans: {orphans}; widows: {orphans} }}
fn-note .number {{ font-size: 6pt; line-height: 1.2 }}
img, figure img {{ max-height: 90px }}
"""
