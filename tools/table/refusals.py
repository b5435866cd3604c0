"""Everything that is wrong in a table, told at once: who mends one cell should not be told of the
next one only then."""

from collections.abc import Iterator, Sequence

from tools.phrases import Language, say
from tools.record import PlanError
from tools.telling import listing


class Refusals(PlanError):
    """Several cells that cannot be read, in the order of their rows."""

    def __init__(self, each: Sequence[PlanError]) -> None:
        super().__init__(each[0].key, **each[0].values)
        self.each = tuple(each)

    def say(self, language: Language) -> str:
        """A sentence for the first cell of each kind, with how it would be right; then the places
        of the others."""
        alike: dict[str, list[PlanError]] = {}
        for error in self.each:
            alike.setdefault(error.key, []).append(error)
        return "\n\n".join(part for errors in alike.values() for part in _told(errors, language))


def _told(errors: Sequence[PlanError], language: Language) -> Iterator[str]:
    first, *others = errors
    yield PlanError(first.key, **first.values).say(language)
    if others:
        places = [_place(error, language) for error in others]
        yield say("cell-also", language, places=listing(places, language))


def _place(error: PlanError, language: Language) -> str:
    known = {"column": "name", "task": "", "value": ""} | error.values
    key = "cell-place" if known["value"] else "cell-row"
    return say(key, language, **known)


def refuse(errors: Sequence[PlanError]) -> None:
    """Raises what is wrong, if anything is."""
    if errors:
        raise Refusals(errors) if len(errors) > 1 else errors[0]
