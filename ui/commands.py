"""What each command of the command line does. Options in, an exit status out; results are printed.
Everything slow to import is imported by the command that needs it."""

import argparse
import json
import secrets
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from agent.settings import Settings
from knowledge.language import language_of
from tools.phrases import Language, say
from tools.plan import Problem, Schedule
from ui.interrupt import interruptible
from ui.looking import watched
from ui.progress import Line

if TYPE_CHECKING:
    from agent.steps import Finished, Step
    from tools.reasons.records import Explanation

DONE, NOT_POSSIBLE, WRONG_INPUT = 0, 1, 2
SOLVE_SECONDS = 10.0


def fail(words: str, status: int) -> int:
    """One clear line on standard error, and the exit status."""
    print(" ".join(words.replace("**", "").split()), file=sys.stderr)
    return status


def show(words: str) -> None:
    """An answer on a terminal, where nothing turns Markdown's asterisks into bold letters."""
    print(words.replace("**", ""))


def _print(data: Any) -> None:
    print(json.dumps(data, ensure_ascii=False, indent=2))


def _read(file: str) -> Problem:
    from tools.files import read_problem, read_stream

    if file == "-":
        return read_stream(sys.stdin.buffer)
    return read_problem(Path(file))


def plan(options: argparse.Namespace, settings: Settings, language: Language) -> int:
    if options.schema:
        _print(Problem.model_json_schema())
        return DONE
    if options.file is None:
        return fail(say("cli-no-file", language), WRONG_INPUT)
    from tools.files import read_schedule
    from tools.optimise import optimise
    from tools.telling import tell_schedule

    problem = _read(options.file)
    solve = partial(
        optimise,
        problem,
        options.goal,
        before=read_schedule(Path(options.before)) if options.before else None,
        stability=options.stability,
        time_limit_seconds=options.time_limit,
        workers=options.workers,
        seed=options.seed,
    )
    schedule = _watched(solve, language)
    if options.json:
        _print(schedule.model_dump())
    if not schedule.planned:
        return _no_plan(problem, schedule, language, quiet=options.json)
    if not options.json:
        show(tell_schedule(problem, schedule, language))
    return DONE


def _watched(solve: Callable[..., Schedule], language: Language) -> Schedule:
    """What `solve` finds, with its progress on the terminal; Ctrl-C takes the best so far.

    It solves in a thread of its own, because CP-SAT keeps the thread that called it from hearing
    of a signal.
    """
    line = Line(language)
    with interruptible() as enough:
        work = watched(lambda tell, left: solve(tell=tell, cancelled=lambda: enough() or left()))
        for seen in work:
            if isinstance(seen, Schedule):
                found = seen
            elif seen is not None:
                line.plan(seen)
    line.clear()
    return found


def _no_plan(problem: Problem, schedule: Schedule, language: Language, quiet: bool) -> int:
    """What cannot all hold and what would help, unless `quiet`; then the one line of an error."""
    from tools.telling import tell_conflict, tell_no_plan

    if schedule.conflict is not None and not quiet:
        show(tell_conflict(problem, schedule.conflict, language))
    return fail(tell_no_plan(schedule, language, problem), NOT_POSSIBLE)


def why(options: argparse.Namespace, settings: Settings, language: Language) -> int:
    from tools.optimise import optimise
    from tools.telling import tell_explanation

    problem = _read(options.file)
    for name in filter(None, (options.task, options.before)):
        problem.task(name)
    if options.before and not options.task:
        return fail(say("cli-before-alone", language), WRONG_INPUT)
    schedule = _watched(partial(optimise, problem, time_limit_seconds=SOLVE_SECONDS), language)
    if not schedule.planned:
        return _no_plan(problem, schedule, language, quiet=options.json)
    explanation = _explained(options, problem, schedule)
    words = tell_explanation(explanation, language, problem)
    if options.json:
        _print({"answer": words, "schedule": schedule.model_dump(), **explanation.model_dump()})
    else:
        show(words)
    return DONE


def _explained(options: argparse.Namespace, problem: Problem, schedule: Schedule) -> "Explanation":
    from tools.explain import answer
    from tools.meaning import Question
    from tools.studies.clock import Budget
    from tools.studies.order import why_before
    from tools.studies.reasons import why, why_this_plan

    if options.question:
        question = Question(options.question, options.task or "")
        return answer(problem, schedule, question, Budget(SOLVE_SECONDS))
    if options.task and options.before:
        return why_before(problem, schedule, options.task, options.before)
    return (
        why(problem, schedule, options.task) if options.task else why_this_plan(problem, schedule)
    )


def parse(options: argparse.Namespace, settings: Settings, language: Language) -> int:
    from agent.assistant import unfit_message, warm
    from agent.reading import read_text
    from tools.telling import tell_problem
    from ui import parts

    text = sys.stdin.read() if options.text == "-" else options.text
    if unfit := unfit_message(text, settings.max_message_characters):
        raise unfit
    llm = parts.llm(settings, Line(language).tell)
    warm(llm)
    problem = read_text(llm, text)
    if options.json:
        _print(problem.model_dump())
    else:
        show(tell_problem(problem, language_of(text)))
    return DONE


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
        _print(_turn_as_json(steps, finished, held, seconds))
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
        "problem": held.problem.model_dump() if held.problem else None,
        "schedule": held.schedule.model_dump() if held.schedule else None,
        "passages": [passage.model_dump() for passage in held.passages],
        "seconds": seconds,
    }


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


def prepare(options: argparse.Namespace, settings: Settings, language: Language) -> int:
    from ui import parts

    line = Line(language)
    if not parts.compiled.ready():
        line.say("compiling")
    parts.prepare(settings, line.tell, line.index)
    line.end()
    return DONE


def serve(options: argparse.Namespace, settings: Settings, language: Language) -> int:
    from ui import parts
    from ui import serve as server

    if not parts.prepared(settings):
        prepare(options, settings, language)
    return server.run(settings, language)


def bench(options: argparse.Namespace, settings: Settings, language: Language) -> int:
    from tools.solver.peers import pyjobshop
    from ui.bench.case import PEERS, PYJOBSHOP
    from ui.bench.rows import chosen, measure
    from ui.bench.table import as_json, make_report, markdown

    rows, line = chosen(options.only), Line(language)
    peers = PEERS if options.peers else ()
    if options.peers and not pyjobshop.installed():
        print(say("bench-no-pyjobshop", language), file=sys.stderr)
        peers = tuple(peer for peer in PEERS if peer != PYJOBSHOP)
    limits = {"seconds": options.seconds, "limit": options.limit}
    results = measure(rows, options.data, **limits, peers=peers, tell=line.tell)
    line.end()
    report = make_report(rows, results, options.seconds)
    if options.json:
        _print(as_json(report))
    else:
        show(markdown(report, language))
    if report.broken:
        return fail(say("bench-broken", language, count=report.broken), NOT_POSSIBLE)
    return DONE


def evaluate(options: argparse.Namespace, settings: Settings, language: Language) -> int:
    from ui.eval.recognition import by_code
    from ui.eval.table import as_json, markdown
    from ui.eval.why import measure

    line, reads = Line(language), {"code": by_code}
    if options.chat:
        from ui.eval.chat import by_chat

        reads["chat"] = by_chat(settings, line.tell)
    report = measure(options.data, options.share, reads, line.questions)
    line.end()
    if options.json:
        _print(as_json(report))
    else:
        show(markdown(report, language))
    return DONE
