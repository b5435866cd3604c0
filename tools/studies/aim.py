"""What is to be in time: how soon it can be, and whether that is soon enough."""

from dataclasses import dataclass

from tools.contradictions.edits import replaced
from tools.plan import Goal, Problem, Schedule, Task
from tools.reasons.floor import earliest_end, floor
from tools.solver.progress import Progress
from tools.studies.clock import Clock
from tools.studies.plans import least_end


@dataclass(frozen=True)
class Aim:
    """What is to have ended by a minute."""

    minute: int
    task: str | None = None
    """None: everything."""

    @property
    def goal(self) -> Goal:
        """What an early end makes small."""
        return "makespan" if self.task is None else "tardiness"

    def end(self, plan: Schedule) -> int:
        """When it ends in a plan."""
        return plan.makespan if self.task is None else plan.by_task[self.task].end

    def met(self, plan: Schedule) -> bool:
        return plan.planned and self.end(plan) <= self.minute

    def _floor(self, problem: Problem, known: Schedule) -> int:
        """What it cannot end before, known without solving; 0 if nothing is known."""
        if self.task is not None:
            return earliest_end(problem, known, self.task)
        least = floor(problem, known)
        return least.minutes if least is not None else 0

    def quickest(self, problem: Problem, known: Schedule, clock: Clock) -> tuple[Schedule, int]:
        """A plan for nothing but an early end, and the minute before which it is proved that none
        ends; 0 if nothing is known."""
        return self._proved(clock.solve(self._eager(problem), self.goal, hint=known))

    def tried(self, problem: Problem, known: Schedule, clock: Clock) -> tuple[Schedule, int]:
        """As `quickest`, but no further than to know whether it can be in time; without a plan
        where the longest chain or the work of some resource says that it cannot."""
        if self._floor(problem, known) > self.minute:
            return Schedule(status="unknown"), self.minute + 1

        def known_by(said: Progress) -> bool:
            met = said.value is not None and said.value <= self.minute
            late = said.bound is not None and said.bound > self.minute
            return said.goal == self.goal and (met or late)

        plan = clock.solve(self._eager(problem), self.goal, enough=known_by, hint=known)
        return self._proved(plan)

    def _eager(self, problem: Problem) -> Problem:
        """Due at the start, and nothing else due at any time: its lateness is when it ends."""
        if self.task is None:
            return problem
        tasks = [each.model_dump() | {"due": None} for each in problem.tasks]
        for each in tasks:
            if each["name"] == self.task:
                each |= {"due": 0, "priority": 1, "value": None}
        return Problem.read(problem.model_dump() | {"tasks": tasks})

    def _proved(self, plan: Schedule) -> tuple[Schedule, int]:
        if self.task is None:
            return plan, least_end(plan)
        return plan, (plan.bound or 0) if plan.planned and plan.goal == self.goal else 0

    def required(self, problem: Problem) -> Problem:
        """The problem in which all that it is about, and has not ended, must be in time; unchecked,
        since a start that is fixed after that contradicts it."""
        tasks = (replaced(task, **self._rule(task)) for task in problem.tasks)
        return replaced(problem, tasks=tuple(tasks))

    def _rule(self, task: Task) -> dict[str, int | None]:
        if task.ended is not None or self.task not in (None, task.name):
            return {}
        limits = [each for each in (task.deadline, self.minute) if each is not None]
        done: dict[str, int | None] = {"value": None} if task.name == self.task else {}
        return done | {"deadline": min(limits)}
