"""Damages to calls and notes of a tagged PDF."""

from __future__ import annotations

from itertools import pairwise

from pikepdf import Array, Dictionary, Name, String

from damage import InapplicableError
from damage.pdf.tagged import Edit, Piece, Tagged, annotations, below, kids, kill, lead
from surefoot.promise import Fault
from surefoot.text import fold

_LONG = 4
"""Letters of a word that is worth its loss."""
_FREE = 30
"""Points between two lines, from which a third has room between them."""


def words(piece: Piece) -> list[range]:
    """Return where a piece shows words, by the ranks of their codes."""
    found, start = [], None
    for at, letter in enumerate([*piece.letters(), ""]):
        if letter.isalpha():
            start = at if start is None else start
        elif start is not None:
            found.append(range(start, at))
            start = None
    return [word for word in found if len(word) >= _LONG]


def alter(tagged: Tagged, piece: Piece, at: int) -> None:
    """Show another letter of the piece in the place of one."""
    letters, codes = piece.letters(), piece.codes()
    others = [
        code
        for code, letter in zip(codes, letters, strict=True)
        if letter.isalnum() and fold(letter) != fold(letters[at])
    ]
    codes[at] = tagged.pick(others)
    piece.show(codes)


def take_a_glyph(tagged: Tagged, pieces: list[Piece]) -> None:
    """Show an empty box, which the font says is the letter that stood there."""
    piece = tagged.pick([piece for piece in pieces if any(map(str.isalpha, piece.letters()))])
    codes, letters = piece.codes(), piece.letters()
    at = tagged.pick([at for at, letter in enumerate(letters) if letter.isalpha()])
    held = f"<0000> <{letters[at].encode('utf-16-be').hex()}>".encode()
    font = piece.sheet.page.Resources.Font[str(piece.font())]
    told = font.ToUnicode.read_bytes().replace(
        b"endcmap", b"1 beginbfchar\n" + held + b"\nendbfchar\nendcmap"
    )
    font.ToUnicode = tagged.pdf.make_stream(told)
    codes[at] = b"\0\0"
    piece.show(codes)


def alter_a_letter(tagged: Tagged, pieces: list[Piece]) -> None:
    letters = [
        (piece, at) for piece in pieces for at, letter in enumerate(piece.letters()) if letter.isalpha()
    ]
    alter(tagged, *tagged.pick(letters))


def lose_a_word(tagged: Tagged, pieces: list[Piece]) -> None:
    piece, word = tagged.pick([(piece, word) for piece in pieces for word in words(piece)])
    codes = piece.codes()
    piece.show(codes[: word.start] + codes[word.stop :])


def exchange_words(tagged: Tagged, pieces: list[Piece]) -> None:
    pairs = [
        (piece, one, other)
        for piece in pieces
        for one in words(piece)
        for other in words(piece)
        if one.stop < other.start and _says(piece, one) != _says(piece, other)
    ]
    piece, one, other = tagged.pick(pairs)
    codes = piece.codes()
    piece.show(
        codes[: one.start]
        + codes[other.start : other.stop]
        + codes[one.stop : other.start]
        + codes[one.start : one.stop]
        + codes[other.stop :]
    )


def _says(piece: Piece, word: range) -> str:
    return fold("".join(piece.letters()[word.start : word.stop]))


def add_a_word(tagged: Tagged, pieces: list[Piece]) -> None:
    """Show a word of a piece once more, somewhere else in it."""
    pairs = [
        (piece, one, other)
        for piece in pieces
        for one in words(piece)
        for other in words(piece)
        if other.start > one.stop + 1 and " " in piece.letters()
    ]
    piece, one, other = tagged.pick(pairs)
    codes = piece.codes()
    space = codes[piece.letters().index(" ")]
    piece.show(codes[: other.start] + codes[one.start : one.stop] + [space] + codes[other.start :])


def lose_a_space(tagged: Tagged, pieces: list[Piece]) -> None:
    spaces = [
        (piece, at)
        for piece in pieces
        for at, (before, space, behind) in enumerate(_triples(piece.letters()))
        if space == " " and before.isalpha() and behind.isalpha()
    ]
    piece, at = tagged.pick(spaces)
    codes = piece.codes()
    piece.show(codes[: at + 1] + codes[at + 2 :])


def _triples(letters: list[str]) -> list[tuple[str, str, str]]:
    return list(zip(letters, letters[1:], letters[2:], strict=False))


def put_a_space(tagged: Tagged, pieces: list[Piece]) -> None:
    found = [(piece, word) for piece in pieces for word in words(piece) if " " in piece.letters()]
    piece, word = tagged.pick(found)
    codes = piece.codes()
    space = codes[piece.letters().index(" ")]
    piece.show([*codes[: word.start + 2], space, *codes[word.start + 2 :]])


def _lose_the_text(tagged: Tagged, place: int) -> None:
    for piece in tagged.of_note(place):
        piece.show([])


def _alter_the_mark(tagged: Tagged, place: int) -> None:
    (piece,), (other,) = (tagged.pieces(tagged.call(each)) for each in (place, tagged.following(place)))
    if piece.font() != other.font():
        raise InapplicableError
    piece.show(other.codes())


def _alter_the_claim(tagged: Tagged, place: int) -> None:
    piece = tagged.before(place)
    alter(tagged, piece, [at for at, letter in enumerate(piece.letters()) if letter.isalpha()][-1])


def _lose_a_word_of_the_claim(tagged: Tagged, place: int) -> None:
    piece = tagged.before(place)
    word = tagged.pick(words(piece)[-1:])
    codes = piece.codes()
    piece.show(codes[: word.start] + codes[word.stop :])


def _links(tagged: Tagged, place: int) -> list[tuple[object, list[Piece], str]]:
    """Return the note's links that lead out, with what they show and where they lead."""
    found = []
    for link in tagged.elements("Link", tagged.called_once(place)):
        addresses = [str(each.A.URI) for each in annotations(link) if "/URI" in each.get("/A", {})]
        if addresses:
            found.append((link, tagged.pieces(link), addresses[0]))
    return found


def _printing(tagged: Tagged, place: int):
    return tagged.pick(
        [
            (link, pieces, address)
            for link, pieces, address in _links(tagged, place)
            if fold("".join("".join(piece.letters()) for piece in pieces)) == fold(address)
        ]
    )


def _alter_an_address(tagged: Tagged, place: int) -> None:
    """Alter the last character of target and printed address alike, as a typesetter would who broke it."""
    link, pieces, address = _printing(tagged, place)
    codes = [code for piece in pieces for code in piece.codes()]
    other = next(at for at in range(2, len(codes)) if codes[-at] != codes[-1] and address[-at].isalnum())
    pieces[-1].show([*pieces[-1].codes()[:-1], codes[-other]])
    for annotation in annotations(link):
        annotation.A.URI = String(address[:-1] + address[-other])


def _take_a_link(tagged: Tagged, place: int) -> None:
    for annotation in annotations(tagged.pick(_links(tagged, place))[0]):
        kill(annotation)


def _lead_from_a_printed_address(tagged: Tagged, place: int) -> None:
    for annotation in annotations(_printing(tagged, place)[0]):
        annotation.A.URI = String("https://elsewhere.example/")


def _print_another_address(tagged: Tagged, place: int) -> None:
    _, pieces, _ = _printing(tagged, place)
    letters = pieces[-1].letters()
    start = "".join(letters).find("://") + 3 if len(pieces) == 1 else 0
    at = [at for at, letter in enumerate(letters) if letter.isalnum() and at >= start]
    alter(tagged, pieces[-1], tagged.pick(at))


def _lead_the_jump_elsewhere(tagged: Tagged, place: int) -> None:
    lead(tagged.jump(place), tagged.jump(tagged.following(place)))


def _kill_the_jump(tagged: Tagged, place: int) -> None:
    kill(tagged.jump(place))


def _flatten_the_jump(tagged: Tagged, place: int) -> None:
    """Leave the link an area without height, where nobody can press it."""
    left, bottom, right, _ = tagged.jump(place).Rect
    tagged.jump(place).Rect = Array([left, bottom, right, bottom])


def _flag_the_jump_hidden(tagged: Tagged, place: int) -> None:
    tagged.jump(place).F = 2


def _from_its_page(tagged: Tagged, annotation: Dictionary) -> None:
    """Leave an annotation in the tags alone."""
    for page in tagged.pdf.pages:
        held = page.obj.get("/Annots", Array())
        page.obj.Annots = Array([each for each in held if each.objgen != annotation.objgen])


def _take_the_jump_off_the_page(tagged: Tagged, place: int) -> None:
    _from_its_page(tagged, tagged.jump(place))


def _take_the_way_back_off_the_page(tagged: Tagged, place: int) -> None:
    _from_its_page(tagged, tagged.way_back(place))


def _lead_the_way_back_elsewhere(tagged: Tagged, place: int) -> None:
    others = [at + 1 for at in range(len(tagged.calls())) if at + 1 != place]
    for other in tagged.chance.sample(others, len(others)):
        label = tagged.elements("Lbl", tagged.note(other))[0]
        if tagged.note(other).objgen != tagged.called_once(place).objgen:
            lead(tagged.way_back(place), next(annotations(label)))
            return
    raise InapplicableError


def _lead_the_way_back_to_the_page(tagged: Tagged, place: int) -> None:
    (piece,) = tagged.pieces(tagged.call(place))
    kill(tagged.way_back(place))
    tagged.way_back(place).Dest = Array([piece.sheet.page, Name.Fit])


def _kill_the_way_back(tagged: Tagged, place: int) -> None:
    kill(tagged.way_back(place))


def _remove_the_call(tagged: Tagged, place: int) -> None:
    tagged.remove(tagged.call(place))


def _holder(tagged: Tagged, place: int):
    """Return the block that holds a call and words before it."""
    tagged.before(place)
    return tagged.call(place).P


def _add_a_call(tagged: Tagged, place: int) -> None:
    """Call the same note a second time, at the beginning of the block that holds the first call."""
    _call_again(tagged, place, _holder(tagged, place), at=0)


def _double_the_call(tagged: Tagged, place: int) -> None:
    call = tagged.call(place)
    at = next(at for at, kid in enumerate(kids(call.P)) if kid.objgen == call.objgen)
    _call_again(tagged, place, call.P, at=at + 1)


def _call_again(tagged: Tagged, place: int, holder, at: int) -> None:
    (piece,), jump = tagged.pieces(tagged.call(place)), tagged.jump(place)
    added = tagged.add(holder, "Reference", piece.sheet.page, at=at)
    link = tagged.add(added, "Link", piece.sheet.page)
    tagged.paint(link, piece, piece.codes(), (20, 20))
    tagged.link(link, piece.sheet.page, [20, 18, 30, 30], jump)


def _run_together(tagged: Tagged, place: int) -> None:
    """Let a mark stand right behind the mark before it."""
    (before,), (piece,) = (tagged.pieces(tagged.call(each)) for each in (max(place - 1, 1), place))
    left, base, _, width = before.place()
    here, line, size, _ = piece.place()
    if piece.sheet is not before.sheet or line != base or not 0 < here - left - width < size:
        raise InapplicableError
    gap = left + width - here
    piece.move(gap)
    area = [float(edge) for edge in tagged.jump(place).Rect]
    tagged.jump(place).Rect = Array([area[0] + gap, area[1], area[2] + gap, area[3]])


def _move_the_call(tagged: Tagged, place: int) -> None:
    """Let a call be read in another block, behind the calls that follow it there."""
    call = tagged.call(place)
    behind = [other.P for other in tagged.calls()[place:] if other.P.objgen != call.P.objgen]
    goal = tagged.pick(behind)
    tagged.detach(call)
    goal.K = Array([*goal.K, call])
    call.P = goal


def _move_the_note(tagged: Tagged, place: int) -> None:
    """Let a note be read behind all others."""
    note, notes = tagged.called_once(place), tagged.elements("Note")
    last = notes[-1]
    if note.objgen in {each.objgen for each in notes[-2:]}:
        raise InapplicableError
    tagged.detach(note)
    last.P.K = Array([*kids(last.P), note])
    note.P = last.P


def _double_the_note(tagged: Tagged, place: int) -> None:
    note = tagged.called_once(place)
    if tagged.elements("Formula", note) or _links(tagged, place):
        raise InapplicableError
    pieces = tagged.of_note(place)
    added = tagged.add(note.P, "Note", pieces[0].sheet.page)
    block = tagged.add(added, "P", pieces[0].sheet.page)
    for at, piece in enumerate(pieces):
        tagged.paint(block, piece, piece.codes(), (20, 20 + 10 * at))


def _add_a_note(tagged: Tagged, place: int) -> None:
    """Add a note that nothing calls; it says what a paragraph says."""
    note = tagged.note(place)
    piece = tagged.pick([each for each in tagged.words_of_prose() if len(words(each)) > 4])
    added = tagged.add(note.P, "Note", piece.sheet.page)
    tagged.paint(tagged.add(added, "P", piece.sheet.page), piece, piece.codes(), (20, 20))


def _between_lines(tagged: Tagged, piece: Piece) -> tuple[int, int]:
    """Return a place on the page of a piece where a line is free."""
    places = [each.place() for each in tagged.pieces(tagged.tree) if each.sheet is piece.sheet]
    lines = sorted({base for _, base, _, _ in places})
    free = [(one + other) / 2 for one, other in pairwise(lines) if other - one > _FREE]
    return round(min(left for left, *_ in places)), round(tagged.pick(free))


def _show_words_without_a_tag(tagged: Tagged, place: int) -> None:
    """Show the words of a paragraph once more, in no marked content."""
    here = tagged.pieces(tagged.call(place))[0].sheet
    piece = tagged.pick(
        [each for each in tagged.words_of_prose() if each.sheet is here and len(words(each)) > 4]
    )
    (x, y), shown = _between_lines(tagged, piece), b"".join(piece.codes()[:20]).hex()
    here.over.append(f"q BT 0 g {piece.font()} 8 Tf {x} {y} Td <{shown}> Tj ET Q")


def _show_words_that_no_tag_names(tagged: Tagged, place: int) -> None:
    """Show the words of a paragraph once more, in content that is not in the structure tree."""
    piece = tagged.pick([each for each in tagged.words_of_prose() if len(words(each)) > 4])
    added = tagged.add(tagged.note(place).P, "P", piece.sheet.page)
    tagged.paint(added, piece, piece.codes(), (20, 20))
    tagged.detach(added)


def _set_the_note_afar(tagged: Tagged, place: int) -> None:
    """Show a note two pages behind its call, or before it."""
    call = tagged.number(tagged.pieces(tagged.call(place))[0].sheet.page)
    pages = [at for at in range(len(tagged.pdf.pages)) if at < call or at > call + 1]
    goal = tagged.sheet(tagged.pdf.pages[tagged.pick(pages)].obj)
    note, jump = tagged.called_once(place), tagged.jump(place)
    rows: dict[int, int] = {}
    for at, piece in enumerate(tagged.pieces(note)):
        font, codes = piece.font(), piece.codes()
        goal.page.Resources.Font[str(font)] = piece.sheet.page.Resources.Font[str(font)]
        held = tagged.add(note, "Span", goal.page)
        # In the margin: words over others would be another fault.
        tagged.paint_on(goal, held, font, codes, (20, 60 - 10 * at))
        piece.reference.Pg, piece.reference.MCID = goal.page, held.K[0].MCID
        tagged.detach(held)
        piece.show([])
        rows[int(held.K[0].MCID)] = 60 - 10 * at
    for link in tagged.elements("Link", note):
        row = next(rows[int(kid.MCID)] for kid in below(link) if kid.get("/Type") == "/MCR")
        for annotation in annotations(link):
            _from_its_page(tagged, annotation)
            annotation.Rect = Array([20, row - 2, 460, row + 9])
            goal.page.Annots = Array([*goal.page.get("/Annots", Array()), annotation])
    kill(jump)
    jump.Dest = Array([goal.page, Name.XYZ, 18, 72, 0])


def _repeat_the_notes_name(tagged: Tagged, place: int) -> None:
    other = tagged.note(tagged.following(place))
    if "/ID" not in other:
        raise InapplicableError
    other.ID = tagged.note(place).ID


def _in_note(edit) -> Edit:
    return lambda tagged, place: edit(tagged, tagged.of_note(place))


EDITS: tuple[tuple[str, Fault, Edit], ...] = (
    ("a letter of the note altered", Fault.NOTE, _in_note(alter_a_letter)),
    ("a glyph of the note taken from its font", Fault.NOTE, _in_note(take_a_glyph)),
    ("the text of the note lost", Fault.NOTE, _lose_the_text),
    ("a word of the note lost", Fault.NOTE, _in_note(lose_a_word)),
    ("two words of the note exchanged", Fault.NOTE, _in_note(exchange_words)),
    ("a word put into the note", Fault.ADDED, _in_note(add_a_word)),
    ("a space of the note lost", Fault.SPACES, _in_note(lose_a_space)),
    ("a space put into a word of the note", Fault.SPACES, _in_note(put_a_space)),
    ("the mark altered", Fault.MARK, _alter_the_mark),
    ("the words of the claim altered", Fault.CLAIM, _alter_the_claim),
    ("a word of the claim lost", Fault.CLAIM, _lose_a_word_of_the_claim),
    ("an address altered", Fault.LINKS, _alter_an_address),
    ("the link of an address taken", Fault.LINKS, _take_a_link),
    ("a printed address led elsewhere", Fault.MISLEADING, _lead_from_a_printed_address),
    ("another address printed", Fault.MISLEADING, _print_another_address),
    ("the call led elsewhere", Fault.JUMP, _lead_the_jump_elsewhere),
    ("the jump of the call killed", Fault.JUMP, _kill_the_jump),
    ("the call's link without height", Fault.JUMP, _flatten_the_jump),
    ("the call's link declared hidden", Fault.JUMP, _flag_the_jump_hidden),
    ("the call's link off the page", Fault.JUMP, _take_the_jump_off_the_page),
    ("the way back led elsewhere", Fault.BACK, _lead_the_way_back_elsewhere),
    ("the way back led to the page alone", Fault.BACK, _lead_the_way_back_to_the_page),
    ("the way back killed", Fault.BACK, _kill_the_way_back),
    ("the way back off the page", Fault.BACK, _take_the_way_back_off_the_page),
    ("the call removed", Fault.LOST, _remove_the_call),
    ("a call added", Fault.INVENTED, _add_a_call),
    ("the call doubled", Fault.DOUBLED, _double_the_call),
    ("the note doubled", Fault.DOUBLED, _double_the_note),
    ("the call moved", Fault.ORDER, _move_the_call),
    ("the note moved", Fault.RANK, _move_the_note),
    ("two marks run together", Fault.TOGETHER, _run_together),
    ("a note that nothing calls", Fault.STRAY, _add_a_note),
    ("words on the page without a tag", Fault.STRAY, _show_words_without_a_tag),
    ("words on the page that no tag names", Fault.STRAY, _show_words_that_no_tag_names),
    ("the note set afar", Fault.AFAR, _set_the_note_afar),
    ("the name of the note given twice", Fault.IDS, _repeat_the_notes_name),
)
