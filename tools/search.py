"""The tool `search_knowledge`: a question -> passages of past procedures and reply templates,
quoted word for word with their source. It writes nothing of its own."""

import re
from collections.abc import Sequence
from datetime import date
from typing import Any

from langchain.tools import tool
from langgraph.types import Command

from knowledge.disagreement import Disagreement, disagreements
from knowledge.passage import Passage
from tools.phrases import Language, say
from tools.state import Context, Runtime, message_of, reply
from tools.wording.past import past_day, says_only_when

NEARLY = 0.02
"""Difference in score between two passages that fit about as well."""
REPLY = re.compile(
    r"回复|回答|答复|怎么说|怎样说|话术|模板|\b(?:repl(?:y|ies)|answer|respond|response|write|say|tell|"
    r"template|word(?:ing)?)\b",
    re.IGNORECASE,
)
"""Words of somebody who needs a text to send."""
HEADING, BOLD = re.compile(r"^#{2,6}\s+(.*\S)\s*$"), r"**\1**"
REPLY_AT = 4
"""Behind so many passages the reply to what is asked stands at the latest."""
QUOTED = 2000
"""Characters of the best passage in the answer; the whole document opens beside it."""


@tool
def search_knowledge(question: str, runtime: Runtime) -> Command[Any]:
    """The user asks for a procedure, a rule, what something means, how to handle a case, or how to
    reply to a customer. Copy the question."""
    language = runtime.context.language
    # The whole message holds words that a copied part of it may have left out.
    asked = message_of(runtime) or question
    on = past_day(asked, date.today())
    if on and says_only_when(asked):
        asked = runtime.state.get("looked_up", "")
        if not asked:
            words = say("found-which", language)
            return reply(runtime, words, answer=words, possible=False)
    passages = preferred(runtime.context.search(asked, language, on=on), asked)
    if passages and on is None:
        passages = beside(passages, _template(runtime.context, asked))
    # An old version is quoted by itself: the document as a whole is another one by now. So is a
    # reply: as a whole it is the same in several tones.
    whole = ""
    if passages and passages[0].current and passages[0].kind != "reply":
        whole = runtime.context.document(passages[0].source)
    words = tell_passages(passages, whole, language, on)
    found = {"passages": passages, "possible": bool(passages)}
    return reply(
        runtime, words, answer=words, **found, **({"looked_up": asked} if passages else {})
    )


def preferred(passages: Sequence[Passage], question: str) -> list[Passage]:
    """Reply templates first if the question is what to say to somebody, else procedures first,
    where both fit about as well."""
    wanted = "reply" if REPLY.search(question) else "procedure"
    return sorted(passages, key=lambda each: -each.score - NEARLY * (each.kind == wanted))


def beside(passages: Sequence[Passage], template: Passage | None) -> list[Passage]:
    """With the reply template for what is asked: customers' words find it, in either language,
    where it has few of them itself."""
    if template is None or template.source in [each.source for each in passages[: REPLY_AT + 1]]:
        return list(passages)
    rest = [each for each in passages[REPLY_AT:] if each.source != template.source]
    return [*passages[:REPLY_AT], template, *rest]


def _template(context: Context, asked: str) -> Passage | None:
    desk = context.desk
    found = desk.template_for(asked, context.person, context.language) if desk else None
    return desk.templates.cited(found) if desk and found else None


def tell_passages(
    passages: Sequence[Passage], whole: str, language: Language, on: date | None = None
) -> str:
    """The best passage quoted, the others named.

    Args:
        whole: the document of the best passage; quoted in its place if it is short, because the
            first steps of a procedure are of little use without the others.
        on: the past day that was asked about.
    """
    if not passages:
        return "\n\n".join(say(key, language) for key in ("found-nothing", "abilities"))
    best = passages[0]
    parts = [
        _head(best, language, on),
        _quote(whole if 0 < len(whole) <= QUOTED else best.text),
    ]
    if differing := disagreements([each for each in passages if each.current == best.current]):
        parts.append(_both(differing, language))
    if best.language != language:
        parts.append(say("found-other-language", language))
    titles = _titles(passages, language)
    if titles:
        parts.append(say("found-more", language, titles=titles))
    return "\n\n".join(parts)


def _head(best: Passage, language: Language, on: date | None) -> str:
    """Whose words follow; of a past day, whether they still hold."""
    if on is None:
        return say("found-head", language, title=best.title)
    key = "found-then-still" if best.current else "found-then"
    until = best.valid_until or ""
    return say(key, language, title=best.title, day=on, version=best.version, until=until)


def _both(differing: Sequence[Disagreement], language: Language) -> str:
    """Sentences that contradict each other, with where they stand and since when; one that
    several contradict stands once."""
    sides = [side for each in differing for side in (each[:2], each[2:])]
    lines = [
        say("found-side", language, text=text, title=passage.title, since=_since(passage, language))
        for passage, text in sides
    ]
    sources = len({passage.source for passage, _ in sides})
    head = say("found-disagree", language, count=sources)
    return "\n".join([head, *(f"- {line}" for line in dict.fromkeys(lines))])


def _since(passage: Passage, language: Language) -> str:
    if passage.valid_from is None:
        return say("found-since-ever", language)
    return say("found-since", language, day=passage.valid_from)


def _titles(passages: Sequence[Passage], language: Language) -> str:
    others: dict[str, int] = {}
    for number, passage in enumerate(passages, 1):
        if passage.title != passages[0].title and passage.language == passages[0].language:
            others.setdefault(passage.title, number)
    return say("list-comma", language).join(f"{title} [{n}]" for title, n in others.items())


def _quote(text: str) -> str:
    """A Markdown quotation. Its headings become bold lines: the title stands above it already, and
    a heading of full size would shout in a chat."""
    short = text if len(text) <= QUOTED else text[:QUOTED].rstrip() + " …"
    lines = [line for line in short.splitlines() if not line.startswith("# ")]
    quoted = "\n".join(f"> {HEADING.sub(BOLD, line)}".rstrip() for line in lines)
    return quoted.removeprefix(">\n")
