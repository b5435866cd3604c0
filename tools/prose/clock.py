"""When minute 0 of a plan is, and which minute the words for a time mean."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from tools.plan import Problem
from tools.plan.dates import moment_of
from tools.wording.moments import moment


class Clock:
    """When minute 0 of a plan is, for times that a message names."""

    def __init__(self, start: datetime, time_zone: str = "UTC") -> None:
        self.start, self.time_zone = start, time_zone
        task = {"name": "?", "duration": 1}
        self._problem = Problem.read({"tasks": [task], "start": start, "time_zone": time_zone})

    def starting(self, problem: Problem) -> Problem:
        """A problem that has no clock, with this one."""
        when = {"start": self.start, "time_zone": self.time_zone}
        return Problem.read(problem.model_dump() | when)

    @property
    def now(self) -> datetime:
        """Minute 0, aware of its time zone."""
        return moment_of(0, self._problem)

    def date(self, words: str, *, end: bool) -> datetime | None:
        """The date and time that `words` mean; of a whole day its end, or its beginning."""
        minute = self.minute(words, end=end)
        return None if minute is None else moment_of(minute, self._problem)

    def minute(self, words: str, *, end: bool) -> int | None:
        """The minute that `words` mean; of a whole day its end, or its beginning."""
        found = moment(words, self._problem)
        if found is None:
            return None
        whole_day = end and found.last > found.first and not words.startswith("before ")
        minute = found.last + 1 if whole_day else found.first
        return minute if minute >= 0 else None


def soon(time_zone: str) -> Clock:
    """A clock that starts at the next full quarter of an hour."""
    now = datetime.now(ZoneInfo(time_zone)).replace(tzinfo=None, second=0, microsecond=0)
    return Clock(now + timedelta(minutes=-now.minute % 15), time_zone)
