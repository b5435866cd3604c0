"""The events of the reply page, with a real desk behind them and no browser."""

from collections.abc import Iterator

import gradio as gr
import loops
import pytest
from replydesk import MESSAGE, bare, finished, state, visitor

from agent.steps import Waiting
from knowledge.templates.tables import Saying
from tools.conflict.explained import optimise
from tools.phrases import LANGUAGES, say
from tools.replies.drafting import Draft
from tools.replies.work import tasks_of
from tools.tickets import read_tickets
from ui.accounts.visit import person_of
from ui.opening import NotReady
from ui.page.sessions import Spare
from ui.replying import page
from ui.replying.events import Replying
from ui.replying.shown import copied, plan_html, status_html
from ui.replying.widgets import Open


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


def test_of_each_of_several_questions_it_is_told_where_no_document_answers(events):
    asked = "Do you know a joke? Could you sing it?"
    shown = events.suggest(asked, "", "warm", "", visitor())[events.w.status]
    assert shown.count("Nothing in your documents answers this.") == 2


def test_all_that_a_customer_asks_is_told_where_it_is_more_than_one_thing(events):
    asked = "My kettle leaks. Can I send it back? And <who> pays the postage?"
    shown = events.suggest(asked, "", "warm", "", visitor())[events.w.status]
    assert "asks 2 things" in shown
    assert "<li>Can I send it back?<" in shown
    assert "<li>And &lt;who&gt; pays the postage?<" in shown
    one = events.suggest("Can I send my kettle back?", "", "warm", "", visitor())[events.w.status]
    assert "things" not in one


def test_of_a_question_with_a_long_story_its_end_is_shown(events):
    story = "My bike, a red one that I have had since school, " + "squeaks and " * 20 + "squeaks."
    message = f"{story} How much is it and how long does it take?"
    told = status_html(
        state(events, events.suggest(message, "", "warm", "", visitor())).found, "en", message
    )
    assert "squeaks. How much is it" in told
    assert "squeaks. how long does it take?" in told
    assert "a red one" not in told.partition("</ul>")[0]


def test_beside_a_reply_to_a_question_stands_what_documents_have_near_it(events):
    """A template may say yes where a rule says no."""
    now = state(events, events.suggest("May I have my money back?", "", "warm", "", visitor()))
    unsaid = now.found.model_copy(update={"answer": None, "handover": None})
    assert unsaid.suggestions
    assert "may help" in status_html(unsaid, "en", "May I have my money back?")
    assert "may help" not in status_html(unsaid, "en", "I want my money back.")


def test_what_may_help_is_told_apart_by_its_headings(events):
    now = state(events, events.suggest("May I have my money back?", "", "warm", "", visitor()))
    (passage,) = now.found.passages
    two = [passage.model_copy(update={"heading": each}) for each in ("Fees", "Delays")]
    unsaid = now.found.model_copy(update={"answer": None, "passages": tuple(two)})
    told = status_html(unsaid, "en", "May I have my money back?")
    assert [f"Refunds – {each}</summary>" in told for each in ("Fees", "Delays")] == [True, True]


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
    brief = state(events, events.retone(warm, "", "brief", visitor()))
    assert brief.draft.text != warm.draft.text
    assert brief.draft.values["order_number"].value == "5531"
    assert state(events, events.retone(brief, "", "warm", visitor())).draft.text == warm.draft.text


def quoting(events: Replying, message: str = "is there a fee of yuan") -> Open:
    """Where no template fits, and a document answers."""
    return state(events, events.suggest(message, "customer: Bo Li", "warm", "", visitor()))


def test_without_a_template_the_document_is_quoted_in_a_reply_that_can_be_sent(events, backed):
    backed.desk = bare()
    now, w = quoting(events), events.w
    shown = events.retone(now, now.text, "formal", visitor())
    assert now.found.handover is None
    assert "The fee is 5 yuan." in now.text
    assert now.text.startswith("Dear Bo Li,")
    assert 'title="word for word from “Refunds”"' in shown[w.letter]
    assert shown[w.text].value.startswith("Dear Bo Li,")
    assert "We have received your question." in shown[w.text].value
    assert shown[w.copy].interactive is True
    assert shown[w.edit].visible is False
    assert shown[w.handing].visible is False
    assert events.use(now, now.text, visitor())[w.use].interactive is False
    opened = state(events, events.suggest("is there a fee of yuan", "", "warm", "", visitor()))
    assert [slot.name for slot in opened.draft.open] == ["customer_name"]
    assert opened.text == ""


def test_the_quoted_reply_is_one_of_the_choices_beside_templates(events):
    now = quoting(events, "I want my money back, is there a fee of yuan")
    quoted = [each.draft.quoted for each in now.found.suggestions]
    assert (quoted.count(True), quoted.count(False) > 0) == (1, True)
    place = quoted.index(True)
    shown = events.choose(now, "", place)
    assert state(events, shown).draft.quoted
    assert "Quoted from your documents: Refunds" in shown[events.w.choices].choices[place][0]


def test_who_copies_a_quotation_that_was_changed_is_told(events, backed):
    backed.desk = bare()
    now = quoting(events)
    events.copied(now, now.text)
    assert copied(now.draft, now.text, "en") == "Copied."
    assert copied(None, "My own words.", "en") == "Copied."
    changed = now.text.replace("5 yuan", "9 yuan")
    assert copied(now.draft, changed, "en").endswith("as the document has it: first sentence.")


def test_who_waits_for_a_rewording_sees_the_place_and_then_the_words(events, backed):
    now = finished(events)
    reworded = now.draft.model_copy(update={"reworded": "Hello."})
    backed.reword = lambda *_: iter([Waiting(2), reworded])
    waiting, done = events.reword(now, now.text, visitor())
    assert "2 messages are answered before yours" in waiting[events.w.status]
    assert state(events, done).draft.text == "Hello."


def test_the_text_is_reworded_as_somebody_has_changed_it(events, backed):
    now = finished(events)
    edited, asked = now.text + " Bye.", []

    def reword(draft: Draft, _: object) -> Iterator[Draft]:
        asked.append(draft.text)
        yield draft.model_copy(update={"reworded": f"So: {draft.text}"})

    backed.reword = reword
    (done,) = events.reword(now, edited, visitor())
    assert asked == [edited]
    assert done[events.w.text].value == f"So: {edited}"
    assert state(events, done).before == now.text


def test_a_value_that_was_filled_in_wrongly_can_be_corrected(events):
    shown = events.suggest(MESSAGE, "customer: Bo Li", "warm", "", visitor())
    now, w = state(events, shown), events.w
    labels = [shown[box].label for box in w.fixes if shown[box].visible]
    assert "order number (from the message)" in labels
    assert any("from the ticket, field customer" in label for label in labels)
    values = [each.value for each in now.draft.filled]
    typed = ["6642" if value == "5531" else value for value in values]
    edited = now.text + " Order 5531 is dear to us."
    after = events.fix(now, edited, *typed)
    assert state(events, after).draft.values["order_number"].source.kind == "given"
    assert after[w.text].value == edited.replace("5531", "6642")
    emptied = state(events, events.fix(now, now.text, *["" for _ in values]))
    assert {slot.name for slot in emptied.draft.open} == set(now.draft.values)
    with pytest.raises(gr.Error, match="cannot stand for order number"):
        events.fix(now, now.text, *["[x]" if value == "5531" else value for value in values])


def test_what_was_typed_and_changed_is_there_when_one_comes_back_to_a_suggestion(events):
    asked = "I want my money back, and where is my order"
    now = state(events, events.suggest(asked, "", "warm", "", visitor()))
    assert len(now.found.suggestions) > 1
    typed = ["$2" if slot.name == "refund_amount" else "A17" for slot in now.draft.open]
    done = state(events, events.fill(now, [], visitor(), *typed))
    edited = done.text + " Bye."
    other = state(events, events.choose(done, edited, 1))
    back = events.choose(other, "", 0)
    assert back[events.w.text].value == edited
    unsent = state(events, events.choose(now, "", 1, *typed))
    assert state(events, events.choose(unsent, "", 0)).draft.open == ()
    brief = state(events, events.retone(done, edited, "brief", visitor()))
    assert state(events, events.retone(brief, brief.text, "warm", visitor())).text == edited


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
    assert after.found.answer == now.found.answer
    assert after.found.handover is not None
    assert shown[events.w.handing].visible is True
    assert "The fee is 5 yuan." in shown[events.w.status]
    assert shown[events.w.choices].visible is False
    assert shown[events.w.text].visible is True


def test_the_procedure_becomes_tasks_of_the_plan(events, backed):
    now = finished(events)
    shown = events.plan(None, Spare(), now, visitor())
    assert "7 tasks" in shown[events.w.tasks].value
    assert all(task.name.startswith("5531 ") for task in backed.kept.tasks)


@pytest.mark.parametrize(
    ("field", "due"), [("SLA: 2 h", 120), ("due date: 17:00", 540), ("时限: 17:00", 540)]
)
def test_what_the_ticket_promises_is_when_the_last_task_is_due(events, backed, field, due):
    ticket = f"customer: Bo Li\n{field}"
    now = state(events, events.suggest(MESSAGE, ticket, "warm", "", visitor()))
    events.plan(None, Spare(), now, visitor())
    assert backed.kept.tasks[-1].due == due


def test_who_does_a_task_is_marked_if_nobody_said_it():
    problem = tasks_of("1. Stock clerk packs (5 minutes).\n2. Paint it (5 minutes).", "t")
    told = plan_html(problem, optimise(problem, time_limit_seconds=1), "en")
    assert "<td>Stock clerk</td>" in told
    assert "<td>≈ person</td>" in told
    assert ">Who</th>" in told


def test_pasted_tickets_are_put_in_order(events, backed):
    table = "ticket,minutes,sla,priority\nT1,10,4 h,low\nT2,10,15 min,urgent"
    shown = events.order(Spare(), table, 1, visitor())[events.w.ordered]
    assert shown.index(">T2<") < shown.index(">T1<")  # the address of the plan may hold “T1”
    assert "later than promised as possible" in shown
    with pytest.raises(gr.Error, match="no ticket"):
        events.order(Spare(), "", 1, visitor())


def test_columns_of_tickets_that_nothing_is_planned_by_are_named(events):
    table = "ticket,minutes,mood,<b>\nT1,10,cross,x"
    shown = events.order(Spare(), table, 1, visitor())[events.w.ordered]
    assert "Not read: “mood” and “&lt;b&gt;”." in shown
    quiet = events.order(Spare(), "ticket,minutes\nT1,10", 1, visitor())[events.w.ordered]
    assert "Not read" not in quiet


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


def test_the_title_of_a_document_is_shown_and_never_run(events, backed):
    backed.title = "<img src=x onerror=alert(1)>"
    shown = events.plan(None, Spare(), finished(events), visitor())[events.w.tasks].value
    assert "&lt;img" in shown
    assert "<img" not in shown


def test_what_customers_write_is_shown_and_never_run(events):
    message = 'I want my money back <script>alert(1)</script> order 5531, "x" <b>$89</b>'
    shown = events.suggest(message, "customer: <img src=x>", "warm", "", visitor())
    for widget in (events.w.letter, events.w.values, events.w.status):
        assert "<script" not in shown[widget]
        assert "<img" not in shown[widget]
