"""Paragraphs, headings, lists and whatever else stands on lines of its own."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from xml.etree.ElementTree import Element

from surefoot.writers.text import inline, tables
from surefoot.writers.text.setting import Setting
from surefoot.writers.text.stacking import Block, indented, stack
from surefoot.writers.text.wrapping import LINE_BREAK, harmless, wrap

_INDENT = 4
_SECTION_BREAK = "* * *"


def flow(element: Element, setting: Setting) -> Iterator[Block]:
    """Set what ``element`` holds: blocks, and the runs of text between them as paragraphs."""
    run = [element.text or ""]
    for child in element:
        if _is_block(child):
            yield from paragraph("".join(run), setting)
            yield from _OWN_MANNER.get(child.tag, flow)(child, setting)
            run = []
        else:
            run.append(inline.words(child, setting))
        run.append(child.tail or "")
    yield from paragraph("".join(run), setting)


def paragraph(text: str, setting: Setting) -> Iterator[Block]:
    """Set ``text``; nothing where there are no words."""
    if words := inline.run(text, setting):
        yield Block(tuple(wrap(words, setting.columns)))


def _is_block(element: Element) -> bool:
    """Whether ``element`` is a block, or a wrapper around some; a link prints its address, so it is none."""
    return element.tag != "a" and any(part.tag in inline.BLOCKS for part in element.iter())


def _paragraph(element: Element, setting: Setting) -> Iterator[Block]:
    return paragraph(inline.content(element, setting), setting)


def _heading(element: Element, setting: Setting) -> Iterator[Block]:
    return (replace(block, heading=True) for block in _paragraph(element, setting))


def _bulleted(element: Element, setting: Setting) -> Iterator[Block]:
    return _items(element, ["- "] * len(element), setting)


def _numbered(element: Element, setting: Setting) -> Iterator[Block]:
    markers: list[str] = []
    number = int(element.get("start", "1"))
    for item in element:
        number = int(item.get("value", number))
        markers.append(f"{number}. ")
        number += 1
    return _items(element, markers, setting)


def _items(element: Element, markers: Sequence[str], setting: Setting) -> Iterator[Block]:
    """Set a list; it is tight where no item holds a paragraph of its own, as HTML shows it."""
    tight = element.find("li/p") is None
    for rank, (item, marker) in enumerate(zip(element, markers, strict=True)):
        inner = (
            replace(block, tight=tight or block.tight) for block in flow(item, setting.indented(len(marker)))
        )
        yield Block(indented(stack(inner), len(marker), marker), tight=tight and rank > 0)


def _definitions(element: Element, setting: Setting) -> Iterator[Block]:
    """Set a definition list: each definition straight under its term, four columns in."""
    for part in element:
        if part.tag == "dd":
            yield from _quotation(part, setting)
        else:
            yield from flow(part, setting)


def _quotation(element: Element, setting: Setting) -> Iterator[Block]:
    lines = indented(stack(flow(element, setting.indented(_INDENT))), _INDENT)
    yield Block(lines, tight=element.tag == "dd")


def _verbatim(element: Element, setting: Setting) -> Iterator[Block]:
    """Set code as it stands."""
    text = inline.content(element, setting).replace(LINE_BREAK, "\n").expandtabs(_INDENT)
    lines = [line.rstrip() for line in text.strip("\n").split("\n")]
    if setting.in_note:
        lines = [harmless(line) for line in lines]
    yield Block(indented(lines, _INDENT))


def _figure(element: Element, setting: Setting) -> Iterator[Block]:
    """Set a figure; a caption hidden from speech repeats the alternative text, and is said once."""
    repeated = element.find("figcaption[@aria-hidden='true']")
    if repeated is None or setting.in_note:
        return flow(element, setting)
    caption = inline.run(inline.content(repeated, setting), setting)
    return paragraph(f"[{setting.words.image}: {caption}]", setting)


def _section_break(_: Element, __: Setting) -> Iterator[Block]:
    yield Block((_SECTION_BREAK,))


def _table(element: Element, setting: Setting) -> Iterator[Block]:
    for caption in element.iterfind("caption"):
        yield from flow(caption, setting)
    yield from tables.rows(element, setting)


_OWN_MANNER: Mapping[str, Callable[[Element, Setting], Iterator[Block]]] = {
    "p": _paragraph,
    **dict.fromkeys(["h1", "h2", "h3", "h4", "h5", "h6"], _heading),
    "ul": _bulleted,
    "ol": _numbered,
    "dl": _definitions,
    "blockquote": _quotation,
    "pre": _verbatim,
    "figure": _figure,
    "table": _table,
    "hr": _section_break,
}
