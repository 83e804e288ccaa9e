"""Damages to citations in the text and to their entries in element trees."""

from __future__ import annotations

from lxml.etree import _Element as Element

from damage import LETTER, other_letter
from damage.tree.prose import ProseEdit
from damage.tree.publication import (
    Publication,
    of_role,
    outward,
    print_address,
    prints_its_address,
    texts,
    write,
)
from surefoot.promise import Fault


def _citation(publication: Publication) -> Element:
    return publication.pick(
        [each for page in publication.pages.values() for each in of_role(page, "doc-biblioref")]
    )


def _entry(publication: Publication) -> Element:
    """Return an entry that is cited."""
    cited = [
        (path, each.get("href"))
        for path, page in publication.pages.items()
        for each in of_role(page, "doc-biblioref")
    ]
    return publication.target(*publication.pick(cited))


def _alter_a_letter(publication: Publication) -> None:
    text = publication.pick(texts(_citation(publication).iter("*")))
    write(text, other_letter(text, publication.pick(LETTER.finditer(text)).start()))


def _alter_a_letter_of_the_entry(publication: Publication) -> None:
    entry = _entry(publication)
    text = publication.pick(texts([each for each in entry.iter("*") if not each.get("href")]))
    write(text, other_letter(text, publication.pick(LETTER.finditer(text)).start()))


def _alter_an_address(publication: Publication) -> None:
    link = publication.pick(outward(_entry(publication)))
    printed = prints_its_address(link)
    link.set("href", link.get("href") + "x")
    if printed:
        print_address(link, link.get("href"))


def _kill_the_jump(publication: Publication) -> None:
    _citation(publication).set("href", "#nowhere")


def _hide_the_entry(publication: Publication) -> None:
    _entry(publication).set("style", "display: none")


EDITS: tuple[tuple[str, Fault, ProseEdit], ...] = (
    ("a letter of a citation in the text altered", Fault.MARK, _alter_a_letter),
    ("a letter of an entry altered", Fault.NOTE, _alter_a_letter_of_the_entry),
    ("an address of an entry altered", Fault.LINKS, _alter_an_address),
    ("the jump of a citation in the text killed", Fault.JUMP, _kill_the_jump),
    ("an entry hidden", Fault.HIDDEN, _hide_the_entry),
)
