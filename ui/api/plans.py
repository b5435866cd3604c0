"""Plans over REST: asked for, watched by server-sent events, cancelled, and asked about."""

from collections.abc import Iterator
from functools import partial

from fastapi import APIRouter, Request, Response
from fastapi.responses import StreamingResponse

from agent.jobs import Job
from knowledge.language import language_of
from tools.explain import answer, answered
from tools.meaning import Meaning
from tools.optimise import optimise
from tools.person import Person
from tools.phrases import Language, SayableError, say
from tools.plan import Problem, Schedule
from tools.question import Question
from tools.reasons.records import Explanation
from tools.solver.begun import begun
from tools.studies.clock import Budget
from tools.telling import tell_explanation
from ui.api.caller import Planner, Served, Service, Spoken, note
from ui.api.errors import NotFound
from ui.api.shapes import EVENTS, Answer, Plan, PlanWish, WhatIfWish, WhyWish
from ui.api.waiting import Cancelled, while_there
from ui.edge import report

STUDY_SECONDS = 10.0
"""For one question about a plan."""
STREAM = {
    200: {
        "description": "`progress` events (a `Progress`), comments meanwhile, at last one `plan` "
        "event (a `Plan`)",
        "content": EVENTS,
    }
}
router = APIRouter(prefix="/plans", tags=["plans"])


@router.post("", status_code=202)
def ask_for_plan(wish: PlanWish, caller: Planner, service: Served, language: Spoken) -> Plan:
    """Plan a problem. The plan is made behind the request: `GET /plans/{id}` or its events tell how
    far it is; with `wait_seconds` the answer waits for it."""
    solve = partial(
        optimise,
        wish.problem,
        wish.goals or None,
        before=wish.before,
        stability=wish.stability,
        time_limit_seconds=wish.time_limit_seconds,
        workers=wish.workers,
        seed=wish.seed,
    )
    job = service.jobs.start(
        caller.id,
        begun(wish.problem, wish.before),
        lambda tell, cancelled: solve(tell=tell, cancelled=cancelled),
    )
    told = {"tasks": len(wish.problem.tasks), "goals": wish.goals}
    note(service, caller, "plan_tasks", job.id, **told)
    if wish.wait_seconds:
        job.wait(wish.wait_seconds)
    return shown(job, language)


@router.get("/{id}")
def plan(id: str, caller: Planner, service: Served, language: Spoken) -> Plan:
    """How far a plan is, and the schedule once it is done."""
    return shown(_job(service, id, caller.id), language)


@router.get("/{id}/events", response_class=StreamingResponse, responses=STREAM)
def watch_plan(id: str, caller: Planner, service: Served, language: Spoken) -> StreamingResponse:
    """Server-sent events until the plan is done."""
    job = _job(service, id, caller.id)

    def events() -> Iterator[str]:
        for progress in job.news():
            yield event("progress", progress.model_dump_json()) if progress else ": waiting\n\n"
        yield event("plan", shown(job, language).model_dump_json())

    return StreamingResponse(events(), media_type="text/event-stream")


@router.delete("/{id}", status_code=204)
def cancel_plan(id: str, caller: Planner, service: Served) -> Response:
    """End the solve; the best plan so far stays."""
    _job(service, id, caller.id).cancel()
    return Response(status_code=204)


@router.post("/{id}/why")
async def why(
    id: str,
    wish: WhyWish,
    request: Request,
    caller: Planner,
    service: Served,
    language: Spoken,
) -> Answer:
    """Why the plan is as it is: a question in words, or `task`, or `task` and `before`."""
    work = partial(told_why, id, wish, caller, service, language)
    return await while_there(request, work)


@router.post("/{id}/what-if")
async def what_if(
    id: str,
    wish: WhatIfWish,
    request: Request,
    caller: Planner,
    service: Served,
) -> Answer:
    """What would be different if something were: before and after."""
    return await while_there(request, partial(told_what_if, id, wish, caller, service))


def told_why(
    id: str,
    wish: WhyWish,
    caller: Person,
    service: Service,
    language: Language,
    cancelled: Cancelled | None = None,
) -> Answer:
    """`why`, for REST and MCP."""
    problem, schedule = _solved(_job(service, id, caller.id))
    told = {"question": wish.question, "task": wish.task, "before": wish.before}
    note(service, caller, "explain_plan", id, **told)
    budget = Budget(STUDY_SECONDS, cancelled=cancelled)
    if wish.question:
        question = Question(wish.question, wish.task, classify=service.opening.classify)
        found = answer(problem, schedule, question, budget)
    else:
        found = answered(problem, schedule, _pointed(wish, problem), budget)
    spoken = wish.language or (language_of(wish.question) if wish.question else language)
    return _told(problem, found, spoken)


def told_what_if(
    id: str,
    wish: WhatIfWish,
    caller: Person,
    service: Service,
    cancelled: Cancelled | None = None,
) -> Answer:
    """`what_if`, for REST and MCP."""
    problem, schedule = _solved(_job(service, id, caller.id))
    note(service, caller, "what_if", id, change=wish.change)
    classify = service.opening.classify
    question = Question(wish.change, change=wish.change, group="what_if", classify=classify)
    found = answer(problem, schedule, question, Budget(STUDY_SECONDS, cancelled=cancelled))
    return _told(problem, found, wish.language or language_of(wish.change))


def shown(job: Job, language: Language) -> Plan:
    """A plan as programs see it."""
    schedule = job.result.result() if job.status == "done" else None
    error = job.result.exception() if job.status == "failed" else None
    return Plan(
        id=job.id,
        status=job.status,
        seconds=round(job.seconds, 3),
        progress=job.progress,
        schedule=schedule,
        trouble=_said(error, language) if error else "",
    )


def event(name: str, data: str) -> str:
    """One server-sent event; JSON holds no line breaks."""
    return f"event: {name}\ndata: {data}\n\n"


def _said(error: BaseException, language: Language) -> str:
    if isinstance(error, SayableError):
        return error.say(language)
    assert isinstance(error, Exception)
    return say("page-unexpected", language, reference=report(error))


def _job(service: Service, id: str, caller: str) -> Job:
    job = service.jobs.find(id, caller)
    if job is None:
        raise NotFound("api-no-plan", id=id)
    return job


def _solved(job: Job) -> tuple[Problem, Schedule]:
    if job.status != "done":
        raise SayableError("api-not-planned", id=job.id)
    return job.problem, job.result.result()


def _pointed(wish: WhyWish, problem: Problem) -> Meaning:
    named = [name for name in (wish.task, wish.before) if name]
    for name in named:
        problem.task(name)
    if len(named) == 2:
        return Meaning("order", (wish.task, wish.before))
    return Meaning("why", tuple(named)) if named else Meaning("overall")


def _told(problem: Problem, found: Explanation, language: Language) -> Answer:
    words = tell_explanation(found, language, problem)
    return Answer(answer=words, explanation=found.model_dump(mode="json"))
