"""`whyflow backup` and `whyflow restore`: all that is kept, in one file and back."""

import argparse
from pathlib import Path

from agent.settings import Settings
from tools.phrases import Language, say
from ui.commands.adding import Command
from ui.terminal import DONE, show


def add(command: Command) -> None:
    added = command("backup", backup, "everything that is kept into one file, also while it runs")
    added.add_argument("file", type=Path, help="a new file, such as whyflow.zip")
    added = command("restore", restore, "everything back from such a file")
    added.add_argument("file", type=Path)


def backup(options: argparse.Namespace, settings: Settings, language: Language) -> int:
    from ui.backup import back_up

    names = back_up(settings.data, options.file)
    show(say("backup-done", language, file=str(options.file), names=", ".join(names)))
    return DONE


def restore(options: argparse.Namespace, settings: Settings, language: Language) -> int:
    from ui.backup import restore as put_back

    names = put_back(options.file, settings.data)
    show(say("restore-done", language, folder=str(settings.data), names=", ".join(names)))
    return DONE
