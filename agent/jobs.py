"""Plans that programs ask for: solved one after another behind the request, watched, cancelled, and
kept for a while. In memory: a plan that should outlive the process belongs to a conversation.
"""

import secrets
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor, wait
from typing import Literal

from tools.phrases import SayableError
from tools.plan import Problem, Schedule
from tools.solver.progress import Progress

Tell = Callable[[Progress], None]
Cancelled = Callable[[], bool]
Solve = Callable[[Tell, Cancelled], Schedule]
Status = Literal["queued", "running", "done", "failed"]

AT_ONCE = 1
"""Solves at a time; each takes all the threads that the solver has."""
WAITING = 20
"""Plans of one person that are not done."""
KEPT_SECONDS = 3600.0
MOST = 500
"""Plans that are kept, the latest."""
BEAT = 15.0
"""Seconds after which somebody who watches hears that it still goes on."""


class Job:
    """One plan that was asked for."""

    def __init__(self, owner: str, problem: Problem) -> None:
        self.id = secrets.token_urlsafe(16)
        self.owner, self.problem = owner, problem
        self.progress: Progress | None = None
        self.result: Future[Schedule] = Future()
        self._began, self._ended = time.monotonic(), 0.0
        self._cancelled = threading.Event()
        self._changed = threading.Condition()

    def run(self, solve: Solve) -> Schedule:
        return solve(self._tell, self._cancelled.is_set)

    @property
    def over(self) -> bool:
        return self.result.done()

    @property
    def status(self) -> Status:
        if self.over:
            return "failed" if self.result.exception() else "done"
        return "running" if self.result.running() else "queued"

    @property
    def seconds(self) -> float:
        """Since it was asked for, until it was over."""
        return (self._ended or time.monotonic()) - self._began

    @property
    def age(self) -> float:
        """Seconds since it was over; 0 while it is not."""
        return time.monotonic() - self._ended if self._ended else 0.0

    def wait(self, seconds: float) -> None:
        """Until it is over, at the longest so many seconds."""
        wait([self.result], seconds)

    def cancel(self) -> None:
        """Ends with the best plan so far."""
        self._cancelled.set()

    def news(self, beat: float = BEAT) -> Iterator[Progress | None]:
        """How far it is, whenever that changes, until it is over; None after `beat` seconds
        without news."""
        seen = None
        while not self.over:
            with self._changed:
                self._changed.wait_for(lambda seen=seen: self._is_new(seen), beat)  # type: ignore[misc]
                new = self.progress
            if not self.over or new is not seen:
                yield new if new is not seen else None
            seen = new

    def ended(self, result: "Future[Schedule]") -> None:
        """Called once it is over."""
        self._ended = time.monotonic()
        with self._changed:
            self._changed.notify_all()

    def _is_new(self, seen: Progress | None) -> bool:
        return self.over or self.progress is not seen

    def _tell(self, progress: Progress) -> None:
        with self._changed:
            self.progress = progress
            self._changed.notify_all()


class Jobs:
    """The plans of all programs."""

    def __init__(
        self, at_once: int = AT_ONCE, solved: Callable[[float, str], object] = lambda *_: None
    ) -> None:
        """
        Args:
            solved: hears of each plan how many seconds it took, and its status.
        """
        self._jobs: dict[str, Job] = {}
        self._lock = threading.Lock()
        self._solved = solved
        self._pool = ThreadPoolExecutor(at_once, thread_name_prefix="plan")

    def start(self, owner: str, problem: Problem, solve: Solve) -> Job:
        """
        Args:
            owner: who asks; nobody else will find it.

        Raises:
            SayableError: this person has too many plans that are not done.
        """
        job = Job(owner, problem)
        with self._lock:
            self._forget()
            waiting = sum(each.owner == owner and not each.over for each in self._jobs.values())
            if waiting >= WAITING:
                raise SayableError("api-many-plans", count=waiting)
            self._jobs[job.id] = job
            job.result = self._pool.submit(self._run, job, solve)
        job.result.add_done_callback(job.ended)
        return job

    def find(self, id: str, owner: str) -> Job | None:
        """The plan, if it is this person's own and still kept."""
        job = self._jobs.get(id)
        return job if job and job.owner == owner else None

    def _run(self, job: Job, solve: Solve) -> Schedule:
        schedule = job.run(solve)
        self._solved(schedule.seconds, schedule.status)
        return schedule

    def close(self) -> None:
        """Nothing more is solved."""
        with self._lock:
            for job in self._jobs.values():
                job.cancel()
        self._pool.shutdown(cancel_futures=True)

    def _forget(self) -> None:
        """Those that were over long ago, and the oldest of too many."""
        over = [job for job in self._jobs.values() if job.over]
        old = [job for job in over if job.age > KEPT_SECONDS]
        for job in {*old, *over[: max(0, len(self._jobs) - MOST)]}:
            del self._jobs[job.id]
