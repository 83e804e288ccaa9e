"""Whether what a way back or a page break prints is a sign, a number or the word for it, and no more."""

from __future__ import annotations

import re
from unicodedata import normalize

_WORD = re.compile(r"[^\W_]+")
_SIGN = re.compile(r"\d+|[ivxlcdm]{1,8}|[a-z]|([a-z])\1+", re.IGNORECASE)
# "Back to reference 1 in text" and its like, as common tools have it in the languages that they speak.
_WORDS_BACK = frozenset(
    (
        "article au back call citation content footnote go in jump note page ref reference retour return "
        "source texte text the to top up volver al texto zum zurück torna su"
    ).split()
)
_WORDS_OF_PAGES = frozenset("p pp page pages pg seite side pagina página strana".split())


def leads_back(text: str) -> bool:
    """Whether ``text`` says of a way back what it is, and nothing besides."""
    return _says_only(text, _WORDS_BACK)


def breaks_page(text: str) -> bool:
    """Whether ``text`` says which page begins, and nothing besides."""
    return _says_only(text, _WORDS_OF_PAGES)


def _says_only(text: str, words: frozenset[str]) -> bool:
    said = _WORD.findall(normalize("NFKC", text))
    return all(_SIGN.fullmatch(each) or each.lower() in words for each in said)
