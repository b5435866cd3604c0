"""A draft, an answer and a hand-over as HTML: pure functions. It knows no widgets."""

from datetime import datetime, tzinfo

from knowledge.passage import Passage
from knowledge.templates.slots import slots_of
from tools.handover import Handover
from tools.intake.taken import Note
from tools.person import EVERYONE
from tools.phrases import Language, say
from tools.plan import Problem, Schedule
from tools.replies.answering import Answer
from tools.replies.asking import asks
from tools.replies.desk import intent_name
from tools.replies.drafting import Draft, Filled, shown_name
from tools.replies.handovers import HandedOver
from tools.replies.questions import left_open, questions_in
from tools.replies.quoting import altered
from tools.replies.suggested import Suggested, Suggestion
from tools.replies.telling import cited
from tools.table.cells import mark
from tools.telling import day, moment, resource_name
from tools.telling.intake import tell_notes
from ui.document import document
from ui.markup import html

LONGEST = 120
"""Characters of a question among others."""
SHORT = 80
"""Characters of a hand-over in the list."""
PLANNED = ("task", "who", "start", "end")
"""What a plan tells of a task, and beside that whether it is late."""


def draft_html(draft: Draft, language: Language) -> str:
    """The text; a value shows its source when pointed at, an open blank its name."""
    known, parts = draft.values, []
    if not draft.open and draft.reworded:
        return f'<div class="letter">{html(draft.text)}</div>'
    for piece in draft.pieces:
        if isinstance(piece, str):
            parts.append(html(piece))
        elif piece.name in known:
            each = known[piece.name]
            parts.append(
                f'<mark class="filled" title="{html(source(each, language))}">'
                f"{html(each.value)}</mark>"
            )
        else:
            parts.append(f'<mark class="blank">{html(shown_name(piece, language))}</mark>')
    checks = "".join(f"<li>{html(check)}</li>" for check in draft.checks)
    below = f'<p class="quiet">{html(say("draft-checks", language))}</p><ul>{checks}</ul>'
    return f'<div class="letter">{"".join(parts)}</div>{below if checks else ""}'


def copied(draft: Draft | None, text: str, language: Language) -> str:
    """A text was copied; what is no longer as the documents have it is named."""
    slots = {slot.name: slot for slot in slots_of(draft.pieces)} if draft else {}
    names = [shown_name(slots[each], language) for each in altered(draft, text)] if draft else []
    if not names:
        return say("replying-copied", language)
    return say("replying-copied-altered", language, sentences=", ".join(names))


def sources_html(draft: Draft, language: Language) -> str:
    """A line for each value: what it is, and where it comes from."""
    names = {p.name: shown_name(p, language) for p in draft.pieces if not isinstance(p, str)}
    rows = "".join(
        f"<tr><td>{html(names[each.slot])}</td><td>{html(each.value)}</td>"
        f"<td>{html(source(each, language))}</td></tr>"
        for each in draft.filled
    )
    return f'<table class="sources">{rows}</table>' if rows else ""


def source(each: Filled, language: Language) -> str:
    """Where a value comes from, with the words around it."""
    where = origin(each, language)
    return f"{where}: “{each.source.quote}”" if each.source.quote else where


def origin(each: Filled, language: Language) -> str:
    """Where a value comes from, without the words around it."""
    return say(f"source-{each.source.kind}", language, place=each.source.place)


def choice(suggestion: Suggestion, language: Language) -> str:
    """The line of a suggestion in the list."""
    open_ = len(suggestion.draft.open)
    if suggestion.draft.quoted:
        title = suggestion.draft.title
        return say("replying-choice-quoted", language, title=title, open=open_)
    intent = intent_name(suggestion.draft.intent, language)
    return say(
        "replying-choice",
        language,
        title=suggestion.draft.title,
        intent=intent,
        share=f"{suggestion.share:.0%}",
        open=open_,
    )


def status_html(found: Suggested | None, language: Language, message: str = "") -> str:
    """What was understood, and what is to be done if nothing can be said; at first how to begin."""
    if found is None:
        return f'<p class="quiet">{html(say("replying-begin", language))}</p>'
    parts = [f'<p class="quiet">{html(say(f"replying-{found.status}", language))}</p>']
    parts.append(_questions(message, found.answer, language))
    if found.handover is not None:
        parts.append(handover_html(found.handover, language))
    if found.answer is not None and found.only_quotes:
        used = {found.answer.passages[each.number - 1] for each in found.answer.sentences}
        parts.append(f'<p class="quiet">{html(say("replying-quoted", language))}</p>')
        parts.extend(_to_read(each) for each in found.passages if each in used)
    elif found.answer is not None:
        parts.append(answer_html(found.answer, language))
    # A template may say yes where a rule says no.
    unsaid = found.passages if found.answer is None and asks(message) else ()
    if to_read := found.may_help or unsaid:
        parts.append(f'<p class="quiet">{html(say("replying-may-help", language))}</p>')
        parts.extend(_to_read(each) for each in to_read)
    return "".join(parts)


def _questions(message: str, answer: Answer | None, language: Language) -> str:
    """All that a customer asks, if that is more than one thing, with what documents say to each: a
    reply often answers the first."""
    asked = [each.words for each in questions_in(message)]
    if len(asked) < 2:
        return ""
    open_ = left_open(message, answer)
    lines = "".join(
        f"<li>{html(_tail(each))}{_said_to(each, answer, each in open_, language)}</li>"
        for each in asked
    )
    head = say("replying-asks", language, count=len(asked))
    return f'<p class="quiet">{html(head)}</p><ul>{lines}</ul>'


def _tail(asked: str) -> str:
    """A question with what it is about, where that is not a whole letter."""
    return asked if len(asked) <= LONGEST else f"…{asked[1 - LONGEST :]}"


def _said_to(asked: str, answer: Answer | None, open_: bool, language: Language) -> str:
    if open_:
        return f'<br><span class="quiet">{html(say("replying-asked-open", language))}</span>'
    sentences = answer.sentences if answer else ()
    said = next((each for each in sentences if asked in (each.asked, *each.also)), None)
    return f'<br><span class="quiet">“{html(said.text)}” [{said.number}]</span>' if said else ""


def _to_read(passage: Passage) -> str:
    """A passage, folded: a document often has several."""
    place = " – ".join(dict.fromkeys(filter(None, (passage.title, passage.heading))))
    return (
        f'<details class="passage"><summary>{html(place)}</summary>'
        f'<div class="document" tabindex="0">{document(passage.text)}</div></details>'
    )


def recipient(to: str, language: Language) -> str:
    """To whom something is handed over, for people."""
    return say("shelf-everyone", language) if to == EVERYONE else to


def handed_line(one: HandedOver, language: Language) -> str:
    """A hand-over in the list."""
    summary = one.handover.summary
    short = summary if len(summary) <= SHORT else summary[: SHORT - 1] + "…"
    urgency = say(f"urgency-{one.handover.urgency}", language)
    told = {"urgency": urgency, "summary": short, "to": recipient(one.to, language)}
    return say("handed-line", language, number=str(one.number), **told)


def handed_html(one: HandedOver, language: Language, zone: tzinfo) -> str:
    """A hand-over with all that its colleague needs."""
    given = say("handed-by", language, name=_somebody(one.by_name, language),
                when=_when(one.given, language, zone))  # fmt: skip
    lines = [given, say("handed-to", language, to=recipient(one.to, language))]
    if one.stage != "open":
        told = {"name": _somebody(one.taker_name, language)}
        when = _when(one.changed, language, zone)
        lines.append(say(f"handed-is-{one.stage}", language, when=when, **told))
    if one.note:
        lines.append(say("handed-became", language, note=one.note))
    rows = "".join(f'<p class="quiet">{html(line)}</p>' for line in lines)
    fields = "".join(f"<br>{html(name)}: {html(value)}" for name, value in one.ticket.items())
    said = html(one.message).replace("\n", "<br>") + fields
    asked = html(say("replying-message", language))
    whole = f'<details class="passage"><summary>{asked}</summary><p>{said}</p></details>'
    card = handover_html(one.handover, language)
    return f"{card}{rows}{whole if one.message else ''}"


def _somebody(name: str, language: Language) -> str:
    return name or say("handed-somebody", language)


def _when(at: datetime, language: Language, zone: tzinfo) -> str:
    there = at.astimezone(zone)
    return say("moment-dated", language, day=day(there, language), time=f"{there:%H:%M}")


def handover_html(handover: Handover, language: Language) -> str:
    owner = handover.suggested_owner or say("handover-nobody", language)
    rows = [
        ("replying-reason", say(f"handover-{handover.reason}", language)),
        ("replying-summary", handover.summary),
        ("replying-owner", owner),
        ("replying-urgency", say(f"urgency-{handover.urgency}", language)),
        *(("replying-ask", question) for question in handover.open_questions),
    ]
    cells = "".join(
        f"<tr><td>{html(say(key, language))}</td><td>{html(value)}</td></tr>" for key, value in rows
    )
    urgent = " urgent" if handover.urgency == "now" else ""
    head = html(say("replying-handover", language))
    return f'<div class="card{urgent}"><b>{head}</b><table>{cells}</table></div>'


def answer_html(answer: Answer, language: Language) -> str:
    key = "answer-contradicting" if answer.contradicting else "answer-head"
    lines = "".join(
        f"<li>{html(each.text)} <sup>[{each.number}]</sup></li>" for each in answer.sentences
    )
    used = dict.fromkeys(each.number for each in answer.sentences)
    sources = "<br>".join(html(cited(answer, number, language)) for number in used)
    return (
        f'<div class="card"><b>{html(say(key, language))}</b><ul>{lines}</ul>'
        f'<p class="quiet">{sources}</p></div>'
    )


def unread(columns: tuple[str, ...], language: Language) -> str:
    """The columns of a table that nothing was planned by."""
    if not columns:
        return ""
    return f'<p class="quiet">{html(tell_notes([Note("left-columns", columns)], language))}</p>'


def plan_html(problem: Problem, schedule: Schedule, language: Language) -> str:
    """The order of tasks, with who and when; a promise that is not kept is marked, and so is who
    does a task if nobody said it."""
    guessed = {(each.task, each.resource) for each in problem.assumed if each.field == "demand"}
    rows = []
    for each in sorted(schedule.assignments, key=lambda each: (each.start, each.task)):
        task = problem.task(each.task)
        promised = task.deadline if task.deadline is not None else task.due
        late = promised is not None and each.end > promised
        told = say("replying-late", language) if late else ""
        who = ", ".join(
            mark(resource_name(name, language, amount), (each.task, name) in guessed)
            for name, amount in each.resources.items()
        )
        cells = (each.task, who, moment(each.start, language, problem),
                 moment(each.end, language, problem), told)  # fmt: skip
        rows.append("".join(f"<td>{html(cell)}</td>" for cell in cells))
    body = "".join(f"<tr>{row}</tr>" for row in rows)
    heads = "".join(
        f'<th scope="col">{html(say(f"replying-plan-{each}", language))}</th>' for each in PLANNED
    )
    return f'<table class="sources planned"><tr>{heads}<td></td></tr>{body}</table>'
