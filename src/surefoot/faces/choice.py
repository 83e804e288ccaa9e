"""Which files set a text, one instead of the other."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from surefoot.faces.companions import files, ordered
from surefoot.faces.face import Face


def faces(
    families: Sequence[str], styles: Sequence[str], language: str, folders: Sequence[Path]
) -> tuple[Face, ...]:
    """Return the faces that may set a text: of those that have a glyph, the first does.

    Args:
        families: those that are asked for.
        styles: the end of the names of our files, the best first: ``Semibold``, ``Regular``.
        language: of the text, BCP 47.
        folders: with fonts of the author's own.

    Raises:
        WriterError: there is no such folder, or no font in it.
    """
    ours = {file.stem: file for file in files(())}
    own = [Face(file) for file in files(folders) if file not in ours.values()]
    return tuple(dict.fromkeys(_chosen(ordered(tuple(families), language), styles, ours, own)))


def _chosen(
    families: Sequence[str], styles: Sequence[str], ours: Mapping[str, Path], own: Sequence[Face]
) -> Iterator[Face]:
    for family in families:
        yield from (face for face in own if face.family == family)
        stems = (f"{family.replace(' ', '')}-{style}" for style in styles)
        yield from (Face(ours[stem]) for stem in stems if stem in ours)
    yield from own
