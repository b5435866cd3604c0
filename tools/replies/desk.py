"""What to say to a customer: templates that fit, with their blanks filled, or an answer from the
procedures, or a hand-over; never a bluff. It knows no page and no language model.

What a person may not see or what is over is left out before anything is compared or counted.
"""

import re
import threading
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cache
from random import Random

from knowledge.embed import Framed
from knowledge.feedback import Feedback
from knowledge.fields import FIELDS
from knowledge.language import language_of
from knowledge.nearness import Meaning
from knowledge.passage import Passage
from knowledge.templates.record import Template, Tone
from knowledge.templates.store import Templates
from tools.handover import Handover, Reason, Urgency
from tools.person import Person
from tools.phrases import LANGUAGES, Language, say
from tools.replies.asking import asks
from tools.replies.cautions import cautions
from tools.replies.choosing import (
    alike_to,
    answers_better,
    choices_for,
    in_language,
    nearest,
    ready,
    seen_in,
    varied,
    worth_offering,
)
from tools.replies.drafting import Draft, draft_of
from tools.replies.examples import Remembering, built_in
from tools.replies.filling import Known, fill
from tools.replies.intents import Example, Intents, Recognised
from tools.replies.learning import useful
from tools.replies.owners import keeper, readers
from tools.replies.passing import dangerous, owner_of, reason_for
from tools.replies.questions import Search, answered, answering, left_open
from tools.replies.quoting import in_tone, quoted
from tools.replies.suggested import Case, Suggested, Suggestion
from tools.replies.told import Told

PER_INTENT = 60
"""Examples that are learnt of an intent; more make it slower and hardly better."""
DOUBTFUL = 0.2
"""Share from which an intent is worth a look although another one is likelier."""


class Desk:
    """Threads may share it; it learns again when templates change, also in other processes."""

    def __init__(
        self,
        templates: Templates,
        feedback: Feedback,
        embedder: Framed,
        chance: Random | None = None,
        examples: Sequence[Example] | None = None,
        fields: Callable[[], Iterable[str]] = lambda: FIELDS,
    ) -> None:
        """
        Args:
            chance: for exploration; None switches it off.
            examples: what customers write, by intent, beside what templates hold; those that come
                with Whyflow if not given.
            fields: of work that the house is in; what came with Whyflow for others is not offered.
        """
        self.templates, self.feedback = templates, feedback
        self._embedder = Remembering(embedder)
        self._meaning = Meaning(embedder)
        self._chance, self._fields = chance, fields
        self._examples = built_in() if examples is None else list(examples)
        self._lock = threading.Lock()
        self._learnt: tuple[int, Intents] | None = None

    def _usable(self, audiences: frozenset[str]) -> list[Template]:
        """What these teams may send, without examples of trades that the house is not in."""
        others = frozenset(FIELDS).difference(self._fields())
        usable = self.templates.usable(audiences)
        return [e for e in usable if e.field not in others or not self.templates.shipped(e)]

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
        heard = self.intents().recognise(case.message)
        theirs = self._usable(readers(person))
        told = _among_theirs(heard, theirs)
        search, near, alike = cache(search), self._meaning.near, self._meaning.alike
        procedures = [each for each in search(case.message) if not each.doubtful]
        shares = {} if told.status == "outside" else worth_offering(told.shares)
        usable = [each for each in theirs if each.intent in shares]
        known = Known(
            message=case.message,
            ticket=case.ticket,
            person=person.name,
            said_by="own" if keeper(person) else "house",
            procedures=procedures,
            seen=seen_in(usable),
        )
        chosen = self._chosen(usable, shares, known, wanted, tone, person)
        suggestions = tuple(
            Suggestion(draft=draft, share=shares[draft.intent], choices=choices_for(draft, known))
            for draft in chosen
        )
        answer = answered(case.message, answering(search, wanted, near, alike))
        if suggestions and asks(case.message):
            against = cautions(case.message, answer, search, wanted, near)
            suggestions = tuple(_cautioned(each, against) for each in suggestions)
        clear = told.status == "recognised" and bool(suggestions)
        guessed = answer is not None and answer.guessed(wanted)
        better = answer is not None and (
            not clear or answers_better(case.message, answer, suggestions[0].draft)
        )
        answer = None if guessed and not better else answer
        reason = reason_for(told, bool(suggestions), answer, dangerous(heard, case.message))
        if answer is not None and not answer.contradicting:
            known = replace(known, said=self.said_by(person)[wanted])
            draft = quoted(answer, wanted, tone, next(iter(shares), ""), known)
            quote = Suggestion(draft=draft, share=0, choices=choices_for(draft, known))
            last = reason != "risk" and (guessed or not better)
            suggestions = (*suggestions, quote) if last else (quote, *suggestions)
        open_ = left_open(case.message, answer)
        handover = _handover(case, told, reason, procedures, wanted, open_) if reason else None
        return Suggested(
            status=told.status,
            suggestions=suggestions,
            answer=answer,
            handover=handover,
            passages=tuple(procedures),
        )

    def template_for(self, message: str, person: Person, language: Language) -> Template | None:
        """What this person may say to somebody who clearly wants something; None where that is not
        clear, or there is no template for it."""
        theirs = self._usable(readers(person))
        told = _among_theirs(self.intents().recognise(message), theirs)
        if told.status != "recognised":
            return None
        meant = [each for each in theirs if each.intent == told.intent]
        spoken = in_language(meant, language)
        alike = alike_to(message, spoken)
        return max(spoken, key=lambda each: alike[each.id], default=None)

    def in_tone(self, draft: Draft, tone: Tone, person: Person) -> Draft:
        """The draft in another tone with all its values.

        Raises:
            KnowledgeError: `no-template`, its template is gone.
        """
        if draft.quoted:
            return in_tone(draft, tone)
        template = self.templates.get(draft.template, readers(person))
        return draft_of(template, tone, (*draft.filled, *draft.spare))

    def said_by(self, person: Person) -> dict[Language, dict[str, str]]:
        """Language -> slot -> what a person says each time."""
        said: dict[Language, dict[str, str]] = {language: {} for language in LANGUAGES}
        for each in self.templates.sayings(keeper(person)):
            for language in LANGUAGES:
                if each.language in (language, ""):
                    said[language][each.slot] = each.value
        return said

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
            for cue in template.found_by:
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
        spoken = in_language(usable, language)
        alike = alike_to(known.message, spoken)
        spoken = nearest(spoken, alike)
        said = self.said_by(person)
        drafts = {
            each.id: draft_of(
                each, tone, fill(each.slots(tone), replace(known, said=said[each.language]))
            )
            for each in spoken
        }
        fits = {
            each.id: shares[each.intent]
            * (0.5 + 0.3 * alike[each.id] + 0.2 * ready(drafts[each.id]))
            for each in spoken
        }
        tallies = self.feedback.tallies(team_of(person), list(shares))
        worth = useful(fits, tallies, self._chance)
        return [drafts[id] for id in varied(worth, {each.id: each.intent for each in spoken})]


def _among_theirs(told: Recognised, usable: Sequence[Template]) -> Recognised:
    """What was recognised, among the intents that these teams have templates for. Where
    something else is likelier than all of them, it is none of theirs, or not clear."""
    mine = {template.intent for template in usable}
    kept = tuple((intent, share) for intent, share in told.shares if intent in mine)
    if kept[:1] == told.shares[:1] or told.status == "outside":
        return Recognised(told.status if kept else "outside", kept, told.outside)
    best = max((share for _, share in kept), default=0.0)
    return Recognised("unclear" if best >= DOUBTFUL else "outside", kept, told.outside)


def team_of(person: Person) -> str:
    """Whose habits count: the person's teams together, or the whole house."""
    return "+".join(sorted(person.teams)) or "everyone"


def intent_name(intent: str, language: Language) -> str:
    """What an intent is called; a house's own by its own name."""
    try:
        return say(f"intent-{intent}", language)
    except KeyError:
        return re.sub(r"[-_]", " ", intent)


def _cautioned(suggestion: Suggestion, against: Sequence[Told]) -> Suggestion:
    """With the rules that may say no among what to look at."""
    draft = suggestion.draft
    told = [say("draft-check-rule", draft.language, sentence=each.text) for each in against]
    return suggestion.model_copy(
        update={"draft": draft.model_copy(update={"checks": (*told, *draft.checks)})}
    )


def _handover(
    case: Case,
    told: Recognised,
    reason: Reason,
    procedures: Sequence[Passage],
    language: Language,
    unanswered: Sequence[str],
) -> Handover:
    intents = [intent_name(intent, language) for intent, _ in told.shares[:2]]
    both = len(intents) > 1 and told.status == "unclear"
    asked = say("handover-which", language, one=intents[0], other=intents[1]) if both else ""
    urgency: Urgency = "now" if reason == "risk" else "normal"
    return Handover(
        reason=reason,
        summary=case.short,
        open_questions=(*([asked] if asked else []), *unanswered),
        suggested_owner=owner_of(procedures),
        urgency=urgency,
    )
