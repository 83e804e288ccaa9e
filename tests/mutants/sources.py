"""Damages to a source: the files that were made before must no longer hold, or the source is refused."""

from __future__ import annotations

import re
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from random import Random

from damage import InapplicableError, judged, other_letter, pick
from mutants.documents import Sample
from mutants.trial import Outcome
from surefoot.errors import SourceError
from surefoot.promise import Aspect, Recovered
from surefoot.source import read
from surefoot.text import fold

_CALL = re.compile(r"(?<!\^)\[\^([^\]\s]+)\](?!:)|(?<=\s)\[@[^\]]+\]")
_DEFINITION = re.compile(r"^\[\^([^\]\s]+)\]: (?:.|\n(?!\[\^|\n\S))+", re.MULTILINE)
_PLAIN = re.compile(r"(?<![\w@^/.:\[\\&<-])[^\W\d_]{4,}(?![\w@/:\]>])")
_NO_PLAIN = re.compile(
    r"\A---\n.*?\n(?:---|\.\.\.)\n|^---\n[a-z]+:.*?\n(?:---|\.\.\.)$|^:::.*$|^```.*?^```|^ {4}.*$|^<.*$|^\||"
    r"\{[^}]*\}|\]\([^)]*\)|<[^>\n]*>|`[^`\n]*`|\[@[^\]]*\]|^\[\^[^\]]*\]:|\$[^$\n]*\$",
    re.MULTILINE | re.DOTALL,
)


@dataclass(frozen=True)
class SourceDamage:
    """One way to damage a source."""

    name: str
    act: Callable[[str, Random], str]
    aspect: Aspect | None = None
    """Where a medium cannot carry it, its files hold still."""


def _written(found: re.Match[str], new: str) -> str:
    return found.string[: found.start()] + new + found.string[found.end() :]


def _words(text: str) -> list[re.Match[str]]:
    """Return words of prose and of notes: neither metadata nor code nor addresses nor labels."""
    passed = [each.span() for each in _NO_PLAIN.finditer(text)]
    return [
        word
        for word in _PLAIN.finditer(text)
        if not any(start < word.end() and word.start() < end for start, end in passed)
    ]


def _change_a_word(text: str, chance: Random) -> str:
    return _written(pick(chance, _words(text)), "otherwise")


def _alter_a_letter(text: str, chance: Random) -> str:
    word = pick(chance, _words(text))
    return _written(word, other_letter(word[0], chance.randrange(1, len(word[0]))))


def _lose_a_word(text: str, chance: Random) -> str:
    return _written(pick(chance, _words(text)), "")


def _add_a_word(text: str, chance: Random) -> str:
    word = pick(chance, _words(text))
    return _written(word, f"{word[0]} moreover")


def _lose_a_definition(text: str, chance: Random) -> str:
    called = {each[1] for each in _CALL.finditer(text)}
    return _written(pick(chance, [each for each in _DEFINITION.finditer(text) if each[1] in called]), "")


def _change_a_label(text: str, chance: Random) -> str:
    call = pick(chance, [each for each in _CALL.finditer(text) if each[1]])
    return _written(call, f"[^{call[1]}unknown]")


def _call_another(text: str, chance: Random) -> str:
    call = pick(chance, [each for each in _CALL.finditer(text) if each[1]])
    labels = sorted({each[1] for each in _CALL.finditer(text) if each[1]} - {call[1]})
    return _written(call, f"[^{pick(chance, labels)}]")


def _double_a_call(text: str, chance: Random) -> str:
    call = pick(chance, [each for each in _CALL.finditer(text) if each[1]])
    return _written(call, call[0] * 2)


def _lose_a_call(text: str, chance: Random) -> str:
    return _written(pick(chance, list(_CALL.finditer(text))), "")


def _exchange_calls(text: str, chance: Random) -> str:
    one = pick(chance, list(_CALL.finditer(text)))
    others = [each for each in _CALL.finditer(text) if fold(each[0]) != fold(one[0])]
    first, last = sorted([one, pick(chance, others)], key=re.Match.start)
    return f"{text[: first.start()]}{last[0]}{text[first.end() : last.start()]}{first[0]}{text[last.end() :]}"


def _change_an_address(text: str, chance: Random) -> str:
    link = pick(chance, list(re.finditer(r"(?<=<)https://[^>\s]+(?=>)|(?<=\]\()https://[^)\s]+(?=\))", text)))
    return _written(link, link[0] + "x")


def _lower_a_heading(text: str, chance: Random) -> str:
    """Lower a heading below the one before it: where none stands above, levels are told anew."""
    found = list(re.finditer(r"^#{1,5} (?=\S)", text, re.MULTILINE))
    lower = [each for before, each in pairwise(found) if len(before[0]) >= len(each[0])]
    heading = pick(chance, lower)
    return _written(heading, f"#{heading[0]}")


DAMAGES = (
    SourceDamage("a word changed", _change_a_word),
    SourceDamage("a letter altered", _alter_a_letter),
    SourceDamage("a word lost", _lose_a_word),
    SourceDamage("a word added", _add_a_word),
    SourceDamage("a definition lost", _lose_a_definition),
    SourceDamage("a label changed", _change_a_label),
    SourceDamage("another note called", _call_another),
    SourceDamage("a call doubled", _double_a_call),
    SourceDamage("a call lost", _lose_a_call),
    SourceDamage("two calls exchanged", _exchange_calls),
    SourceDamage("an address changed", _change_an_address),
    SourceDamage("a heading lowered", _lower_a_heading, Aspect.HEADINGS),
)


def trial(
    number: int, seed: int, samples: Sequence[Sample], testimony: Sequence[Mapping[str, Recovered]]
) -> list[Outcome]:
    """Judge the files of a document, which are as they were, by its damaged source."""
    chance = Random(f"{seed} source {number}")  # noqa: S311 - chosen by chance, nothing secret
    damage = DAMAGES[number % len(DAMAGES)]
    chosen = chance.randrange(len(samples))
    path = samples[chosen].document.path
    try:
        text = damage.act(path.read_text(encoding="utf-8"), chance)
    except InapplicableError:
        return []
    verdicts = _verdicts(path, text, testimony[chosen])
    return [
        Outcome(form, number, "of the source", f"source: {damage.name}", path.name, bool(said), None, said)
        for form, said in verdicts.items()
        if damage.aspect is None or damage.aspect in testimony[chosen][form].aspects
    ]


def _verdicts(path: Path, text: str, testimony: Mapping[str, Recovered]) -> Mapping[str, str]:
    """Return for each format what is said of its file, nothing if it holds."""
    with _beside(path, text) as damaged:
        try:
            document = read(damaged)
        except SourceError as error:
            return dict.fromkeys(testimony, f"refused: {error}")
    return {form: str(judged(document, recovered)) for form, recovered in testimony.items()}


@contextmanager
def _beside(path: Path, text: str) -> Iterator[Path]:
    """Lend a file with ``text`` that finds beside and above it what the source finds."""
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch) / path.parent.name
        folder.mkdir()
        for near, goal in ((path.parent, folder), (path.parent.parent, folder.parent)):
            for each in near.iterdir():
                if each.name not in {path.name, folder.name}:
                    (goal / each.name).symlink_to(each)
        damaged = folder / path.name
        damaged.write_text(text, encoding="utf-8")
        yield damaged
