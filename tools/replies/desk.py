"""What to say to a customer: templates that fit, with their blanks filled, or an answer from the
procedures, or a hand-over; never a bluff. It knows no page and no language model.

What a person may not see or what is over is left out before anything is compared or counted.
"""

import re
import threading
from collections.abc import Callable, Mapping, Sequence
from random import Random

from knowledge.embed import Embeds
from knowledge.feedback import Feedback
from knowledge.language import language_of
from knowledge.passage import Passage
from knowledge.templates.record import Template, Tone
from knowledge.templates.store import Templates
from tools.handover import Handover, Reason, Urgency
from tools.person import Person
from tools.phrases import Language, say
from tools.record import Record
from tools.replies.answering import Answer, answer_from
from tools.replies.drafting import Draft, draft_of
from tools.replies.examples import Remembering, built_in
from tools.replies.filling import Known, candidates, fill
from tools.replies.intents import Example, Intents, Recognised
from tools.replies.learning import useful
from tools.replies.letters import Letters

SHOWN = 3
PER_INTENT = 60
"""Examples that are learnt of an intent; more make it slower and hardly better."""
FILLED = 12
"""Templates of an intent that are tried."""
AGAIN = 0.5
"""What a second template of the same intent counts: three guesses should not be one."""
LEAST = 0.01
"""Share of an intent below which its replies are not offered beside a better one."""
DANGER = "healthcare-emergency-redirect"
ALARMING = 0.25
"""Share of `DANGER` from which somebody must be told at once."""

Search = Callable[[str], Sequence[Passage]]
"""A question -> procedures that the person may see."""


class Case(Record):
    """A customer who wants something."""

    message: str
    """What the customer wrote, all of it."""
    ticket: Mapping[str, str] = {}
    """Fields of the ticket, by their names."""

    @property
    def short(self) -> str:
        text = " ".join(self.message.split())
        return text if len(text) <= 160 else text[:157] + "..."


class Suggestion(Record):
    """A draft, and why it is suggested."""

    draft: Draft
    share: float
    """How likely it is that this is what the customer wants."""
    choices: Mapping[str, tuple[str, ...]] = {}
    """Open slot -> values of which one could be meant."""


class Suggested(Record):
    """What Whyflow has to say to a case."""

    status: str
    """`recognised`, `unclear` or `outside`."""
    suggestions: tuple[Suggestion, ...] = ()
    answer: Answer | None = None
    handover: Handover | None = None


class Desk:
    """Threads may share it; it learns again when templates change, also in other processes."""

    def __init__(
        self,
        templates: Templates,
        feedback: Feedback,
        embedder: Embeds,
        chance: Random | None = None,
        examples: Sequence[Example] | None = None,
    ) -> None:
        """
        Args:
            chance: for exploration; None switches it off.
            examples: what customers write, by intent, beside what templates hold; those that come
                with Whyflow if not given.
        """
        self.templates, self.feedback = templates, feedback
        self._embedder = Remembering(embedder)
        self._chance = chance
        self._examples = built_in() if examples is None else list(examples)
        self._lock = threading.Lock()
        self._learnt: tuple[int, Intents] | None = None

    def recognise(self, message: str, audiences: frozenset[str]) -> Recognised:
        """What a message asks for, among the intents that these teams have templates for."""
        told = self.intents().recognise(message)
        mine = {template.intent for template in self.templates.usable(audiences)}
        kept = tuple((intent, share) for intent, share in told.shares if intent in mine)
        return Recognised(told.status if kept else "outside", kept, told.outside)

    def suggest(
        self,
        case: Case,
        person: Person,
        search: Search,
        *,
        language: Language | None = None,
        tone: Tone = "warm",
    ) -> Suggested:
        """What could be said, the best first."""
        wanted = language or language_of(case.message)
        told = self.recognise(case.message, person.audiences)
        procedures = search(case.message)
        shares = {} if told.status == "outside" else _worth_offering(told.shares)
        usable = [each for each in self.templates.usable(person.audiences) if each.intent in shares]
        known = Known(
            message=case.message,
            ticket=case.ticket,
            person=person.name,
            house=self.templates.house(),
            procedures=procedures,
            seen=_seen(usable),
        )
        chosen = self._chosen(usable, shares, known, wanted, tone, person)
        suggestions = tuple(
            Suggestion(draft=draft, share=shares[draft.intent], choices=_choices(draft, known))
            for draft in chosen
        )
        answer = answer_from(case.message, procedures) if told.status != "recognised" else None
        handover = self._handover(case, told, bool(suggestions), answer, procedures, wanted)
        return Suggested(
            status=told.status, suggestions=suggestions, answer=answer, handover=handover
        )

    def intents(self) -> Intents:
        """The recogniser of what there is now."""
        stamp = self.templates.stamp()
        with self._lock:
            if self._learnt is None or self._learnt[0] != stamp:
                examples = [*self._examples, *self._cues()]
                texts = [text for text, _ in examples]
                vectors = self._embedder.examples(texts, self.templates)
                self._learnt = (stamp, Intents(examples, self._embedder, vectors))
            return self._learnt[1]

    def _cues(self) -> list[Example]:
        found, counts = list[Example](), dict[str, int]()
        for template in self.templates.all():
            for cue in template.cues:
                counts[template.intent] = counts.get(template.intent, 0) + 1
                if counts[template.intent] <= PER_INTENT:
                    found.append((cue, template.intent))
        return found

    def _chosen(
        self,
        usable: Sequence[Template],
        shares: Mapping[str, float],
        known: Known,
        language: Language,
        tone: Tone,
        person: Person,
    ) -> list[Draft]:
        spoken = _in_language(usable, language)
        alike = _alike(known.message, spoken)
        spoken = _nearest(spoken, alike)
        drafts = {each.id: draft_of(each, tone, fill(each.slots(tone), known)) for each in spoken}
        fits = {
            each.id: shares[each.intent]
            * (0.5 + 0.3 * alike[each.id] + 0.2 * _ready(drafts[each.id]))
            for each in spoken
        }
        tallies = self.feedback.tallies(team_of(person), list(shares))
        worth = useful(fits, tallies, self._chance)
        return [drafts[id] for id in _varied(worth, {each.id: each.intent for each in spoken})]

    def _handover(
        self,
        case: Case,
        told: Recognised,
        suggested: bool,
        answer: Answer | None,
        procedures: Sequence[Passage],
        language: Language,
    ) -> Handover | None:
        danger = dict(told.shares).get(DANGER, 0.0) >= ALARMING and told.status != "outside"
        reason = _reason(told, suggested, answer, danger)
        if reason is None:
            return None
        urgency: Urgency = "now" if danger else "normal"
        intents = [intent_name(intent, language) for intent, _ in told.shares[:2]]
        both = len(intents) > 1 and told.status == "unclear"
        asked = say("handover-which", language, one=intents[0], other=intents[1]) if both else ""
        return Handover(
            reason=reason,
            summary=case.short,
            open_questions=(asked,) if asked else (),
            suggested_owner=next((each.owner for each in procedures if each.owner), ""),
            urgency=urgency,
        )


def team_of(person: Person) -> str:
    """Whose habits count: the person's teams together, or the whole house."""
    return "+".join(sorted(person.teams)) or "everyone"


def intent_name(intent: str, language: Language) -> str:
    """What an intent is called; a house's own by its own name."""
    try:
        return say(f"intent-{intent}", language)
    except KeyError:
        return re.sub(r"[-_]", " ", intent)


def _reason(
    told: Recognised, suggested: bool, answer: Answer | None, danger: bool
) -> Reason | None:
    if danger:
        return "risk"
    if answer is not None and answer.contradicting:
        return "contradiction"
    if (told.status == "recognised" and suggested) or answer is not None:
        return None
    if told.status == "unclear" and suggested:
        return "unclear"
    return "outside" if told.status == "outside" else "no-template"


def _worth_offering(shares: Sequence[tuple[str, float]]) -> dict[str, float]:
    """The likeliest intent, and those that are more than a formality beside it; best first."""
    return {
        intent: share
        for place, (intent, share) in enumerate(shares)
        if not place or share >= LEAST
    }


def _seen(templates: Sequence[Template]) -> dict[str, list[str]]:
    found: dict[str, dict[str, None]] = {}
    for template in templates:
        for slot, value in template.known:
            found.setdefault(slot, {})[value] = None
    return {slot: list(values) for slot, values in found.items()}


def _in_language(templates: Sequence[Template], language: Language) -> list[Template]:
    """Those in a language; of an intent that has none, those in the other one."""
    spoken = [each for each in templates if each.language == language]
    served = {each.intent for each in spoken}
    return spoken + [each for each in templates if each.intent not in served]


def _alike(message: str, templates: Sequence[Template]) -> dict[str, float]:
    """How alike the message and what each template is found by are, 0 to 1."""
    if not templates:
        return {}
    texts = [" ".join((*each.cues, each.title)) for each in templates]
    letters = Letters(texts)
    found = (letters.rows(texts) @ letters.rows([message]).T).toarray()[:, 0]
    return {each.id: float(score) for each, score in zip(templates, found, strict=True)}


def _nearest(templates: Sequence[Template], alike: Mapping[str, float]) -> list[Template]:
    """Of each intent those that are most alike to the message: only these are filled."""
    counts: dict[str, int] = {}
    kept = []
    for each in sorted(templates, key=lambda each: -alike[each.id]):
        counts[each.intent] = counts.get(each.intent, 0) + 1
        if counts[each.intent] <= FILLED:
            kept.append(each)
    return kept


def _ready(draft: Draft) -> float:
    """How much of what the customer said is used, and how much of a draft is filled."""
    used = sum(each.source.kind in ("message", "ticket") for each in draft.filled)
    slots = len(draft.filled) + len(draft.open)
    return 0.7 * min(used, 2) / 2 + 0.3 * (len(draft.filled) / slots if slots else 1.0)


def _choices(draft: Draft, known: Known) -> dict[str, tuple[str, ...]]:
    found = {slot.name: tuple(candidates(slot, known)) for slot in draft.open}
    return {name: values for name, values in found.items() if values}


def _varied(worth: Mapping[str, float], intents: Mapping[str, str]) -> list[str]:
    """The most useful, where each further one of the same intent counts half."""
    left, chosen = dict(sorted(worth.items())), list[str]()
    while left and len(chosen) < SHOWN:
        best = max(left, key=lambda id: left[id])
        chosen.append(best)
        del left[best]
        left = {id: w * AGAIN if intents[id] == intents[best] else w for id, w in left.items()}
    return chosen
