"""Tables on paper: how they fit into what they stand in, and where pages may cut them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

import pytest
from weasyprint.formatting_structure.boxes import TableBox, TableCaptionBox, TextBox

from paged import WORDS, laid
from surefoot.composition import Composition
from surefoot.writers.pdf import print_out
from surefoot.writers.pdf.boxes import Box, parts, walk
from surefoot.writers.pdf.engine.tables.fit import Fit
from surefoot.writers.pdf.engine.tables.sharing import lent, lowered
from surefoot.writers.pdf.engine.tables.widths import fits
from surefoot.writers.pdf.layout import Layout, lay_out

FIGURE = "1,234,567"
COLUMNS = ({"1,234.5", "34.5", "4.5"}, {"9.5", "8.5", "7.5"})
SPANNED = """
+-----+-------+
| H   | H     |
+:====+======:+
| a   | 10[^a]|
|     +-------+
|     | 20    |
+-----+-------+
| b   | 30    |
+-----+-------+
"""
TEXT_WIDTH = 210 - 2 * 29 - 22
"""Of A4, in millimetres: without margins and shoulder."""


def pipe(*rows: Sequence[str]) -> str:
    """A table of these rows, the first of which is its head."""
    first, *others = (f"| {' | '.join(row)} |" for row in rows)
    return "\n".join((first, "|---:" * len(rows[0]) + "|", *others, ""))


def figures(columns: int, figure: str = FIGURE) -> str:
    return pipe(["H"] * columns, [figure] * columns)


def within(around: str, table: str) -> str:
    """Put ``table`` where braces stand in a text, each of its lines behind what stands before them."""
    before, _, behind = around.partition("{}")
    last = before.rpartition("\n")[2]
    indent = last if last.startswith(">") else " " * len(last)
    return before + f"\n{indent}".join(table.strip().split("\n")) + f"{behind}\n"


def boxes(layout: Layout, kind: type[Box]) -> Iterator[Box]:
    for page in layout.rendering.pages:
        yield from (box for part in parts(page) for box in walk(part) if isinstance(box, kind))


def lines(layout: Layout) -> list[str]:
    return [box.text for box in boxes(layout, TextBox)]


def fit(layout: Layout) -> Fit:
    """What became of the only table."""
    (only,) = fits(layout.rendering).values()
    return only


def millimetres(box: Box) -> tuple[float, float]:
    """Where a box begins, and how wide it is."""
    return round(box.position_x / 96 * 25.4, 1), round(box.width / 96 * 25.4, 1)


# Width


@pytest.mark.parametrize(
    "around",
    [
        "{}",
        "::: division\n{}\n:::",
        "::: box\n{}\n:::",
        "> {}",
        "- Item\n\n    {}",
        "Term\n\n:   Definition\n\n    {}",
        "Text.[^n]\n\n[^n]: Note\n\n    {}",
    ],
)
def test_no_figure_is_broken_where_smaller_type_helps(around: str, composed: Callable) -> None:
    layout = lay_out(composed(within(around, figures(11))))
    assert lines(layout).count(FIGURE) == 11
    assert not fit(layout).broken
    assert 5.5 <= (fit(layout).size or 9) < 9


def test_a_table_that_fits_is_left_as_it_is(composed: Callable) -> None:
    layout = lay_out(composed(figures(5)))
    assert fit(layout) == Fit(fit(layout).measure)
    (table,) = boxes(layout, TableBox)
    assert millimetres(table)[0] == 29 + 22


def test_a_table_reaches_out_before_it_is_tightened_and_loses_gaps_before_size(composed: Callable) -> None:
    wider = [fit(lay_out(composed(figures(columns)))) for columns in range(7, 13)]
    reaching, tighter, smaller = (
        [each.reaches for each in wider],
        [each.gap < 1 for each in wider],
        [each.size is not None for each in wider],
    )
    assert sum(reaching) > sum(tighter) > sum(smaller) > 0
    assert all(sorted(several) == several for several in (reaching, tighter, smaller))


def test_a_table_reaches_out_to_the_edge_of_the_shoulder_and_no_further(composed: Callable) -> None:
    (table,) = boxes(lay_out(composed(figures(12))), TableBox)
    begins, width = millimetres(table)
    assert begins == 29
    assert width <= TEXT_WIDTH + 22
    (mirrored,) = boxes(lay_out(composed("---\nlang: ar\n---\n\n" + figures(12))), TableBox)
    begins, width = millimetres(mirrored)
    assert begins + width == pytest.approx(210 - 29, abs=0.2)


def test_words_are_hyphenated_before_type_is_small_and_broken_where_nothing_else_helps(
    composed: Callable,
) -> None:
    word = "incomprehensibilities"
    hyphenated = lay_out(composed(pipe([word] * 9, ["x"] * 9)))
    assert (fit(hyphenated).size, fit(hyphenated).broken) == (8, False)
    assert lines(hyphenated).count("incompre‐") == 9
    broken = lay_out(composed(pipe(["x" * 90, *["H"] * 9], ["y", *[FIGURE] * 9])))
    assert fit(broken).broken
    assert lines(broken).count(FIGURE) == 9, "only the widest column is too narrow for its words"


def test_only_what_a_reader_notices_is_told(composed: Callable) -> None:
    reason = "it would have been wider than the page."
    advice = "Between `::: landscape` and `:::` it has a page on its side."
    said = {
        columns: [each.partition("”, ")[2] for each in print_out(composed(figures(columns))).remarks]
        for columns in (10, 15, 24)
    }
    assert said == {
        10: [],
        15: [f"the type is smaller: {reason} {advice}"],
        24: [f"the type is smaller, and words are broken: {reason} {advice}"],
    }


def shared(width: str, *shares: int) -> str:
    columns = "".join(f'<col style="width: {share}%">' for share in shares)
    cells = "".join(f"<td>{number}</td>" for number, _ in enumerate(shares))
    return f'<table style="width: {width}"><colgroup>{columns}</colgroup><tr>{cells}</tr></table>\n'


@pytest.mark.parametrize(("width", "wide"), [("auto", 130), ("97%", 130), ("72%", 130), ("50%", 65)])
def test_a_table_with_shares_of_most_of_a_line_takes_all_of_it(
    width: str, wide: float, composed: Callable
) -> None:
    (table,) = boxes(lay_out(composed(shared(width, 30, 68))), TableBox)
    assert millimetres(table) == (51, pytest.approx(wide, abs=0.2))


def test_a_table_is_no_wider_than_its_room_whatever_it_asks_for(composed: Callable) -> None:
    (table,) = boxes(lay_out(composed("<table style='width: 900px'><tr><td>a</td></tr></table>\n")), TableBox)
    assert millimetres(table) == (51, pytest.approx(TEXT_WIDTH, abs=0.2))


def test_columns_lend_what_they_cannot_use() -> None:
    assert lent([50, 50], [20, 80], [20, 200]) == [20, 80]
    assert lent([50, 50, 50], [10, 60, 80], [40, 90, 90]) == [40, pytest.approx(52.5), pytest.approx(57.5)]
    assert lent([50, 50], [40, 50], [60, 200]) == [50, 50]


@pytest.mark.parametrize("shares", [(50, 50), (40, 40), (90, 10)])
def test_a_column_of_words_gets_what_a_column_of_figures_leaves(
    shares: tuple[int, int], composed: Callable
) -> None:
    table = shared("auto", *shares).replace("<td>1</td>", f"<td>{WORDS * 2}</td>")
    (text, *_) = (box for box in boxes(lay_out(composed(table)), TextBox) if "evidence" in box.text)
    assert millimetres(text)[0] < 51 + 20


def test_the_widest_columns_give_way_first() -> None:
    assert lowered([10, 90, 20, 50], 100) == [10, 35, 20, 35]
    assert lowered([10, 20], 100) == [10, 20]


def test_a_caption_is_as_wide_as_the_text(composed: Callable) -> None:
    (caption,) = boxes(lay_out(composed(f": {WORDS}\n\n{figures(1)}")), TableCaptionBox)
    assert millimetres(caption) == (51, pytest.approx(TEXT_WIDTH, abs=0.2))
    in_list = composed(within("- Item\n\n    {}", f": {WORDS}\n\n{figures(1)}"))
    (caption,) = boxes(lay_out(in_list), TableCaptionBox)
    begins, width = millimetres(caption)
    assert begins + width == pytest.approx(210 - 29, abs=0.2)


@pytest.mark.parametrize("margin", ["0 auto", "0 0 0 auto", "0"])
def test_a_caption_begins_with_the_line_wherever_an_author_puts_the_table(margin: str) -> None:
    css = f"@page {{ size: 100px; margin: 10px }} body, table {{ margin: 0 }} table {{ margin: {margin} }}"
    rendering = laid("<table><caption>Caption<tr><td>x</table>", css)
    (page,) = rendering.pages
    (caption,) = (box for box in page._page_box.descendants() if isinstance(box, TableCaptionBox))
    assert (caption.position_x + caption.margin_left, caption.width) == (10, 80)


# Figures and rules


def test_figures_stand_one_below_the_other_where_notes_are_called_behind_some(composed: Callable) -> None:
    called = pipe(["H", "H"], ["1,234.5[^a]", "9.5"], ["34.5", "8.5[^a][^b]"], ["4.5", "7.5[^a]"])
    words = list(boxes(lay_out(composed(f"{called}\n[^a]: Note.\n\n[^b]: Note.\n")), TextBox))
    ends = [[box.position_x + box.width for box in words if box.text in column] for column in COLUMNS]
    assert [max(column) - min(column) < 1 for column in ends] == [True, True]
    assert [len(column) for column in ends] == [3, 3]


def test_room_for_notes_goes_by_the_columns_that_spans_leave(composed: Callable) -> None:
    layout = lay_out(composed(f"{SPANNED}\n[^a]: Note.\n"))
    ends = {box.text: box.position_x + box.width for box in boxes(layout, TextBox)}
    assert ends["10"] == pytest.approx(ends["20"], abs=1) == pytest.approx(ends["30"], abs=1)


# Pages


def rows_of_pages(composition: Composition) -> list[list[str]]:
    """The words of the first column of the table, page by page."""
    pages = lay_out(composition).rendering.pages
    texts = [[box.text for box in walk(page._page_box) if isinstance(box, TextBox)] for page in pages]
    return [[text for text in page if text.startswith("row")] for page in texts]


def long(rows: int) -> str:
    return pipe(["Head", "Other"], *([f"row{number}", "words"] for number in range(rows)))


def test_a_long_table_begins_where_there_is_room_and_a_short_one_stays_whole(composed: Callable) -> None:
    begun, rest = rows_of_pages(composed(f"{WORDS * 26}\n\n{long(16)}"))
    assert (len(begun) > 2, len(rest) > 1, len(begun + rest)) == (True, True, 16)
    assert [len(page) for page in rows_of_pages(composed(f"{WORDS * 34}\n\n{long(8)}"))] == [0, 8]


@pytest.mark.parametrize("lines", range(18, 42, 2))
def test_no_row_is_alone_on_a_page(lines: int, composed: Callable) -> None:
    pages = rows_of_pages(composed("\n".join(["Line\\"] * lines) + f"Line.\n\n{long(14)}"))
    assert all(len(page) != 1 for page in pages)
    assert sum(map(len, pages)) == 14


def test_rows_of_one_cell_and_a_title_with_its_rows_stay_together(composed: Callable) -> None:
    rows = ("<td colspan=2>row {0}", "<td rowspan=2>row {0}<td>", "<td>row {0}")
    titled = "".join(f"<tr>{row}</tr>" for row in rows)
    for lines in range(20, 32, 3):
        html = f"<table>{''.join(titled.format(number) for number in range(9))}</table>"
        pages = rows_of_pages(composed("\n".join(["Line\\"] * lines) + f"Line.\n\n{html}\n"))
        assert [len(page) % 3 for page in pages] == [0] * len(pages)


def test_a_cell_that_no_page_holds_begins_where_the_text_ends(composed: Callable) -> None:
    (first, *_) = rows_of_pages(composed(f"{WORDS}\n\n{pipe(['Head', 'Other'], ['row', WORDS * 50])}"))
    assert first == ["row"]
