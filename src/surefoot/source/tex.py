"""Raw TeX in a source: equations are kept, footnotes are refused, the rest is named."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from surefoot.errors import Problem
from surefoot.model import Json
from surefoot.source.text import line_of
from surefoot.source.tree import nodes, rewrite

_DISPLAY = re.compile(
    r"\s*\\begin\{(equation|align|gather|multline|eqnarray|displaymath)(\*?)\}(.*)\\end\{\1\2\}\s*", re.DOTALL
)
_ENVIRONMENT = {"align": "aligned", "eqnarray": "aligned", "gather": "gathered", "multline": "gathered"}
_LABEL = re.compile(r"\\(?:label|tag)\{[^}]*\}|\\nonumber|\\notag")
_FOOTNOTE = re.compile(r"\\(?:footnote|footnotetext|endnote|thanks)\b")
# Commands that only lay out, and comments: nothing to read is lost with them.
_LAYOUT = re.compile(
    r"(?:\s|%[^\n]*(?:\n|$)|\\(?:newpage|clearpage|cleardoublepage|pagebreak|linebreak|noindent|indent|vspace|hspace|"
    r"smallskip|medskip|bigskip|vfill|hfill|footnotesize|small|scriptsize|tiny|normalsize|large|Large|centering|"
    r"raggedright|label|renewcommand|newcommand|setlength|arraystretch|stgroup|fingroup|begingroup|endgroup|"
    r"singlespacing|doublespacing|onehalfspacing|allowbreak|protect|phantomsection|appendix|tableofcontents|"
    r"listoffigures|listoftables|linenumbers|nolinenumbers|bibliography|bibliographystyle|pagestyle|thispagestyle)\b"
    r"\*?(?:\[[^\]]*\]|\{(?:[^{}]|\{[^{}]*\})*\})*)+"
)


def equations(tree: Json) -> None:
    """Turn TeX's display environments, which pandoc leaves raw, into mathematics, in place."""
    rewrite(tree, _formula)


def footnotes(path: str, node: Json, lines: Sequence[str]) -> Iterator[Problem]:
    """Yield a problem for each footnote that is written in TeX: no reader but LaTeX would see it."""
    for raw in _raw(node):
        if _FOOTNOTE.search(raw):
            yield Problem(
                path, _line(raw, lines), "A footnote is written in TeX.", "Write it as `^[…]` or `[^label]`."
            )


def unprinted(path: str, node: Json, lines: Sequence[str]) -> Iterator[Problem]:
    """Yield a warning for raw TeX that may hold something to read: no edition prints it."""
    for raw in _raw(node):
        if not _LAYOUT.fullmatch(raw):
            what = f"TeX is printed in no edition: {' '.join(raw.split())[:60]}"
            yield Problem(path, _line(raw, lines), what, "Write it in Markdown.")


def _formula(part: Json) -> Json:
    raw = _tex(part)
    if not raw or not (found := _DISPLAY.fullmatch(raw)):
        return None
    inner = _LABEL.sub("", found[3]).strip()
    if environment := _ENVIRONMENT.get(found[1]):
        inner = f"\\begin{{{environment}}}{inner}\\end{{{environment}}}"
    math = {"t": "Math", "c": [{"t": "DisplayMath"}, inner]}
    return math if part["t"] == "RawInline" else {"t": "Para", "c": [math]}


def _tex(part: Json) -> str:
    is_tex = part.get("t") in {"RawInline", "RawBlock"} and part["c"][0] in {"tex", "latex"}
    return str(part["c"][1]) if is_tex else ""


def _raw(tree: Json) -> Iterator[str]:
    return filter(None, map(_tex, nodes(tree)))


def _line(raw: str, lines: Sequence[str]) -> int:
    return line_of(next(iter(raw.strip().splitlines()), ""), lines)
