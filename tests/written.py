"""Random problems in which everything is said that a problem may say, for whatever writes problems
down and reads them again."""

from datetime import datetime, timedelta

from hypothesis import assume
from hypothesis import strategies as st

from tools.plan import DAYS, PEOPLE, Problem
from tools.plan.task import LinkKind
from tools.record import PlanError

ZONES = ["UTC", "Europe/Berlin", "Asia/Shanghai", "America/Sao_Paulo", "Australia/Lord_Howe"]
TASKS = ["Weld", "Weld SS", "cut - trim", "打包", "Clean, dry", "Paint + 2", "a", "“b”"]
RESOURCES = [PEOPLE, "press", "press × 2", "Ann", "王芳", "steel; rods", "weld"]
SKILLS = ["weld", "护理", "fork lift", "Ann"]
FAMILIES = ["red", "blue 2", "green-ish"]
REASONS = ["", "Christmas", "2 days off", "(fair) hall 3", "12:00 lunch", "× 3"]
KINDS = list(LinkKind.__args__)

minutes = st.integers(0, 60_000)
starts = st.datetimes(datetime(2024, 1, 1), datetime(2030, 1, 1)).map(
    lambda moment: moment.replace(second=0, microsecond=0)
)
dates = st.dates(datetime(2024, 1, 1).date(), datetime(2030, 1, 1).date())


@st.composite
def written_problems(draw: st.DrawFn) -> Problem:
    """A problem of any shape; with calendars and dates only if it has a start."""
    start = draw(starts) if draw(st.integers(0, 3)) else None
    calendars = draw(st.lists(_calendars(), max_size=2, unique_by=_name)) if start else []
    resources = draw(st.lists(_resources(calendars), max_size=4, unique_by=_name))
    names = draw(st.lists(st.sampled_from(TASKS), min_size=1, max_size=5, unique=True))
    tasks = [draw(_tasks(name, names[:place], resources)) for place, name in enumerate(names)]
    data = {
        "tasks": tasks,
        "resources": resources,
        "calendars": calendars,
        "start": start,
        "time_zone": draw(st.sampled_from(ZONES)),
        "now": draw(st.just(0) | minutes),
        "stability": draw(st.none() | st.integers(0, 99)),
        "goals": draw(st.lists(st.sampled_from(["tardiness", "cost", "people"]), unique=True)),
    }
    try:
        return Problem.read(data)
    except PlanError:  # a slip of chance, such as work longer than any shift
        assume(False)
        raise


def _name(record: dict[str, object]) -> object:
    return record["name"]


@st.composite
def _calendars(draw: st.DrawFn) -> dict[str, object]:
    hours = []
    for days in draw(st.lists(st.sets(st.sampled_from(DAYS), min_size=1), max_size=2)):
        free = set(days) - {day for entry in hours for day in entry["days"]}
        if free:
            hours.append({"days": sorted(free), "start": "08:00", "end": "12:30"})
            hours.append({"days": sorted(free), "start": "13:00", "end": "22:00"})
    return {
        "name": draw(st.sampled_from(["day", "夜班", "shop, early"])),
        "hours": hours,
        "closed": draw(st.lists(_stretches(), max_size=2)),
        "extra": draw(st.lists(_stretches(), max_size=2)),
        "time_zone": draw(st.none() | st.sampled_from(ZONES)),
    }


@st.composite
def _stretches(draw: st.DrawFn) -> dict[str, object]:
    first = draw(dates)
    last = first + timedelta(days=draw(st.integers(0, 9)))
    start, end = draw(
        st.sampled_from(
            [
                (f"{first}", None),
                (f"{first}", f"{last}"),
                (f"{first}T13:00", None),
                (f"{first}T13:00", f"{last}T17:30"),
                (f"{first}T13:00", f"{last}"),
            ]
        )
    )
    return {"start": start, "end": end, "reason": draw(st.sampled_from(REASONS))}


@st.composite
def _absences(draw: st.DrawFn) -> dict[str, object]:
    start = draw(minutes)
    return {
        "start": start,
        "end": start + draw(st.integers(1, 5000)),
        "amount": draw(st.none() | st.integers(1, 3)),
        "reason": draw(st.sampled_from(REASONS)),
    }


@st.composite
def _resources(draw: st.DrawFn, calendars: list[dict[str, object]]) -> dict[str, object]:
    resource: dict[str, object] = {
        "name": draw(st.sampled_from(RESOURCES)),
        "capacity": draw(st.integers(1, 4)),
        "kind": draw(st.none() | st.sampled_from(["people", "equipment", "stock"])),
        "cost": draw(st.sampled_from([0, 0, 30])),
    }
    if resource["kind"] == "stock":
        return resource
    resource["skills"] = draw(st.lists(st.sampled_from(SKILLS), max_size=2, unique=True))
    resource["absences"] = draw(st.lists(_absences(), max_size=2))
    if calendars:
        resource["calendar"] = draw(
            st.none() | st.sampled_from([each["name"] for each in calendars])
        )
    if draw(st.booleans()) and not resource["skills"]:
        resource["capacity"] = 1
        family = st.sampled_from(FAMILIES)
        setup = st.fixed_dictionaries({"before": family, "after": family, "minutes": minutes})
        resource["setups"] = draw(st.lists(setup, max_size=2))
    return resource


@st.composite
def _ways(draw: st.DrawFn, resources: list[dict[str, object]]) -> dict[str, object]:
    chosen = (
        draw(st.lists(st.sampled_from(resources), max_size=2, unique_by=_name)) if resources else []
    )
    able = sorted({skill for each in resources for skill in each.get("skills", ())})
    skills = draw(st.lists(st.sampled_from(able), max_size=1)) if able else []
    return {
        "duration": draw(st.integers(1, 300)),
        "demands": {each["name"]: draw(st.integers(1, each["capacity"])) for each in chosen},
        "skills": dict.fromkeys(skills, 1),
    }


@st.composite
def _tasks(
    draw: st.DrawFn, name: str, earlier: list[str], resources: list[dict[str, object]]
) -> dict[str, object]:
    some = st.lists(st.sampled_from(earlier), max_size=2, unique=True) if earlier else st.just([])
    task = draw(_ways(resources)) | {
        "name": name,
        "alternatives": draw(st.lists(_ways(resources), max_size=2)),
        "priority": draw(st.integers(1, 9)),
        "after": draw(some),
        "links": [
            {"task": other, "kind": draw(st.sampled_from(KINDS)), "lag": draw(st.integers(-90, 90))}
            for other in draw(some)
        ],
        "pausable": draw(st.booleans()),
        "family": draw(st.none() | st.sampled_from(FAMILIES)),
        "apart": draw(some),
        "same_people": draw(some),
        "value": draw(st.none() | st.integers(1, 99)),
    }
    for field in ("release", "due", "deadline", "fixed", "started"):
        if not draw(st.integers(0, 3)):
            task[field] = draw(minutes)
    if "started" in task and draw(st.booleans()):
        task["ended"] = task["started"] + draw(st.integers(0, 600))
    return task
