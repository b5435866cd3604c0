"""What became of a template, in the audit log. Without its id, which may be made of a customer's
words; the print tells one template from another."""

from hashlib import sha256

from agent.audit import Audit, Event
from knowledge.templates.record import Template
from tools.person import Person


def note(audit: Audit, person: Person, event: Event, template: Template, intent: str) -> None:
    """
    Args:
        intent: of the template; empty if it may be made of a customer's words, too.
    """
    told = {"version": template.version, "audience": template.audience}
    told["template"] = sha256(template.id.encode()).hexdigest()[:16]
    audit.write(person.id, event, intent, **told)
