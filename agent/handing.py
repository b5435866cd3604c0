"""What becomes of conversations that were handed over, each step of it in the audit log: who did
what to which, and no word that a customer wrote."""

from collections.abc import Callable, Mapping, Sequence

from agent.audit import Audit
from knowledge.about import ANYBODY
from tools.handover import Handover
from tools.person import EVERYONE, Person
from tools.phrases import Names, SayableError
from tools.replies.handovers import HandedOver, Handovers

SHOWN = 12
"""Names that are told to who wrote one that nobody has."""


class Handing:
    """Hand-overs and their log. Every method raises what the same one of `Handovers` does."""

    def __init__(
        self, store: Handovers, audit: Audit, names: Callable[[], Sequence[str]] | None = None
    ) -> None:
        """
        Args:
            names: the teams and colleagues that there are now; None where nobody is known.
        """
        self.store = store
        """To be read from."""
        self._audit, self._names = audit, names

    def called(self, name: str) -> str:
        """A team or colleague as the house writes them; empty if there is none of that name. Where
        nobody is known, anybody may be meant."""
        if self._names is None:
            return name
        wanted = _plain(name)
        if wanted in ANYBODY:
            return EVERYONE
        return next((each for each in self._names() if _plain(each) == wanted), "")

    def give(
        self,
        person: Person,
        handover: Handover,
        to: str,
        message: str = "",
        ticket: Mapping[str, str] | None = None,
    ) -> HandedOver:
        """Hand a conversation over.

        Raises:
            SayableError: also `handover-stranger`, nobody would ever see it.
        """
        found = self.called(to)
        if to.strip() and not found and self._names is not None:
            names = self._names()
            known = Names(names[:SHOWN], more=len(names) > SHOWN)
            raise SayableError("handover-stranger", name=to.strip(), known=known)
        given = self.store.give(person, handover, found, message, ticket)
        told = {"to": given.to, "reason": handover.reason, "urgency": handover.urgency}
        self._audit.write(person.id, "handover-given", str(given.number), **told)
        return given

    def take(self, number: int, person: Person) -> HandedOver:
        """Look after one."""
        taken = self.store.take(number, person)
        self._audit.write(person.id, "handover-taken", str(number))
        return taken

    def give_back(self, number: int, person: Person) -> HandedOver:
        """Leave one to others again."""
        back = self.store.give_back(number, person)
        self._audit.write(person.id, "handover-returned", str(number))
        return back

    def finish(self, number: int, person: Person, note: str) -> HandedOver:
        """It is done, with what became of it."""
        done = self.store.finish(number, person, note)
        self._audit.write(person.id, "handover-closed", str(number), characters=len(done.note))
        return done

    def erase(self, number: int, person: Person) -> None:
        """Nothing of it is left but that it was erased."""
        self.store.erase(number, person)
        self._audit.write(person.id, "handover-erased", str(number))


def _plain(name: str) -> str:
    return " ".join(name.split()).casefold()
