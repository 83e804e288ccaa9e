"""What looks like a note reference, a note or a way back, by the conventions of common tools."""

from __future__ import annotations

import re

from surefoot.inspectors.tree.names import HEADINGS, Element, classes, kinds, name
from surefoot.inspectors.tree.note import href, mark

_MARK = re.compile(r"[0-9]{1,4}|[*†‡§¶#]{1,4}|[a-z]{1,2}|[ivxlcdm]{1,8}", re.IGNORECASE)
# pandoc, the processors of Markdown, Word, LibreOffice, calibre, MediaWiki, Asciidoctor and DocBook.
_TO_NOTE = re.compile(
    r"(?:user-content-)?(?:_?ftn|_?edn|fn|en|sd(?:foot|end)note|_?foot_?note|_?end_?note|note|cite_note)"
    r"(?:def)?[-_:.]?(?:\w*[-_])?[0-9ivxlc]+(?:sym)?",
    re.IGNORECASE,
)
_BACK = re.compile(r"ref|anc|back|src|return", re.IGNORECASE)
_CALLS = frozenset(
    (
        "endnoteref footnote footnote-anchor footnote-ref footnote-reference footnotecall footnoteref "
        "msoendnotereference msofootnotereference note-ref noteref sdendnoteanc sdfootnoteanc"
    ).split()
)
_WAYS = re.compile(
    r"foot-?note-?back|reversefootnote|back-?ref|back-?link|sd(?:foot|end)notesym", re.IGNORECASE
)
_WORDS_BACK = re.compile(r"(?:go |jump )?(?:back|up|return)\b", re.IGNORECASE)
_NO_NOTE = HEADINGS | frozenset("article body header main nav ol section table tbody toc tr ul".split())


def prints_a_mark(link: Element) -> bool:
    """Whether a link prints what notes are called by: a number, a letter or a sign."""
    return _MARK.fullmatch(mark(link)) is not None


def is_named_as_call(link: Element) -> bool:
    """Whether a link's address, its class or that of what it holds is what tools give to calls."""
    fragment = href(link).partition("#")[2]
    named = {each.lower() for element in link.iter("*") for each in classes(element)}
    return not named.isdisjoint(_CALLS) or bool(_TO_NOTE.fullmatch(fragment) and not _BACK.search(fragment))


def prints_a_way_back(link: Element) -> bool:
    """Whether a link in a note that leads to its call prints a sign, a mark or the word for it."""
    printed = "".join(link.itertext()).strip()
    signs = not any(char.isalpha() for char in printed) or prints_a_mark(link)
    return signs or any(map(_WAYS.search, classes(link))) or _WORDS_BACK.match(printed) is not None


def may_be_note(element: Element) -> bool:
    """Whether an element may be a note: neither heading nor row, nor what holds a page or its navigation."""
    said = kinds(element) | {name(element)}
    return said.isdisjoint(_NO_NOTE) and not any(name(each) in HEADINGS for each in element.iter("*"))


def is_named_as_notes(element: Element) -> bool:
    """Whether class or id of an element is what tools give to a section of notes."""
    names = {element.get("id", ""), *classes(element)}
    return any("notes" in each.lower() for each in names)
