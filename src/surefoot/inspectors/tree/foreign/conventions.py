"""Find calls, notes and ways back that no role tells, and give them their roles."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from surefoot.inspectors.tree.foreign.marks import (
    is_named_as_call,
    is_named_as_notes,
    may_be_note,
    prints_a_mark,
    prints_a_way_back,
)
from surefoot.inspectors.tree.foreign.ties import Tie, Ties
from surefoot.inspectors.tree.names import Element, extent, kinds, name
from surefoot.inspectors.tree.note import mark
from surefoot.inspectors.tree.survey import NOTE, NOTES, Page

_WRAPS = frozenset({"aside", "dd", "div", "dl", "li", "p"})


def annotate(pages: Sequence[Page]) -> bool:
    """Give the ``pages`` in place the roles that they lack.

    Returns:
        whether it can be told of the notes what stands beside them.
    """
    said = {each for page in pages for element in page.body.iter("*") for each in kinds(element)}
    calls_are_said, notes_are_said = "noteref" in said, bool(said & (NOTE | NOTES))
    if calls_are_said and notes_are_said and "backlink" in said:
        return True
    ties = Ties(pages)
    backs = {tie: list(ties.back(tie)) for tie in ties.all}
    calls = [tie for tie in ties.all if _is_call(tie, backs[tie], said=calls_are_said)]
    if not calls_are_said:
        _say("doc-noteref", (call.element for call in calls))
    if "backlink" not in said:
        ways = [way for call in calls for way in backs[call] if prints_a_way_back(way.element)]
        _say("doc-backlink", (way.element for way in ways))
    return notes_are_said or _name_notes(calls, backs)


def _is_call(tie: Tie, backs: Sequence[Tie], *, said: bool) -> bool:
    if said:
        return "noteref" in kinds(tie.element)
    leads = bool(backs) or is_named_as_call(tie.element)
    return leads and prints_a_mark(tie.element) and may_be_note(tie.block)


def _name_notes(calls: Sequence[Tie], backs: Mapping[Tie, Sequence[Tie]]) -> bool:
    """Name the notes that are called, and the sections that hold them, if they hold nothing else."""
    ends = {element for call in calls for element in (call.element, call.target)}
    largest = {call.target: _note(call, ends) for call in calls}
    notes: dict[Element, None] = {}
    for call in calls:
        note = largest[call.target]
        if may_be_note(note) and (backs[call] or is_named_as_call(call.element) or _bears(note, call)):
            notes[note] = None
            _say("doc-backlink", _head(note, mark(call.element)))
    _say("doc-footnote", notes)
    holders = {note.getparent() for note in notes}
    sections = {_section(holder, {call.element for call in calls}) for holder in holders}
    _say("doc-endnotes", (section for section in sections if section is not None))
    return None not in sections


def _note(call: Tie, ends: Collection[Element]) -> Element:
    """Return the largest element around what a call leads to that has to do with no other call."""
    note = call.block
    while (around := note.getparent()) is not None and name(around) in _WRAPS:
        others = any(each in ends and each is not call.target for each in around.iter("*"))
        if others or is_named_as_notes(around) or not may_be_note(around):
            break
        note = around
    return note


def _section(section: Element | None, calls: Collection[Element]) -> Element | None:
    """Return the section of notes around one that holds some; None where they stand amidst the text."""
    if section is None:
        return None
    while (around := section.getparent()) is not None and is_named_as_notes(around):
        section = around
    listed = name(section) in {"ol", "ul", "dl"} or is_named_as_notes(section)
    return section if listed and not any(each in calls for each in section.iter("*")) else None


def _bears(note: Element, call: Tie) -> bool:
    """Whether a note begins with the mark of its call."""
    return "".join(note.itertext()).strip(" \t\n[(").startswith(mark(call.element))


def _head(note: Element, number: str) -> Iterator[Element]:
    """Yield the element at the head of a note that prints its number without being a link."""
    first = next((each for each in note.iter("*") if (each.text or "").strip()), None)
    if first is None or first is note or name(first) not in {"b", "span", "strong", "sup"}:
        return
    if mark(first).rstrip(".:") == number and next(first.iterancestors("{*}a"), None) is None:
        yield first


def _say(role: str, elements: Iterable[Element]) -> None:
    for element in elements:
        if role in {"doc-noteref", "doc-backlink"}:
            _absorb_brackets(element)
        element.set("role", f"{element.get('role', '')} {role}".strip())


def _absorb_brackets(link: Element) -> None:
    """Take away a pair of square brackets right around a mark: they are its own, and none of the prose."""
    inner = set(link.iter("*"))
    for element in (link, *(each for each in extent(link) if each not in inner)):
        around, before = element.getparent(), element.getprevious()
        if around is None:
            return
        text = ((around.text if before is None else before.tail) or "").rstrip()
        behind = (element.tail or "").lstrip()
        if text.endswith("[") and behind.startswith("]"):
            element.tail = behind[1:]
            if before is None:
                around.text = text[:-1]
            else:
                before.tail = text[:-1]
            return
