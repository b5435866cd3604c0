"""A scripted stand-in for `agent.assistant.Assistant`: same shape, no language model, no solver.

It plans by starting each task as soon as its predecessors are done and its resources are free. What
it answers depends on one word of the message: `plan`, `what if`, `document`, `break`.
"""

import socket
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import replace
from datetime import datetime
from threading import Event, Thread

import uvicorn
from hashing import Hashing

from agent.audit import Audit
from agent.chats import Chats
from agent.handing import Handing
from agent.steps import Called, Finished, Message, Returned, Said, Snapshot, Step, Thinking, Waiting
from agent.turns import Turn, Turns
from knowledge.feedback import Feedback
from knowledge.passage import Passage
from knowledge.templates.store import Templates
from tools.person import SOMEBODY, Person
from tools.phrases import Language, say
from tools.plan import Assignment, Assumption, Problem, Resource, Schedule, Task
from tools.pointing import Pointed
from tools.prose.clock import Clock
from tools.reasons.records import Explanation, Why
from tools.replies.desk import Desk
from tools.replies.handovers import Handovers
from tools.solver.progress import Progress

ATTACK = '<img src=x onerror="window.hacked=1"><script>window.hacked=1</script>'
WHOLE = (
    f"# Damaged goods\n\nBefore.\n\nTake a photo first. {ATTACK}\n\n![p](http://example.com/p.png)"
)


def problem(attack: str = "") -> Problem:
    return Problem(
        tasks=(
            Task(name=f"Inspect{attack}", duration=30, demands={"Ann": 1}, priority=2),
            Task(
                name="打包并贴标签",
                duration=60,
                demands={"Ann": 1, "people": 2},
                after=(f"Inspect{attack}",),
                due=80,
            ),
            Task(name="Call the customer", duration=15, demands={"people": 1}, deadline=240),
        ),
        resources=(Resource(name="Ann", capacity=1), Resource(name="people", capacity=2)),
        assumed=(
            Assumption(field="duration", task="Call the customer"),
            Assumption(field="capacity", resource="people"),
        ),
    )


def plan(wanted: Problem) -> Schedule:
    """Serial: in the order of the list, each as early as its predecessors and resources allow."""
    free: dict[str, int] = {}
    ends: dict[str, int] = {}
    done = []
    for task in sorted(wanted.tasks, key=lambda task: len(task.after)):
        start = max(
            [
                task.release,
                *(ends.get(name, 0) for name in task.after),
                *(free.get(name, 0) for name in task.demands),
            ]
        )
        ends[task.name] = start + task.duration
        free |= dict.fromkeys(task.demands, ends[task.name])
        done.append(
            Assignment(task=task.name, start=start, end=ends[task.name], resources=task.demands)
        )
    return Schedule(status="optimal", objective=10, bound=10, assignments=tuple(done))


PASSAGE = Passage(
    id="0" * 24,
    text=f"Take a photo first. {ATTACK}",
    title="Damaged goods",
    heading="On arrival",
    source="procedures/damaged.en.md",
    kind="procedure",
    field="retail",
    language="en",
    place=1,
)


class Scripted:
    """Keeps conversations in memory; remembers every call for the tests."""

    def __init__(self, *, ready: bool = True, attack: str = "") -> None:
        self.ready = ready
        self.attack = attack
        self.classify = None
        self.desk = Desk(Templates(None), Feedback(None), Hashing())
        self.chats = Chats(None)
        self.handovers = Handing(Handovers(None), Audit(None))
        self.time_zone = "UTC"
        self.zone_of = lambda person: "UTC"
        self.turning = Turns()
        self.saved: dict[str, Snapshot] = {}
        self.replanned: list[Problem] = []
        self.turns: list[str] = []
        self.asked_by: list[Person] = []
        self.place = 0
        """How many messages are answered before each."""
        self.go_on = Event()  # cleared by a test that wants to look in the middle of a turn
        self.go_on.set()

    def load(self) -> None:
        """There is nothing to load; a test says when it is ready."""

    def snapshot(self, session: str) -> Snapshot:
        return self.saved.get(session, Snapshot())

    def refusal(self, text: str, language: Language) -> str | None:
        if not text.strip():
            return say("message-empty", language)
        if len(text) > 4000:
            return say("message-too-long", language, count=len(text), limit=4000)
        return None

    def clock(self) -> Clock:
        return Clock(datetime(2026, 11, 24, 8))

    def find(self, question: str, *_: object, **chosen: object) -> list[Passage]:
        """There are no procedures."""
        return []

    def running(self, session: str) -> Turn | None:
        return self.turning.of(session)

    def take_back(self, session: str, by: Person = SOMEBODY) -> str:
        *messages, asked, _ = self.snapshot(session).messages
        self._save(session, messages=tuple(messages))
        return asked.text

    def share(self, session: str, person: Person, audiences: Sequence[str]) -> None:
        self.chats.share(session, person, audiences)

    def forget(self, session: str, person: Person) -> None:
        self.chats.forget(session, person)
        self.saved.pop(session, None)

    def passage_text(self, source: str, **_: object) -> str:
        assert source == PASSAGE.source
        return WHOLE

    def replan(
        self, session: str, problem: Problem, *, again: bool = False, by: Person = SOMEBODY
    ) -> Schedule:
        schedule = plan(problem)
        self.replanned.append(problem)
        self._save(session, problem=problem, schedule=schedule, explanation=None)
        return schedule

    def improve(
        self,
        session: str,
        tell: Callable[[Progress], None],
        left: Callable[[], bool],
        by: Person = SOMEBODY,
    ) -> None:
        """Its plans are as good as they get."""

    def accept(self, session: str, by: Person = SOMEBODY) -> bool:
        return False

    def inquire(
        self,
        session: str,
        pointed: Pointed,
        language: Language,
        tell: Callable[[Progress], None],
        left: Callable[[], bool],
        by: Person = SOMEBODY,
    ) -> str:
        now = self.snapshot(session)
        assert now.problem is not None
        task, other, _ = pointed
        now.problem.task(task)
        answer = f"{task} is there." if other is None else f"{task} is not before {other}."
        asked = Message("user", f"pointed at {task}")
        said = Message("assistant", answer)
        self._save(session, messages=(*now.messages, asked, said))
        return answer

    def undo(self, session: str, by: Person = SOMEBODY) -> bool:
        return False

    def redo(self, session: str, by: Person = SOMEBODY) -> bool:
        return False

    def stop(self, session: str) -> None:
        """It plans in no time."""

    def turn(
        self, session: str, text: str, language: Language, person: Person = SOMEBODY
    ) -> Iterator[Step]:
        yield from self.begin(session, text, language, person).steps()

    def begin(self, session: str, text: str, language: Language, person: Person = SOMEBODY) -> Turn:
        self.turns.append(text)
        self.asked_by.append(person)
        if "break" in text:
            raise RuntimeError("scripted")
        self.chats.note(session, person, text, [text])
        turn = Turn(text)
        self.turning.begin(session, turn)
        Thread(target=self._work, args=(session, turn), daemon=True).start()
        return turn

    def _work(self, session: str, turn: Turn) -> None:
        for step in self._steps(session, turn.text):
            turn.put(step)
        self.turning.end(session, turn)

    def _steps(self, session: str, text: str) -> Iterator[Step]:
        if self.place:
            yield Waiting(self.place)
            self.go_on.wait(30)
        yield Thinking()
        call = Called("1", "parse_tasks", {"words": text, "attack": ATTACK})
        yield call
        self.go_on.wait(30)
        back = Returned("1", "parse_tasks", f"3 tasks {ATTACK}\n```\nfence")
        yield back
        answer = f"The plan takes **1 h 30 min**. You said: {text} {self.attack}"
        for start in range(0, len(answer), 12):
            yield Said(answer[start : start + 12])
        self._remember(session, text, answer, call, back)
        yield Finished(answer)

    def _remember(self, session: str, text: str, answer: str, call: Called, back: Returned) -> None:
        before = self.snapshot(session)
        if before.problem is None or "plan" in text:
            wanted = problem(self.attack)
            self._save(session, problem=wanted, schedule=plan(wanted), explanation=None)
        if "what if" in text:
            self._save(session, explanation=_explanation(self.snapshot(session).problem))
        if "document" in text:
            self._save(session, passages=(PASSAGE,))
        said = (Message("user", text), Message("assistant", answer, (call, back)))
        self._save(session, messages=before.messages + said)

    def _save(self, session: str, **values: object) -> None:
        self.saved[session] = replace(self.snapshot(session), **values)


def _explanation(wanted: Problem) -> Explanation:
    other = wanted.replace_task("Call the customer", duration=45)
    why = Why(task="Call the customer", chain=())
    return Explanation(certificate=why, problem=other, alternative=plan(other))


_LEFT: list[int] = []
"""Ports of servers that have ended: what a browser has compiled of one, it knows of the next."""


def _bind(listening: socket.socket) -> int:
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    with suppress(OSError):  # somebody else has it by now
        listening.bind(("127.0.0.1", _LEFT.pop() if _LEFT else 0))
    if not listening.getsockname()[1]:
        listening.bind(("127.0.0.1", 0))
    listening.listen()  # so that whoever is too early waits, and is not turned away
    return listening.getsockname()[1]


@contextmanager
def serving(assistant: Scripted, entrance: object = None) -> Iterator[str]:
    """The address of a running server around `assistant`, into which `entrance` leads; its pages
    are built."""
    from ui.server import build_server

    built = Event()

    def opened() -> Scripted:
        built.set()
        return assistant

    with socket.socket() as listening:
        port = _bind(listening)
        server = uvicorn.Server(
            uvicorn.Config(
                build_server(opened, entrance),
                log_level="error",
                timeout_graceful_shutdown=1,
                ws="none",
            )
        )
        thread = Thread(target=server.run, args=([listening],))
        thread.start()
        try:
            assert built.wait(120)
            yield f"http://127.0.0.1:{port}"
        finally:
            server.should_exit = True
            thread.join(20)
            _LEFT.append(port)
