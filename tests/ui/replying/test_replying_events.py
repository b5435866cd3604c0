"""The events of the reply page, with a real desk behind them and no browser."""

import re
from dataclasses import dataclass, field
from datetime import datetime
from types import SimpleNamespace
from typing import Any

import gradio as gr
import loops
import pytest
from hashing import Hashing

from agent.audit import Audit, as_data
from agent.chats import Chats
from agent.steps import Snapshot, Waiting
from knowledge.feedback import Feedback
from knowledge.index import BUILT_IN
from knowledge.passage import Passage
from knowledge.templates.reading import built_in
from knowledge.templates.store import Saying, Templates
from tools.person import Person
from tools.phrases import LANGUAGES, say
from tools.plan import Problem, Schedule
from tools.prose.problem import Clock
from tools.replies.desk import Desk
from tools.replies.examples import built_in as examples
from tools.replies.intents import OUTSIDE
from tools.replies.work import tasks_of
from tools.solver.explained import optimise
from tools.tickets import read_tickets
from ui.accounts.visit import KEY, Visit, person_of
from ui.opening import NotReady
from ui.page.sessions import Spare
from ui.replying import page
from ui.replying.events import Replying
from ui.replying.shown import plan_html
from ui.replying.widgets import Open, Widgets

REFUND = BUILT_IN / "procedures" / "retail-customer-refund.en.md"
FEW = [each for each in examples() if each[1] in ("retail-refund-request", OUTSIDE)]
"""Thousands would take a second each time."""
MESSAGE = "I want my money back for order 5531, I paid $89"


@dataclass
class Backed:
    """An assistant with a desk, a solver and one procedure; no language model."""

    desk: Desk
    kept: Problem | None = None
    planned: dict[str, Problem] = field(default_factory=dict)
    """By conversation."""
    title: str = "Refunds"
    chats: Chats = field(default_factory=lambda: Chats(None))
    audit: Audit = field(default_factory=lambda: Audit(None))

    def now(self, language: str) -> "Backed":
        return self

    def find(self, *_: object, **__: object) -> list[Passage]:
        return [
            Passage(
                id="0" * 24, text="The fee is 5 yuan.", title=self.title, heading="",
                source=REFUND.name, kind="procedure", field="retail", language="en", place=0,
            )
        ]  # fmt: skip

    def passage_text(self, source: str, **_: object) -> str:
        return REFUND.read_text(encoding="utf-8")

    def snapshot(self, session: str) -> Snapshot:
        return Snapshot(problem=self.kept)

    def clock(self) -> Clock:
        return Clock(datetime(2026, 11, 24, 8))

    def replan(self, session: str, problem: Problem, **_: object) -> Schedule:
        self.kept = self.planned[session] = problem
        return optimise(problem, time_limit_seconds=1)


def visitor(name: str = "Ann", **fields: Any) -> Any:
    return SimpleNamespace(scope={KEY: Visit(Person(name.lower(), name, **fields))})


@pytest.fixture(scope="module")
def built() -> Widgets:
    async def build() -> Widgets:  # within a loop: outside of one Gradio leaves loops open
        with gr.Blocks():
            return page._layout("en")

    return loops.run(build())


@pytest.fixture
def backed() -> Backed:
    desk = Desk(Templates(None, built_in()), Feedback(None), Hashing(), examples=FEW)
    return Backed(desk)


@pytest.fixture
def events(backed: Backed, built: Widgets) -> Replying:
    return Replying(backed, "en", built)


def state(events: Replying, updates: dict[Any, Any]) -> Open:
    return updates[events.w.state]


def finished(events: Replying) -> Open:
    shown = events.suggest(MESSAGE, "customer: Bo Li", "warm", "", visitor())
    return state(events, shown)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_can_be_built_in_both_languages(backed, language):
    async def build() -> gr.Blocks:
        return page.build_page(backed, language)

    assert loops.run(build()).fns


def test_there_is_nothing_to_press_before_there_is_a_reply(events):
    assert events.w.buttons.visible is False
    assert "press “Suggest a reply”" in events.w.status.value
    shown = events.suggest(MESSAGE, "customer: Bo Li", "warm", "", visitor())
    assert shown[events.w.buttons].visible is True


def test_a_complete_reply_can_be_copied_and_an_open_one_cannot(events):
    done = events.suggest(MESSAGE, "customer: Bo Li", "warm", "", visitor())
    assert done[events.w.copy].interactive is True
    assert "Bo Li" in done[events.w.text].value
    opened = events.suggest("I want my money back", "", "warm", "", visitor())
    for button in (events.w.copy, events.w.use, events.w.keep):
        assert opened[button].interactive is False
    assert opened[events.w.text].value == ""
    assert opened[events.w.blanks[0]].visible is True


def test_the_form_fills_the_blanks_and_may_remember_what_is_said_each_time(events, backed):
    now = state(events, events.suggest("I want my money back", "", "warm", "", visitor("")))
    names = [slot.name for slot in now.draft.open]
    typed = {
        "customer_name": "Bo",
        "order_number": "1",
        "refund_amount": "$2",
        "agent_name": "Team",
    }
    after = events.fill(now, ["agent_name"], visitor(""), *[typed[name] for name in names])
    assert state(events, after).draft.open == ()
    assert backed.desk.templates.sayings("") == [Saying("en", "agent_name", "Team")]


def test_what_somebody_says_each_time_is_theirs_and_can_be_forgotten(events, backed):
    ann, bob = visitor("Ann"), visitor("Bob")
    now = state(events, events.suggest("I want my money back", "", "warm", "", ann))
    names = [slot.name for slot in now.draft.open]
    typed = ["$2" if name == "refund_amount" else "A17" for name in names]
    shown = events.fill(now, ["order_number"], ann, *typed)
    assert shown[events.w.sayings].choices == [("order number: A17 (English)", "en:order_number")]
    again = state(events, events.suggest("I want my money back", "", "warm", "", ann))
    assert again.draft.values["order_number"].source.kind == "own"
    others = state(events, events.suggest("I want my money back", "", "warm", "", bob))
    assert "order_number" not in others.draft.values
    assert events.kept(bob)[events.w.sayings].choices == []
    events.forget(["en:order_number"], bob)
    assert backed.desk.templates.sayings("ann")
    assert events.forget(["en:order_number"], ann)[events.w.mine].visible is False
    assert backed.desk.templates.sayings("ann") == []


def test_a_page_that_opens_while_whyflow_starts_shows_no_error(events, backed):
    class Starting:
        def now(self, language: str) -> None:
            raise NotReady("not-ready-yet")

    page = Replying(Starting(), "en", events.w)
    assert page.kept(visitor()) == gr.skip()


def test_another_tone_has_its_own_words_and_keeps_what_was_filled_in(events):
    warm = finished(events)
    brief = state(events, events.retone(warm, "brief", visitor()))
    assert brief.draft.text != warm.draft.text
    assert brief.draft.values["order_number"].value == "5531"
    assert state(events, events.retone(brief, "warm", visitor())).draft.text == warm.draft.text


def test_who_waits_for_a_rewording_sees_the_place_and_then_the_words(events, backed):
    now = finished(events)
    reworded = now.draft.model_copy(update={"reworded": "Hello."})
    backed.reword = lambda *_: iter([Waiting(2), reworded])
    waiting, done = events.reword(now, visitor())
    assert "2 messages are answered before yours" in waiting[events.w.status]
    assert state(events, done).draft.text == "Hello."


def test_what_was_done_with_a_suggestion_is_remembered(events, backed):
    now = finished(events)
    events.use(now, now.draft.text + " Bye.", visitor())
    (told,) = backed.desk.feedback.differences("everyone", now.draft.template)
    assert "Bye" in told
    gone = events.reject(now, visitor())
    assert state(events, gone).draft is None


def test_a_reply_that_was_sent_counts_once_however_often_that_is_said(events, backed):
    now = finished(events)
    shown = events.use(now, now.draft.text, visitor())
    assert shown[events.w.use].interactive is False
    events.use(now, now.draft.text, visitor())
    tallies = backed.desk.feedback.tallies("everyone", [now.draft.intent])
    assert tallies[now.draft.template].worth == 1.0
    again = finished(events)
    events.use(again, again.draft.text, visitor())
    tallies = backed.desk.feedback.tallies("everyone", [now.draft.intent])
    assert tallies[now.draft.template].worth == 2.0


def test_where_no_reply_fits_the_documents_and_the_hand_over_stay(events):
    now = finished(events)
    shown = events.reject(now, visitor())
    after = state(events, shown)
    assert after.found.suggestions == ()
    assert (after.found.answer, after.found.handover) == (now.found.answer, now.found.handover)
    assert "The fee is 5 yuan." in shown[events.w.status]
    assert shown[events.w.choices].visible is False
    assert shown[events.w.text].visible is True


def test_a_good_reply_is_a_template_after_two_clicks_and_its_twin_is_pointed_out(events, backed):
    now = finished(events)
    text = now.draft.text.replace("Kind regards", "Best wishes")
    first = events.keep(now, text, visitor())
    assert "Reply to a refund request" in first[events.w.near]
    events.save(now, text, "My refund", "retail-refund-request", visitor())
    made = backed.desk.templates.get("my-refund", frozenset({"everyone"}))
    assert "{order_number}" in made.warm
    assert "5531" not in made.warm
    assert "Bo Li" not in made.warm


def test_the_second_of_two_editors_is_told(events):
    now = finished(events)
    events.change(now, "Hello {customer_name}", visitor("Ann"))
    with pytest.raises(gr.Error, match="Ann has saved version 2"):
        events.change(now, "Hey {customer_name}", visitor("Bob"))


def test_a_malformed_slot_is_a_sentence_with_its_place(events):
    with pytest.raises(gr.Error, match="line 1, character 7"):
        events.change(finished(events), "Hello {customer_name", visitor())


def test_the_procedure_becomes_tasks_of_the_plan(events, backed):
    now = finished(events)
    shown = events.plan(None, Spare(), now, visitor())
    assert "7 tasks" in shown[events.w.tasks].value
    assert all(task.name.startswith("5531 ") for task in backed.kept.tasks)


def test_who_does_a_task_is_marked_if_nobody_said_it():
    problem = tasks_of("1. Stock clerk packs (5 minutes).\n2. Paint it (5 minutes).", "t")
    told = plan_html(problem, optimise(problem, time_limit_seconds=1), "en")
    assert "<td>Stock clerk</td>" in told
    assert "<td>≈ person</td>" in told


def test_pasted_tickets_are_put_in_order(events, backed):
    table = "ticket,minutes,sla,priority\nT1,10,4 h,low\nT2,10,15 min,urgent"
    shown = events.order(Spare(), table, 1, visitor())[events.w.ordered]
    assert shown.index("T2") < shown.index("T1")
    assert "later than promised as possible" in shown
    with pytest.raises(gr.Error, match="no ticket"):
        events.order(Spare(), "", 1, visitor())


def test_tickets_are_planned_in_a_conversation_of_their_own_which_is_listed(events, backed):
    table, apart, ann = "ticket,minutes\nT1,10\nT2,10", Spare(), visitor()
    events.plan("a" * 43, Spare(), finished(events), ann)
    before = backed.planned["a" * 43]
    updates = events.order(apart, table, 1, ann)
    assert events.w.session not in updates
    assert f'href="/en/?chat={apart.key}"' in updates[events.w.ordered]
    events.order(apart, table, 2, ann)  # once more, as long as the page is open
    assert backed.planned["a" * 43] == before
    assert set(backed.planned) == {"a" * 43, apart.key}
    listed = backed.chats.listed(person_of(ann))
    assert [(chat.id, chat.title) for chat in listed] == [
        (apart.key, "Plan of 2 tasks: T1"),
        ("a" * 43, "Refunds"),
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_headings_that_the_page_suggests_can_be_read(language):
    example = say("replying-tickets-example", language)
    comma = "，" if "，" in example else ","
    row = comma.join(("T1", "x", "10", "17:00", "P1"))
    (task,) = read_tickets(f"{example}\n{row}").tasks
    assert (task.name, task.duration, task.priority) == ("T1 x", 10, 8)


def test_only_managers_import_templates(events, backed, tmp_path):
    file = tmp_path / "ours.en.md"
    file.write_text("## Reply\n\nHello {customer_name}\n", encoding="utf-8")
    with pytest.raises(gr.Error, match="Only managers"):
        events.take([str(file)], visitor())
    events.take([str(file)], visitor("Max", role="manager"))
    assert backed.desk.templates.get("ours.en", frozenset({"everyone"}))


def test_the_title_of_a_document_is_shown_and_never_run(events, backed):
    backed.title = "<img src=x onerror=alert(1)>"
    shown = events.plan(None, Spare(), finished(events), visitor())[events.w.tasks].value
    assert "&lt;img" in shown
    assert "<img" not in shown


def test_saved_and_imported_templates_are_in_the_audit_log_without_a_customers_words(
    events, backed, tmp_path
):
    now = finished(events)
    kept = events.keep(now, now.draft.text, visitor())
    events.save(now, now.draft.text, kept[events.w.title], "retail-refund-request", visitor())
    events.change(now, "Hello {customer_name}", visitor())
    file = tmp_path / "ours.en.md"
    file.write_text("## Reply\n\nHello {customer_name}\n", encoding="utf-8")
    with pytest.raises(gr.Error, match="Only managers"):
        events.take([str(file)], visitor())
    events.take([str(file)], visitor("Max", role="manager"))
    log = backed.audit.entries()
    assert [(entry.person, entry.event, entry.subject) for entry in log] == [
        ("ann", "template-saved", "retail-refund-request"),
        ("ann", "template-saved", "retail-refund-request"),
        ("max", "templates-imported", ""),
    ]
    told = [as_data(entry)["detail"] for entry in log]
    assert [each.get("version") for each in told] == [1, 2, None]
    assert told[2] == {"files": ["ours.en.md"], "changed": 1}
    words = {"money", "back", "5531", "Bo", "89"}
    assert not words & set(re.findall(r"\w+", str(log)))


def test_what_customers_write_is_shown_and_never_run(events):
    message = 'I want my money back <script>alert(1)</script> order 5531, "x" <b>$89</b>'
    shown = events.suggest(message, "customer: <img src=x>", "warm", "", visitor())
    for widget in (events.w.letter, events.w.values, events.w.status):
        assert "<script" not in shown[widget]
        assert "<img" not in shown[widget]
