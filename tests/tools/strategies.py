"""Random problems that say all that a problem may say, for hypothesis.

`problems` are of a workshop's size, on real calendars, also across a change of daylight saving;
`small_problems` have so few minutes that `judge.brute` can try them all. Most of them have a plan.
"""

from copy import deepcopy
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from random import Random
from typing import Any

from hypothesis import reject
from hypothesis import strategies as st

from tools.plan import DAYS, Problem, Schedule
from tools.record import PlanError

Data = dict[str, Any]

WHAT = (
    "skills",
    "stock",
    "after",
    "links",
    "alternatives",
    "optional",
    "pausable",
    "calendars",
    "absences",
    "release",
    "due",
    "deadline",
    "fixed",
    "facts",
    "setups",
    "apart",
    "same_people",
    "cost",
)
"""What a problem may say besides tasks, demands and priorities; each at random."""

GOALS = ("waiting", "makespan", "tardiness", "completion", "people", "cost", "balance", "value")

numbers = st.randoms(use_true_random=True)
"""Where the numbers of a problem are from: one draw for all of them takes a fourth of the time of
one for each. Without `use_true_random`, hypothesis can make a failure smaller."""

goal_lists = st.lists(st.sampled_from(GOALS), max_size=3, unique=True).map(tuple)

BEGINNINGS = (
    ("2026-05-08T15:10", "UTC"),
    ("2026-05-04T23:40", "Asia/Shanghai"),
    ("2026-03-29T00:30", "Europe/Berlin"),  # 02:00 becomes 03:00
    ("2026-10-25T00:30", "Europe/Berlin"),  # 03:00 becomes 02:00
    ("2026-10-31T21:05", "America/New_York"),
    ("2026-04-04T22:00", "Australia/Lord_Howe"),  # half an hour back
    ("2026-02-27T09:00", "Asia/Kathmandu"),
)
SUDDEN = (
    ("2026-05-08T08:00", "UTC"),
    ("2026-05-04T23:55", "Asia/Shanghai"),
    ("2026-03-29T01:55", "Europe/Berlin"),
    ("2026-10-25T01:50", "Europe/Berlin"),
    ("2026-10-25T02:52", "Europe/Berlin"),
)
"""Where something happens on the clock within minutes."""
WEEKS: tuple[list[tuple[str, str]], ...] = (
    [("08:00", "12:00"), ("13:00", "17:00")],
    [("06:00", "22:00")],
    [("22:00", "06:00")],
    [("00:00", "02:20"), ("02:50", "24:00")],
    [("00:00", "24:00")],
)


@dataclass(frozen=True)
class Scale:
    """How large the numbers are."""

    longest: int
    """Minutes of the longest task."""
    soon: int
    """Minutes within which releases, absences and the like lie."""
    lags: tuple[int, ...]
    setups: tuple[int, ...]
    beginnings: tuple[tuple[str, str], ...]


WORKSHOP = Scale(100, 240, (0, 15, 60, -10, -45), (0, 10, 30), BEGINNINGS)
TINY = Scale(4, 8, (0, 1, 2, -1, -3), (0, 1, 2), SUDDEN)


@dataclass
class Maker:
    """Draws one problem, field by field, as data."""

    random: Random
    scale: Scale
    tiny: bool
    said: frozenset[str]
    resources: list[Data] = field(default_factory=list)
    problem: Data = field(default_factory=dict)

    def often(self, chance: int = 2) -> bool:
        """True once in `chance`."""
        return self.random.randint(1, chance) == 1

    def among(self, values: Any) -> Any:
        return self.random.choice(values)

    def says(self, what: str, chance: int = 2) -> bool:
        return what in self.said and self.often(chance)

    def minute(self, most: int | None = None) -> int:
        return self.random.randint(0, self.scale.soon if most is None else most)

    def data(self, count: int) -> Data:
        begin, zone = self.among(self.scale.beginnings)
        if "calendars" in self.said:
            self.problem |= {"start": begin, "time_zone": zone, "calendars": self._calendars(begin)}
        self._resources()
        names = [chr(97 + place) for place in range(count)]
        now = self.minute() if "facts" in self.said else 0
        tasks = [self._task(names[:place], name, now) for place, name in enumerate(names)]
        goals = self.random.sample(GOALS, self.random.randint(0, 3))
        whole = {"tasks": tasks, "resources": self.resources, "now": now, "goals": goals}
        return self.problem | whole

    def _calendars(self, begin: str) -> list[Data]:
        return [self._calendar(begin, name) for name in ["day", "night"][: self.among([1, 2])]]

    def _calendar(self, begin: str, name: str) -> Data:
        every = list(DAYS) if self.tiny or self.often() else list(DAYS[:5])
        week = WEEKS[-1] if self.tiny else self.among(WEEKS)
        calendar: Data = {
            "name": name,
            "hours": [{"days": every, "start": start, "end": end} for start, end in week],
        }
        if self.tiny or self.often(3):
            calendar["closed"] = [self._stretch(begin)]
        if self.often(3):
            calendar["extra"] = [self._stretch(begin)]
        if not self.tiny and self.often(4):
            calendar["time_zone"] = self.among(["Europe/Berlin", "Asia/Kathmandu", "UTC"])
        return calendar

    def _stretch(self, begin: str) -> Data:
        start = datetime.fromisoformat(begin) + timedelta(minutes=self.minute())
        end = start + timedelta(minutes=1 + self.minute(self.scale.soon // 2))
        return {"start": start.isoformat("T", "minutes"), "end": end.isoformat("T", "minutes")}

    def _resources(self) -> None:
        together = "same_people" in self.said  # then nobody is one of several
        capacity = 1 if together else self.random.randint(1, 3)
        self._resource({"name": "people", "capacity": capacity})
        if self.often():
            machine: Data = {"name": "machine", "capacity": 1}
            if "setups" in self.said:
                machine["setups"] = [
                    {"before": a, "after": b, "minutes": self.among(self.scale.setups)}
                    for a, b in ("fg", "gf", "ff")
                ]
            self._resource(machine)
        if "skills" in self.said:
            for name in ["ann", "bob", "crew"][: self.among([2, 3])]:
                skills = self.among([["weld"], ["weld", "paint"], ["paint", "weld"], ["paint"]])
                amount = 2 if name == "crew" and not together else 1
                self._resource({"name": name, "capacity": amount, "skills": skills})
        if "stock" in self.said:
            amount = self.random.randint(2, 9)
            self.resources.append({"name": "steel", "kind": "stock", "capacity": amount})
        for each in self.resources if "cost" in self.said else []:
            each["cost"] = self.random.randint(0, 9)

    def _resource(self, data: Data) -> None:
        if self.says("calendars"):
            data["calendar"] = self.among([each["name"] for each in self.problem["calendars"]])
        if self.says("absences", 3):
            start = self.minute()
            absence = {"start": start, "end": start + 1 + self.minute(self.scale.soon // 2)}
            if data["capacity"] > 1 and self.often():
                absence["amount"] = 1
            data["absences"] = [absence]
        self.resources.append(data)

    def _way(self) -> Data:
        way: Data = {"duration": self.random.randint(1, self.scale.longest), "demands": {}}
        for each in self.resources:
            if self.often(6) if each.get("skills") else not self.often(4):
                way["demands"][each["name"]] = self.random.randint(1, each["capacity"])
        able = {"weld": 0, "paint": 0}
        for each in self.resources:
            for skill in each.get("skills", ()):
                able[skill] += each["capacity"]
        way["skills"] = {
            skill: self.random.randint(1, min(2, amount))
            for skill, amount in able.items()
            if amount and self.often()
        }
        return way

    def _task(self, earlier: list[str], name: str, now: int) -> Data:
        task = {"name": name, "priority": self.random.randint(1, 9)} | self._way()
        if self.says("alternatives"):
            task["alternatives"] = [self._way()]
        if self.says("optional", 3):
            task["value"] = self.random.randint(1, 20)
        if self.says("pausable"):
            task["pausable"] = True
        if "setups" in self.said:
            task["family"] = self.among("fg")
        if self.says("facts", 3):
            task["started"] = self.minute(now)
            if self.often():
                task["ended"] = self.random.randint(task["started"], now)
        return task | self._times(now) | self._others(earlier)

    def _times(self, now: int) -> Data:
        times: Data = {}
        soon, longest = self.scale.soon, self.scale.longest
        if self.says("release"):
            times["release"] = self.minute()
        if self.says("due"):
            times["due"] = self.minute(2 * soon)
        if self.says("deadline", 3):
            least = longest if self.often(4) else soon + 2 * longest
            times["deadline"] = least + self.minute(2 * soon)
        if self.says("fixed", 4):
            times["fixed"] = max(now, times.get("release", 0)) + self.minute()
        return times

    def _others(self, earlier: list[str]) -> Data:
        others: Data = {"after": [], "links": [], "apart": [], "same_people": []}
        for name in earlier:
            if self.says("after", 4):
                others["after"].append(name)
            if self.says("links", 3):
                kind = self.among(["finish-start", "start-start", "finish-finish"])
                lag = self.among(self.scale.lags)
                others["links"].append({"task": name, "kind": kind, "lag": lag})
            for what in ("apart", "same_people"):
                if self.says(what, 3):
                    others[what].append(name)
        return others


def problem_data(random: Random, most: int, tiny: bool) -> Data:
    """What may become a problem, as data; more often with many tasks than with few."""
    said = frozenset(what for what in WHAT if random.randint(1, 3) == 1)
    count = max(random.randint(1, most), random.randint(1, most))
    data = Maker(random, TINY if tiny else WORKSHOP, tiny, said).data(count)
    return data | {"tasks": random.sample(data["tasks"], count)}


def _born(data: Data) -> Problem:
    try:
        return Problem.read(data)
    except PlanError:  # said as a sentence at birth; nothing to plan
        return reject()


@st.composite
def _problems(draw: st.DrawFn, most: int, tiny: bool) -> Problem:
    """Not a mapping, which would draw again after bad data: the same problem in several ways."""
    return _born(problem_data(draw(numbers), most, tiny))


def problems(max_tasks: int = 7) -> st.SearchStrategy[Problem]:
    """Workshop problems with any mixture of features."""
    return _problems(max_tasks, tiny=False)


def small_problems(max_tasks: int = 4) -> st.SearchStrategy[Problem]:
    """Problems of a few minutes; whatever changes on its own does so within the first hour."""
    return _problems(max_tasks, tiny=True)


JUNK = (
    *(None, True, -1, 0, 10**30, 0.5, float("nan")),
    *("", "x", "24:61", "Mars/Sea", "a", [], [[]], {}),
)


def _broken(random: Random) -> Data:
    data: Data = problem_data(random, 4, tiny=random.random() < 0.5)
    for _ in range(random.randint(1, 3)):
        place: Any = data
        while True:
            keys = list(place) if isinstance(place, dict) else list(range(len(place)))
            key = random.choice(keys)
            deeper = isinstance(place[key], dict | list) and len(place[key]) > 0
            if not deeper or random.randint(0, 4) == 0:
                break
            place = place[key]
        place[key] = deepcopy(random.choice(JUNK))
    return data


def wild_data() -> st.SearchStrategy[Data]:
    """A problem as data in which up to three values, anywhere, are something else."""
    return numbers.map(_broken)


def later(problem: Problem, plan: Schedule, now: int, late: int) -> Problem:
    """The same problem at minute `now` of its plan: what had started by then has, `late` minutes
    later than planned where that is not yet to come, and what had ended has."""
    tasks = [task.model_dump(exclude_defaults=True) for task in problem.tasks]
    for task in tasks:
        row = plan.by_task.get(task["name"])
        if row is not None and row.start <= now and "started" not in task:
            task["started"] = min(now, row.start + late)
            task |= {"ended": row.end + late} if row.end + late <= now else {}
    data = problem.model_dump(exclude_defaults=True) | {"now": max(now, problem.now)}
    return _born(data | {"tasks": tasks})
