"""`whyflow serve` and `whyflow prepare`: the page, and what it needs beforehand."""

import argparse

from agent.settings import Settings
from tools.phrases import Language
from ui.commands.adding import Command
from ui.progress import Line
from ui.terminal import DONE


def add(command: Command) -> None:
    added = command("serve", serve, "serve the page; prepares what is missing first")
    added.add_argument("--host", help="as WHYFLOW_HOST")
    added.add_argument("--port", help="as WHYFLOW_PORT")
    command("prepare", prepare, "fetch the models and build the knowledge index")


def serve(options: argparse.Namespace, settings: Settings, language: Language) -> int:
    from ui import parts
    from ui import serve as server

    if not parts.prepared(settings):
        _fetch(Line(language), settings)
    return server.run(settings, language)


def prepare(_: argparse.Namespace, settings: Settings, language: Language) -> int:
    from ui import parts

    line = Line(language)
    _fetch(line, settings)
    if parts.is_embedded(settings):
        line.say("reading-prompt")
        parts.read_prompt(settings)
        line.end()
    return DONE


def _fetch(line: Line, settings: Settings) -> None:
    from ui import parts

    if not parts.compiled.ready():
        line.say("compiling")
    parts.prepare(settings, line.tell, line.index)
    line.end()
