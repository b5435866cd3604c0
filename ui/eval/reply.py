"""`whyflow eval reply`: is the right template suggested, are its blanks filled rightly, is nothing
left open, and does rephrasing change a fact?

On 200 questions of `bitext_cs`. The templates are made of its other rows by the same code that
turns a good reply into a template; whatever resembles a held-back question is left out (its rows
are variations of few sentences), and so is every answer to one.
"""

import csv
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Any

import numpy as np

from knowledge.feedback import Feedback
from knowledge.templates.record import Template
from knowledge.templates.slots import Slot
from knowledge.templates.store import Templates
from tools.person import SOMEBODY
from tools.replies.blanking import Origin
from tools.replies.desk import Desk
from tools.replies.drafting import Draft, DraftError
from tools.replies.examples import built_in
from tools.replies.intents import OUTSIDE
from tools.replies.letters import Letters
from tools.replies.making import template_from
from tools.replies.rephrasing import Rewords, reworded
from tools.replies.suggested import Case, Suggested
from ui import parts
from ui.eval import Asked
from ui.eval.adversary import ATTACKS, changed
from ui.eval.rows import Row, share

HELD_BACK = 200
ALIKE = 0.6
"""Cosine of letters and words from which a row is a variation of a held-back question."""
PER_INTENT = 40
TYPED = {"amount": "$20", "date": "12 May", "name": "Ann Lee", "number": "A-1001", "count": "2"}
"""What the staff type into the form, by kind of blank."""
SAME = {
    "order_id": r"(order|purchase)_(id|number)|number",
    "invoice_id": r"(invoice|bill)_(id|number)|number",
    "refund_amount": r"(refund_)?amount",
} | dict.fromkeys(("account_type", "person_name", "delivery_city", "delivery_country"), "")
SAME |= {slot: slot for slot, pattern in SAME.items() if not pattern}
"""What the rows call a thing -> what blanks for it are called in the replies."""
AMOUNT = re.compile(r"\$\d+|\d+ dollars")
"""Some rows about refunds hold an amount without saying so."""
BLANK = re.compile(r"[{}]|\[[A-Z][^\]]*\]|▢")


@dataclass(frozen=True)
class Question:
    """A row: what the customer wrote, and what it holds."""

    text: str
    intent: str
    slot: str
    value: str
    reply: str


def measure(asked: Asked) -> Sequence[Row]:
    files = sorted((asked.data / "bitext_cs").glob("*.csv"))
    if not files:
        return []
    held, rest = split(list(questions(files[0])))
    held = held[: max(1, round(asked.share * len(held)))]
    desk = _desk(rest, parts.embedder(asked.settings))
    found = []
    for number, question in enumerate(held):
        asked.tell(number, len(held))
        found.append(desk.suggest(Case(message=question.text), SOMEBODY, lambda _: ()))
    llm = parts.llm(asked.settings) if asked.llm else None
    return [*_chosen(held, found), *_finished(found, llm)]


def questions(file: Path) -> Iterator[Question]:
    """The rows; a value is the whole word that the row's offsets point at."""
    with file.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            text, value = row["instruction"], ""
            if row["entity_type"] and row["start_offset"]:
                start, end = int(row["start_offset"]), int(row["end_offset"])
                while start > 0 and re.match(r"[\w#$]", text[start - 1]):
                    start -= 1
                while end < len(text) and re.match(r"\w", text[end]):
                    end += 1
                value = text[start:end]
            slot, amount = row["entity_type"], AMOUNT.search(text)
            if not slot and amount:
                slot, value = "refund_amount", amount.group()
            yield Question(text, row["intent"], slot, value, row["response"])


def split(rows: Sequence[Question], seed: int = 1) -> tuple[list[Question], list[Question]]:
    """(held back, the rest without what resembles them)."""
    order = Random(seed).sample(range(len(rows)), HELD_BACK)
    held = [rows[place] for place in order]
    letters = Letters([row.text for row in rows])
    alike = (
        letters.rows([row.text for row in rows]) @ letters.rows([row.text for row in held]).T
    ).toarray()
    answers = {row.reply for row in held}
    same = np.array([[row.intent == other.intent for other in held] for row in rows])
    close = ((alike >= ALIKE) & same).any(axis=1)
    return held, [
        row for row, near in zip(rows, close, strict=True) if not near and row.reply not in answers
    ]


def _desk(rows: Sequence[Question], embedder: Any) -> Desk:
    templates = list(_templates(rows))
    examples = [(row.text, row.intent) for row in _few(rows, 60)]
    outside = [(text, intent) for text, intent in built_in() if intent == OUTSIDE]
    return Desk(Templates(None, templates), Feedback(None), embedder, examples=examples + outside)


def _few(rows: Sequence[Question], count: int) -> Iterator[Question]:
    """So many rows of each intent, spread over all of them."""
    by: dict[str, list[Question]] = {}
    for row in rows:
        by.setdefault(row.intent, []).append(row)
    for mine in by.values():
        yield from mine[:: max(1, len(mine) // count)][:count]


def _templates(rows: Sequence[Question]) -> Iterator[Template]:
    for number, row in enumerate(_few(rows, PER_INTENT)):
        values = {row.slot: row.value} if row.value else {}
        origin = Origin(row.text, values=values)
        made = template_from(row.reply, origin, row.intent, id=f"bitext-{number}")
        # The values are nobody's: they were made up for this.
        own = {"cues": (row.text,), "known": tuple(values.items()), "title": row.text[:80]}
        yield made.model_copy(update={"language": "en", **own})


def _chosen(held: Sequence[Question], found: Sequence[Suggested]) -> Iterator[Row]:
    first = third = right = slots = 0
    for question, suggested in zip(held, found, strict=True):
        intents = [each.draft.intent for each in suggested.suggestions]
        first += intents[:1] == [question.intent]
        third += question.intent in intents
        drafts = [s.draft for s in suggested.suggestions if s.draft.intent == question.intent]
        for draft in drafts[:1] or [s.draft for s in suggested.suggestions[:1]]:
            good, all_ = slots_right(draft, question)
            right, slots = right + good, slots + all_
    yield share("reply-in-three", third, len(held), 0.9)
    yield share("reply-first", first, len(held))
    yield share("reply-slots", right, slots, 0.98)


def slots_right(draft: Draft, question: Question) -> tuple[int, int]:
    """How many blanks that the customer's words could fill are as they should be, and how many
    there are: the right value in a blank for it, and none where there is nothing to fill in."""
    values = {name: each.value for name, each in draft.values.items()}
    names = {slot for slot, each in draft.values.items() if each.source.kind == "message"}
    names |= {name for name in (*values, *(s.name for s in draft.open)) if _meant(name, question)}
    right = 0
    for name in names:
        wanted = question.value if _meant(name, question) else ""
        right += _plain(values.get(name, "")) == _plain(wanted)
    return right, len(names)


def _meant(slot: str, question: Question) -> bool:
    """Is the slot for what the question holds?"""
    return bool(question.value) and re.fullmatch(SAME[question.slot], slot) is not None


def _plain(value: str) -> str:
    return re.sub(r"[^a-z0-9]+|dollars", "", value.lower())


def _finished(found: Sequence[Suggested], llm: Any) -> Iterator[Row]:
    drafts = [each.suggestions[0].draft for each in found if each.suggestions]
    early = sum(_sendable(draft) for draft in drafts if draft.open)
    done = [draft.with_values({slot.name: _typed(slot) for slot in draft.open}) for draft in drafts]
    left = sum(bool(BLANK.search(draft.text)) for draft in done)
    yield Row(f"reply-open:({len(done)})", left + early, "count", 0, most=True)
    hostile = Counter(name for name, attack in ATTACKS.items() for d in done if _spoilt(d, attack))
    name = f"reply-facts:({len(done)} x {len(ATTACKS)})"
    yield Row(name, hostile.total(), "count", 0, most=True, wrong=tuple(hostile))
    if llm is not None:
        from agent.rewording import rewords_with

        few = done[: max(1, len(done) // 10)]
        spoilt = sum(_spoilt(d, rewords_with(llm, d.tone, d.language)) for d in few)
        yield Row(f"reply-facts-llm:({len(few)})", spoilt, "count", 0, most=True)


def _sendable(draft: Draft) -> bool:
    try:
        return bool(draft.text)
    except DraftError:
        return False


def _typed(slot: Slot) -> str:
    return TYPED.get(slot.kind, slot.name.replace("_", " "))


def _spoilt(draft: Draft, rewords: Rewords) -> bool:
    values: Mapping[str, str] = {each.slot: each.value for each in draft.filled}
    told = reworded(draft.text, rewords, list(values.values()))
    return changed(draft.text, told, list(values.values()))
