"""The command line: `whyflow serve | prepare | ask | plan | why | parse | index | bench | eval`.

Exit status: 0 done; 1 not possible as asked (no plan, nothing found); 2 wrong input. Whatever is
not 0 comes with one clear line on standard error; results go to standard output."""

import argparse
import locale
import logging
import os
import sys
from collections.abc import Sequence
from typing import NoReturn

from agent.settings import Settings, SettingsError
from knowledge.passage import KnowledgeError
from tools.phrases import LANGUAGES, Language, SayableError
from ui.commands import GROUPS
from ui.commands.adding import Run
from ui.garbage import collect_seldom
from ui.terminal import NOT_POSSIBLE, WRONG_INPUT, fail
from ui.watching import JsonLines, TextLines


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; the entry point of the console script."""
    collect_seldom()
    options = _parser().parse_args(arguments)
    language: Language = options.language or _own_language()
    try:
        settings = Settings.read(
            **{name: getattr(options, name, None) for name in ("llm", "host", "port")}
        )
        _log(settings)
        status: int = options.run(options, settings, language)
        sys.stdout.flush()
    except SayableError as error:
        return fail(error.say(language), WRONG_INPUT)
    except KnowledgeError as error:
        return fail(_refused(error, language), WRONG_INPUT)
    except SettingsError as error:
        return fail(str(error), WRONG_INPUT)
    except KeyboardInterrupt:
        return fail("", 130)
    except BrokenPipeError:  # whoever read the output, such as `head`, has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 141
    except (
        Exception
    ) as error:  # the edge of the command line: one calm line, and the log has the rest
        return fail(_calm(error, language), NOT_POSSIBLE)
    return status


def _log(settings: Settings) -> None:
    """To standard error, without personal data."""
    handler = logging.StreamHandler()
    handler.setFormatter(JsonLines() if settings.log_format == "json" else TextLines())
    logging.basicConfig(level=settings.log_level.upper(), handlers=[handler])


def _calm(error: Exception, language: Language) -> str:
    from agent.calm import calm

    return calm(error, language)


def _refused(error: KnowledgeError, language: Language) -> str:
    from ui.edge import of_knowledge

    return of_knowledge(error).say(language)


def _own_language() -> Language:
    return "zh" if (locale.getlocale()[0] or "").startswith("zh") else "en"


class _Parser(argparse.ArgumentParser):
    """Says what is wrong in one line, as every command does."""

    def error(self, message: str) -> NoReturn:
        sys.exit(fail(f"{self.prog}: {message}; see {self.prog} --help", WRONG_INPUT))


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(prog="whyflow", description="Plans work and says why.")
    common = argparse.ArgumentParser(add_help=False)
    common.add_argument("--language", choices=LANGUAGES, help="of what is printed")
    common.add_argument("--llm", help="the language model, as WHYFLOW_LLM")
    subparsers = parser.add_subparsers(required=True, metavar="COMMAND")

    def command(name: str, run: Run, about: str, *, json: bool = False) -> argparse.ArgumentParser:
        added = subparsers.add_parser(name, parents=[common], help=about, description=about)
        added.set_defaults(run=run)
        if json:
            added.add_argument("--json", action="store_true", help="for programs")
        return added

    for group in GROUPS:
        group.add(command)
    return parser
