"""`whyflow plan` and `whyflow why`: files in, plans and reasons out; no language model."""

import argparse
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar, get_args

from agent.settings import Settings
from tools.phrases import Language, say
from tools.plan import Goal, Problem, Schedule
from ui.commands.adding import Command
from ui.commands.chat import problem_in
from ui.interrupt import interruptible
from ui.looking import watched
from ui.progress import Line
from ui.terminal import DONE, NOT_POSSIBLE, WRONG_INPUT, fail, show, show_data

if TYPE_CHECKING:
    from tools.reasons.records import Explanation
    from tools.solver.progress import Progress

Result = TypeVar("Result")

SOLVE_SECONDS = 10.0
FILES = "JSON, CSV, XLSX, DOCX, PDF or EML; - for JSON or CSV on standard input"


def add(command: Command) -> None:
    _add_plan(command)
    added = command(
        "why",
        why,
        "why the plan is as it is: the whole of it, a task, an order, or a question of your own",
        json=True,
    )
    added.add_argument("file", help=FILES)
    added.add_argument("--task")
    added.add_argument("--before", help="the task that it comes before")
    added.add_argument("--question", help="in your own words, such as 'what helps most?'")


def _add_plan(command: Command) -> None:
    added = command("plan", plan, "plan the problem in a file", json=True)
    added.add_argument("file", nargs="?", help=FILES)
    added.add_argument(
        "--goal", choices=get_args(Goal), action="append", help="again for the second goal, ..."
    )
    added.add_argument("--before", metavar="PLAN", help="JSON of the plan that is carried out now")
    added.add_argument("--stability", type=int, help="what a moved minute is worth of the goal")
    added.add_argument("--time-limit", type=float, default=SOLVE_SECONDS, help="seconds")
    added.add_argument("--workers", type=int, default=2, help="threads")
    added.add_argument("--seed", type=int, default=0)
    added.add_argument("--schema", action="store_true", help="print the JSON Schema of a problem")


def plan(options: argparse.Namespace, settings: Settings, language: Language) -> int:
    if options.schema:
        show_data(Problem.model_json_schema())
        return DONE
    if options.file is None:
        return fail(say("cli-no-file", language), WRONG_INPUT)
    from tools.files import read_schedule
    from tools.plan.before import check

    problem = _read(options.file, settings, language)
    before = read_schedule(Path(options.before)) if options.before else None
    for doubt in check(problem, before) if before else ():
        fail(doubt.say(language), DONE)
    from tools.conflict.explained import optimise  # only now: a wrong input is told sooner
    from tools.telling import tell_schedule

    solve = partial(
        optimise,
        problem,
        options.goal,
        before=before,
        stability=options.stability,
        time_limit_seconds=options.time_limit,
        workers=options.workers,
        seed=options.seed,
    )
    schedule = _watched(solve, language)
    if options.json:
        show_data(schedule.model_dump(mode="json"))
    if not schedule.planned:
        return _no_plan(problem, schedule, language, quiet=options.json)
    if not options.json:
        show(tell_schedule(problem, schedule, language, every=True))
    return DONE


def why(options: argparse.Namespace, settings: Settings, language: Language) -> int:
    problem = _read(options.file, settings, language)
    from tools.conflict.explained import optimise
    from tools.telling import tell_explanation

    for name in filter(None, (options.task, options.before)):
        problem.task(name)
    if options.before and not options.task:
        return fail(say("cli-before-alone", language), WRONG_INPUT)
    schedule = _watched(partial(optimise, problem, time_limit_seconds=SOLVE_SECONDS), language)
    explanation = _watched(partial(_explained, options, problem, schedule), language)
    words = tell_explanation(explanation, language, problem)
    if options.json:
        told = explanation.model_dump(mode="json")
        show_data({"answer": words, "schedule": schedule.model_dump(mode="json"), **told})
    if explanation.certificate.kind == "no_plan":
        return _no_plan(problem, schedule, language, quiet=options.json)
    if not options.json:
        show(words)
    return DONE


def _read(file: str, settings: Settings, language: Language) -> Problem:
    """The problem in a file; what was guessed and left out is told on standard error. Only a text
    without a table is read by the language model."""
    from tools.files import take_file, take_stream

    taken = (
        take_stream(sys.stdin.buffer, settings.time_zone)
        if file == "-"
        else take_file(Path(file), settings.time_zone)
    )
    if taken.notes:
        from tools.telling.intake import tell_notes

        print(tell_notes(taken.notes, language), file=sys.stderr)
    if taken.problem is not None:
        return taken.problem
    from tools.prose.clock import soon

    return problem_in(taken, soon(settings.time_zone), settings, language)


def _watched(solve: Callable[..., Result], language: Language) -> Result:
    """What `solve(tell=..., cancelled=...)` finds, with its progress on the terminal; Ctrl-C takes
    the best so far.

    It solves in a thread of its own, because CP-SAT keeps the thread that called it from hearing
    of a signal.
    """
    from tools.solver.progress import Progress

    line = Line(language)
    with interruptible() as enough:
        work = watched(lambda tell, left: solve(tell=tell, cancelled=lambda: enough() or left()))
        for seen in work:
            if isinstance(seen, Progress):
                line.plan(seen)
            elif seen is not None:
                found = seen
    line.clear()
    return found


def _no_plan(problem: Problem, schedule: Schedule, language: Language, quiet: bool) -> int:
    """What cannot all hold and what would help, unless `quiet`; then the one line of an error."""
    from tools.telling import tell_conflict, tell_no_plan

    if schedule.conflict is not None and not quiet:
        show(tell_conflict(problem, schedule.conflict, language))
    return fail(tell_no_plan(schedule, language, problem), NOT_POSSIBLE)


def _explained(
    options: argparse.Namespace,
    problem: Problem,
    schedule: Schedule,
    tell: "Callable[[Progress], None]",
    cancelled: Callable[[], bool],
) -> "Explanation":
    """What is asked for. A question in words is understood without the network: to load it
    takes seconds, longer than all the rest, and what is not understood can be asked with `--task`
    and `--before`."""
    from tools.explain import answer, answered
    from tools.meaning import Meaning
    from tools.question import Question
    from tools.studies.clock import Budget

    budget = Budget(SOLVE_SECONDS, tell, cancelled)
    if options.question:
        question = Question(options.question, options.task or "")
        return answer(problem, schedule, question, budget)
    if options.task and options.before:
        meant = Meaning("order", (options.task, options.before))
    elif options.task:
        meant = Meaning("why", (options.task,))
    else:
        meant = Meaning("overall")
    return answered(problem, schedule, meant, budget)
