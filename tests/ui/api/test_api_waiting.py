"""A caller who leaves keeps no solver at work."""

import asyncio
from typing import Any

from loops import run
from starlette.requests import Request

from agent.audit import Audit
from agent.jobs import Jobs
from tools.person import Person
from tools.plan import Problem
from tools.solver import solve
from ui.api.caller import Service
from ui.api.plans import told_what_if
from ui.api.shapes import WhatIfWish
from ui.api.waiting import while_there
from ui.opening import Opening


def asked(*messages: dict[str, str], work: Any) -> Any:
    """What `work` gives to a caller from whom these messages come, and then none."""
    coming = list(messages)

    async def receive() -> dict[str, str]:
        if not coming:
            await asyncio.Event().wait()
        return coming.pop(0)

    return run(while_there(Request({"type": "http"}, receive), work))


def test_work_hears_that_its_caller_has_gone():
    def until_gone(cancelled: Any) -> bool:
        return any(cancelled() for _ in range(10**8))

    assert asked({"type": "http.request"}, {"type": "http.disconnect"}, work=until_gone)


def test_whoever_stays_has_the_answer():
    assert asked(work=lambda cancelled: cancelled()) is False


def test_a_study_asks_whether_anybody_still_waits():
    tasks = [{"name": f"t{n}", "duration": 30 + n, "demands": {"people": 1}} for n in range(12)]
    problem, looks = Problem.read({"tasks": tasks, "resources": [{"name": "people"}]}), []
    service = Service(Opening(lambda: None, Audit(None)), Jobs())
    job = service.jobs.start("ann", problem, lambda *_: solve(problem, time_limit_seconds=0.1))
    job.result.result()

    def left() -> bool:
        looks.append(1)
        return True

    wish = WhatIfWish(change="t1 takes 3 hours")
    assert told_what_if(job.id, wish, Person("ann"), service, left).answer
    assert looks
    service.jobs.close()
