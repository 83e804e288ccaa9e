"""Damages to a finished text file, by its brackets alone."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from damage import Damage, other_letter
from surefoot.promise import Fault

_ADDRESS = r"<[A-Za-z][A-Za-z0-9+.-]*:(?!:)[^\s<>]+>"


@dataclass
class _Plain:
    """A text file, cut at its notes."""

    prose: str
    notes: list[str]
    """Each with its label."""
    before: str
    behind: str

    @classmethod
    def of(cls, data: bytes) -> _Plain:
        text = data.decode()
        first = list(re.finditer(r"^(\[\^|\[fn |\[|\{)1([\]}])(?= |$)", text, re.MULTILINE))[-1]
        label = rf"^(?={re.escape(first[1])}\d+{re.escape(first[2])}(?: |$))"
        _, *notes = re.split(label, text[first.start() :], flags=re.MULTILINE)
        return cls(text[: first.start()], notes, first[1], first[2])

    @property
    def mark(self) -> str:
        return rf"{re.escape(self.before)}\d+{re.escape(self.behind)}"

    def calls(self) -> list[re.Match[str]]:
        return list(re.finditer(self.mark, self.prose))

    def letters(self, text: str) -> list[int]:
        """Return where the letters are, those of marks, addresses and picture labels apart."""
        found = re.finditer(rf"{self.mark}|<\S+>|\[\w+:|[^\W\d_]", text)
        return [letter.start() for letter in found if len(letter[0]) == 1]

    def at(self, place: int) -> int:
        """Return the index of the note that is called."""
        label = self.calls()[place - 1][0]
        return next(at for at, note in enumerate(self.notes) if note.startswith(label))

    def replace_call(self, place: int, new: str) -> None:
        call = self.calls()[place - 1]
        self.prose = self.prose[: call.start()] + new + self.prose[call.end() :]

    def encoded(self) -> bytes:
        return "".join([self.prose, *self.notes]).encode()


def _in_text(edit: Callable[[_Plain, int], None]) -> Callable[[bytes, int], bytes]:
    def inflict(data: bytes, place: int) -> bytes:
        plain = _Plain.of(data)
        edit(plain, place)
        return plain.encoded()

    return inflict


def _alter_a_letter_of_text(plain: _Plain, place: int) -> None:
    note = plain.notes[plain.at(place)]
    plain.notes[plain.at(place)] = other_letter(note, plain.letters(note)[0])


def _lose_the_text_of_text(plain: _Plain, place: int) -> None:
    at = plain.at(place)
    label, rest = plain.notes[at].split(plain.behind, 1)
    kept = " ".join(re.findall(_ADDRESS, rest))
    plain.notes[at] = f"{label}{plain.behind} {kept}\n\n"


def _alter_the_mark_of_text(plain: _Plain, place: int) -> None:
    """Alter call and label alike: a mark without a note would lose the note as well."""
    at, old = plain.at(place), plain.calls()[place - 1][0]
    new = old
    while any(note.startswith(new) for note in plain.notes):
        new = new.removesuffix(plain.behind) + "0" + plain.behind
    plain.notes[at] = new + plain.notes[at].removeprefix(old)
    plain.replace_call(place, new)


def _alter_the_claim_of_text(plain: _Plain, place: int) -> None:
    call = plain.calls()[place - 1]
    plain.prose = other_letter(plain.prose, plain.letters(plain.prose[: call.start()])[-1])


def _alter_an_address_of_text(plain: _Plain, place: int) -> None:
    at = plain.at(place)
    plain.notes[at] = re.sub(_ADDRESS, lambda found: found[0][:-1] + "x>", plain.notes[at], count=1)


def _remove_the_call_of_text(plain: _Plain, place: int) -> None:
    plain.replace_call(place, "")


def _add_a_call_of_text(plain: _Plain, place: int) -> None:
    """Call the same note a second time, at the beginning of the paragraph of the first call."""
    call = plain.calls()[place - 1]
    start = plain.prose.rindex("\n\n", 0, call.start()) + 2
    plain.prose = plain.prose[:start] + call[0] + plain.prose[start:]


TEXT = (
    Damage("a letter of the note altered", Fault.NOTE, _in_text(_alter_a_letter_of_text)),
    Damage("the text of the note lost", Fault.NOTE, _in_text(_lose_the_text_of_text)),
    Damage("the mark altered", Fault.MARK, _in_text(_alter_the_mark_of_text)),
    Damage("the words of the claim altered", Fault.CLAIM, _in_text(_alter_the_claim_of_text)),
    Damage("an address altered", Fault.LINKS, _in_text(_alter_an_address_of_text)),
    Damage("the call removed", Fault.LOST, _in_text(_remove_the_call_of_text)),
    Damage("a call added", Fault.INVENTED, _in_text(_add_a_call_of_text)),
)
