"""The notes at the end of the file: label, content, way back."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from surefoot.composition import ComposedNote
from surefoot.writers.text.blocks import flow
from surefoot.writers.text.gate import refuse_lost_words
from surefoot.writers.text.setting import Setting
from surefoot.writers.text.stacking import Block, indented, stack
from surefoot.writers.text.wrapping import wrap

_INDENT = 4
_UP = "↑ "


def note_block(note: ComposedNote, title: str, setting: Setting) -> Block:
    """Set a note: its label at the line's start, all its other lines moved in by four columns.

    The last of them is the way back: the sections that call it, the document's
    ``title`` standing for what comes before the first heading.
    """
    label = setting.label(note.number) + " "
    inner = replace(setting.indented(max(_INDENT, len(label))), in_note=True)
    blocks = list(flow(note.element, inner))
    refuse_lost_words(note.element, stack(blocks), inner)
    return Block(indented(stack([*blocks, *_way_back(note, title, inner)]), _INDENT, label))


def _way_back(note: ComposedNote, title: str, setting: Setting) -> Iterator[Block]:
    sections = dict.fromkeys(call.section or title for call in note.calls)
    lines = wrap(setting.words.cited_in.format("; ".join(sections)), setting.columns - len(_UP))
    yield Block(indented(lines, len(_UP), _UP), tight=True)
