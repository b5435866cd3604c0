"""`whyflow eval why`: how many explanations are true, complete, recognised, and how quick they are.

cases.py         problems, plans and questions
certificates.py  what is untrue in an explanation
conflicts.py     whether statements contradict each other
texts.py         numbers and names that nothing gave
recognition.py   whether a question in words is taken for what it means
judge/           plans and links judged minute by minute, and true optima by trying everything
"""

import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import cycle, islice
from pathlib import Path
from random import Random
from statistics import quantiles

from tools.plan import Goal, Problem, Schedule
from tools.reasons.records import Explanation
from tools.record import PlanError
from tools.solver import solve
from tools.solver.peers.truth import Truth, truth
from tools.studies.clock import Budget, patience
from ui.eval.cases import Asked, jobs, questions, small
from ui.eval.certificates import Checker, Known
from ui.eval.conflicts import untrue
from ui.eval.judge.brute import TooMany, enough, optimum
from ui.eval.recognition import Read, judged
from ui.eval.texts import unfounded

SMALL, JOBS, MANY = 100, 300, 40
"""Questions: about problems tried out whole, about j30, and about j120 (only timed)."""
PLAN_SECONDS = 2.0
TRUTH_SECONDS = 5.0
PARTS = ("dev", "test", "second")


@dataclass
class Count:
    """How many of a kind were right, and what was wrong with the others."""

    right: int = 0
    total: int = 0
    wrong: list[str] = field(default_factory=list)

    def add(self, faults: Iterable[str], about: str) -> None:
        found = list(faults)
        self.total += 1
        self.right += not found
        self.wrong += [f"{about}: {each}" for each in found]


@dataclass
class Report:
    """Everything that one run measured; counts by row."""

    counts: dict[str, Count] = field(default_factory=dict)
    seconds: dict[str, list[float]] = field(default_factory=dict)
    """Of the explanations, by size of problem."""
    answers: list[float] = field(default_factory=list)
    """Seconds of whole answers of the chat."""

    def count(self, row: str) -> Count:
        return self.counts.setdefault(row, Count())

    def slowest(self, row: str) -> float:
        """The 95th percentile of seconds."""
        found = self.seconds[row]
        return quantiles(found, n=20)[-1] if len(found) > 1 else found[0]


def measure(
    data: Path, share: float, reads: dict[str, Read], tell: Callable[[int, int], None]
) -> Report:
    """All rows.

    Args:
        share: of the questions, 0 to 1.
        reads: by name, who recognises questions in words.
        tell: hears how many questions of how many are done.
    """
    report = Report()
    sizes = [max(1, round(share * each)) for each in (SMALL, JOBS, MANY)]
    total, done = sum(sizes), 0
    for row, made, count in zip(("small", "j30", "j120"), _sources(data), sizes, strict=True):
        answered = (each for each in made if _one(report, row, *each))
        for _ in islice(answered, count):
            done += 1
            tell(done, total)
    for name, read in reads.items():
        for language in ("en", "zh"):
            for part in PARTS:
                count_of = report.count(f"{name} {part} {language}")
                began = time.perf_counter()
                for each in judged(part, language, read, 1.0 if name == "code" else share):
                    count_of.add([] if each.right else [f"{each.read}"], each.question)
                    if name == "chat":
                        report.answers.append(time.perf_counter() - began)
                    began = time.perf_counter()
    return report


Made = Iterator[tuple[Problem, Schedule, Asked]]


def _sources(data: Path) -> list[Made]:
    return [
        _made(cycle(small(SMALL)), 0.5),
        _made(cycle(jobs(data, "j30")), PLAN_SECONDS),
        _made(cycle(jobs(data, "j120")), PLAN_SECONDS),
    ]


def _made(problems: Iterable[Problem], seconds: float) -> Made:
    """A question for each; a problem that comes again keeps its plan and gets another question."""
    plans: dict[str, tuple[Schedule, Iterator[Asked]]] = {}
    for problem in problems:
        key = problem.model_dump_json()
        if key not in plans:
            plan = solve(problem, time_limit_seconds=seconds)
            plans[key] = plan, questions(problem, plan, Random(f"questions {len(plans)}"))
        plan, asking = plans[key]
        yield problem, plan, next(asking)


def _one(report: Report, row: str, problem: Problem, plan: Schedule, asked: Asked) -> bool:
    """Asks and checks; False if the question was refused, as what makes no sense is."""
    began = time.perf_counter()
    try:
        told = asked.ask(problem, plan, Budget(patience(problem, 5.0)))
    except PlanError:
        return False
    report.seconds.setdefault(row, []).append(time.perf_counter() - began)
    if row == "j120":
        return True
    known = _tried(problem) if row == "small" else _solved(problem, plan)
    checker = Checker(problem, plan, known)
    report.count(f"certificates {row}").add(checker.untrue(told), asked.words)
    report.count("texts").add(unfounded(problem, plan, told), asked.words)
    _conflicts(report, checker, told, asked)
    return True


def _conflicts(report: Report, checker: Checker, told: Explanation, asked: Asked) -> None:
    conflict = getattr(told.certificate, "conflict", None)
    if conflict is not None and conflict.minimal:
        foil = told.problem or checker.problem
        report.count("conflicts").add(untrue(conflict, foil), asked.words)


def _tried(problem: Problem) -> Known:
    """By trying everything."""

    def known(foil: Problem, goal: Goal, orders: object) -> Truth:
        try:
            best = optimum(foil, [goal], enough(foil), orders=orders)
        except TooMany:
            return Truth(0, None)
        return Truth(None, None) if best is None else Truth(best[0], best[0])

    return known


def _solved(problem: Problem, plan: Schedule) -> Known:
    """By a model of its own."""
    cache: dict[tuple[str, Goal, object], Truth] = {}

    def known(foil: Problem, goal: Goal, orders: object) -> Truth:
        key = foil.model_dump_json(), goal, tuple(orders)
        if key not in cache:
            until = 4 * plan.makespan + 7 * 24 * 60
            cache[key] = truth(foil, goal, orders, TRUTH_SECONDS, until=until)
        return cache[key]

    return known
