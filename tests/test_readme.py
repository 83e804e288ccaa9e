"""What the README tells a reader to do is done here; what it lists is generated."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from pathlib import Path

import click
import pytest

from conftest import COMMAND, ROOT
from surefoot import theme
from surefoot.cli import main

README = (ROOT / "README.md").read_text(encoding="utf-8")
COMMANDS = re.findall(
    r"^surefoot .+$", "\n".join(re.findall(r"```sh\n(.*?)```", README, re.DOTALL)), re.MULTILINE
)
GENERATED = re.compile(r"(?<=<!-- generated: commands -->\n).*?(?=<!-- end -->)", re.DOTALL)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder as a reader has it: the source and what was published of it."""
    folder = tmp_path_factory.mktemp("reader")
    for name in ("source", "dist"):
        shutil.copytree(ROOT / name, folder / name)
    return folder


def test_the_readme_has_commands() -> None:
    assert len(COMMANDS) > 5


@pytest.mark.parametrize("command", COMMANDS)
def test_a_command_of_the_readme_does_what_it_says(command: str, folder: Path) -> None:
    path = f"{COMMAND.parent}{os.pathsep}{os.environ['PATH']}"
    subprocess.run(
        command.split(), cwd=folder, check=True, env=os.environ | {"PATH": path}, stdin=subprocess.DEVNULL
    )


def test_every_command_and_option_is_listed() -> None:
    """To mend: python tests/test_readme.py writes the list anew."""
    (listed,) = GENERATED.findall(README)
    assert listed == commands()


@pytest.mark.parametrize("name", re.findall(r"`::: ([a-z]+)", README))
def test_a_block_that_the_readme_promises_a_design_has_one(name: str) -> None:
    sheets = theme.text("design.css") + theme.text("print.css")
    assert re.search(rf"(\.|class\*=\"){name}\b", sheets)


@pytest.mark.parametrize("target", ["brief", "test", "check", "bench"])
def test_the_makefile_knows_the_targets_that_the_papers_name(target: str) -> None:
    assert re.search(rf"^{target}:", (ROOT / "Makefile").read_text(), re.MULTILINE)


@pytest.mark.parametrize("target", re.findall(r"\]\((?!https?:|#)([^)]+)\)", README))
def test_a_link_of_the_readme_leads_somewhere(target: str) -> None:
    assert (ROOT / target).exists()


def commands() -> str:
    """Return the list of commands and options, from the command line itself."""
    return "\n".join(_command(name, command) for name, command in sorted(main.commands.items())) + "\n"


def _command(name: str, command: click.Command) -> str:
    context = click.Context(command, info_name=f"surefoot {name}")
    usage = " ".join([context.command_path, *command.collect_usage_pieces(context)])
    summary = (command.help or "").split("\n\n")[0].replace("\n", " ")
    rows = [record for option in command.params if (record := option.get_help_record(context)) and record[1]]
    options = "\n".join(f"- `{names}`: {text}" for names, text in rows)
    return f"**`{usage}`** {summary}\n\n{options}\n"


if __name__ == "__main__":
    (ROOT / "README.md").write_text(GENERATED.sub(lambda _: commands(), README), encoding="utf-8")
