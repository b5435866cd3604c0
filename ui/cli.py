"""The command line: `whyflow serve | prepare | ask | plan | why | parse | index | bench | eval`.

Exit status: 0 done; 1 not possible as asked (no plan, nothing found); 2 wrong input. Whatever is
not 0 comes with one clear line on standard error; results go to standard output."""

import argparse
import locale
import logging
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NoReturn, get_args

from agent.settings import Settings, SettingsError
from knowledge.passage import KnowledgeError
from tools.phrases import LANGUAGES, Language, SayableError, say
from tools.plan import Goal
from ui import commands
from ui.commands import NOT_POSSIBLE, SOLVE_SECONDS, WRONG_INPUT, fail


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; the entry point of the console script."""
    options = _parser().parse_args(arguments)
    language: Language = options.language or _own_language()
    try:
        settings = Settings.read(
            **{name: getattr(options, name, None) for name in ("llm", "host", "port")}
        )
        logging.basicConfig(
            level=settings.log_level.upper(), format="%(levelname)s %(name)s: %(message)s"
        )
        status: int = options.run(options, settings, language)
    except SayableError as error:
        return fail(error.say(language), WRONG_INPUT)
    except KnowledgeError as error:
        values = {name: str(value) for name, value in error.values.items()}
        return fail(say(f"knowledge-{error.reason}", language, **values), WRONG_INPUT)
    except SettingsError as error:
        return fail(str(error), WRONG_INPUT)
    except KeyboardInterrupt:
        return fail("", 130)
    except (
        Exception
    ) as error:  # the edge of the command line: one calm line, and the log has the rest
        return fail(_calm(error, language), NOT_POSSIBLE)
    return status


def _calm(error: Exception, language: Language) -> str:
    from agent.assistant import calm

    return calm(error, language)


def _own_language() -> Language:
    return "zh" if (locale.getlocale()[0] or "").startswith("zh") else "en"


class _Parser(argparse.ArgumentParser):
    """Says what is wrong in one line, as every command does."""

    def error(self, message: str) -> NoReturn:
        sys.exit(fail(f"{self.prog}: {message}; see {self.prog} --help", WRONG_INPUT))


def _some(text: str) -> int:
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"{text!r} should be a whole number from 1 on")
    return int(text)


def _share(text: str) -> float:
    try:
        share = float(text)
    except ValueError:
        share = 0.0
    if not 0 < share <= 1:
        raise argparse.ArgumentTypeError(f"{text!r} should be above 0 and at most 1")
    return share


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(prog="whyflow", description="Plans work and says why.")
    common = argparse.ArgumentParser(add_help=False)
    common.add_argument("--language", choices=LANGUAGES, help="of what is printed")
    common.add_argument("--llm", help="the language model, as WHYFLOW_LLM")
    subparsers = parser.add_subparsers(required=True, metavar="COMMAND")

    def command(name: str, run: Callable[..., int], about: str) -> argparse.ArgumentParser:
        added = subparsers.add_parser(name, parents=[common], help=about, description=about)
        added.set_defaults(run=run)
        return added

    serve = command("serve", commands.serve, "serve the page; prepares what is missing first")
    serve.add_argument("--host", help="as WHYFLOW_HOST")
    serve.add_argument("--port", help="as WHYFLOW_PORT")
    command("prepare", commands.prepare, "fetch the models and build the knowledge index")
    ask = command("ask", commands.ask, "one turn of a conversation")
    ask.add_argument("text")
    ask.add_argument("--session", help="name of the conversation to go on with")
    plan = command("plan", commands.plan, "plan the problem in a file")
    plan.add_argument("file", nargs="?", help="JSON, CSV or XLSX; - for standard input")
    plan.add_argument(
        "--goal", choices=get_args(Goal), action="append", help="again for the second goal, ..."
    )
    plan.add_argument("--before", metavar="PLAN", help="JSON of the plan that is carried out now")
    plan.add_argument("--stability", type=int, help="what a moved minute is worth of the goal")
    plan.add_argument("--time-limit", type=float, default=SOLVE_SECONDS, help="seconds")
    plan.add_argument("--workers", type=int, default=2, help="threads")
    plan.add_argument("--seed", type=int, default=0)
    plan.add_argument("--schema", action="store_true", help="print the JSON Schema of a problem")
    why = command(
        "why",
        commands.why,
        "why the plan is as it is: the whole of it, a task, an order, or a question of your own",
    )
    why.add_argument("file", help="JSON, CSV or XLSX; - for standard input")
    why.add_argument("--task")
    why.add_argument("--before", help="the task that it comes before")
    why.add_argument("--question", help="in your own words, such as 'what helps most?'")
    parse = command("parse", commands.parse, "read the tasks out of a text")
    parse.add_argument("text", help="the text; - for standard input")
    bench = command("bench", commands.bench, "measure the solver beside its peers, in one table")
    bench.add_argument("what", choices=("schedule",))
    bench.add_argument("--data", type=Path, required=True, help="folder with the public instances")
    bench.add_argument("--only", help="rows, with commas, such as j30,large")
    bench.add_argument("--seconds", type=float, help="for each solver and case")
    bench.add_argument("--limit", type=_some, metavar="N", help="cases of each set")
    bench.add_argument("--peers", action=argparse.BooleanOptionalAction, default=True)
    evaluate = command("eval", commands.evaluate, "measure whether explanations are true")
    evaluate.add_argument("what", choices=("why",))
    evaluate.add_argument(
        "--data", type=Path, required=True, help="folder with the public instances"
    )
    evaluate.add_argument("--share", type=_share, default=1.0, help="of the questions, up to 1")
    evaluate.add_argument("--chat", action="store_true", help="also with the language model")
    for added in (ask, plan, why, parse, bench, evaluate):
        added.add_argument("--json", action="store_true")
    index = command("index", commands.index, "add your documents to the knowledge base")
    index.add_argument("folder", type=Path)
    return parser
