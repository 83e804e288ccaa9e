"""The last look at a finished text: nothing of the document may be missing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from surefoot.compose import Composition, is_call
from surefoot.errors import WriterError
from surefoot.text import fold, without_address
from surefoot.writers.text.setting import Setting


def refuse_loss(composition: Composition, text: str, setting: Setting) -> None:
    """Compare ``text`` with what it was made from.

    Raises:
        WriterError: a mark is missing, doubled or out of its order, or letters are missing.
    """
    _refuse_lost_marks(composition, text, setting)
    parts = [composition.title, composition.body, *(note.element for note in composition.notes)]
    words = "".join(piece for part in parts for piece in _words(part))
    missing = Counter(fold(words)) - Counter(fold(text))
    if missing:
        raise WriterError(
            f"The text would lose {missing.total()} characters of the document, such as {min(missing)!r}."
        )


def _refuse_lost_marks(composition: Composition, text: str, setting: Setting) -> None:
    calls = [
        part.text or ""
        for root in (composition.title, composition.body)
        for part in root.iter()
        if is_call(part)
    ]
    expected = [*map(setting.label, calls), *(setting.label(note.number) for note in composition.notes)]
    found = setting.mark.findall(" ".join(text.split()))
    if found != expected:
        raise WriterError(
            f"The text would have {len(found)} marks and labels of notes where {len(expected)} belong."
        )


def _words(element: Element) -> Iterator[str]:
    """Yield the words of ``element``: no calls, no formulas, and no addresses that links print."""
    if is_call(element) or element.tag == "math":
        return
    inner = [element.text or ""]
    for child in element:
        inner += [*_words(child), child.tail or ""]
    said = "".join(inner)
    yield without_address(said, element.get("href", "")) if element.tag == "a" else said
