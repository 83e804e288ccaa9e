"""The last look at what was set: nothing of the document may be missing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from xml.etree.ElementTree import Element

from surefoot.composition import Composition, is_call
from surefoot.errors import WriterError
from surefoot.text import absolute, address, fold, without_address
from surefoot.writers.text.inline import is_formula
from surefoot.writers.text.setting import Setting


def refuse_lost_words(part: Element, lines: Sequence[str], setting: Setting) -> None:
    """Count the letters of ``part`` in the ``lines`` that it was set in.

    Raises:
        WriterError: some are missing.
    """
    missing = Counter(fold("".join(_words(part)))) - Counter(fold(setting.mark.sub("", "\n".join(lines))))
    if missing:
        raise WriterError(
            f"The text would lose {missing.total()} characters of the document: {''.join(missing)}"
        )


def refuse_lost_marks(composition: Composition, text: str, setting: Setting) -> None:
    """Look for the marks and labels of ``text``, the whole file.

    Raises:
        WriterError: one is missing, doubled or out of its order.
    """
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
            f"The text would have {len(found)} marks and labels of notes, not the right {len(expected)}."
        )


def _words(element: Element) -> Iterator[str]:
    """Yield the words of ``element`` and the addresses of its links; no calls, no formulas."""
    if is_call(element) or is_formula(element):
        return
    inner = [element.text or ""]
    for child in element:
        inner += [*_words(child), child.tail or ""]
    said = "".join(inner)
    target = element.get("href", "") if element.tag == "a" else ""
    yield without_address(said, target) + address(target) if absolute(target) else said
