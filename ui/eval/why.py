"""`whyflow eval why`: how many explanations are true, complete, recognised, and how quick they are.

problems.py, cases.py      problems, plans and questions, with conditions.py
certificates.py            what is untrue in an explanation; remedies.py, proofs.py, floors.py,
                           edits.py, foils.py are parts of it
conflicts.py               whether statements contradict each other
oracle.py                  whether there is a plan as good as somebody says
texts.py, sentences/       what a text says that the certificate does not
mutants.py                 texts made wrong on purpose, to see that this is found
recognition.py             whether a question in words is taken for what it means
judge/                     plans and links judged minute by minute, and true optima of tiny problems
"""

import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from statistics import quantiles

from tools.phrases import LANGUAGES
from tools.plan import Problem
from tools.reasons.records import Explanation
from tools.record import PlanError
from tools.solver import solve
from tools.studies.clock import Budget, patience
from tools.telling import tell_explanation
from ui.eval.cases import Asked, kinds, question
from ui.eval.certificates import Checker
from ui.eval.conflicts import judged as judged_conflict
from ui.eval.mutants import mutants
from ui.eval.oracle import Modelled, Oracle, Tried
from ui.eval.problems import drawn, job, small
from ui.eval.recognition import Read, judged
from ui.eval.texts import Reader

SMALL, JOBS, MANY = 100, 300, 40
"""Questions: about problems tried out whole, about j30, and about j120 (only timed)."""
PLAN_SECONDS = {"small": 0.5, "j30": 2.0, "j120": 2.0}
TRUTH_SECONDS = 10.0
"""For each thing that is claimed of all plans of a j30 problem."""
PARTS = ("dev", "test", "second")


@dataclass
class Count:
    """How many of a kind were right, how many could not be checked in full, and what was wrong with
    the others."""

    right: int = 0
    total: int = 0
    wrong: list[str] = field(default_factory=list)
    open: list[str] = field(default_factory=list)
    """What nothing wrong was found about, and not all could be settled."""

    def add(self, faults: Iterable[str], about: str, unsettled: Iterable[str] = ()) -> None:
        found, left = list(faults), list(unsettled)
        self.total += 1
        self.right += not found and not left
        self.wrong += [f"{about}: {each}" for each in found]
        if left and not found:
            self.open.append(f"{about}: {', '.join(left)}")


@dataclass
class Report:
    """Everything that one run measured; counts by row."""

    counts: dict[str, Count] = field(default_factory=dict)
    kinds: dict[str, Count] = field(default_factory=dict)
    """Certificates by size of problem and kind of question."""
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
    sizes = {
        row: max(1, round(share * each))
        for row, each in {"small": SMALL, "j30": JOBS, "j120": MANY}.items()
    }
    done = 0
    for row, size in sizes.items():
        for asked in _questions(row, size, data):
            _one(report, row, asked)
            done += 1
            tell(done, sum(sizes.values()))
    for name, read in reads.items():
        for language in LANGUAGES:
            for part in PARTS:
                _recognised(report, name, read, language, part, share)
    return report


def _recognised(
    report: Report, name: str, read: Read, language: str, part: str, share: float
) -> None:
    count = report.count(f"{name} {part} {language}")
    began = time.perf_counter()
    for each in judged(part, language, read, 1.0 if name == "code" else share):
        count.add([] if each.right else [f"{each.read}"], each.question)
        if name == "chat":
            report.answers.append(time.perf_counter() - began)
        began = time.perf_counter()


def _questions(row: str, size: int, data: Path) -> Iterator[Asked]:
    """Each about another problem, as long as there are any."""
    files = [] if row == "small" else drawn(data, row)
    for number, kind in enumerate(kinds(size)):
        chance = Random(f"question {row} {number}")
        someone = kind == "who" or (kind == "what_if" and number % 4 == 0)
        if row == "small":
            problem = small(number, staffed=someone, late=kind == "not_day")
        else:
            problem = job(files, number, someone)
        plan = solve(problem, time_limit_seconds=PLAN_SECONDS[row])
        yield question(kind, problem, plan, chance)


def _one(report: Report, row: str, asked: Asked) -> None:
    """Asks and checks. All questions make sense, so that one that is refused is wrong."""
    kind = report.kinds.setdefault(f"{row} {asked.kind}", Count())
    counts = (kind,) if row == "j120" else (kind, report.count(f"certificates {row}"))
    began = time.perf_counter()
    try:
        told = asked.ask(Budget(patience(asked.problem, 5.0)))
    except PlanError as error:
        for count in counts:
            count.add([f"refused: {error}"], asked.words)
        return
    report.seconds.setdefault(row, []).append(time.perf_counter() - began)
    if row != "j120":
        oracle = Tried() if row == "small" else Modelled(TRUTH_SECONDS)
        _check(report, counts, asked, told, oracle)


def _check(
    report: Report,
    counts: tuple[Count, ...],
    asked: Asked,
    told: Explanation,
    oracle: Oracle,
) -> None:
    checker = Checker(asked.problem, asked.plan, oracle)
    checker.before = asked.before
    faults = [*asked.missed(told), *checker.untrue(told)]
    for count in counts:
        count.add(faults, asked.words, checker.open)
    for conflict, problem in checker.conflicts:
        verdict = judged_conflict(conflict, problem, oracle)
        left = [*verdict.open, *(["not minimal, as it says"] if verdict.loose else [])]
        report.count("conflicts").add(verdict.wrong, asked.words, left)
    _texts(report, asked.problem, told, asked)


def _texts(report: Report, problem: Problem, told: Explanation, asked: Asked) -> None:
    for language in LANGUAGES:
        text = tell_explanation(told, language, problem)
        reader = Reader(told, problem, language)
        faults = reader.unfounded(text)
        report.count("texts").add(faults, f"{language}: {asked.words}")
        if faults:
            continue
        chance = Random(f"mutants {language} {asked.words}")
        for kind, wrong in mutants(text, language, list(problem.by_name), chance):
            found = reader.unfounded(wrong)
            about = [] if found else [f"was not found to be wrong: {wrong}"]
            report.count(f"mutants {kind}").add(about, f"{language}: {asked.words}")
