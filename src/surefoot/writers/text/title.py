"""The title block: who publishes what, by whom, when."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from surefoot.composition import Composition
from surefoot.dates import printed
from surefoot.model import Author
from surefoot.writers.text import inline
from surefoot.writers.text.blocks import paragraph
from surefoot.writers.text.setting import Setting
from surefoot.writers.text.stacking import Block


def title_block(composition: Composition, setting: Setting) -> Iterator[Block]:
    """Set what the front matter says, from the publisher to the rights."""
    metadata = composition.metadata
    yield from paragraph(metadata.publisher, setting)
    yield from paragraph(inline.content(composition.title, setting), setting, heading=True)
    yield from paragraph(metadata.subtitle, setting)
    for author in metadata.authors:
        yield from _author(author, setting)
    if metadata.date:
        yield from paragraph(
            f"{setting.words.published} {printed(metadata.date, metadata.language)}", setting
        )
    yield from paragraph(metadata.rights, setting)


def _author(author: Author, setting: Setting) -> Iterator[Block]:
    yield from paragraph(author.name, setting)
    for line in (author.role, author.affiliation):
        yield from (replace(block, tight=True) for block in paragraph(line, setting))
