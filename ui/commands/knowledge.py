"""`whyflow index`: your documents into the knowledge base."""

import argparse
import sys
from pathlib import Path

from agent.settings import Settings
from tools.phrases import Language, say
from ui.commands.adding import Command
from ui.progress import Line
from ui.terminal import DONE, NOT_POSSIBLE, fail


def add(command: Command) -> None:
    added = command("index", index, "add your documents to the knowledge base")
    added.add_argument("folder", type=Path)


def index(options: argparse.Namespace, settings: Settings, language: Language) -> int:
    from knowledge.index import index_folder
    from ui import parts

    line = Line(language)
    with parts.library(settings, tell=line.tell) as books:
        report = index_folder(books, options.folder, line.index)
    line.end()
    counts = {"added": report.added, "unchanged": report.unchanged, "removed": report.removed}
    print(say("index-done", language, **counts))
    if report.skipped:
        print(say("index-skipped", language, count=len(report.skipped)), file=sys.stderr)
        for skipped in report.skipped:
            print(f"  {skipped.detail}", file=sys.stderr)
    found = report.added or report.unchanged or report.removed
    return DONE if found else fail(say("index-nothing", language), NOT_POSSIBLE)
