"""The report of a benchmark: Markdown for people, data for programs."""

import os
import platform
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

from tools.phrases import Language, say
from ui.bench.case import OURS, PEERS, WORKERS, Result
from ui.bench.peers import pyjobshop
from ui.bench.rows import Row
from ui.bench.verdict import Said, Verdict, judge


@dataclass(frozen=True)
class Report:
    """Everything that one run of the benchmark measured."""

    when: str
    machine: str
    versions: dict[str, str]
    results: dict[str, list[Result]]
    """By row."""
    verdicts: dict[str, Verdict]
    seconds: dict[str, float]
    """What each solver could use for one case, by row."""

    @property
    def broken(self) -> int:
        """How many plans of ours break a rule."""
        return sum(
            each.runs[OURS].broken is not None for row in self.results.values() for each in row
        )


def make_report(
    rows: Sequence[Row], results: dict[str, list[Result]], seconds: float | None
) -> Report:
    """The report on what was measured just now."""
    libraries = ["ortools", *(["pyjobshop"] if pyjobshop.installed() else [])]
    versions = {name: version(name) for name in libraries}
    return Report(
        when=today(),
        machine=machine(),
        versions={"python": platform.python_version()} | versions,
        results=results,
        verdicts={name: judge(name, found) for name, found in results.items()},
        seconds={row.name: row.seconds if seconds is None else seconds for row in rows},
    )


def today() -> str:
    """The date."""
    return datetime.now(UTC).date().isoformat()


def machine() -> str:
    """The processor and how many there are of it."""
    return f"{_processor()}, {os.cpu_count()} CPU"


def _processor() -> str:
    """The name of the processor, if the system tells."""
    info = Path("/proc/cpuinfo")
    lines = info.read_text(encoding="utf-8").splitlines() if info.exists() else []
    names = (line.partition(":")[2].strip() for line in lines if line.startswith("model name"))
    return next(names, platform.processor() or platform.machine())


def as_json(report: Report) -> dict[str, object]:
    """The report as data: each row with its verdict and every case."""
    return {
        "when": report.when,
        "machine": report.machine,
        "versions": report.versions,
        "workers": WORKERS,
        "rows": [
            {
                "row": name,
                "seconds": report.seconds[name],
                "reached": verdict.reached,
                "cells": {
                    solver: {key: value for _, values in said for key, value in values.items()}
                    for solver, said in verdict.cells.items()
                },
                "cases": [asdict(each) for each in report.results[name]],
            }
            for name, verdict in report.verdicts.items()
        ],
    }


def markdown(report: Report, language: Language) -> str:
    """The table, under a line with date, machine and versions."""
    columns = (OURS, *PEERS)
    head = [say(f"bench-{name}", language) for name in ("work", "reach", *columns, "reached")]
    rows = [head, ["---"] * len(head)]
    for name, verdict in report.verdicts.items():
        cells = [_cell(verdict.cells.get(column, ()), language) for column in columns]
        row = [say(f"bench-{kind}-{name}", language) for kind in ("row", "reach")]
        yes = say("bench-yes" if verdict.reached else "bench-no", language)
        rows.append([*row, *cells, yes])
    versions = ", ".join(f"{name} {number}" for name, number in report.versions.items())
    values = {"when": report.when, "machine": report.machine, "versions": versions}
    title = say("bench-title", language, workers=WORKERS, **values)
    return "\n".join([title, "", *(f"| {' | '.join(row)} |" for row in rows)])


def _cell(said: Sequence[Said], language: Language) -> str:
    return "; ".join(say(key, language, **values) for key, values in said) or "–"
