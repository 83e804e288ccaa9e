"""Room by room: what the judge's own tools return, to the letter."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from surefoot.promise import Citation, Facet, Fault, Recovered
from surefoot.text import BREAK_HYPHEN, LINE_END
from surefoot.verify import compare
from surefoot.verify.anchors import Agreement
from surefoot.verify.hyphens import settled
from surefoot.verify.letters import alike, around, gaps_apart, grams, letters, overlap, put_in, same
from surefoot.verify.liberties import Liberties
from surefoot.verify.sequences import Member, Parting, partings
from surefoot.verify.spaces import misplaced
from surefoot.verify.stretch import Text
from surefoot.verify.telling import Words
from surefoot.verify.words import Change, Comparison

NONE: frozenset[int] = frozenset()


@pytest.mark.parametrize(
    ("one", "other", "added"),
    [
        ("a b", "a x b", "x"),
        ("a b", "a b x y", "xy"),
        ("a b", "x a b", "x"),
        ("a b c", "a x b yy c", "xyy"),
        ("a b c", "x a b c z", "xz"),
        ("p. 12", "p. 123", None),
        ("p. 12", "p. 312", None),
        ("p. 12.", "p. 12, at length.", ",atlength"),
        ("see (b)", "see (a)(b)", "(a)"),
        ("ab", f"a{LINE_END}x{LINE_END}b", "x"),
        ("ab", "a x b", "x"),
        ("ab", "axb", None),
        ("ab", "ab", None),
        ("ab", "a", None),
        ("a b", "b a c", None),
        ("", "x", "x"),
        ("x", "xx", None),
        ("x", "x x", "x"),
        ("note (1)", "note (12)", None),
        ("a-b", "a-x-b", "-x"),
    ],
)
def test_what_was_put_in_is_known_to_the_letter(one: str, other: str, added: str | None) -> None:
    assert put_in(one, other) == added


@pytest.mark.parametrize(
    ("one", "other", "count"),
    [("a b", "a b", 0), ("a b", "ab", 1), ("a b c", "ab c", 1), ("a b c", "abc", 2), ("ab c", "a bc", 2),
     (f"a{LINE_END}b", "ab", 0), (f"a{LINE_END}b c", "abc", 1), ("e \u0301x", "\u00e9x", 1),
     (f"e{LINE_END}\u0301x", "\u00e9x", 0)],
)  # fmt: skip
def test_gaps_that_one_text_has_are_counted(one: str, other: str, count: int) -> None:
    assert gaps_apart(one, other) == gaps_apart(other, one) == count


def test_texts_are_beheld_by_their_letters() -> None:
    assert letters(f"a b{LINE_END}c") == "abc"
    assert same("a b", "ab")
    assert same("e \u0301", "\u00e9")
    assert not same("a b", "a c")
    assert [alike("", "a"), alike("ab", "ab"), alike("abc", "abd"), alike("x", "y"), alike("a", "ab")] == [
        *(0, 2, 2, 0, 1)
    ]
    assert grams("") == frozenset()
    assert grams("abc") == {"abc"}
    assert grams("abcde") == {"abcd", "bcde"}
    assert overlap(grams("abcde"), grams("abcdf")) == 0.5
    assert overlap(grams("abcd"), grams("")) == 0.0


def test_an_excerpt_begins_with_the_word_that_differs() -> None:
    assert around("a b c", "a x c") == ("a b c", "a x c")
    one = " ".join("abcdefghij" * 20)
    before, behind = around(one, one[:200] + "?" + one[201:])
    assert before == f"…{one[160:280]}…"
    assert behind[41] == "?"


TEXT = Text(("One two", f"three{LINE_END}four five", "six"))


def test_a_text_knows_its_blocks_its_words_and_its_gaps() -> None:
    assert TEXT.letters == "Onetwothreefourfivesix"
    assert TEXT.starts == [0, 6, 19, 22]
    assert [TEXT.block_at(at) for at in (0, 5, 6, 18, 19, 21, 22, 99)] == [0, 0, 1, 1, 2, 2, 2, 2]
    assert list(TEXT.words(0, 22)) == [
        ("One", 0), ("two", 3), ("three", 6), ("four", 11), ("five", 15), ("six", 19),
    ]  # fmt: skip
    assert list(TEXT.words(4, 12)) == [("wo", 4), ("three", 6), ("f", 11)]
    assert list(TEXT.words(6, 6)) == []
    assert TEXT.gaps(0, 22) == {3: " ", 6: " ", 11: LINE_END, 15: " ", 19: " "}
    assert TEXT.gaps(3, 11) == {6: " "}
    assert Text(()).block_at(0) == 0


def test_a_stretch_is_shown_with_whole_words_around_it() -> None:
    assert TEXT.around(6, 11) == "One two three four five six"
    long = Text((" ".join(f"word{rank:03}" for rank in range(100)),))
    assert long.around(350, 357) == (
        "…word045 word046 word047 word048 word049 word050 word051 word052 word053 word054 word055…"
    )
    assert long.around(0, 7) == "word000 word001 word002 word003 word004 word005…"
    assert long.around(693, 700) == "…word094 word095 word096 word097 word098 word099"


def test_what_is_shown_of_a_long_stretch_is_its_beginning_and_its_end() -> None:
    text = Text((" ".join(f"word{rank:03}" for rank in range(100)),))
    written = text.around(0, 700)
    assert written == f"{text.blocks[0][:119]} … {text.blocks[0][-119:]}"
    assert " … " not in text.around(0, 210)


def compared(
    promised: tuple[str, ...], found: tuple[str, ...], labels: frozenset[int] = NONE
) -> tuple[list[tuple[str, str, int]], Comparison]:
    one, other = Text(promised), Text(found)
    comparison = Comparison(one, other, Liberties(one, labels, NONE), frozenset())
    _, changes = comparison.outcome()
    return [(change.lost, change.added, change.start) for change in changes], comparison


LONG = tuple(f"Paragraph {rank} is long enough to be known by its words alone." for rank in range(4))


@pytest.mark.parametrize(
    ("found", "changes"),
    [
        (LONG, []),
        ((LONG[0], *LONG[2:]), [(letters(LONG[1]), "", 47)]),
        ((LONG[0], "Added.", *LONG[1:]), [("", "Added.", 47)]),
        ((LONG[0].replace("known", "knows"), *LONG[1:]), [("known", "knows", 26)]),
        ((*LONG[:3], LONG[3].replace("alone.", "aline.")), [("alone.", "aline.", 182)]),
        ((*LONG[:3], LONG[3].replace("alone.", "only")), [("alone.", "", 182)]),
        ((LONG[0].replace("Paragraph", "Paragraf"), *LONG[1:]), [("Paragraph", "Paragraf", 0)]),
        ((LONG[0].replace("Paragraph", "Section"), *LONG[1:]), [("Paragraph", "", 0)]),
        (("Of old", *LONG, "Colophon"), []),
        (("Of old", *LONG[1:], "Colophon"), [(letters(LONG[0]), "", 0)]),
        (("Of old", *LONG[:3], "Colophon"), [(letters(LONG[3]), "", 141)]),
        ((LONG[0], LONG[2], LONG[1], LONG[3]), [(letters(LONG[1]), "", 47), ("", letters(LONG[1]), 141)]),
        (tuple(text.replace("long", "l ong") for text in LONG), []),
    ],
)
def test_changes_are_found_where_they_are(
    found: tuple[str, ...], changes: list[tuple[str, str, int]]
) -> None:
    said, _ = compared(LONG, found)
    assert said in (changes, sorted(changes, key=lambda change: change[2]))


@pytest.mark.parametrize(("between", "count"), [("twelveletter", 1), ("thirteenlette", 2), ("six six", 1)])
def test_changes_near_each_other_are_one(between: str, count: int) -> None:
    promised = f"It begins here with old {between} old and it ends."
    said, _ = compared((promised,), (promised.replace("old", "new"),))
    assert len(said) == count
    if count == 1:
        assert said == [
            (f"old{letters(between)}old", f"new{letters(between)}new", letters(promised).index("old"))
        ]


def test_a_text_behind_a_long_front_is_found() -> None:
    front = tuple(f"Line {rank} of a front that goes on and on, and says nothing." for rank in range(900))
    assert compared(LONG, (*front, *LONG))[0] == []
    damaged = (*front, LONG[0].replace("known", "knows"), *LONG[1:])
    assert compared(LONG, damaged)[0] == [("known", "knows", 26)]
    behind = (*LONG[:3], LONG[3].replace("known", "knows"), *front)
    assert compared(LONG, behind)[0] == [("known", "knows", 167)]
    between = (*LONG[:2], *front, *LONG[2:])
    ((lost, added, start),) = compared(LONG, between)[0]
    assert (lost, start, added) == ("", 94, "".join(map(letters, front)))


def test_words_next_to_the_rest_stand_for_those_lost_at_an_end_if_they_are_alike() -> None:
    rest = " is long enough to be known by its words alone."
    assert compared((f"a zztaone{rest}",), (f"b xxtaone{rest}",))[0] == [("azztaone", "bxxtaone", 0)]
    assert compared((f"abcd{rest}",), (f"abxy{rest}",))[0] == [("abcd", "abxy", 0)]
    assert compared((f"abcde{rest}",), (f"abxyz{rest}",))[0] == [("abcde", "", 0)]
    assert compared((f"a zzztone{rest}",), (f"b xxxxyyy{rest}",))[0] == [("azzztone", "", 0)]


def test_words_of_a_front_are_not_those_of_the_text() -> None:
    front = "Alpha was its name, " + " ".join(f"front{rank}" for rank in range(40))
    assert compared(("Alpha beta.", *LONG), (front, *LONG))[0] == [("Alphabeta.", "", 0)]
    assert compared((*LONG, "Alpha beta."), (*LONG, front[20:] + " Alpha beta"))[0] == [
        ("Alphabeta.", "", 188)
    ]


def test_a_block_in_a_list_of_contents_is_not_the_one_that_counts() -> None:
    damaged = (LONG[0], LONG[1], *LONG[:2], LONG[2].replace("known", "knows"), LONG[3])
    assert compared(LONG, damaged)[0] == [("known", "knows", 120)]


def test_agreements_are_told_with_their_places() -> None:
    one, other = Text(("One two three.",)), Text(("Before it.", "One too three."))
    agreements, changes = Comparison(one, other, Liberties(one, NONE, NONE), frozenset()).outcome()
    assert changes == [Change(3, 6, 12, 15, "two", "too")]
    assert [each for each in agreements if each.size] == [Agreement(0, 9, 3), Agreement(6, 15, 6)]


def test_spaces_are_told_with_their_places() -> None:
    one, other = Text(("One two three.", "Four.")), Text(("x", "Onetwo thr ee.", "Four."))
    found = list(misplaced(one, other, [Agreement(0, 1, 16)]))
    assert found == [Agreement(3, 4, 6)]
    assert list(misplaced(one, Text(("One two three. Four.",)), [Agreement(0, 0, 16)])) == []
    assert list(misplaced(one, Text(("One two three.Four.",)), [Agreement(0, 0, 16)])) == [
        Agreement(12, 12, 0)
    ]
    thrice = f"a b {'c' * 30} d {'e' * 30} f"
    (run,) = misplaced(Text((thrice,)), Text((letters(thrice),)), [Agreement(0, 0, len(letters(thrice)))])
    assert (run.start, run.size) == (1, 62)
    for size, starts in ((39, [1]), (40, [1, 42])):
        far, joined = Text((f"a b {'c' * size} d",)), Text((f"ab {'c' * size}d",))
        assert [each.start for each in misplaced(far, joined, [Agreement(0, 0, size + 3)])] == starts


TABLE = Text(("Before.", "A", "B b", "one", "two", "three", "Behind."))


@pytest.mark.parametrize(
    ("found", "taken"),
    [
        ("Before.ABbonetwothreeBehind.", True),
        ("Before.ABbA:oneBb:twoA:threeBehind.", True),
        ("Before.A:oneBb:twoA:threeBehind.", True),
        ("Before.A,Bb:onetwothreeBehind.", True),
        ("Before.onetwothreeBehind.", False),
        ("Before.A:onetwothreeBehind.", False),
        ("Before.A:oneBb:twoA:thrBehind.", False),
        ("Before.AA:oneBb:twoA:threeBehind.", False),
        ("xBefore.A:oneBb:twoA:threeBehind.", False),
        ("Before.A:oneBb:twoA:threeBehind.x", False),
    ],
)
def test_headers_may_be_said_again_and_nothing_else(found: str, *, taken: bool) -> None:
    liberties = Liberties(TABLE, frozenset({1, 2}), NONE)
    place = range(len(found))
    assert liberties.taken(range(7), found, place, front=False, back=False) is taken
    if taken:
        wider = range(1, len(found) + 1)
        assert liberties.taken(range(7), f"x{found}x", range(len(found) + 2), front=True, back=True)
        assert liberties.taken(range(7), f"x{found}x", wider, front=False, back=False)


def test_each_table_has_the_headers_that_stand_before_its_cells() -> None:
    text = Text(("A", "B", "C", "one", "two", "six", "X", "Y", "Z", "three", "four", "last"))
    liberties = Liberties(text, frozenset({0, 1, 2, 6, 7, 8}), NONE)

    def taken(blocks: range, found: str) -> bool:
        return liberties.taken(blocks, found, range(len(found)), front=False, back=False)

    assert taken(range(12), "A:oneB:twoC:sixX:threeY:fourZ:last")
    assert not taken(range(12), "A:oneB:twoC:sixA:threeY:fourX:Z:last")
    assert not taken(range(12), "A:oneB:twoC:sixX:threeY:fourlast")
    assert taken(range(10, 12), "X:fourY:last")
    assert not taken(range(10, 12), "A:fourY:last")
    assert taken(range(4, 5), "B:twoC:")


def test_a_caption_that_echoes_may_be_said_or_left_out() -> None:
    liberties = Liberties(TABLE, frozenset({1, 2}), frozenset({6}))
    table = "Before.A:oneBb:twoA:three"
    for found in (table, table + "Behind."):
        assert liberties.taken(range(7), found, range(len(found)), front=False, back=False)
    first = Liberties(TABLE, NONE, frozenset({1}))
    for found in ("Before.ABb", "Before.Bb"):
        assert first.taken(range(3), found, range(len(found)), front=False, back=False)
    assert not first.taken(range(3), "Before.", range(7), front=False, back=False)


def test_where_something_else_is_wrong_headers_are_left_out_of_account() -> None:
    liberties = Liberties(TABLE, frozenset({1, 2}), NONE)
    again = "Before.A:oneBb:towA:three"
    assert liberties.aside(range(7), again) == ([range(7, 10)], [range(7, 9), range(12, 15), range(18, 20)])
    assert liberties.aside(range(7), "Before.ABbonetow") == ([], [])
    assert liberties.aside(range(3, 7), "A:one") == ([], [range(2)])
    assert liberties.aside(range(1), "A:one") == ([], [])
    echo = Liberties(TABLE, NONE, frozenset({3}))
    assert echo.aside(range(7), "Before.one") == ([range(10, 13)], [])
    assert echo.aside(range(7), "Before.oneone") == ([], [])
    both = Liberties(TABLE, frozenset({1, 2}), frozenset({6}))
    assert both.aside(range(7), "Behind.A:") == ([range(21, 28), range(7, 10)], [range(7, 9)])


def series(*texts: str) -> list[Member]:
    return [*map(Member, texts)]


def test_a_series_parts_where_texts_differ() -> None:
    def parted(ones: str, others: str) -> Sequence[Parting]:
        return partings(series(*ones.split()), series(*others.split()), lambda member: member.text == "known")

    assert parted("a b", "a b") == []
    assert partings(series("b c"), series(f"bc{LINE_END}"), lambda _: True) == []
    assert parted("a bc", "x known a bc known y") == [
        Parting(0, [], series("known")), Parting(2, [], series("known")),
    ]  # fmt: skip
    assert parted("a b", "known x c b") == [Parting(0, series("a"), series("known", "c"))]
    assert parted("a b", "a c x known") == [Parting(1, series("b"), series("c", "known"))]
    assert parted("a b c", "x b a c") == [Parting(0, series("a", "b"), series("b", "a"))]
    assert parted("a b c", "a c b")[0].exchanged
    assert not Parting(0, series("a"), series("b")).exchanged


def test_a_series_parts_where_the_same_text_is_something_else() -> None:
    ones = [Member("a", "2"), Member("b", "2"), Member("c", "2")]
    (parting,) = partings(ones, [ones[0], Member("b", "3"), ones[2]], lambda _: False)
    assert parting == Parting(1, [ones[1]], [Member("b", "3")])
    assert parting.renamed
    assert not parting.exchanged
    assert len(partings(ones, [Member("a", "3"), ones[1], Member("c", "3")], lambda _: False)) == 2


@pytest.mark.parametrize(
    ("one", "other", "lost", "added"),
    [
        ("abc", "axc", "b", "x"),
        ("ab", "abc", "", "c"),
        ("abc", "c", "ab", ""),
        ("aa", "a", "a", ""),
        ("", "", "", ""),
    ],
)
def test_what_differs_between_two_words_is_less_their_ends(
    one: str, other: str, lost: str, added: str
) -> None:
    assert Words.between(one, other) == Words(lost, added)


def test_a_change_is_within_another_if_both_its_sides_are() -> None:
    assert Words("a", "b").within(Words("xax", "b"))
    assert not Words("a", "b").within(Words("a", "x"))
    assert not Words("a", "b").within(Words("x", "b"))


NOTE = Citation("1", "theclaimbefore", "A well-known cooperation of 1914-1918.")


@pytest.mark.parametrize(
    ("note", "read"),
    [
        (f"A well{BREAK_HYPHEN}known cooperation of 1914{BREAK_HYPHEN}1918.", NOTE.note),
        (f"A well-known coop{BREAK_HYPHEN}eration of 1914-1918.", NOTE.note),
        (f"A well{BREAK_HYPHEN}known coop{BREAK_HYPHEN}eration of us.", "A well-known cooperation of us."),
        (f"A well-known coop{BREAK_HYPHEN} eration of us.", "A well-known cooperation of us."),
        (f"Another thing, half{BREAK_HYPHEN}told.", "Another thing, half-told."),
        (f"Another thing, half{BREAK_HYPHEN} told.", "Another thing, half- told."),
        ("A plain one.", "A plain one."),
    ],
)
def test_a_hyphen_at_a_lines_end_is_read_as_was_promised(note: str, read: str) -> None:
    plain = replace(NOTE, note=read)
    assert settled((NOTE,), (replace(NOTE, note=note),)) == [plain] or note == read
    assert compare((NOTE,), Recovered((replace(NOTE, note=note),), frozenset(Facet))) == compare(
        (NOTE,), Recovered((plain,), frozenset(Facet))
    )


def test_a_note_is_read_as_its_own_promise_has_it_whatever_words_others_have() -> None:
    promised = (replace(NOTE, note="To re-cover a chair."), replace(NOTE, note="To recover from a fall."))
    broken = [replace(NOTE, note=f"To re{BREAK_HYPHEN}cover {rest}") for rest in ("a chair.", "from a fall.")]
    assert settled(promised, broken) == list(promised)


def test_a_claim_is_read_as_was_promised_though_it_begins_before() -> None:
    broken = replace(NOTE, claim=f"above{BREAK_HYPHEN}theclaimbe{BREAK_HYPHEN}fore")
    assert settled((NOTE,), (broken,)) == [replace(NOTE, claim="abovetheclaimbefore")]
    short = replace(NOTE, claim="end")
    before = replace(NOTE, claim=f"a{BREAK_HYPHEN}bove the end")
    assert settled((short,), (before,)) == [replace(NOTE, claim="above the end")]
    other = replace(NOTE, claim=f"another{BREAK_HYPHEN}claim")
    assert settled((NOTE,), (other,)) == [replace(NOTE, claim="another-claim")]


@pytest.mark.parametrize(
    ("stray", "fault", "place"),
    [
        (
            "The first of these notes says much, and says it at len gth, for it has to be long.",
            Fault.DOUBLED,
            1,
        ),
        (
            "The first of these notes says much, and says it at length, for it has to be lang.",
            Fault.DOUBLED,
            1,
        ),
        (
            "xhe first of these notes says much, and says it at length, for it has to be long.",
            Fault.DOUBLED,
            1,
        ),
        ("The second of these notes says something else, and that at length as well, no?", Fault.DOUBLED, 2),
        ("The first of these notes says much, but in the end it is quite another thing.", Fault.STRAY, 0),
        ("In the end it is quite another thing, for it has to be long.", Fault.STRAY, 0),
    ],
)
def test_a_stray_is_known_by_either_end(stray: str, fault: Fault, place: int) -> None:
    promised = (
        Citation(
            "1", "one", "The first of these notes says much, and says it at length, for it has to be long."
        ),
        Citation("2", "two", "The second of these notes says something else, and that at length as well."),
    )
    (finding,) = compare(promised, Recovered(promised, frozenset(Facet), strays=(stray,)))
    assert (finding.fault, finding.place, finding.found) == (fault, place, stray)


def test_strays_come_behind_what_is_told_of_citations() -> None:
    promised = tuple(Citation(str(rank), f"claim{rank}", f"Note {rank} of them.") for rank in range(1, 4))
    dead = (*promised[:2], replace(promised[2], jump=False))
    said = compare(promised, Recovered(dead, frozenset(Facet), strays=("Nobody.", promised[0].note)))
    assert [(each.fault, each.place) for each in said] == [
        (Fault.DOUBLED, 1), (Fault.JUMP, 3), (Fault.STRAY, 0),
    ]  # fmt: skip


def test_what_a_note_lacks_is_told_of_once() -> None:
    promised = (Citation("1", "claim", "One part. And one more part."),)
    torn = (replace(promised[0], note="One part."),)
    for stray, faults in (
        ("And one more part.", [Fault.NOTE]),
        ("And one more port.", [Fault.NOTE, Fault.STRAY]),
        ("And one more.", [Fault.NOTE, Fault.STRAY]),
    ):
        said = compare(promised, Recovered(torn, frozenset(Facet), strays=(stray,)))
        assert [each.fault for each in said] == faults
