"""Judges links minute by minute, by the judge's rules and clock; it shares nothing with
`tools/reasons/` but the records."""

from collections.abc import Iterator

from tools.plan import Assignment
from tools.reasons.links import Link
from ui.eval.judge.past import present
from ui.eval.judge.shown import Shown

BOUNDS = ("release", "now")
ENDS = ("fact", "fixed", "start")


class Claims(Shown):
    """What links say of one plan, against what it shows."""

    def untrue(self, link: Link) -> list[str]:
        """What a link claims that the plan does not show; empty if it is a fact."""
        mine = self.schedule.by_task[link.task]
        found = [] if (link.start, link.end) == (mine.start, mine.end) else ["its times"]
        if link.cause not in ENDS:
            assert link.tried is not None
            assert link.tried < link.start
        return found + list(getattr(self, f"_{link.cause}")(link, mine))

    # Causes, each with what it claims

    def _fact(self, link: Link, mine: Assignment) -> Iterator[str]:
        if self.problem.task(link.task).started != link.start:
            yield "that it has started"

    def _fixed(self, link: Link, mine: Assignment) -> Iterator[str]:
        if self.problem.task(link.task).fixed != link.start:
            yield "that it is fixed"

    def _start(self, link: Link, mine: Assignment) -> Iterator[str]:
        if link.start != 0:
            yield "that the plan begins"

    def _release(self, link: Link, mine: Assignment) -> Iterator[str]:
        if self.problem.task(link.task).release != link.tried + 1:
            yield "its release"

    def _now(self, link: Link, mine: Assignment) -> Iterator[str]:
        if present(self.problem) != link.tried + 1:
            yield "now"

    def _predecessor(self, link: Link, mine: Assignment) -> Iterator[str]:
        said = self.problem.task(link.task).predecessors
        if not link.blockers:
            yield "no predecessor"
        for name in link.blockers:
            if not any((s.task, s.kind, s.lag) == (name, link.kind, link.lag) for s in said):
                yield f"a link to {name}"
            other = self.schedule.by_task[name]
            bound = other.start if link.kind == "start-start" else other.end
            if bound + link.lag != link.until:
                yield f"when {name} allows it"
        late = link.tried
        if link.kind == "finish-finish":
            late = self.placed(mine, link.tried).end
        if late >= link.until:
            yield "that it would be too early"

    def _closed(self, link: Link, mine: Assignment) -> Iterator[str]:
        there = [self.clock.units(link.resource, each) for each in range(link.start)]
        if there[-1] != link.there or link.there >= link.demand or link.until != link.start:
            yield "the units there"
        if set(there[link.since :]) != {link.there}:
            yield "since when"
        if link.demand not in (
            mine.resources[link.resource],
            self.way(mine).demands.get(link.resource),
        ):
            yield "the demand"
        if link.latest is not None:
            if not self.hours_allow(mine, link.latest):
                yield "that the hours allow the latest start"
            if any(self.hours_allow(mine, m) for m in range(link.latest + 1, link.start)):
                yield "that it is the latest start"
        if link.left is not None and link.left != self.longest(mine):
            yield f"that {link.left} were left, not {self.longest(mine)}"

    def _resource(self, link: Link, mine: Assignment) -> Iterator[str]:
        minute = link.until - 1
        there, used = self.clock.units(link.resource, minute), self.used(link, minute)
        if link.free != max(0, there - used) or link.free >= link.demand:
            yield f"{link.free} free, not {there - used}"
        if link.there is not None and link.there != there:
            yield "the units there"
        if link.demand > mine.resources[link.resource]:
            yield "the demand"
        if link.until < self.placed(mine, link.tried).end and self._lacks(link, link.until):
            yield "until when too few are free"
        for name in link.blockers:
            other = self.schedule.by_task[name]
            if not other.start <= minute < other.end or not other.resources.get(link.resource):
                yield f"that {name} held it"
            if link.there is None and other.end > link.start:
                yield f"that {name} gave it back"
        if not link.blockers:
            yield "nobody"
        yield from self.impossible(link, mine)

    def _lacks(self, link: Link, minute: int) -> bool:
        """Too few units are free in a minute; while it pauses, what is closed does not count."""
        there = self.clock.units(link.resource, minute)
        paused = there == 0 and self.problem.task(link.task).pausable
        return there - self.used(link, minute) < link.demand and not paused

    def _setup(self, link: Link, mine: Assignment) -> Iterator[str]:
        first, second = (self.problem.task(name) for name in link.pair)
        said = self.problem.resource[link.resource].setups
        needed = [s.minutes for s in said if (s.before, s.after) == (first.family, second.family)]
        if needed[-1:] != [link.minutes] or link.families != (first.family, second.family):
            yield "the setup"
        plan = self.with_row(self.placed(mine, link.tried)).by_task
        if plan[second.name].start >= plan[first.name].end + link.minutes:
            yield "too little time"
        yield from self.impossible(link, mine)

    def _apart(self, link: Link, mine: Assignment) -> Iterator[str]:
        row = self.placed(mine, link.tried)
        for name in link.blockers:
            one, two = self.problem.task(link.task), self.problem.task(name)
            other = self.schedule.by_task[name]
            if name not in one.apart and link.task not in two.apart:
                yield f"that it must not overlap {name}"
            if row.start >= other.end or other.start >= row.end:
                yield f"that it would overlap {name}"
        yield from self.impossible(link, mine)

    def _skill(self, link: Link, mine: Assignment) -> Iterator[str]:
        needs = self.way(mine).skills
        if link.demand != sum(needs[skill] for skill in link.skills) or link.free >= link.demand:
            yield "how many are needed"
        names = {each.name for skill in link.skills for each in self.problem.skilled[skill]}
        minutes = self.window(link, mine)
        free = {name: self.free(link, mine, name, minutes) for name in names}
        hours = {name: self.free(link, mine, name, minutes, by_hours=True) for name in names}
        if link.free not in (sum(free.values()), sum(hours.values())):
            yield f"how many are free: {free}"
        yield from self._who(link, minutes)
        if link.free == sum(free.values()):
            told = {each.name for each in link.who}
            named, capacity = self.way(mine).demands, self.problem.capacity
            if any(free[n] < capacity[n] - named.get(n, 0) for n in names - told):
                yield "all who are not free"
        yield from self.impossible(link, mine)

    def _mates(self, link: Link, mine: Assignment) -> Iterator[str]:
        one, two = self.problem.task(link.task), self.problem.task(link.mate)
        if link.mate not in one.same_people and link.task not in two.same_people:
            yield "the same people"
        yield from self._who(link, self.window(link, mine))
        if not link.who:
            yield "nobody who is busy"
        yield from self.impossible(link, mine)

    def _who(self, link: Link, minutes: range) -> Iterator[str]:
        for each in link.who:
            if each.task is None:
                there = [self.clock.units(each.name, minute) for minute in minutes]
                if min(there) == self.problem.capacity[each.name]:
                    yield f"that {each.name} is away"
                continue
            other = self.schedule.by_task[each.task]
            held = set(range(other.start, other.end)) & set(minutes)
            if not other.resources.get(each.name) or not held:
                yield f"that {each.name} is busy with {each.task}"

    def _choice(self, link: Link, mine: Assignment) -> Iterator[str]:
        row = self.placed(mine, link.tried)
        own = self.allowed(row)
        if link.others == own or not self.possible(mine, link.tried):
            yield "that it could start then"
        if not link.others:
            change = self.change(row)
            if change is not None and (link.goal, link.effect) != change:
                yield f"what that would do: {change}"

    def _kept(self, link: Link, mine: Assignment) -> Iterator[str]:
        if not self.possible(mine, link.tried):
            yield "that it could start then"

    def impossible(self, link: Link, mine: Assignment) -> Iterator[str]:
        """Nothing but this task moved, and by the hours this is the last start to try."""
        if link.cause != "skill" and not self.hours_allow(mine, link.tried):
            yield "that the hours allow it"
        if self.possible(mine, link.tried):
            yield "that it could not start then"
        if any(self.possible(mine, m) for m in range(max(link.tried, link.start - 20), link.start)):
            yield "that it could not start between"
