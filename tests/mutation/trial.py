"""Runs the tests once, notes which lines each of them runs, and tries mutants on those that run theirs."""

from __future__ import annotations

import gc
import os
import signal
import sys
import time
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum
from pathlib import Path
from types import CodeType, FrameType

import pytest
from _pytest.runner import runtestprotocol

from mutation.graft import Stock
from mutation.places import Mutant

_PATIENCE = 2
"""Seconds of work that a mutant is given besides what the tests take; then it is killed as endless."""
_EXAMPLES = 20
"""Of each property, that a mutant is tried on."""
_LONGEST = 8
"""Seconds that a test may take to be asked at all."""


class Outcome(Enum):
    """What became of a mutant."""

    SURVIVED = "survived"
    KILLED = "killed"
    UNRUN = "run by no test"
    UNTRIED = "untried: the change could not be made"


_BY_EXIT = [Outcome.SURVIVED, Outcome.KILLED, Outcome.UNTRIED]
_SURVIVED, _KILLED, _UNTRIED = range(3)


@dataclass
class Trials:
    """A plugin of pytest that runs the suite once for itself, then once for each mutant."""

    mutants: Mapping[Mutant, frozenset[Path]]
    """Each with the files of tests that answer for it."""
    workers: int
    outcomes: dict[Mutant, Outcome] = field(default_factory=dict)
    sound: bool = True
    _seen: dict[str, set[tuple[str, int]]] = field(default_factory=dict)
    _took: dict[str, float] = field(default_factory=dict)

    def pytest_sessionstart(self) -> None:
        """Have the same few examples for each mutant, and none made smaller: that they fail is enough."""
        from hypothesis import HealthCheck, Phase, settings  # noqa: PLC0415 - pytest must load its plugin before

        settings.register_profile(
            "mutation",
            max_examples=_EXAMPLES,
            derandomize=True,
            database=None,
            deadline=None,
            suppress_health_check=list(HealthCheck),
            phases=[Phase.explicit, Phase.generate],
        )
        settings.load_profile("mutation")

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        paths = {str(each.path) for each in self.mutants}
        for item in session.items:
            self._baseline(item, session, paths)
        items = sorted(session.items, key=lambda item: self._took[item.nodeid])
        tests = _by_line(items, self._seen)
        stock = Stock.taken()
        gc.freeze()  # no fork is to write into what all of them share
        running: dict[int, Mutant] = {}
        for number, (mutant, files) in enumerate(self.mutants.items()):
            chosen = _chosen(mutant, [item for item in items if item.path in files], tests)
            if not chosen:
                self.outcomes[mutant] = Outcome.UNRUN
                continue
            while len(running) >= self.workers:
                self._reap(running)
            running[self._start(mutant, chosen, session, stock)] = mutant
            if number % 100 == 0:
                _tell(f"{number} of {len(self.mutants)}")
        while running:
            self._reap(running)
        return True

    def _baseline(self, item: pytest.Item, session: pytest.Session, paths: set[str]) -> None:
        lines: set[tuple[str, int]] = set()
        unseen: dict[CodeType, set[int | None]] = {}

        def enter(frame: FrameType, _event: str, _: object) -> object:
            code = frame.f_code
            if code.co_filename not in paths:
                return None
            if code not in unseen:
                unseen[code] = {line for *_, line in code.co_lines()}
            # What has been seen in full need not be watched any more, which is slow.
            return step if unseen[code] - {None, code.co_firstlineno} else None

        def step(frame: FrameType, _event: str, _: object) -> object:
            unseen[frame.f_code].discard(frame.f_lineno)
            lines.add((frame.f_code.co_filename, frame.f_lineno))
            return step

        started = time.process_time()
        sys.settrace(enter)
        reports = runtestprotocol(item, log=False, nextitem=_kept(session))
        sys.settrace(None)
        self._took[item.nodeid] = time.process_time() - started
        if any(report.failed for report in reports):
            self.sound = False
            _tell(f"fails as it is: {item.nodeid}")
        if self._took[item.nodeid] <= _LONGEST and not any(report.failed for report in reports):
            self._seen[item.nodeid] = lines

    def _start(
        self, mutant: Mutant, tests: Sequence[pytest.Item], session: pytest.Session, stock: Stock
    ) -> int:
        child = os.fork()
        if child:
            return child
        signal.signal(signal.SIGINT, signal.SIG_DFL)  # an interrupted fork has nothing to report
        work = _PATIENCE + 3 * sum(self._took[item.nodeid] for item in tests)
        signal.setitimer(signal.ITIMER_PROF, work)
        try:
            stock.graft(mutant)
        except (LookupError, ValueError, SyntaxError, NameError) as error:
            _tell(f"{mutant.path.name}:{mutant.line} {mutant.told}: {error!r}")
            os._exit(_UNTRIED)
        except BaseException:  # noqa: BLE001 - a constant that cannot even be reckoned
            os._exit(_KILLED)
        for item in tests:
            if any(each.failed for each in runtestprotocol(item, log=False, nextitem=_kept(session))):
                os._exit(_KILLED)
        os._exit(_SURVIVED)

    def _reap(self, running: dict[int, Mutant]) -> None:
        child, status = os.wait()
        if child in running:
            code = os.waitstatus_to_exitcode(status)
            mutant = running.pop(child)
            self.outcomes[mutant] = Outcome.KILLED if code < 0 else _BY_EXIT[code]
            if self.outcomes[mutant] is Outcome.SURVIVED:
                _tell(f"survived: {mutant.path.name}:{mutant.line}: {mutant.told}")


def _tell(words: str) -> None:
    sys.__stderr__.write(f"{words}\n")
    sys.__stderr__.flush()


def _kept(session: pytest.Session) -> pytest.Item:
    """Return what pytest takes for the next test: all fixtures of the session outlive this one."""
    return session  # type: ignore[return-value]


def _by_line(
    items: Sequence[pytest.Item], seen: Mapping[str, set[tuple[str, int]]]
) -> Mapping[tuple[str, int], set[str]]:
    tests = defaultdict[tuple[str, int], set[str]](set)
    for item in items:
        for line in seen.get(item.nodeid, ()):
            tests[line].add(item.nodeid)
    return tests


def _chosen(
    mutant: Mutant, items: Sequence[pytest.Item], tests: Mapping[tuple[str, int], set[str]]
) -> Sequence[pytest.Item]:
    names = {name for line in _lines(mutant, tests) for name in tests.get(line, ())}
    return [item for item in items if item.nodeid in names]


def _lines(mutant: Mutant, tests: Mapping[tuple[str, int], set[str]]) -> Iterator[tuple[str, int]]:
    """Yield the lines to be run: those of the statement, or, of a constant, any of its room."""
    if mutant.function:
        yield from ((str(mutant.path), line) for line in mutant.lines)
    else:
        room = str(mutant.path.parent) if mutant.path.name != "text.py" else ""
        yield from (line for line in tests if line[0].startswith(room))
