"""Which files set a text, one instead of the other."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path

from surefoot.faces.companions import files, ordered
from surefoot.faces.face import Face, family


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
    own = (
        [Face(file, family(file)) for file in files(folders) if file not in _ours().values()]
        if folders
        else []
    )
    return tuple(dict.fromkeys(_chosen(ordered(tuple(families), language), styles, own)))


@cache
def _ours() -> Mapping[str, Path]:
    """Return the files that come with us, by their names without suffix."""
    return {file.stem: file for file in files(())}


def _chosen(families: Sequence[str], styles: Sequence[str], own: Sequence[Face]) -> Iterator[Face]:
    ours = _ours()
    for name in families:
        yield from (face for face in own if face.family == name)
        stems = (f"{name.replace(' ', '')}-{style}" for style in styles)
        yield from (Face(ours[stem], name) for stem in stems if stem in ours)
    yield from own
