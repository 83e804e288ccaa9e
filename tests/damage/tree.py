"""Damages to the element trees of HTML and EPUB, by roles and links alone."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable

from lxml import etree

from damage import other_letter
from surefoot.promise import Fault

NOWHERE = "#nowhere"
_BLOCKS = {"body", "dd", "div", "dt", "h1", "h2", "h3", "h4", "h5", "h6", "li", "p", "td", "th"}


class Publication:
    """Element trees in reading order, by their paths."""

    def __init__(self, pages: dict[str, etree._Element]) -> None:
        self.pages = pages

    def calls(self) -> list[tuple[str, etree._Element]]:
        return [(path, call) for path, root in self.pages.items() for call in _of_role(root, "doc-noteref")]

    def target(self, path: str, href: str) -> etree._Element:
        file, _, name = href.partition("#")
        page = posixpath.normpath(posixpath.join(posixpath.dirname(path), file)) if file else path
        return next(element for element in self.pages[page].iter() if element.get("id") == name)

    def note(self, place: int) -> etree._Element:
        path, call = self.calls()[place - 1]
        return self.target(path, call.get("href", ""))

    def way_back(self, place: int) -> etree._Element:
        path, call = self.calls()[place - 1]
        ways = _of_role(self.note(place), "doc-backlink")
        return next(way for way in ways if self.target(path, way.get("href", "")) is call)


Edit = Callable[[Publication, int], None]


def _of_role(root: etree._Element, role: str) -> list[etree._Element]:
    return [element for element in root.iter("{*}a") if role in element.get("role", "").split()]


def _alter_a_letter(publication: Publication, place: int) -> None:
    note = publication.note(place)
    words = next(text for text in note.xpath(".//text()[not(ancestor::*[@href])]") if re.search(r"\w", text))
    _write(words, other_letter(words, re.search(r"[^\W\d_]", words).start()))


def _write(words: etree._ElementUnicodeResult, new: str) -> None:
    """Put ``new`` where ``words`` stand in their tree."""
    if words.is_tail:
        words.getparent().tail = new
    else:
        words.getparent().text = new


def _lose_the_text(publication: Publication, place: int) -> None:
    """Keep the note's number, addresses and ways back."""
    note = publication.note(place)
    for words in note.xpath(".//text()[not(ancestor::*[@href])]"):
        _write(words, "")
    for link in note.iter("{*}a"):
        if "doc-backlink" not in link.get("role", "").split():
            _print_address(link)
    for shown in list(note.iter("{*}img", "{*}math")):
        shown.drop_tree() if hasattr(shown, "drop_tree") else shown.getparent().remove(shown)


def _print_address(link: etree._Element) -> None:
    for child in list(link):
        link.remove(child)
    link.text = link.get("href")


def _alter_the_mark(publication: Publication, place: int) -> None:
    call = publication.calls()[place - 1][1]
    words = next(text for text in call.xpath(".//text()") if re.search(r"\d", text))
    _write(words, re.sub(r"(\d+)", r"\g<1>0", words))


def _alter_the_claim(publication: Publication, place: int) -> None:
    call = publication.calls()[place - 1][1]
    before = call.xpath("preceding::text()[not(ancestor::*[@href])]")
    words = next(text for text in reversed(before) if re.search(r"[^\W\d_]", text))
    _write(words, other_letter(words, [letter.start() for letter in re.finditer(r"[^\W\d_]", words)][-1]))


def _alter_an_address(publication: Publication, place: int) -> None:
    """Alter target and printed address alike, as a typesetter would who broke it."""
    link = next(link for link in publication.note(place).iter("{*}a") if ":" in link.get("href", ""))
    printed = "".join(link.itertext()).strip() == link.get("href")
    link.set("href", link.get("href", "") + "x")
    if printed:
        _print_address(link)


def _lead_elsewhere(publication: Publication, place: int) -> None:
    """Lead a call to the note of another call on its page."""
    path, call = publication.calls()[place - 1]
    others = [other.get("href", "") for at, other in publication.calls() if at == path]
    call.set("href", next(href for href in others if href != call.get("href")))


def _kill_the_jump(publication: Publication, place: int) -> None:
    publication.calls()[place - 1][1].set("href", NOWHERE)


def _kill_the_way_back(publication: Publication, place: int) -> None:
    publication.way_back(place).set("href", NOWHERE)


def _remove_the_call(publication: Publication, place: int) -> None:
    call = publication.calls()[place - 1][1]
    before = call.getprevious()
    if before is not None:
        before.tail = (before.tail or "") + (call.tail or "")
    else:
        call.getparent().text = (call.getparent().text or "") + (call.tail or "")
    call.getparent().remove(call)


def _add_a_call(publication: Publication, place: int) -> None:
    """Call the same note a second time, at the beginning of the block of the first call."""
    call = publication.calls()[place - 1][1]
    holder = next(block for block in call.iterancestors() if etree.QName(block).localname in _BLOCKS)
    added = etree.SubElement(holder, call.tag, role="doc-noteref", href=call.get("href", ""))
    added.text, added.tail, holder.text = "".join(call.itertext()), holder.text, None
    holder.insert(0, added)


EDITS: tuple[tuple[str, Fault, Edit], ...] = (
    ("a letter of the note altered", Fault.NOTE, _alter_a_letter),
    ("the text of the note lost", Fault.NOTE, _lose_the_text),
    ("the mark altered", Fault.MARK, _alter_the_mark),
    ("the words of the claim altered", Fault.CLAIM, _alter_the_claim),
    ("an address altered", Fault.LINKS, _alter_an_address),
    ("the call led elsewhere", Fault.JUMP, _lead_elsewhere),
    ("the jump of the call killed", Fault.JUMP, _kill_the_jump),
    ("the way back killed", Fault.BACK, _kill_the_way_back),
    ("the call removed", Fault.LOST, _remove_the_call),
    ("a call added", Fault.INVENTED, _add_a_call),
)
