"""`whyflow index`: your documents into the knowledge base."""

import argparse
import sys
from pathlib import Path

from agent.settings import Settings
from tools.phrases import Language, say
from ui.commands.adding import Command
from ui.progress import Line
from ui.terminal import DONE, NOT_POSSIBLE, fail

SAID = {
    "audience": "who may see it: teams, with commas between them",
    "owner": "who answers for it",
    "version": "what this version is called",
    "valid-from": "first day on which it holds, e.g. 2026-05-01",
    "valid-until": "last day on which it holds",
    "kind": "procedure, reply or document",
    "field": "the trade it belongs to",
}
"""What may be said about all files that do not say it themselves."""


def add(command: Command) -> None:
    added = command("index", index, "add your documents to the knowledge base")
    added.add_argument("folder", type=Path)
    for name, text in SAID.items():
        added.add_argument(f"--{name}", help=text)


def index(options: argparse.Namespace, settings: Settings, language: Language) -> int:
    from knowledge.about import about
    from knowledge.index import index_folder
    from ui import parts

    given = {name: getattr(options, name.replace("-", "_")) for name in SAID}
    said = about(given, "whyflow index")
    line = Line(language)
    with parts.library(settings, tell=line.tell) as books:
        report = index_folder(books, options.folder, line.index, said)
    line.end()
    counts = {"added": report.added, "unchanged": report.unchanged, "removed": report.removed}
    print(say("index-done", language, **counts))
    if report.skipped:
        print(say("index-skipped", language, count=len(report.skipped)), file=sys.stderr)
        for skipped in report.skipped:
            why = say(f"knowledge-{skipped.reason}", language, **skipped.values)
            print(f"  {why}", file=sys.stderr)
    found = report.added or report.unchanged or report.removed
    return DONE if found else fail(say("index-nothing", language), NOT_POSSIBLE)
