"""What groups of commands share: how they are added to the command line, how arguments are read,
and how a change is written to the audit log."""

import argparse
import getpass
from collections.abc import Callable
from contextlib import closing
from typing import Protocol

from agent.audit import Event
from agent.settings import Settings

Run = Callable[..., int]
"""Takes (options, settings, language) and returns the exit status."""


class Command(Protocol):
    """Adds a command, and returns its parser for further arguments."""

    def __call__(
        self, name: str, run: Run, about: str, *, json: bool = False
    ) -> argparse.ArgumentParser:
        """
        Args:
            json: whether it can print JSON instead of text.
        """
        ...


def whole_number(text: str) -> int:
    """An argument that counts something."""
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"{text!r} should be a whole number from 1 on")
    return int(text)


def share(text: str) -> float:
    """An argument that is a part of everything."""
    try:
        part = float(text)
    except ValueError:
        part = 0.0
    if not 0 < part <= 1:
        raise argparse.ArgumentTypeError(f"{text!r} should be above 0 and at most 1")
    return part


def noted(settings: Settings, event: Event, subject: str, **detail: object) -> None:
    """A change from the terminal in the audit log, with the name that the machine knows there."""
    from ui import parts

    with closing(parts.audit(settings)) as audit:
        audit.write("", event, subject, terminal=getpass.getuser(), **detail)
