"""The tool `draft_reply`: what a customer wrote -> a reply with its blanks filled or asked for, an
answer with its sources, or a hand-over. What the customer wrote is only ever data."""

import re
from typing import Any, Literal

from langchain.tools import tool
from langgraph.types import Command

from knowledge.passage import RULES, KnowledgeError
from knowledge.templates.record import TONES, Tone
from tools.handover import tell_handover
from tools.person import Person
from tools.phrases import Language, say
from tools.replies.desk import Desk
from tools.replies.drafting import Draft
from tools.replies.filling import Known, fill
from tools.replies.suggested import Case, Suggested
from tools.replies.telling import tell_answer, tell_draft
from tools.replies.tones import only_tone, tone_asked
from tools.state import Runtime, message_of, reply

Wish = Literal["warm", "formal", "brief"]

_QUOTED = re.compile(r"[“\"「『]([^”\"」』]{12,})[”\"」』]", re.DOTALL)
_ASKING = re.compile(
    r"^[^:：\n]{0,80}?(?:repl|respon|answer|draft|write|customer|client|回复|答复|回信|客户|顾客|草拟|起草)"
    r"[^:：\n]{0,60}[:：]\s*",
    re.IGNORECASE,
)
_TONES: tuple[tuple[Tone, re.Pattern[str]], ...] = (
    ("formal", re.compile(r"(?<![a-z])formal|正式|书面", re.IGNORECASE)),
    ("brief", re.compile(r"(?<![a-z])(?:brief|short|concise)|简短|简洁|简要", re.IGNORECASE)),
    ("warm", re.compile(r"(?<![a-z])(?:warm|friendly)|亲切|热情|友好", re.IGNORECASE)),
)
_IN_LANGUAGE: tuple[tuple[Language, re.Pattern[str]], ...] = (
    ("en", re.compile(r"(?<![a-z])in english|英文|英语", re.IGNORECASE)),
    ("zh", re.compile(r"(?<![a-z])in chinese|中文|汉语", re.IGNORECASE)),
)


@tool
def draft_reply(message: str, tone: Wish, runtime: Runtime) -> Command[Any]:
    """The user wants a reply to what a customer wrote. Copy the customer's message."""
    desk = runtime.context.desk
    language = runtime.context.language
    if desk is None:
        words = say("draft-no-desk", language)
        return reply(runtime, words, answer=words, possible=False)
    said = message_of(runtime) or message
    last = runtime.state.get("draft")
    if last is not None and goes_on(last, said):
        added = None if only_tone(said) else continued(last, said)
        going_on, asked = added or last, tone_asked(said)
        if asked is not None:
            going_on = in_tone(going_on, asked, desk, runtime.context.person)
        words = tell_draft(going_on, language)
        return reply(runtime, words, answer=words, draft=going_on, handover=None)
    return _new(desk, said, _wanted_tone(said, tone), runtime)


def _new(desk: Desk, said: str, tone: Tone, runtime: Runtime) -> Command[Any]:
    context = runtime.context
    case = Case(message=customers_words(said))
    found = desk.suggest(
        case,
        context.person,
        lambda question: context.search(question, context.language, kinds=RULES, doubtful=True),
        language=_wanted_language(said),
        tone=tone,
    )
    return reply(
        runtime,
        words := tell(found, context.language),
        answer=words,
        draft=found.suggestions[0].draft if found.suggestions else None,
        passages=list(found.passages) if found.answer or found.may_help else [],
        handover=found.handover,
        possible=bool(found.suggestions or found.answer),
    )


def tell(found: Suggested, language: Language) -> str:
    """The best draft and the names of the others, what the documents say to it, and the hand-over;
    a danger comes first."""
    parts = []
    if found.handover is not None and found.handover.urgency == "now":
        parts.append(tell_handover(found.handover, language))
    if found.suggestions:
        parts.append(tell_draft(found.suggestions[0].draft, language))
        others = [each.draft.title for each in found.suggestions[1:] if not each.draft.quoted]
        if others:
            parts.append(say("draft-others", language, titles="; ".join(others)))
    elif found.answer is not None:
        parts.append(say("draft-no-template", language))
    if found.answer is not None and not found.only_quotes:
        parts.append(tell_answer(found.answer, language))
    if found.may_help:
        titles = "; ".join(dict.fromkeys(each.title for each in found.may_help))
        parts.append(say("draft-may-help", language, titles=titles))
    if found.handover is not None and found.handover.urgency != "now":
        parts.append(tell_handover(found.handover, language))
    return "\n\n".join(parts)


def goes_on(draft: Draft, said: str) -> bool:
    """Is a message about the last draft: does it fill a blank, or ask for another tone?"""
    if about_another(said):
        return False
    return only_tone(said) is not None or continued(draft, said) is not None


def about_another(said: str) -> bool:
    """Does a message bring the words of a customer?"""
    return bool(len(said) > 200 or _QUOTED.search(said) or _ASKING.match(said))


def in_tone(draft: Draft, tone: Tone, desk: Desk, person: Person) -> Draft:
    """The draft in another tone with all its values; as it is if its template is gone."""
    try:
        return desk.in_tone(draft, tone, person)
    except KnowledgeError:
        return draft


def continued(draft: Draft, said: str) -> Draft | None:
    """The draft with what a message adds to it; None if the message is about something else."""
    tones = [tone for tone, pattern in _TONES if pattern.search(said)]
    if about_another(said) or not draft.open:
        return None
    known = Known(message=said)
    filled = fill(draft.open, known)
    typed = {each.slot: each.value for each in filled}
    if len(draft.open) == 1 and not typed and not tones and len(said.split()) <= 6:
        typed = {draft.open[0].name: said.strip(" .。")}
    return draft.with_values(typed) if typed else None


def customers_words(said: str) -> str:
    """What the customer wrote, within what the user says about it."""
    quoted: list[str] = _QUOTED.findall(said)
    if quoted:
        return max(quoted, key=len).strip()
    return _ASKING.sub("", said, count=1).strip() or said


def _wanted_tone(said: str, chosen: str) -> Tone:
    """The tone that the user names, outside of what the customer wrote."""
    around = said.replace(customers_words(said), " ")
    named = [tone for tone, pattern in _TONES if pattern.search(around)]
    return named[0] if named else next((tone for tone in TONES if tone == chosen), TONES[0])


def _wanted_language(said: str) -> Language | None:
    around = said.replace(customers_words(said), " ")
    return next((lang for lang, pattern in _IN_LANGUAGE if pattern.search(around)), None)
