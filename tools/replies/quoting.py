"""An answer from documents as a reply that can be sent: a greeting, sentences word for word, a
closing. Each sentence is a blank that is filled already, with the document as its source; what is
not in the customer's language is quoted and said to be so. It chooses no sentence."""

from collections.abc import Iterable, Sequence

from knowledge.language import language_of
from knowledge.passage import EVERYONE, Passage
from knowledge.templates.record import Tone
from knowledge.templates.slots import Slot, kind_of, slots_of
from tools.phrases import Language, say
from tools.replies.answering import Answer
from tools.replies.drafting import Draft, Filled, Source
from tools.replies.filling import Known, fill

CUSTOMER, WRITER = "customer_name", "agent_name"
SENTENCE = "sentence_"
"""What the slots of the sentences are called, with a number from 1."""
_BRACES = str.maketrans("{}", "()")


def quoted(answer: Answer, language: Language, tone: Tone, intent: str, known: Known) -> Draft:
    """A reply that says what `answer` quotes.

    Args:
        language: of the reply.
        intent: what the customer wants, as far as it is known.
    """
    used = [answer.passages[each.number - 1] for each in answer.sentences]
    sentences = tuple(
        Filled(
            slot=f"{SENTENCE}{number}",
            value=each.text,
            source=Source(kind="document", place=passage.title),
        )
        for number, (each, passage) in enumerate(zip(answer.sentences, used, strict=True), 1)
    )
    names = [Slot(name=name, kind=kind_of(name)) for name in (CUSTOMER, WRITER)]
    return Draft(
        template="",
        version=0,
        title="; ".join(dict.fromkeys(passage.title for passage in used)),
        intent=intent,
        language=language,
        tone=tone,
        body=_letter(language, tone, sentences),
        checks=tuple(_checks(answer, used, language)),
        filled=(*fill(names, known), *sentences),
    )


def in_tone(draft: Draft, tone: Tone) -> Draft:
    """A quoted reply in another tone: its sentences stay as they are."""
    held, given = draft.values, Source(kind="given")
    sentences = [
        held.get(slot.name, Filled(slot=slot.name, value="", source=given))
        for slot in slots_of(draft.pieces)
        if slot.name.startswith(SENTENCE)
    ]
    body = _letter(draft.language, tone, sentences)
    return draft.model_copy(update={"tone": tone, "body": body, "reworded": ""})


def altered(draft: Draft, text: str) -> list[str]:
    """The slots of those sentences that do not stand in a text as the documents have them."""
    flat = " ".join(text.split())
    return [each.slot for each in draft.filled if _cites(each) and each.value not in flat]


def quoted_in(text: str, answer: Answer) -> list[Passage]:
    """The passages of which sentences stand in a text, word for word."""
    flat = " ".join(text.split())
    said = [each.number for each in answer.sentences if " ".join(each.text.split()) in flat]
    return [answer.passages[number - 1] for number in said]


def begun_with(draft: Draft, answer: Answer) -> list[Passage]:
    """The passages of which sentences stood in a reply before anybody changed it."""
    return quoted_in("\n".join(each.value for each in draft.filled if _cites(each)), answer)


def _cites(filled: Filled) -> bool:
    return filled.source.kind == "document"


def _letter(language: Language, tone: Tone, sentences: Sequence[Filled]) -> str:
    """The text with its slots."""
    foreign = any(_foreign(each, language) for each in sentences)
    other = "-other" if foreign else ""
    return say(
        f"quoted-letter-{tone}",
        language,
        customer=f"{{{CUSTOMER}}}",
        agent=f"{{{WRITER}}}",
        lead=say(f"quoted-lead{other}", language),
        sentences="\n".join(_lines(sentences, language)),
        close=say(f"quoted-close{other}", language),
    )


def _lines(sentences: Sequence[Filled], language: Language) -> Iterable[str]:
    several = "- " if len(sentences) > 1 else ""
    for each in sentences:
        slot = f"{{{each.slot}}}"
        if _foreign(each, language):
            # Braces would be slots; titles are seldom so wild.
            title = each.source.place.translate(_BRACES)
            slot = say("quoted-line-other", language, sentence=slot, title=title)
        yield f"{several}{slot}"


def _foreign(sentence: Filled, language: Language) -> bool:
    return _cites(sentence) and language_of(sentence.value) != language


def _checks(answer: Answer, passages: Sequence[Passage], language: Language) -> Iterable[str]:
    yield say("quoted-check-meaning" if answer.by_meaning else "quoted-check", language)
    if answer.unanswered:
        yield say("quoted-check-open", language, questions=" / ".join(answer.unanswered))
    closed = {team for passage in passages for team in passage.audience} - {EVERYONE}
    if closed:
        yield say("quoted-check-teams", language, teams=", ".join(sorted(closed)))
