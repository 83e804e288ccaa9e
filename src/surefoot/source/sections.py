"""Numbers of sections, where the source wants them: words of the headings, in every edition."""

from __future__ import annotations

from collections.abc import Iterator

from surefoot.model import Json
from surefoot.source.frontmatter import Front
from surefoot.source.tree import of_kind

_FIELDS = ("numbersections", "number-sections")
"""As pandoc's LaTeX template and its defaults files have it, and Quarto."""
_UNNUMBERED = "unnumbered"


def number(blocks: Json, yaml: Front) -> None:
    """Put ``1.2`` in front of each heading in ``blocks``, in place, if the front matter asks for it.

    Headings of the class ``unnumbered``, as in ``# Preface {-}``, have no number.
    """
    if not any(yaml.fields.get(field) is True for field in _FIELDS):
        return
    numbered = [header for header in of_kind(blocks, "Header") if _UNNUMBERED not in header["c"][1][1]]
    for header, figure in zip(numbered, _numbers([header["c"][0] for header in numbered]), strict=True):
        mark = {"t": "Span", "c": [["", ["section-number"], []], [{"t": "Str", "c": figure}]]}
        header["c"][2][:0] = [mark, {"t": "Space"}]


def _numbers(levels: list[int]) -> Iterator[str]:
    """Yield a number for each heading; a level that is left out has none."""
    open_levels: list[tuple[int, int]] = []
    for level in levels:
        while open_levels and open_levels[-1][0] > level:
            open_levels.pop()
        before = open_levels.pop()[1] if open_levels and open_levels[-1][0] == level else 0
        open_levels.append((level, before + 1))
        yield ".".join(str(count) for _, count in open_levels)
