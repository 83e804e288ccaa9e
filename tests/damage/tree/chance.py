"""Damages to an element tree that follow no plan."""

from __future__ import annotations

import copy

from lxml.etree import _Element as Element

from damage import InapplicableError
from damage.chance import alter_letters
from damage.tree.prose import ProseEdit
from damage.tree.publication import Publication, name, outward, remove, texts, texts_of_note, write
from surefoot.text import fold

_NO_WORDS = {"math", "script", "style", "svg"}


def _notes(publication: Publication) -> list[Element]:
    notes = {publication.note(at + 1): None for at in range(len(publication.calls()))}
    return list(notes)


def _texts(publication: Publication) -> list:
    """Return all texts that are promised: of the body and of the notes."""
    of_notes = [text for note in _notes(publication) for text in texts_of_note(note)]
    return texts(publication.prose()) + of_notes


def _alter_letters(publication: Publication) -> None:
    text = publication.pick(_texts(publication))
    write(text, alter_letters(text, publication.chance))


def _exchange_texts(publication: Publication) -> None:
    found = _texts(publication)
    one = publication.pick(found)
    other = publication.pick([text for text in found if fold(text) != fold(one)])
    write(one, str(other))
    write(other, str(one))


def _empty_a_text(publication: Publication) -> None:
    write(publication.pick(_texts(publication)), "")


def _elements(publication: Publication) -> list[Element]:
    """Return elements of the body and of the notes with words or alternative texts of their own."""
    found = [
        *publication.prose(),
        *(element for note in _notes(publication) for element in note.iter("*")),
        *(call for _, call in publication.calls()),
    ]
    return [each for each in found if _says(each) and name(each) not in {"body", "div", "main", "article"}]


def _says(element: Element) -> bool:
    if any(name(each) in _NO_WORDS for each in (element, *element.iterancestors())):
        return False
    pictures = "".join(picture.get("alt", "") for picture in element.iter("{*}img"))
    return bool(fold("".join(element.itertext()) + pictures).strip("↑↩"))


def _remove_an_element(publication: Publication) -> None:
    remove(publication.pick(_elements(publication)))


def _double_an_element(publication: Publication) -> None:
    element = publication.pick([each for each in _elements(publication) if name(each) != "a"])
    twin = copy.deepcopy(element)
    for each in twin.iter():
        each.attrib.pop("id", None)
    twin.tail = None
    element.addnext(twin)


def _take_an_attribute(publication: Publication) -> None:
    """Take the address of a link, the name of what a link leads to, or what a picture says."""
    calls = [call for _, call in publication.calls()]
    ways = [way for at in range(len(calls)) for way in publication.ways_back(at + 1)]
    links = [link for note in _notes(publication) for link in outward(note)]
    links += [link for link in publication.of_prose("a") if outward(link)[:1] == [link]]
    pictures = [each for each in publication.of_prose("img") if fold(each.get("alt", ""))]
    choices = [
        *((each, "href") for each in (*calls, *ways, *links)),
        *((each, "id") for each in (*calls, *_notes(publication))),
        *((each, "alt") for each in pictures),
    ]
    element, attribute = publication.pick(choices)
    if attribute not in element.attrib:
        raise InapplicableError
    del element.attrib[attribute]


def _remove_a_way_back(publication: Publication) -> None:
    calls = range(1, len(publication.calls()) + 1)
    remove(publication.way_back(publication.pick(calls)))


def _exchange_elements(publication: Publication) -> None:
    """Exchange two elements of a kind that say different things."""
    found = _elements(publication)
    one = publication.pick(found)
    others = [each for each in found if name(each) == name(one) and _reads(each) != _reads(one)]
    apart = [each for each in others if each not in one.iter() and one not in each.iter()]
    other = publication.pick(apart)
    one.tail, other.tail = other.tail, one.tail
    mark = copy.copy(one)
    one.getparent().replace(one, mark)
    other.getparent().replace(other, one)
    mark.getparent().replace(mark, other)


def _reads(element: Element) -> tuple[str, list[str]]:
    return fold("".join(element.itertext())), [link.get("href", "") for link in element.iter("{*}a")]


EDITS: tuple[tuple[str, ProseEdit], ...] = (
    ("letters altered at random", _alter_letters),
    ("two texts exchanged at random", _exchange_texts),
    ("a text lost at random", _empty_a_text),
    ("an element removed at random", _remove_an_element),
    ("an element doubled at random", _double_an_element),
    ("two elements exchanged at random", _exchange_elements),
    ("an attribute taken at random", _take_an_attribute),
    ("a way back removed", _remove_a_way_back),
)
