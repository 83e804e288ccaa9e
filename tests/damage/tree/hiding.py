"""Ways to hide a call or a note of an element tree from whoever looks at the page."""

from __future__ import annotations

from lxml import etree

from damage.tree.citations import Edit
from damage.tree.publication import Publication, alike
from surefoot.promise import Fault

_STYLES = {
    "no display": "display: none",
    "no visibility": "visibility: hidden",
    "no opacity": "opacity: 0",
    "no size of letters": "font-size: 0",
    "a place off the page": "position: absolute; left: -9999px",
    "clipping": "position: absolute; clip-path: inset(50%)",
    "clipping of old": "position: absolute; clip: rect(0 0 0 0)",
    "no height": "display: block; height: 0; padding: 0; overflow: hidden",
    "no scale": "display: inline-block; transform: scale(0)",
}
_COLOURS = {
    "no colour": "color: transparent",
    "the colour of the ground": "color: #fff; background: #fff",
}
"""A style sheet may colour links apart."""
_SHEETS = {
    "no display": "display: none !important",
    "no opacity": "opacity: 0",
    "a place off the page": "position: fixed; top: -2000em",
}


def _whole(publication: Publication, place: int) -> etree._Element:
    """Return the note, with the item of a list around it that holds nothing else."""
    note = publication.called_once(place)
    around = note.getparent()
    return around if around.get("role") == "listitem" else note


def _styled(rules: str) -> tuple[Edit, Edit]:
    def hide_the_note(publication: Publication, place: int) -> None:
        _whole(publication, place).set("style", rules)

    def hide_the_call(publication: Publication, place: int) -> None:
        publication.call(place).set("style", rules)

    return hide_the_note, hide_the_call


def _coloured(rules: str) -> tuple[Edit, Edit]:
    def hide_the_note(publication: Publication, place: int) -> None:
        for element in _whole(publication, place).iter("*"):
            element.set("style", rules)

    return hide_the_note, _styled(rules)[1]


def _in_a_sheet(rules: str) -> tuple[Edit, Edit]:
    def hide_the_note(publication: Publication, place: int) -> None:
        note = publication.called_once(place)
        publication.style(note, f"#{note.get('id')} {{ {rules} }}")

    def hide_the_call(publication: Publication, place: int) -> None:
        call = publication.call(place)
        call.set("class", "unlucky")
        publication.style(call, f"p .unlucky, .unlucky {{ {rules} }}")

    return hide_the_note, hide_the_call


def _declare_the_note_hidden(publication: Publication, place: int) -> None:
    _whole(publication, place).set("hidden", "hidden")


def _declare_the_call_hidden(publication: Publication, place: int) -> None:
    publication.call(place).set("hidden", "hidden")


def _close_the_note(publication: Publication, place: int) -> None:
    """Put what the note holds into an element that is closed until somebody opens it."""
    note = publication.called_once(place)
    closed = etree.Element(alike(note, "details"))
    etree.SubElement(closed, alike(note, "summary")).text = ""
    closed.extend(list(note))
    note.append(closed)


def _edits() -> tuple[tuple[str, Fault, Edit], ...]:
    ways = [(f"hidden by {way}", _styled(rules)) for way, rules in _STYLES.items()]
    ways += [(f"hidden by {way}", _coloured(rules)) for way, rules in _COLOURS.items()]
    ways += [(f"hidden by a style sheet: {way}", _in_a_sheet(rules)) for way, rules in _SHEETS.items()]
    ways.append(("declared hidden", (_declare_the_note_hidden, _declare_the_call_hidden)))
    named = [
        (f"the {what} {way}", Fault.HIDDEN, edit)
        for way, edits in ways
        for what, edit in zip(("note", "call"), edits, strict=True)
    ]
    return (*named, ("the note closed", Fault.HIDDEN, _close_the_note))


EDITS = _edits()
