"""What somebody did for a document, in the terms of libraries: MARC's relators."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from functools import cache

from surefoot import theme

AUTHOR, CONTRIBUTOR = "aut", "ctb"
# Those who sign print their office as their role: a director is none of a film.
_OF_THOSE_WHO_SIGN = frozenset("aui aut com cov ctb dsr edt fnd ill nrt pfr pht res rev spn trl".split())


def code(term: str) -> str:
    """Return the code of a role given as a term or a code; empty if MARC knows none."""
    return term if is_code(term) else _by_term().get(term.lower(), "")


def is_code(role: str) -> bool:
    """Whether a role is a code, which is for machines: nobody prints it."""
    return role in _terms()


def codes(roles: Sequence[str], otherwise: str) -> tuple[str, ...]:
    """Return the codes of ``roles``, each once; where MARC knows none of them, the code ``otherwise``."""
    signs = otherwise == AUTHOR
    known = (
        found
        for role in roles
        if (found := code(role)) and (is_code(role) or not signs or found in _OF_THOSE_WHO_SIGN)
    )
    return tuple(dict.fromkeys(known)) or (otherwise,)


@cache
def _terms() -> Mapping[str, str]:
    return tomllib.loads(theme.text("relators.toml"))


@cache
def _by_term() -> Mapping[str, str]:
    return {term: code for code, term in _terms().items()}
