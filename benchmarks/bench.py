"""Times whole commands side by side: Surefoot's proven files, pandoc's unproven ones.

Every round runs every command once, so that a busy machine is busy for both.
A figure for several commands is their sum; memory is the largest single
process that the system saw under a command.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

import pypandoc

ROOT = Path(__file__).resolve().parents[1]
SOURCE = ROOT / "source" / "brief.md"
STYLE = ROOT / "templates" / "note.csl"
BIN = Path(sys.executable).parent
FORMATS = {"pdf": ["--pdf-engine", str(BIN / "weasyprint")], "epub": [], "html": [], "txt": ["--to", "plain"]}
FOUR = "all four"

TIME_BAR = 1.5
"""All four proven may take so many times pandoc's time for four unproven."""
MEMORY_BAR = 400
"""Megabytes."""

# What getrusage counts in: kilobytes on Linux, bytes on macOS.
PER_MEGABYTE = 1e6 if sys.platform == "darwin" else 1e3


@dataclass(frozen=True)
class Sample:
    """What one run of a task cost."""

    seconds: float
    megabytes: float


# An installed program has its byte code beside it; a checkout must be let to keep its own.
ENVIRONMENT = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}

Command: TypeAlias = Sequence[str | Path]
Tasks: TypeAlias = Mapping[tuple[str, str], Sequence[Command]]
Results: TypeAlias = dict[tuple[str, str], list[Sample]]


def surefoot(formats: str, folder: Path) -> Command:
    """Build, prove and publish ``formats``."""
    return [BIN / "surefoot", "build", SOURCE, "--to", formats, "--output", folder]


def pandoc(name: str, folder: Path) -> Command:
    """Make one format with pandoc's command line, its citations resolved by our style."""
    options: Command = ["--standalone", "--citeproc", "--csl", STYLE, *FORMATS[name]]
    return [pypandoc.get_pandoc_path(), SOURCE, *options, "--output", folder / f"pandoc.{name}"]


def tasks(folder: Path) -> Tasks:
    """The commands behind each figure, by what comes out and who makes it."""
    makers = {"surefoot": surefoot, "pandoc": pandoc}
    singles = {(name, maker): [make(name, folder)] for name in FORMATS for maker, make in makers.items()}
    fours = {
        (FOUR, "surefoot"): [surefoot(",".join(FORMATS), folder)],
        (FOUR, "pandoc"): [pandoc(name, folder) for name in FORMATS],
    }
    return singles | fours


def run(command: Command) -> Sample:
    """Run one command to its end and weigh it; a command that fails ends the benchmark."""
    with tempfile.TemporaryFile() as words:
        start = time.perf_counter()
        process = subprocess.Popen(
            command, env=ENVIRONMENT, stdin=subprocess.DEVNULL, stdout=words, stderr=words
        )
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            words.seek(0)
            sys.exit(f"{' '.join(map(str, command))}\n{words.read().decode(errors='replace')}")
    return Sample(seconds, usage.ru_maxrss / PER_MEGABYTE)


def total(commands: Sequence[Command]) -> Sample:
    """Run commands one after another: their times add up, the hungriest counts."""
    samples = [run(command) for command in commands]
    return Sample(sum(each.seconds for each in samples), max(each.megabytes for each in samples))


def measure(rounds: int) -> Results:
    """Run every task in every round; a first round, which warms the disk's cache, does not count."""
    with tempfile.TemporaryDirectory() as folder:
        todo = tasks(Path(folder))
        results: Results = {key: [] for key in todo}
        for number in range(rounds + 1):
            print(f"round {number} of {rounds}", file=sys.stderr)
            for key, commands in todo.items():
                sample = total(commands)
                if number:
                    results[key].append(sample)
    return results


def seconds(samples: Sequence[Sample]) -> float:
    """The median time."""
    return statistics.median(each.seconds for each in samples)


def megabytes(samples: Sequence[Sample]) -> float:
    """The highest peak."""
    return max(each.megabytes for each in samples)


def table(results: Results) -> str:
    """One line for each format and each maker: median, least and most seconds, peak memory."""
    lines = [f"{'':10}{'':10}{'median':>9}{'least':>9}{'most':>9}{'peak':>10}"]
    for (name, maker), samples in results.items():
        times = [each.seconds for each in samples]
        spans = "".join(f"{value:7.2f} s" for value in (seconds(samples), min(times), max(times)))
        lines.append(f"{name:10}{maker:10}{spans}{megabytes(samples):7.0f} MB")
    return "\n".join(lines)


def bars(results: Results) -> dict[str, bool]:
    """Each bar as a sentence with the figure reached, and whether it is met."""
    ours, theirs = results[FOUR, "surefoot"], results[FOUR, "pandoc"]
    ratio, peak = seconds(ours) / seconds(theirs), megabytes(ours)
    return {
        f"{ratio:.2f} times pandoc's time for {FOUR} (at most {TIME_BAR})": ratio <= TIME_BAR,
        f"{peak:.0f} MB at the peak (under {MEMORY_BAR})": peak < MEMORY_BAR,
    }


def main() -> int:
    """Measure, print the table and the bars; 1 if a bar is missed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=5)
    results = measure(parser.parse_args().rounds)
    print(table(results))
    verdict = bars(results)
    for sentence, met in verdict.items():
        print(f"{'met' if met else 'MISSED'}: {sentence}")
    return 0 if all(verdict.values()) else 1


if __name__ == "__main__":
    sys.exit(main())
