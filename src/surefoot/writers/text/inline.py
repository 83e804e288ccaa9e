"""The words of a run of text: marks, links, pictures and formulas as plain text shows them."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from xml.etree.ElementTree import Element

from surefoot.composition import is_call
from surefoot.formulas import is_typed, tex
from surefoot.text import absolute, address, without_address
from surefoot.writers.text.setting import Setting
from surefoot.writers.text.wrapping import LINE_BREAK, NO_BREAK_SPACE, WORD_JOINER, collapse, guarded

BLOCKS = frozenset(
    {
        "blockquote", "caption", "dd", "details", "div", "dl", "dt", "figcaption", "figure",
        "h1", "h2", "h3", "h4", "h5", "h6", "hr", "li", "ol", "p", "pre", "section", "summary",
        "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul",
    }
)  # fmt: skip
"""The elements that stand on lines of their own."""
# Noncharacters, which Unicode keeps for such use: our own brackets, while the author's are held apart.
_PICTURE, _ADDRESS = ("\ufdd0", "\ufdd1"), ("\ufdd2", "\ufdd3")
_ADDRESSES = re.compile(f" ?{_ADDRESS[0]}[^{_ADDRESS[1]}]*{_ADDRESS[1]}")
_SHOWN = str.maketrans(dict(zip("".join(_PICTURE + _ADDRESS), "[]<>", strict=True)))
_LIKE_OURS = re.compile(r"\[(?=\w+(?: \w+)? ?[:\uff1a])|<(?=[A-Za-z][A-Za-z0-9+.-]*:)")

_LIKE_ADDRESS = re.compile(r"(?<!\w)[A-Za-z][A-Za-z0-9+.-]*://")


def run(text: str, setting: Setting, *, heading: bool = False) -> str:
    """Return ``text`` ready to be wrapped: spaces as HTML shows them, each mark glued to the word before it.

    A space before a mark goes where another one follows; else it stays, as one that does not break.
    A mark that has no word before it gets an invisible WORD JOINER, so that no line begins with a mark.
    """
    mark = setting.mark.pattern
    glued = re.sub(
        rf"[ {LINE_BREAK}]+(?=(?:{mark})+(?:[ {LINE_BREAK}]|$))", "", distinct(collapse(text), setting)
    )
    glued = re.sub(rf"[ {LINE_BREAK}]+(?={mark})", NO_BREAK_SPACE, glued)
    lines = (guarded(line, heading=heading) for line in glued.split(LINE_BREAK))
    return LINE_BREAK.join(WORD_JOINER + line if setting.mark.match(line) else line for line in lines)


def shown(text: str) -> str:
    """Return ``text`` with the brackets of pictures and addresses as they are printed."""
    return text.translate(_SHOWN)


def distinct(text: str, setting: Setting) -> str:
    """Return ``text`` as printed, what looks like a picture or an address kept apart by a WORD JOINER."""
    if not setting.prints_addresses:
        text = _LIKE_ADDRESS.sub(lambda found: WORD_JOINER + found[0], text)
    return shown(_LIKE_OURS.sub(lambda bracket: bracket[0] + WORD_JOINER, text))


def without_extras(text: str, setting: Setting) -> str:
    """Return ``text`` without addresses, and of its pictures the words alone."""
    beginning = f"{_PICTURE[0]}{setting.words.image}: "
    return _ADDRESSES.sub("", text).replace(beginning, "").replace(_PICTURE[1], "")


def picture(words: str, setting: Setting) -> str:
    """Return ``words`` marked as what a picture shows."""
    return f"{setting.words.image}: {words}".join(_PICTURE)


def content(element: Element, setting: Setting) -> str:
    """Return the words inside ``element``, white space as it stands."""
    parts = [element.text or ""]
    for child in element:
        parts += [words(child, setting), child.tail or ""]
    return "".join(parts)


def words(element: Element, setting: Setting) -> str:
    """Return ``element`` in plain text, without what follows it.

    Emphasis, superscripts and whatever else only changes the shape of letters
    leaves no trace: any sign for it would be a character that the author did
    not write, and the note would no longer be the promised one.
    """
    said = _OWN_MANNER.get(element.tag, content)(element, setting)
    return f"{LINE_BREAK}{said}{LINE_BREAK}" if element.tag in BLOCKS else said


def _link(link: Element, setting: Setting) -> str:
    """A link's words, then its address as RFC 3986, appendix C delimits it in plain text."""
    if is_call(link):
        return setting.label(link.text or "")
    said, target = content(link, setting), link.get("href", "")
    if not absolute(target):
        return said
    printed = address(target).join(_ADDRESS)
    return f"{said} {printed}" if without_address(said, target).strip() else printed


def _image(image: Element, setting: Setting) -> str:
    alternative = image.get("alt", "")
    return picture(alternative, setting) if alternative else ""


def is_formula(element: Element) -> bool:
    """Whether an element is a formula: MathML, or its TeX."""
    return element.tag == "math" or is_typed(element)


def _formula(formula: Element, setting: Setting) -> str:
    return tex(formula) or content(formula, setting)


def _code_block(code: Element, setting: Setting) -> str:
    return content(code, setting).replace("\n", LINE_BREAK)


def _line_break(_: Element, __: Setting) -> str:
    return LINE_BREAK


_OWN_MANNER: Mapping[str, Callable[[Element, Setting], str]] = {
    "a": _link,
    "br": _line_break,
    "img": _image,
    "math": _formula,
    "pre": _code_block,
}
