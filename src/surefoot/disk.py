"""Puts files on the disk so that each is there whole or not at all."""

from __future__ import annotations

import os
from pathlib import Path

from surefoot.errors import UsageError


def put(path: Path, data: bytes) -> None:
    """Write a file so that it is there whole or not at all, even if the power fails.

    Raises:
        UsageError: the file cannot be written.
    """
    scratch = path.with_name(f".surefoot-{os.getpid()}-{path.name}")
    try:
        write_through(scratch, data)
        rename(scratch, path)
    except OSError as error:
        scratch.unlink(missing_ok=True)
        raise UsageError(f"{path} cannot be written: {error.strerror or error}.") from error


def write_through(file: Path, data: bytes) -> None:
    """Write a new file with the permissions of its time, down to the disk."""
    with file.open("xb") as scratch:
        scratch.write(data)
        scratch.flush()
        os.fsync(scratch.fileno())


def rename(file: Path, target: Path) -> None:
    """Give a file its final name at once; the folder's entry goes down to the disk too."""
    file.replace(target)
    folder = os.open(target.parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)
