"""What of a page can be seen on an ordinary screen, before anything is clicked.

What its attributes hide is hidden, and what its style sheets hide for certain.
What depends on a reader's machine, on a pseudo-class or a function that is not
known here, gets the benefit of the doubt. What scripts do is beyond this
witness, and so is what covers words, unless it fills the window.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from surefoot.inspectors.tree.names import Element, is_block, name
from surefoot.inspectors.tree.style.cascade import Cascade
from surefoot.inspectors.tree.style.covering import covered
from surefoot.inspectors.tree.style.cutting import cut
from surefoot.inspectors.tree.style.generated import words
from surefoot.inspectors.tree.style.hiding import TESTS, hides
from surefoot.inspectors.tree.style.ink import inks as read_inks
from surefoot.inspectors.tree.style.ink import unseen
from surefoot.inspectors.tree.style.interest import PROPERTIES, of_interest
from surefoot.inspectors.tree.style.sheets import Sheet, rules


@dataclass(frozen=True, slots=True)
class Sight:
    """What a page hides, and what it adds."""

    gone: frozenset[Element] = frozenset()
    """Elements that are hidden with all that is in them."""
    unseen: frozenset[Element] = frozenset()
    """Elements whose own words are invisible; those of their children may be seen."""
    dressed: frozenset[Element] = frozenset()
    """Elements before or behind which a style sheet prints something."""
    silent: frozenset[Element] = frozenset()
    """Elements whose words are seen, but not told to those who listen."""
    printed: Mapping[tuple[Element, str], str] = field(default_factory=dict, hash=False)
    """Words that style sheets print ``before`` and ``after`` elements."""


_DRAWN = ("{*}svg", "{*}script", "{*}style")

EVERYTHING = Sight()
"""The sight of one whom nothing hides anything from."""


def sight(root: Element, sheets: Sequence[Sheet] = ()) -> Sight:
    """Return what the document of ``root`` hides, dressed in ``sheets``."""
    read = list(rules(sheets, PROPERTIES))
    cascade = Cascade(root, read, of_interest(root, read))
    inks = read_inks(root, cascade)
    gone = frozenset(_gone(root, cascade))
    body = root.find("{*}body")
    hidden = {body} if body is not None and not gone.isdisjoint({root, body}) else set()
    return Sight(
        gone.union(*hidden, covered(root, cascade, gone), cut(cascade, inks, gone)),
        frozenset(unseen(inks)) | hidden,
        cascade.dressed,
        frozenset(each for each in root.iterfind('.//*[@aria-hidden="true"]') if not _is_ornament(each)),
        words(cascade),
    )


def _gone(root: Element, cascade: Cascade) -> Iterator[Element]:
    for element in root.iter("*"):
        ornament = element.get("aria-hidden") == "true" and _is_ornament(element)
        silenced = element.get("inert") is not None or ornament or _is_replaced(element)
        if silenced or (_is_hidden(element) and cascade.value(element, "display") == ()):
            yield element
    for select in root.iter("{*}select"):
        yield from _not_chosen(select)
    candidates = {element for each in TESTS for element in cascade.declared(each)}
    yield from (element for element in candidates if hides(cascade, element))


def _is_ornament(element: Element) -> bool:
    """Whether an element that listeners are not told of has no letters, or shows a formula once more."""
    around = element.getparent()
    if around is not None and not is_block(around) and around.find(".//{*}math") is not None:
        return True
    drawn = {each for picture in element.iter(*_DRAWN) for each in picture.iter("*")}
    texts = [each.text for each in element.iter("*") if each not in drawn]
    texts += [each.tail for each in element.iterdescendants("*") if each.getparent() not in drawn]
    return not any(any(map(str.isalnum, text or "")) for text in texts)


def _is_replaced(element: Element) -> bool:
    """Whether a browser surely draws something in place of what an element holds (HTML, 15.4 and 15.5).

    Whether the picture of an ``object`` can be had is known only where it is given with it.
    """
    pictured = name(element) == "object" and element.get("data", "").lower().startswith("data:image/")
    return pictured or name(element) in {"meter", "progress"}


def _not_chosen(select: Element) -> Iterator[Element]:
    """Yield the options that a closed box of choices does not show (HTML, section 4.10.7)."""
    if select.get("multiple") is not None or select.get("size", "1") != "1":
        return
    options = list(select.iter("{*}option"))
    chosen = [each for each in options if each.get("selected") is not None]
    first = [each for each in options if each.get("disabled") is None]
    yield from (each for each in options if each not in (chosen[-1:] or first[:1]))


def _is_hidden(element: Element) -> bool:
    """Whether a browser displays an element only if a style sheet wants it (HTML, section 15.3.1)."""
    if name(element) == "dialog" and element.get("open") is None:
        return True
    return element.get("hidden") is not None or element.get("popover") is not None
