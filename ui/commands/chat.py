"""`whyflow ask` and `whyflow parse`: one message to the language model, on the terminal."""

import argparse
import secrets
import sys
import time
from typing import TYPE_CHECKING, Any

from agent.settings import Settings
from knowledge.language import language_of
from tools.phrases import Language
from ui.commands.adding import Command
from ui.progress import Line
from ui.terminal import DONE, NOT_POSSIBLE, WRONG_INPUT, fail, show, show_data

if TYPE_CHECKING:
    from langchain_core.language_models import BaseChatModel

    from agent.steps import Finished, Step
    from tools.intake.taken import Taken
    from tools.plan import Problem
    from tools.prose.clock import Clock


def add(command: Command) -> None:
    added = command("ask", ask, "one turn of a conversation", json=True)
    added.add_argument("text")
    added.add_argument("--session", help="name of the conversation to go on with")
    added = command("parse", parse, "read the tasks out of a text", json=True)
    added.add_argument("text", help="the text; - for standard input")


def ask(options: argparse.Namespace, settings: Settings, language: Language) -> int:
    from ui import parts

    began = time.monotonic()
    line = Line(language)
    if not parts.prepared(settings):
        parts.prepare(settings, line.tell, line.index)
    session = options.session or f"once-{secrets.token_hex(8)}"
    with parts.library(settings, reading=True, tell=line.tell) as books:
        assistant = parts.assistant(settings, books, line.tell, kept=bool(options.session))
        assistant.load()
        if refusal := assistant.refusal(options.text, language_of(options.text)):
            return fail(refusal, WRONG_INPUT)
        steps = list(assistant.turn(session, options.text, language))
        held = assistant.snapshot(session)
    finished = steps[-1]
    if options.json:
        seconds = round(time.monotonic() - began, 3)
        show_data(_turn_as_json(steps, finished, held, seconds))
    elif finished.ok:
        show(finished.answer)
    return DONE if finished.ok else fail(finished.answer, NOT_POSSIBLE)


def _turn_as_json(steps: "list[Step]", finished: "Finished", held: Any, seconds: float) -> Any:
    from agent.steps import Called

    return {
        "answer": finished.answer,
        "tool_calls": [
            {"name": step.tool, "arguments": step.arguments}
            for step in steps
            if isinstance(step, Called)
        ],
        "problem": held.problem.model_dump(mode="json") if held.problem else None,
        "schedule": held.schedule.model_dump(mode="json") if held.schedule else None,
        "passages": [passage.model_dump() for passage in held.passages],
        "seconds": seconds,
    }


def parse(options: argparse.Namespace, settings: Settings, language: Language) -> int:
    from tools.intake.inputs import take_text
    from tools.intake.plain import legible
    from tools.parse import notes_of
    from tools.prose.clock import soon
    from tools.telling import tell_problem
    from tools.telling.intake import tell_notes

    text = sys.stdin.read() if options.text == "-" else options.text
    clock = soon(settings.time_zone)
    taken = take_text(legible(text), clock=clock)
    problem = problem_in(taken, clock, settings, language)
    if options.json:
        show_data(problem.model_dump(mode="json"))
        return DONE
    language = language_of(text)
    notes = tell_notes(notes_of(taken, problem), language)
    show("\n\n".join(filter(None, (notes, tell_problem(problem, language)))))
    return DONE


def problem_in(taken: "Taken", clock: "Clock", settings: Settings, language: Language) -> "Problem":
    """The problem in what was taken from a text or a file; the language model is only loaded if it
    is needed."""
    from agent.assistant import warm
    from agent.limits import unfit_message
    from agent.reading import read_taken
    from ui import parts

    unfit = unfit_message(taken.words, settings.max_message_characters)
    if taken.problem is None and unfit:
        raise unfit

    def llm() -> "BaseChatModel":
        model = parts.llm(settings, Line(language).tell)
        warm(model)
        return model

    return read_taken(llm, taken, clock)
