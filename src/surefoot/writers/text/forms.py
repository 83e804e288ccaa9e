"""Chooses marks that nothing in the document can be taken for."""

from __future__ import annotations

from surefoot.errors import WriterError
from surefoot.writers.text.setting import Form, pattern

FORMS = (Form("[", "]"), Form("[^", "]"), Form("[fn ", "]"), Form("{", "}"))
"""In order of preference: ``[3]``, ``[^3]``, ``[fn 3]``, ``{3}``."""


def free_form(text: str) -> Form:
    """Return the first form of a mark that does not occur in ``text``, the whole file without marks.

    Raises:
        WriterError: all of them occur.
    """
    unwrapped = " ".join(text.split())
    for form in FORMS:
        if not pattern(form).search(unwrapped):
            return form
    said = ", ".join(f"{form.before}3{form.after}" for form in FORMS)
    raise WriterError(
        f"The text itself holds all that could be a note's mark ({said}): readers could not tell them apart."
    )
