"""What becomes of conversations that were handed over, each step of it in the audit log: who did
what to which, and no word that a customer wrote."""

from collections.abc import Mapping

from agent.audit import Audit
from tools.handover import Handover
from tools.person import Person
from tools.replies.handovers import HandedOver, Handovers


class Handing:
    """Hand-overs and their log. Every method raises what the same one of `Handovers` does."""

    def __init__(self, store: Handovers, audit: Audit) -> None:
        self.store = store
        """To be read from."""
        self._audit = audit

    def give(
        self,
        person: Person,
        handover: Handover,
        to: str,
        message: str = "",
        ticket: Mapping[str, str] | None = None,
    ) -> HandedOver:
        """Hand a conversation over."""
        given = self.store.give(person, handover, to, message, ticket)
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
