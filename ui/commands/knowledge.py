"""`whyflow index` and `whyflow documents`: what is in the knowledge base, and what no longer is."""

import argparse
import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from agent.settings import Settings
from tools.phrases import Language, say
from ui.commands.adding import Command, noted
from ui.progress import Line
from ui.terminal import DONE, NOT_POSSIBLE, fail, show, show_data

if TYPE_CHECKING:
    from knowledge.library import Library

SAID = {
    "audience": "who may see it: teams, with commas between them",
    "owner": "who answers for it",
    "version": "what this version is called",
    "valid-from": "first day on which it holds, e.g. 2026-05-01",
    "valid-until": "last day on which it holds",
    "kind": "procedure or document",
    "field": "the trade it belongs to",
}
"""What may be said about all files that do not say it themselves."""
CHANGED = {"retire": "knowing-retired", "erase": "knowing-forgotten"}


def add(command: Command) -> None:
    added = command("index", index, "add your documents to the knowledge base")
    added.add_argument("folder", type=Path)
    for name, text in SAID.items():
        added.add_argument(f"--{name}", help=text)
    added.add_argument(
        "--personal-data-may-stay",
        action="store_true",
        help="also add files that seem to hold personal data of customers",
    )
    held = command("documents", documents, "list, retire or erase documents", json=True)
    held.add_argument("what", choices=("list", "retire", "erase"))
    held.add_argument("sources", nargs="*", metavar="SOURCE", help="as the list calls them")


def index(options: argparse.Namespace, settings: Settings, language: Language) -> int:
    from knowledge.about import about
    from knowledge.index import index_folder
    from ui import parts
    from ui.personal import Doubts, lines

    doubts = Doubts(stays=options.personal_data_may_stay)
    given = {name: getattr(options, name.replace("-", "_")) for name in SAID}
    said = about(given, "whyflow index")
    line = Line(language)
    with parts.library(settings, tell=line.tell) as books:
        report = index_folder(books, options.folder, line.index, said, doubts)
    line.end()
    counts = {"added": report.added, "unchanged": report.unchanged, "removed": report.removed}
    skipped = len(report.skipped)
    noted(settings, "documents-added", str(options.folder), skipped=skipped, **counts)
    print(say("index-done", language, **counts))
    if report.skipped:
        print(say("index-skipped", language, count=len(report.skipped)), file=sys.stderr)
        for skipped in report.skipped:
            why = say(f"knowledge-{skipped.reason}", language, **skipped.values)
            print(f"  {why}", file=sys.stderr)
    if doubts.found:
        told = [*lines(doubts.found, language), say("personal-flag", language)]
        print("\n".join(f"  {each}" for each in told), file=sys.stderr)
    found = report.added or report.unchanged or report.removed
    return DONE if found else fail(say("index-nothing", language), NOT_POSSIBLE)


def documents(options: argparse.Namespace, settings: Settings, language: Language) -> int:
    """Retired ones are found only when the past is asked about; erased ones are gone with all
    their versions."""
    from ui import parts

    listing = options.what == "list"
    with parts.library(settings, reading=listing) as books:
        if listing:
            _list(books, language, json=options.json)
            return DONE
        unknown = [source for source in options.sources if not books.held(source)]
        if unknown or not options.sources:
            said = say("knowledge-no-source", language, source=", ".join(unknown) or "?")
            return fail(said, NOT_POSSIBLE)
        retiring = options.what == "retire"
        change = books.retire if retiring else books.forget
        show(say(CHANGED[options.what], language, count=change(options.sources)))
        for source in options.sources:
            noted(settings, "document-retired" if retiring else "document-erased", source)
    return DONE


def _list(books: "Library", language: Language, *, json: bool) -> None:
    from ui.knowing.shown import days

    held = books.held()
    if json:
        show_data([each.model_dump(mode="json", exclude={"number"}) for each in held])
        return
    for each in held:
        show(f"{each.source}  {each.title}  {days(each, date.today(), language)}")
