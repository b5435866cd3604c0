"""The report of `whyflow eval why`: Markdown for people, data for programs."""

from dataclasses import asdict
from statistics import median

from tools.phrases import Language, say
from ui.bench.table import machine, today
from ui.eval.why import Count, Report

REACH = {"small": 1.0, "j30": 1.0, "j120": 5.0}
"""Seconds for the 95th percentile of explanations."""
ANSWER = 5.0
"""Seconds for the median of whole answers of the chat."""
SHARE = {
    "certificates": 1.0,
    "texts": 1.0,
    "mutants": 1.0,
    "conflicts": 1.0,
    "code": 0.95,
    "chat": 0.95,
}
"""Of what is right, by the first word of the row; what could not be checked is not right."""


def as_json(report: Report) -> dict[str, object]:
    """The report as data, with everything that was wrong but for questions that are for testing."""
    rows = {name: _counted(name, count) for name, count in report.counts.items()}
    kinds = {name: _counted(name, count) for name, count in report.kinds.items()}
    seconds = {
        name: {"p95": report.slowest(name), "all": each} for name, each in report.seconds.items()
    }
    told = {"rows": rows, "kinds": kinds, "seconds": seconds, "answers": report.answers}
    return {"when": today(), "machine": machine(), **told}


def _counted(name: str, count: Count) -> dict[str, object]:
    return asdict(count) | ({"wrong": []} if " test " in name else {})


def markdown(report: Report, language: Language) -> str:
    """The table, under a line with date and machine."""
    head = [say(f"eval-{name}", language) for name in ("work", "reach", "found", "reached")]
    rows = [head, ["---"] * len(head)]
    for name, count in report.counts.items():
        aim = SHARE[name.split()[0]]
        found = say("eval-share", language, right=count.right, total=count.total)
        if count.open:
            found = say("eval-share-open", language, share=found, open=len(count.open))
        reached = count.right >= aim * count.total
        rows.append([_name(name, language), f"{aim:.0%}", found, _yes(reached, language)])
    for name in report.seconds:
        slowest = report.slowest(name)
        words = say("eval-seconds", language, seconds=f"{slowest:.2f}")
        aim = say("eval-seconds", language, seconds=f"{REACH[name]:g}")
        what = say("eval-row-time", language, size=name)
        rows.append([what, aim, words, _yes(slowest <= REACH[name], language)])
    if report.answers:
        seconds = median(report.answers)
        words, aim = (say("eval-seconds", language, seconds=f"{s:.2f}") for s in (seconds, ANSWER))
        what = say("eval-row-answer", language)
        rows.append([what, aim, words, _yes(seconds <= ANSWER, language)])
    title = say("eval-title", language, when=today(), machine=machine())
    return "\n".join([title, "", *(f"| {' | '.join(row)} |" for row in rows)])


def _name(row: str, language: Language) -> str:
    kind, *rest = row.split()
    if kind in ("code", "chat"):
        part, asked = rest
        return say(f"eval-row-{kind}", language, part=part, asked=asked)
    return say(f"eval-row-{'-'.join([kind, *rest])}", language)


def _yes(reached: bool, language: Language) -> str:
    return say("bench-yes" if reached else "bench-no", language)
