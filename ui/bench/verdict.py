"""From the results of a row to what its cells say, and whether the row reached its aim."""

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from ui.bench.case import BRUTE, CPSAT, OURS, PYJOBSHOP, Result, Run
from ui.bench.large import LARGE, LONG

GRACE = 1.05
"""A solver that is told to stop needs a moment to do so."""

NO_PLAN = 1e15
"""Stands for the value where there is no plan: worse than any."""

Said = tuple[str, Mapping[str, object]]
"""A message and its values."""


@dataclass(frozen=True)
class Verdict:
    """What a row says."""

    reached: bool
    """Nothing measured contradicts the aim; peers that were not asked count as nothing."""
    cells: dict[str, list[Said]] = field(default_factory=dict)
    """By solver."""


def judge(row: str, results: list[Result]) -> Verdict:
    """The verdict on one row."""
    return JUDGES[row](results)


def gap(run: Run, best: int) -> float:
    """How far above the best value, as a share of it; any plan above a best value of 0 counts as
    1, and so does no plan."""
    if run.value is None:
        return 1.0
    return (run.value - best) / best if best else float(run.value > 0)


def mean(values: list[float]) -> float:
    return sum(values) / len(values) if values else 0.0


def _percent(share: float) -> str:
    return f"{100 * share:.2f}"


def _runs(results: list[Result], solver: str) -> list[tuple[Run, int]]:
    """The runs of one solver, each with the best value known."""
    return [(each.runs[solver], each.best) for each in results if each.best is not None]


def _gap(results: list[Result], solver: str) -> float:
    return mean([gap(run, best) for run, best in _runs(results, solver)])


def _gap_cell(results: list[Result], solver: str) -> list[Said]:
    runs = _runs(results, solver)
    values = {
        "gap": _percent(_gap(results, solver)),
        "exact": sum(run.value == best for run, best in runs),
        "proved": sum(run.proved for run, _ in runs),
        "count": len(runs),
    }
    return [("bench-gap", values), *_missing(results, solver)]


def _missing(results: list[Result], solver: str) -> list[Said]:
    count = sum(each.runs[solver].value is None for each in results)
    return [("bench-missing", {"missing": count})] if count else []


def _gap_cells(results: list[Result]) -> dict[str, list[Said]]:
    return {solver: _gap_cell(results, solver) for solver in results[0].runs}


def _j30(results: list[Result]) -> Verdict:
    proved = sum(each.runs[OURS].proved for each in results)
    exact = _gap(results, OURS) == 0
    return Verdict(exact and 48 * proved >= 47 * len(results), _gap_cells(results))


def _j120(results: list[Result]) -> Verdict:
    cells = _gap_cells(results)
    close = _gap(results, OURS) <= 0.012
    if PYJOBSHOP not in cells:
        return Verdict(close, cells)
    above = max(_value(each.runs[OURS]) - _value(each.runs[PYJOBSHOP]) for each in results)
    cells[OURS].append(("bench-above", {"above": f"{above:g}"}))
    return Verdict(close and above <= 1, cells)


def _tardiness(results: list[Result]) -> Verdict:
    return Verdict(_gap(results, OURS) <= 0.003, _gap_cells(results))


def _one(results: list[Result]) -> Verdict:
    cells = _gap_cells(results)
    for solver, said in cells.items():
        slowest = max(each.runs[solver].seconds for each in results)
        said.append(("bench-slowest", {"seconds": f"{slowest:.2f}"}))
    ours = _runs(results, OURS)
    return Verdict(
        all(run.proved and run.value == best and run.seconds <= GRACE for run, best in ours), cells
    )


def _value(run: Run) -> float:
    return NO_PLAN if run.value is None else run.value


def _waiting(results: list[Result]) -> Verdict:
    """Ours against the better of the two that search; the rules are shown and not counted."""
    cells = {peer: _behind(results, peer) for peer in results[0].runs if peer != OURS}
    missing = _missing(results, OURS)
    rivals = [peer for peer in (CPSAT, PYJOBSHOP) if peer in cells]
    if not rivals:
        return Verdict(not missing, cells | {OURS: missing})
    pairs = [
        (each.name, _value(each.runs[OURS]), min(_value(each.runs[peer]) for peer in rivals))
        for each in results
    ]
    hard = [(ours, best) for name, ours, best in pairs if name.startswith("j120")]
    worse = sum(ours > best for _, ours, best in pairs)
    better = sum(ours < best for ours, best in hard)
    values = {"worse": worse, "count": len(pairs), "better": better, "hard": len(hard)}
    cells[OURS] = [("bench-never-worse", values), *missing]
    return Verdict(worse == 0 and 5 * better >= 4 * len(hard) and not missing, cells)


def _behind(results: list[Result], peer: str) -> list[Said]:
    both = [(each.runs[peer], each.runs[OURS].value) for each in results]
    shares = [gap(run, ours) for run, ours in both if ours is not None and run.value is not None]
    return [("bench-behind", {"behind": _percent(mean(shares))}), *_missing(results, peer)]


def _orders(results: list[Result]) -> Verdict:
    equal = sum(each.runs[OURS].value == each.best for each in results)
    ratios = [
        each.runs[BRUTE].seconds / max(each.runs[OURS].seconds, 0.001)
        for each in results
        if each.facts["tasks"] == 9
    ]
    said: list[Said] = [("bench-equal", {"equal": equal, "count": len(results)})]
    if ratios:
        said.append(("bench-faster", {"times": f"{min(ratios):.0f}"}))
    fast = not ratios or min(ratios) >= 100
    return Verdict(equal == len(results) and fast, {OURS: said})


FIRST = dict(zip(LARGE, (0.2, 0.5, 2.0, 8.0), strict=True))
"""Seconds to the first plan, by number of tasks."""
MEMORY_MIB = 2048.0
RE_PLANNED = 3.0
"""Seconds to plan again."""


def _large(results: list[Result]) -> Verdict:
    first: dict[int, float | None] = {}
    for each in results:  # of a size planned twice, the first time
        first.setdefault(int(each.facts["tasks"] or 0), each.facts["first"])
    memory = max(each.facts["memory_mib"] or 0.0 for each in results)
    growth, above = _growth(first), _above(results)
    said: list[Said] = [
        ("bench-first", {"seconds": " / ".join(_seconds(each) for each in first.values())}),
        ("bench-memory", {"memory": f"{memory / 1024:.2f}"}),
    ]
    if growth is not None:
        said.append(("bench-growth", {"growth": f"{growth:.2f}"}))
    if above is not None:
        said.append(("bench-soon", {"above": _percent(above)}))
    said += _missing(results, OURS)
    early = all(each is not None and each <= FIRST[size] for size, each in first.items())
    steady = (growth is None or growth <= 1) and (above is None or above <= 0.05)
    return Verdict(
        early and memory < MEMORY_MIB and steady and not _missing(results, OURS), {OURS: said}
    )


def _seconds(value: float | None) -> str:
    return "-" if value is None else f"{value:.2f}"


def _growth(first: dict[int, float | None]) -> float | None:
    """How much more the time grew than n log n does, from the smallest to the largest size."""
    least, most = min(first), max(first)
    before, after = first[least], first[most]
    if least == most or not before or not after:
        return None
    return (after / before) / ((most * math.log(most)) / (least * math.log(least)))


def _above(results: list[Result]) -> float | None:
    """How far the plan of `LONG` tasks is above that of six times the time."""
    twice = [each.runs[OURS] for each in results if each.facts["tasks"] == LONG]
    if len(twice) < 2 or twice[1].value is None:
        return None
    return gap(twice[0], twice[1].value)


def _stability(results: list[Result]) -> Verdict:
    slowest = max(each.runs[OURS].seconds for each in results)
    moved = [_share(each, "moved", 1.0) for each in results]
    fewest = [_share(each, "fewest", 0.0) for each in results]
    values: dict[str, object] = {
        "seconds": f"{slowest:.2f}",
        "moved": _percent(mean(moved)),
        "most": _percent(max(moved)),
        "fewest": _percent(mean(fewest)),
        "unproved": sum(each.facts["fewest"] is None for each in results),
    }
    few = all(mine <= 0.1 or least > 0.1 for mine, least in zip(moved, fewest, strict=True))
    said: list[Said] = [("bench-stability", values), *_missing(results, OURS)]
    return Verdict(few and slowest <= RE_PLANNED * GRACE, {OURS: said})


def _share(result: Result, fact: str, unknown: float) -> float:
    count = result.facts[fact]
    return unknown if count is None else count / (result.facts["tasks"] or 1)


JUDGES: dict[str, Callable[[list[Result]], Verdict]] = {
    "j30": _j30,
    "j120": _j120,
    "tardiness": _tardiness,
    "one": _one,
    "waiting": _waiting,
    "orders": _orders,
    "large": _large,
    "stability": _stability,
}
