"""A plan in a file or a stream -> Problem. What kinds of files there are, and what their tables and
texts say, is known to `intake/`.

A CSV file holds the tasks. A workbook holds them on its first sheet, or on the one called `tasks`,
and may have sheets for `resources`, `calendars` and the `plan` as a whole. JSON is as `whyflow plan
--schema` describes it.
"""

from pathlib import Path
from typing import BinaryIO

from tools.intake.plain import is_json, is_own, json_of
from tools.intake.taken import Taken
from tools.plan import Problem, Schedule
from tools.record import PlanError

__all__ = [
    "MAX_BYTES",
    "read_data",
    "read_problem",
    "read_schedule",
    "take_file",
    "take_stream",
]

MAX_BYTES = 10_000_000
MAX_SCHEDULE = 10 * MAX_BYTES
"""Bytes of a plan: as JSON with indents it is longer than what it plans."""


def take_file(path: Path, time_zone: str | None = None) -> Taken:
    """What a file holds: a plan, or words for whoever reads prose.

    Args:
        time_zone: whose clock it is where a table has dates and no start; None: it needs one.

    Raises:
        PlanError: no such file, not one that can be read, or a plan that is not possible as asked.
    """
    return _taken(_bytes(path, MAX_BYTES), path.suffix.lower(), path.name, time_zone)


def read_problem(path: Path) -> Problem:
    """The problem in a file.

    Raises:
        PlanError: no such file, not a plan, or one that cannot be planned as asked.
    """
    return read_data(_bytes(path, MAX_BYTES), path.suffix.lower(), path.name)


def take_stream(stream: BinaryIO, time_zone: str | None = None) -> Taken:
    """What a stream holds, such as standard input: a plan in JSON or CSV, with what was not read.

    Args:
        time_zone: as for `take_file`.

    Raises:
        PlanError: too much, not a plan, or one that cannot be planned as asked.
    """
    taken = _taken(_all_of(stream), "", "-", time_zone)
    _planned(taken, "-")
    return taken


def _all_of(stream: BinaryIO) -> bytes:
    data = stream.read(MAX_BYTES + 1)
    if len(data) > MAX_BYTES:
        limit = MAX_BYTES // 1_000_000
        raise PlanError("file-too-large", file="-", size=f"{limit}+", limit=limit)
    return data


def read_schedule(path: Path) -> Schedule:
    """The plan in a JSON file, as `whyflow plan --json` prints it.

    Raises:
        PlanError: no such file, or not a plan.
    """
    return Schedule.read(json_of(_bytes(path, MAX_SCHEDULE), path.name))


def _bytes(path: Path, limit: int) -> bytes:
    try:
        size = path.stat().st_size
        data = path.read_bytes() if size <= limit else None
    except OSError as error:
        raise PlanError("file-missing", file=path.name) from error
    if data is None:
        size, limit = round(size / 1e6), limit // 1_000_000
        raise PlanError("file-too-large", file=path.name, size=size, limit=limit)
    return data


def read_data(data: bytes, kind: str, name: str, time_zone: str | None = None) -> Problem:
    """The problem in `data`.

    Args:
        kind: one of `intake.inputs.KINDS`; empty to tell JSON from CSV by its beginning.
        name: what to call it in errors.
        time_zone: as for `take_file`.

    Raises:
        PlanError: it holds no plan, or one that is not possible as asked.
    """
    return _planned(_taken(data, kind, name, time_zone), name)


def _planned(taken: Taken, name: str) -> Problem:
    if taken.problem is None:
        raise PlanError("file-no-table", file=name)
    return taken.problem


def _taken(data: bytes, kind: str, name: str, time_zone: str | None) -> Taken:
    if is_json(data, kind) and is_own(value := json_of(data, name)):
        return Taken(Problem.read(value))
    from tools.intake.inputs import take  # what tables and words need takes long to import
    from tools.prose.clock import soon

    return take(data, kind, name, soon(time_zone) if time_zone else None)
