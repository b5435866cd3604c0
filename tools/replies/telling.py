"""Drafts and answers in words: what is filled from where, and what is asked for. It decides
nothing."""

from knowledge.templates.slots import slots_of
from tools.phrases import Language, say
from tools.replies.answering import Answer
from tools.replies.drafting import Draft, Filled, shown_name
from tools.replies.work import Work
from tools.telling.values import listing, until


def tell_draft(draft: Draft, language: Language) -> str:
    """A draft with its blanks marked, the sources of its values, and one question for the rest."""
    head = "draft-head-quoted" if draft.quoted else "draft-head"
    parts = [say(head, language, title=draft.title), _quoted(with_blanks(draft, language))]
    filled = [_source(draft, each, language) for each in draft.filled]
    if filled:
        parts.append("\n".join([say("draft-sources", language), *filled]))
    if draft.open:
        wanted = [f"- {shown_name(slot, language)}: " for slot in draft.open]
        parts.append("\n".join([say("draft-ask", language), *wanted]))
    else:
        parts.append(say("draft-ready", language))
    if draft.checks:
        parts.append("\n".join([say("draft-checks", language), *(f"- {c}" for c in draft.checks)]))
    return "\n\n".join(parts)


def tell_work(work: Work, language: Language) -> str:
    """From which procedure the tasks of a case are, and by when it promises them."""
    count = len(work.new.tasks)
    head = say("work-from", language, title=work.passage.title, count=count)
    due = [
        f"{task.name} ({until(task.due, language, work.whole)})"
        for task in work.whole.tasks[-count:]
        if task.due is not None
    ]
    told = say("work-due", language, tasks=listing(due, language)) if due else ""
    return "\n\n".join(filter(None, (head, told)))


def with_blanks(draft: Draft, language: Language) -> str:
    """The text, open blanks as `▢ order number`, to be looked at only."""
    if not draft.open:
        return draft.text
    known = draft.values
    shown = []
    for piece in draft.pieces:
        if isinstance(piece, str):
            shown.append(piece)
        elif piece.name in known:
            shown.append(known[piece.name].value)
        else:
            shown.append(f"▢ {shown_name(piece, language)}")
    return "".join(shown)


def tell_answer(answer: Answer, language: Language) -> str:
    """Sentences of procedures with their sources; both, with their days, where they disagree."""
    head = say("answer-contradicting" if answer.contradicting else "answer-head", language)
    numbers = dict.fromkeys(each.number for each in answer.sentences)
    sources = [cited(answer, number, language) for number in numbers]
    parts = [head, answer.text, "\n".join(sources)]
    if answer.unanswered:
        questions = "\n".join(f"- {each}" for each in answer.unanswered)
        parts.append(f"{say('answer-open', language)}\n{questions}")
    return "\n\n".join(parts)


def cited(answer: Answer, number: int, language: Language) -> str:
    """Where a sentence stands, and since when that holds; of two that say different things it is
    said as well that one has no date."""
    passage = answer.passages[number - 1]
    since = passage.valid_from.isoformat() if passage.valid_from else ""
    key = "since" if since else "undated" if answer.contradicting else ""
    key = f"answer-source-{key}" if key else "answer-source"
    return say(key, language, number=str(number), title=passage.title, since=since)


def _source(draft: Draft, filled: Filled, language: Language) -> str:
    name = next(
        (
            shown_name(piece, language)
            for piece in slots_of(draft.pieces)
            if piece.name == filled.slot
        ),
        filled.slot,
    )
    where = say(f"source-{filled.source.kind}", language, place=filled.source.place)
    quote = f" (“{filled.source.quote}”)" if filled.source.quote else ""
    return f"- {name}: {filled.value} - {where}{quote}"


def _quoted(text: str) -> str:
    return "\n".join(f"> {line}".rstrip() for line in text.splitlines())
