"""Damages to a finished text file, by its brackets alone."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from random import Random

from damage import LETTER, WORD, Damage, InapplicableError, other_letter, pick
from damage.chance import alter_letters, cut
from surefoot.promise import Aspect, Fault
from surefoot.text import fold

_ADDRESS = r"<[A-Za-z][A-Za-z0-9+.-]*:(?!:)[^\s<>]+>"
_PAIR = re.compile(r"(\w{4,}) (\w{4,})(?![\w<])")
_SPACE = re.compile(r"(?<=[^\W\d_]) (?=[^\W\d_])")
_FULL = 60
"""Characters of a line to which a paragraph fills it: the next word had no room."""
_MARKER = re.compile(r"^ *(?:[-*•–] |\(?\w{1,3}[.)] )", re.MULTILINE)


@dataclass
class Plain:
    """A text file, cut at its notes."""

    prose: str
    notes: list[str]
    """Each with its label."""
    before: str
    behind: str
    chance: Random

    @classmethod
    def of(cls, data: bytes, chance: Random) -> Plain:
        text = data.decode()
        first = list(re.finditer(r"^(\[\^|\[fn |\[|\{)1([\]}])(?= |$)", text, re.MULTILINE))[-1]
        label = rf"^(?={re.escape(first[1])}\d+{re.escape(first[2])}(?: |$))"
        _, *notes = re.split(label, text[first.start() :], flags=re.MULTILINE)
        return cls(text[: first.start()], notes, first[1], first[2], chance)

    @property
    def mark(self) -> str:
        return rf"{re.escape(self.before)}\d+{re.escape(self.behind)}"

    def calls(self) -> list[re.Match[str]]:
        return list(re.finditer(self.mark, self.prose))

    def call(self, place: int) -> re.Match[str]:
        return self.calls()[place - 1]

    def at(self, place: int) -> int:
        """Return the index of the note that is called."""
        label = self.call(place)[0]
        return next(at for at, note in enumerate(self.notes) if note.startswith(label))

    def at_once(self, place: int) -> int:
        """Return the index of the note, of which this is the only call."""
        if sum(call[0] == self.call(place)[0] for call in self.calls()) > 1:
            raise InapplicableError
        return self.at(place)

    def replace_call(self, place: int, new: str) -> None:
        call = self.call(place)
        self.prose = self.prose[: call.start()] + new + self.prose[call.end() :]

    def in_note(self, place: int, pattern: str | re.Pattern[str]) -> re.Match[str]:
        """Return something of a note's own words."""
        note = self.notes[self.at_once(place)]
        behind = note.find("↑")
        return pick(self.chance, self.words(pattern, note, 0, behind if behind >= 0 else len(note)))

    def in_prose(self, pattern: str | re.Pattern[str]) -> re.Match[str]:
        """Return something of the words of the body, behind the title block."""
        start, end = self.body()
        return pick(self.chance, self.words(pattern, self.prose, start, end))

    def body(self) -> tuple[int, int]:
        """Return where the body begins, and where the heading of the notes does.

        The lines beside the title are short: the body begins with the first paragraph that fills
        a line and goes on, or with a heading.
        """
        found = list(re.finditer(r"[^\n](?:.|\n(?!\n))*", self.prose))[2:]
        start = next(
            each.start()
            for each in found
            if (len(each[0].partition("\n")[0]) >= _FULL and "\n" in each[0])
            or self.prose[: each.start()].endswith("\n\n\n")
        )
        return start, self.prose.rindex("\n\n\n")

    def words(self, pattern: str | re.Pattern[str], text: str, start: int, end: int) -> list[re.Match[str]]:
        """Return what is found between two places, apart from marks, addresses and the names of pictures."""
        passed = [
            *re.finditer(rf"{self.mark}|<[^\s<>]+>|\[\w+[: ]|^ *(?:\(?\w{{1,3}}[.)]) ", text, re.MULTILINE),
            *_labels_said_again(text),
        ]
        found = list(re.finditer(pattern, text))
        return [
            each
            for each in found
            if start <= each.start() < end
            and not any(one.start() < each.end() and each.start() < one.end() for one in passed)
        ]

    def write(self, place: int, found: re.Match[str], new: str) -> None:
        at = self.at(place)
        self.notes[at] = _written(found, new)

    def whole(self) -> str:
        return "".join([self.prose, *self.notes])


def _labels_said_again(text: str) -> Iterator[re.Match[str]]:
    """Yield the labels of a table's rows but the first of each: they are promised once."""
    said = set()
    for label in re.finditer(r"^\S[^\n:]{0,40}: ", text, re.MULTILINE):
        if label[0] in said:
            yield label
        said.add(label[0])


def _written(found: re.Match[str], new: str) -> str:
    return found.string[: found.start()] + new + found.string[found.end() :]


Edit = Callable[[Plain, int], None]


def _alter_a_letter(plain: Plain, place: int) -> None:
    letter = plain.in_note(place, LETTER)
    plain.write(place, letter, other_letter(letter[0], 0))


def _lose_the_text(plain: Plain, place: int) -> None:
    at = plain.at_once(place)
    label, rest = plain.notes[at].split(plain.behind, 1)
    kept = " ".join(re.findall(_ADDRESS, rest))
    plain.notes[at] = f"{label}{plain.behind} {kept}\n\n"


def _lose_a_word(plain: Plain, place: int) -> None:
    plain.write(place, plain.in_note(place, WORD), "")


def _exchange_words(plain: Plain, place: int) -> None:
    pair = plain.in_note(place, _PAIR)
    if fold(pair[1]) == fold(pair[2]):
        raise InapplicableError
    plain.write(place, pair, f"{pair[2]} {pair[1]}")


def _add_a_word(plain: Plain, place: int) -> None:
    word = plain.in_note(place, WORD)
    plain.write(place, word, f"moreover {word[0]}")


def _lose_a_space(plain: Plain, place: int) -> None:
    plain.write(place, plain.in_note(place, _SPACE), "")


def _put_a_space(plain: Plain, place: int) -> None:
    word = plain.in_note(place, WORD)
    plain.write(place, word, f"{word[0][:2]} {word[0][2:]}")


def _alter_the_mark(plain: Plain, place: int) -> None:
    """Alter call and label alike: a mark without a note would lose the note as well."""
    at, old = plain.at_once(place), plain.call(place)[0]
    new = old
    while any(note.startswith(new) for note in plain.notes):
        new = new.removesuffix(plain.behind) + "0" + plain.behind
    plain.notes[at] = new + plain.notes[at].removeprefix(old)
    plain.replace_call(place, new)


def _last_before(plain: Plain, place: int, pattern: re.Pattern[str]) -> re.Match[str]:
    """Return the last of what is found in the paragraph of a call before it."""
    call = plain.call(place)
    start = plain.prose.rindex("\n\n", 0, call.start())
    found = plain.words(pattern, plain.prose, start, call.start())[-1:]
    if any(found[-1].start() < other.start() < call.start() for other in plain.calls() if found):
        raise InapplicableError
    return pick(plain.chance, found)


def _alter_the_claim(plain: Plain, place: int) -> None:
    letter = _last_before(plain, place, LETTER)
    plain.prose = _written(letter, other_letter(letter[0], 0))


def _lose_a_word_of_the_claim(plain: Plain, place: int) -> None:
    plain.prose = _written(_last_before(plain, place, WORD), "")


def _address(plain: Plain, place: int) -> re.Match[str]:
    return pick(plain.chance, list(re.finditer(_ADDRESS, plain.notes[plain.at_once(place)])))


def _alter_an_address(plain: Plain, place: int) -> None:
    address = _address(plain, place)
    plain.write(place, address, address[0][:-1] + "x>")


def _lose_an_address(plain: Plain, place: int) -> None:
    """Take the space before it along."""
    found = list(re.finditer(rf"\s+{_ADDRESS}", plain.notes[plain.at_once(place)]))
    plain.write(place, pick(plain.chance, found), "")


def _remove_the_call(plain: Plain, place: int) -> None:
    plain.replace_call(place, "")


def _add_a_call(plain: Plain, place: int) -> None:
    """Call the same note a second time, at the beginning of the paragraph of the first call."""
    call = plain.call(place)
    start = plain.prose.rindex("\n\n", 0, call.start()) + 2
    if not LETTER.search(plain.prose, start, call.start()):
        raise InapplicableError
    plain.prose = plain.prose[:start] + call[0] + plain.prose[start:]


def _double_the_call(plain: Plain, place: int) -> None:
    plain.replace_call(place, plain.call(place)[0] * 2)


def _double_the_note(plain: Plain, place: int) -> None:
    """Print a note's words again, under a number that nothing calls."""
    at = plain.at_once(place)
    last = plain.notes[-1].rstrip("\n")
    words = plain.notes[at].split(plain.behind, 1)[1]
    plain.notes[-1] = f"{last}\n\n"
    plain.notes.append(f"{plain.before}{len(plain.notes) + 70}{plain.behind}{words}")


def _move_the_call(plain: Plain, place: int) -> None:
    """Let a call stand behind a later one, in another paragraph."""
    call = plain.call(place)
    later = [each for each in plain.calls()[place:] if "\n\n" in plain.prose[call.end() : each.start()]]
    goal = pick(plain.chance, later)
    plain.prose = plain.prose[: goal.end()] + call[0] + plain.prose[goal.end() :]
    plain.replace_call(place, "")


def _move_the_note(plain: Plain, place: int) -> None:
    """Set a note behind all others; where 1 stands, notes begin."""
    at = plain.at_once(place)
    if at == 0 or at >= len(plain.notes) - 2:
        raise InapplicableError
    last = plain.notes.pop()
    plain.notes += [last.rstrip("\n") + "\n\n", plain.notes.pop(at)]


def _print_stray_words(plain: Plain, place: int) -> None:
    at = plain.at(place)
    plain.notes[at] = plain.notes[at].rstrip("\n") + "\n\nNobody wrote these words among the notes.\n\n"


def _lengthen_the_way_back(plain: Plain, place: int) -> None:
    at = plain.at(place)
    plain.notes[at] = plain.notes[at].rstrip("\n") + ", as nobody wrote\n\n"


def _conceal_the_note(plain: Plain, place: int) -> None:
    """Tell a terminal not to show the note (ECMA-48, 8.3.117)."""
    at = plain.at_once(place)
    plain.notes[at] = f"\033[8m{plain.notes[at].rstrip()}\033[28m\n\n"


def _conceal_the_call(plain: Plain, place: int) -> None:
    plain.replace_call(place, f"\033[8m{plain.call(place)[0]}\033[28m")


def _number_another_alike(plain: Plain, place: int) -> None:
    """Give the number of a note to a further one, which nothing calls; where 1 stands, notes begin."""
    if re.sub(r"\D", "", plain.call(place)[0]) == "1":
        raise InapplicableError
    last = plain.notes[-1].rstrip("\n")
    plain.notes[-1] = f"{last}\n\n"
    plain.notes.append(f"{plain.call(place)[0]} This is a note which nobody has ever called.\n")


def _add_a_note(plain: Plain, place: int) -> None:
    last = plain.notes[-1].rstrip("\n")
    plain.notes[-1] = f"{last}\n\n"
    number = len(plain.notes) + 70 + place
    plain.notes.append(f"{plain.before}{number}{plain.behind} This is a note which nobody has ever called.\n")


_EDITS: tuple[tuple[str, Fault, Edit], ...] = (
    ("a letter of the note altered", Fault.NOTE, _alter_a_letter),
    ("the text of the note lost", Fault.NOTE, _lose_the_text),
    ("a word of the note lost", Fault.NOTE, _lose_a_word),
    ("two words of the note exchanged", Fault.NOTE, _exchange_words),
    ("a word put into the note", Fault.ADDED, _add_a_word),
    ("a space of the note lost", Fault.SPACES, _lose_a_space),
    ("a space put into a word of the note", Fault.SPACES, _put_a_space),
    ("the mark altered", Fault.MARK, _alter_the_mark),
    ("the words of the claim altered", Fault.CLAIM, _alter_the_claim),
    ("a word of the claim lost", Fault.CLAIM, _lose_a_word_of_the_claim),
    ("an address altered", Fault.LINKS, _alter_an_address),
    ("an address lost", Fault.LINKS, _lose_an_address),
    ("the call removed", Fault.LOST, _remove_the_call),
    ("a call added", Fault.INVENTED, _add_a_call),
    ("the call doubled", Fault.DOUBLED, _double_the_call),
    ("the note doubled", Fault.DOUBLED, _double_the_note),
    ("the call moved", Fault.ORDER, _move_the_call),
    ("the note moved", Fault.RANK, _move_the_note),
    ("a note that nothing calls", Fault.STRAY, _add_a_note),
    ("words printed behind a note", Fault.STRAY, _print_stray_words),
    ("words put into a way back", Fault.STRAY, _lengthen_the_way_back),
    ("the note concealed", Fault.HIDDEN, _conceal_the_note),
    ("the call concealed", Fault.HIDDEN, _conceal_the_call),
)


def _alter_a_letter_of_prose(plain: Plain) -> None:
    letter = plain.in_prose(LETTER)
    plain.prose = _written(letter, other_letter(letter[0], 0))


def _lose_a_word_of_prose(plain: Plain) -> None:
    plain.prose = _written(plain.in_prose(WORD), "")


def _change_a_word_of_prose(plain: Plain) -> None:
    plain.prose = _written(plain.in_prose(WORD), "otherwise")


def _add_a_word_to_prose(plain: Plain) -> None:
    word = plain.in_prose(WORD)
    plain.prose = _written(word, f"moreover {word[0]}")


def _exchange_words_of_prose(plain: Plain) -> None:
    pair = plain.in_prose(_PAIR)
    if fold(pair[1]) == fold(pair[2]):
        raise InapplicableError
    plain.prose = _written(pair, f"{pair[2]} {pair[1]}")


def _lose_a_space_of_prose(plain: Plain) -> None:
    plain.prose = _written(plain.in_prose(_SPACE), "")


def _put_a_space_into_prose(plain: Plain) -> None:
    word = plain.in_prose(WORD)
    plain.prose = _written(word, f"{word[0][:2]} {word[0][2:]}")


def _paragraphs(plain: Plain) -> list[re.Match[str]]:
    """Return the paragraphs of the body that hold words and no call."""
    start, end = plain.body()
    found = re.compile(r"(?<=\n\n)[^\n ](?:.|\n(?!\n))+(?=\n\n)").finditer(plain.prose)
    return [
        each
        for each in found
        if start <= each.start()
        and each.end() <= end
        and not re.search(plain.mark, each[0])
        and len(WORD.findall(each[0])) > 3
        and not _MARKER.match(each[0])
    ]


def _number_an_item_otherwise(plain: Plain) -> None:
    start, end = plain.body()
    numbers = re.compile(r"^( *)[0-9]+(?=\.  )", re.MULTILINE).finditer(plain.prose, start, end)
    number = pick(plain.chance, list(numbers))
    plain.prose = _written(number, f"{number[1]}8")


def _beside_the_title(plain: Plain) -> re.Match[str]:
    """Return the subtitle, or the name of an author: what stands between the title and the date."""
    date = plain.prose.find("\n\nPublished ")
    return pick(plain.chance, list(re.compile(r"(?<=\n\n).+").finditer(plain.prose, 0, max(date, 0))))


def _alter_what_stands_beside_the_title(plain: Plain) -> None:
    line = _beside_the_title(plain)
    letter = pick(plain.chance, list(LETTER.finditer(plain.prose, *line.span())))
    plain.prose = _written(letter, other_letter(letter[0], 0))


def _lose_what_stands_beside_the_title(plain: Plain) -> None:
    plain.prose = _written(_beside_the_title(plain), "")


def _lose_a_paragraph(plain: Plain) -> None:
    plain.prose = _written(pick(plain.chance, _paragraphs(plain)), "")


def _add_a_paragraph(plain: Plain) -> None:
    """Put one in between: before the first something may stand beside the title."""
    paragraph = pick(plain.chance, _paragraphs(plain)[1:])
    added = "This is a paragraph which nobody has ever written."
    plain.prose = _written(paragraph, f"{added}\n\n{paragraph[0]}")


def _double_a_paragraph(plain: Plain) -> None:
    paragraph = pick(plain.chance, _paragraphs(plain))
    plain.prose = _written(paragraph, f"{paragraph[0]}\n\n{paragraph[0]}")


def _move_a_paragraph(plain: Plain) -> None:
    found = _paragraphs(plain)
    pairs = [
        (one, other)
        for at, one in enumerate(found)
        for other in found[at + 1 :]
        if fold(one[0]) != fold(other[0])
    ]
    one, other = pick(plain.chance, pairs)
    between = plain.prose[one.start() : other.start()]
    plain.prose = plain.prose[: one.start()] + f"{other[0]}\n\n{between}" + plain.prose[other.end() :]


def _lead_a_link_elsewhere(plain: Plain) -> None:
    start, end = plain.body()
    links = [each for each in re.finditer(_ADDRESS, plain.prose) if start <= each.start() < end]
    plain.prose = _written(pick(plain.chance, links), "<https://elsewhere.example/>")


def _move_a_link(plain: Plain) -> None:
    """Let an address stand behind a word of another block, and all addresses keep their order."""
    start, end = plain.body()
    links = [each for each in re.finditer(_ADDRESS, plain.prose) if start <= each.start() < end]
    at = pick(plain.chance, range(len(links)))
    before = links[at - 1].end() if at else start
    words = plain.words(WORD, plain.prose, before, links[at].start())
    word = pick(
        plain.chance, [each for each in words if "\n\n" in plain.prose[each.end() : links[at].start()]]
    )
    left = _written(links[at], "")
    plain.prose = f"{left[: word.end()]} {links[at][0]}{left[word.end() :]}"


def _put_in_a_link(plain: Plain) -> None:
    paragraph = pick(plain.chance, _paragraphs(plain))
    word = pick(plain.chance, list(WORD.finditer(plain.prose, *paragraph.span())))
    plain.prose = _written(word, f"{word[0]} <https://elsewhere.example/>")


def _describe_otherwise(plain: Plain) -> None:
    found = list(re.finditer(r"(?<=\[Image: )[^\[\]]+", plain.prose))
    plain.prose = _written(pick(plain.chance, found), "Something else altogether")


_OF_PROSE: tuple[tuple[str, Aspect, Callable[[Plain], None]], ...] = (
    ("a letter of the prose altered", Aspect.WORDS, _alter_a_letter_of_prose),
    ("a word of the prose lost", Aspect.WORDS, _lose_a_word_of_prose),
    ("a word of the prose changed", Aspect.WORDS, _change_a_word_of_prose),
    ("a word put into the prose", Aspect.WORDS, _add_a_word_to_prose),
    ("two words of the prose exchanged", Aspect.WORDS, _exchange_words_of_prose),
    ("a letter beside the title altered", Aspect.WORDS, _alter_what_stands_beside_the_title),
    ("subtitle or author lost", Aspect.WORDS, _lose_what_stands_beside_the_title),
    ("an item numbered otherwise", Aspect.WORDS, _number_an_item_otherwise),
    ("a paragraph lost", Aspect.WORDS, _lose_a_paragraph),
    ("a paragraph put in", Aspect.WORDS, _add_a_paragraph),
    ("a paragraph doubled", Aspect.WORDS, _double_a_paragraph),
    ("a paragraph moved", Aspect.WORDS, _move_a_paragraph),
    ("a space of the prose lost", Aspect.SPACES, _lose_a_space_of_prose),
    ("a space put into a word of the prose", Aspect.SPACES, _put_a_space_into_prose),
    ("a link of the prose led elsewhere", Aspect.LINKS, _lead_a_link_elsewhere),
    ("a link moved to other words", Aspect.LINKS, _move_a_link),
    ("a link put into the prose", Aspect.LINKS, _put_in_a_link),
    ("an alternative text changed", Aspect.IMAGES, _describe_otherwise),
)


def _promised(plain: Plain) -> list[tuple[int, int]]:
    """Return where, in the whole file, the lines stand that say what is promised."""
    whole = plain.whole()
    start, end = plain.body()
    notes = len(plain.prose)
    found = []
    at, way_back = 0, False
    for line in whole.splitlines(keepends=True):
        way_back = line.strip().startswith("↑") or (way_back and bool(line.strip()))
        if LETTER.search(line) and not way_back and (start <= at < end or at >= notes):
            found.append((at, at + len(line)))
        at += len(line)
    return found


def _rewrite(plain: Plain, text: str) -> None:
    plain.prose, plain.notes = text, []


def _alter_letters(plain: Plain) -> None:
    whole = plain.whole()
    start, end = pick(plain.chance, _promised(plain))
    _rewrite(plain, whole[:start] + alter_letters(whole[start:end], plain.chance) + whole[end:])


def _lose_a_line(plain: Plain) -> None:
    start, end = pick(plain.chance, _promised(plain))
    _rewrite(plain, plain.whole()[:start] + plain.whole()[end:])


def _double_a_line(plain: Plain) -> None:
    start, end = pick(plain.chance, _promised(plain))
    _rewrite(plain, plain.whole()[:end] + plain.whole()[start:end] + plain.whole()[end:])


def _exchange_lines(plain: Plain) -> None:
    whole, found = plain.whole(), _promised(plain)
    pairs = [
        (one, other)
        for at, one in enumerate(found)
        for other in found[at + 1 :]
        if fold(whole[slice(*one)]) != fold(whole[slice(*other)])
    ]
    one, other = pick(plain.chance, pairs)
    between = whole[one[1] : other[0]]
    _rewrite(plain, whole[: one[0]] + whole[slice(*other)] + between + whole[slice(*one)] + whole[other[1] :])


_BY_CHANCE: tuple[tuple[str, Callable[[Plain], None]], ...] = (
    ("letters altered at random", _alter_letters),
    ("a line lost at random", _lose_a_line),
    ("a line doubled at random", _double_a_line),
    ("two lines exchanged at random", _exchange_lines),
)


def _cut(data: bytes, _: int, chance: Random) -> bytes:
    """Lose the end of the file, from somewhere before the last note's last words."""
    whole = data.decode().rstrip().rpartition("↑")[0].rstrip()
    return cut(whole.encode(), 1, chance)


def _break_a_letter(data: bytes, _: int, chance: Random) -> bytes:
    """Put a byte somewhere that is no UTF-8."""
    at = chance.randrange(len(data))
    return data[:at] + b"\xff" + data[at:]


def _inflict(edit: Edit, data: bytes, place: int, chance: Random) -> bytes:
    plain = Plain.of(data, chance)
    edit(plain, place)
    return plain.whole().encode()


def _anywhere(edit: Callable[[Plain], None]) -> Edit:
    return lambda plain, _: edit(plain)


TEXT: tuple[Damage, ...] = (
    *(Damage(name, fault, partial(_inflict, edit)) for name, fault, edit in _EDITS),
    Damage(
        "the number of the note given twice",
        Fault.IDS,
        partial(_inflict, _number_another_alike),
        brings=Fault.STRAY,
    ),
    *(
        Damage(name, Fault.PROSE, partial(_inflict, _anywhere(edit)), aspect)
        for name, aspect, edit in _OF_PROSE
    ),
    *(Damage(name, None, partial(_inflict, _anywhere(edit))) for name, edit in _BY_CHANCE),
    Damage("the end of the file lost", None, _cut),
    Damage("a byte that is no text", None, _break_a_letter),
)
