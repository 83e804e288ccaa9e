"""Paragraphs, headings, lists and whatever else stands on lines of its own."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from xml.etree.ElementTree import Element

from surefoot.composition import plain
from surefoot.delimiters import written
from surefoot.text import absolute, fold
from surefoot.writers.text import inline, tables
from surefoot.writers.text.ordinals import ordinals
from surefoot.writers.text.setting import Setting
from surefoot.writers.text.stacking import CODE_INDENT, Block, indented, stack
from surefoot.writers.text.wrapping import LINE_BREAK, collapse, wrap

_QUOTATION = 2
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


def paragraph(text: str, setting: Setting, *, heading: bool = False) -> Iterator[Block]:
    """Set ``text``; nothing where there are no words."""
    words = inline.run(text, setting, heading=heading)
    if words.strip():
        yield Block(tuple(wrap(words, setting.columns)), heading=heading)


def _is_block(element: Element) -> bool:
    """Whether ``element`` is a block, or a wrapper around some; a link prints its address, so it is none."""
    return element.tag != "a" and any(part.tag in inline.BLOCKS for part in element.iter())


def _paragraph(element: Element, setting: Setting) -> Iterator[Block]:
    return paragraph(inline.content(element, setting), setting)


def _heading(element: Element, setting: Setting) -> Iterator[Block]:
    return paragraph(inline.content(element, setting), setting, heading=True)


def _bulleted(element: Element, setting: Setting) -> Iterator[Block]:
    return _items(element, ["- "] * len(element), setting)


def _numbered(element: Element, setting: Setting) -> Iterator[Block]:
    return _items(element, [f"{written(number, element)}  " for number in ordinals(element)], setting)


def _items(element: Element, markers: Sequence[str], setting: Setting) -> Iterator[Block]:
    """Set a list; it is tight where no item holds a paragraph of its own, as HTML shows it."""
    tight = element.find("li/p") is None
    for rank, (item, marker) in enumerate(zip(element, markers, strict=True)):
        inner = (
            replace(block, tight=tight or block.tight) for block in flow(item, setting.indented(len(marker)))
        )
        yield Block(indented(stack(inner), len(marker), marker), tight=tight and rank > 0, open=True)


def _definitions(element: Element, setting: Setting) -> Iterator[Block]:
    """Set a definition list: each definition straight under its term, moved in."""
    for part in element:
        if part.tag == "dd":
            yield from _quotation(part, setting)
        else:
            yield from flow(part, setting)


def _quotation(element: Element, setting: Setting) -> Iterator[Block]:
    blocks = list(flow(element, setting.indented(_QUOTATION)))
    starts_with_code = bool(blocks) and blocks[0].code
    yield Block(
        indented(stack(blocks), _QUOTATION), tight=element.tag == "dd", code=starts_with_code, open=True
    )


def _verbatim(element: Element, setting: Setting) -> Iterator[Block]:
    """Set code as it stands."""
    code = inline.content(element, setting).replace(LINE_BREAK, "\n").expandtabs(len(CODE_INDENT))
    lines = [line.rstrip() for line in inline.shown(code).strip("\n").split("\n")]
    yield Block(indented(lines, len(CODE_INDENT)), code=True)


def _figure(element: Element, setting: Setting) -> Iterator[Block]:
    """Set a figure; where its caption is all it says, and repeats the alternative text, that is said once.

    With links, the two are not the same: an alternative text has none.
    """
    captions, pictures = list(element.iter("figcaption")), list(element.iter("img"))
    has_links = any(absolute(link.get("href", "")) for link in element.iter("a"))
    if len(captions) == len(pictures) == 1 and not has_links and not setting.in_note:
        said = {fold(text) for text in (plain(element), plain(captions[0]), pictures[0].get("alt", ""))}
        if len(said) == 1:
            words = collapse(inline.content(captions[0], setting))
            return paragraph(inline.picture(words, setting), setting)
    return flow(element, setting)


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
