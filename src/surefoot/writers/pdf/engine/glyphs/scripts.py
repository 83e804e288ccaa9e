"""Letters of a script that a text's language is not written in, and what language they are shaped by.

Pango takes the first language of the machine's user that is written in their
script (``LANGUAGE``, ``PANGO_LANGUAGE``): the same Cyrillic word in an English
paragraph would look Serbian on one machine and Russian on the next.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any

from weasyprint.text import line_break
from weasyprint.text.ffi import ffi, pango, unicode_to_char_p

# What WeasyPrint does not declare.
ffi.cdef("""
    int g_unichar_get_script (uint32_t character);
    gboolean pango_language_includes_script (PangoLanguage *language, int script);
    PangoAttribute * pango_attr_language_new (PangoLanguage *language);
""")

UNDETERMINED = "und"
"""A language (BCP 47) that no script is strange to."""
_NO_SCRIPT = (-1, 0, 1, 61)
"""GLib's numbers of what is written in every script, or in none: invalid, common, inherited, unknown."""
_END = 2**32 - 1


class Layout(line_break.Layout):
    """A line of text whose languages are those of its document."""

    _marked = False

    def set_text(self, text: str, justify: bool = False) -> None:  # noqa: FBT001, FBT002 - theirs
        """Set ``text``, and the language of its every stretch."""
        super().set_text(text, justify)  # type: ignore[no-untyped-call]
        language = self.style["lang"] or UNDETERMINED
        strange = tuple(stretches(self.text, language))
        if not (strange or self._marked):
            return
        self._marked = True
        attributes = pango.pango_layout_get_attributes(self.layout)
        if attributes == ffi.NULL:
            attributes = ffi.gc(pango.pango_attr_list_new(), pango.pango_attr_list_unref)
        _mark(attributes, language, 0, _END)
        for start, end in strange:
            _mark(attributes, UNDETERMINED, start, end)
        pango.pango_layout_set_attributes(self.layout, attributes)


def stretches(text: str, language: str) -> Iterator[tuple[int, int]]:
    """Yield where ``text`` is in scripts strange to ``language``, in bytes of UTF-8, end excluded.

    What has no script, such as a space, goes with the letters before it; at the
    start of the text, with those after it.
    """
    if not any(_is_strange(language, character) for character in set(text)):
        return
    begun, place = 0, 0
    strange: bool | None = None
    for character in text:
        now = _is_strange(language, character)
        if now is not None and strange is not None and now != strange:
            if strange:
                yield begun, place
            begun = place
        strange = strange if now is None else now
        place += len(character.encode())
    if strange:
        yield begun, place


@cache
def _is_strange(language: str, character: str) -> bool | None:
    """Return whether ``language`` is written without ``character``; None if that has no script."""
    script = pango.g_unichar_get_script(ord(character))
    if script in _NO_SCRIPT:
        return None
    return not pango.pango_language_includes_script(_pango(language), script)


@cache
def _pango(language: str) -> Any:
    pointer, _ = unicode_to_char_p(language)
    return pango.pango_language_from_string(pointer)


def _mark(attributes: Any, language: str, start: int, end: int) -> None:
    attribute = pango.pango_attr_language_new(_pango(language))
    attribute.start_index, attribute.end_index = start, end
    pango.pango_attr_list_change(attributes, attribute)
