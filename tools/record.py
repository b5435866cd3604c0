"""What every record of the domain is made of: frozen, checked at birth, errors said in sentences.

PlanError(SayableError)   it cannot be planned as asked: what, the value, what would be right
"""

import math
import reprlib
import unicodedata
from collections.abc import Mapping, Sequence
from typing import Annotated, Any, Never, Self

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    PlainSerializer,
    Strict,
    ValidationError,
)
from pydantic_core import PydanticCustomError

from tools.phrases import Language, SayableError, say

MAX_CAPACITY = 1_000_000
MAX_NAME = 200  # characters
UNNAMED = "?"
"""A task or a calendar in an error, until it is known which."""

KINDS = {
    "model_type": "not-an-object",
    "dict_type": "not-an-object",
    "list_type": "not-a-list",
    "tuple_type": "not-a-list",
    "string_type": "not-text",
    "bool_type": "not-a-flag",
}
"""What pydantic calls a value of the wrong kind, and what is said of it."""

OWNERS = {"tasks": "task", "resources": "resource", "calendars": "calendar"}
"""Lists of a problem, and what they hold."""

SHORT = reprlib.Repr()
SHORT.maxstring = SHORT.maxother = 60


class PlanError(SayableError):
    """It cannot be planned as asked: what, the value, what would be right."""


class PlacedError(PlanError):
    """As another error that names no owner, with whose value it is."""

    def __init__(self, cause: PlanError, kind: str, name: str) -> None:
        super().__init__(cause.key, **cause.values)
        self.kind, self.name = kind, name

    def say(self, language: Language) -> str:
        sentence = super().say(language)
        return say(f"error-of-{self.kind}", language, name=self.name, error=sentence)


def placed(cause: PlanError, kind: str, name: object) -> PlanError:
    """The error with its owner (`task`, `resource` or `calendar`), unless it names one already."""
    known = isinstance(cause, PlacedError) or name in cause.values.values()
    if known or not isinstance(name, str) or not name.strip():
        return cause
    return PlacedError(cause, kind, short(name)[1:-1])


class Record(BaseModel):
    """Base of everything that travels: frozen, no unknown fields, docstrings become the schema."""

    model_config = ConfigDict(
        frozen=True, extra="forbid", use_attribute_docstrings=True, allow_inf_nan=False
    )

    @classmethod
    def read(cls, data: object) -> Self:
        """`data` (parsed JSON) as this record.

        Raises:
            PlanError: the first thing that is wrong, with its place and value.
        """
        try:
            return cls.model_validate(data)
        except ValidationError as error:
            raise complaint(error.errors(), data) from None


def complaint(errors: Sequence[Any], data: object) -> PlanError:
    """The first of pydantic's `errors` about `data`, as a sentence."""
    first = errors[0]
    cause, owner = first.get("ctx", {}).get("error"), _owner(data, first["loc"])
    if isinstance(cause, PlanError):
        unknown = [name for name, value in cause.values.items() if value == UNNAMED]
        cause.values.update(dict.fromkeys(unknown, owner))
        return _placed(cause, data, first["loc"])
    place = ".".join(short(part).strip("'") for part in first["loc"]) or "problem"
    place += "" if owner == UNNAMED else f" (“{short(owner)[1:-1]}”)"
    kind, value = first["type"], short(first["input"])
    if kind == "missing":
        return PlanError("missing-field", place=place)
    if kind == "extra_forbidden":
        return PlanError("unknown-field", place=place, value=value)
    if kind.startswith("int_") or kind == "finite_number":
        return PlanError("not-whole", place=place, value=value)
    if kind == "literal_error":
        known = first["ctx"]["expected"].replace(" or ", ", ")
        return PlanError("not-a-choice", place=place, value=value, known=known)
    if kind in KINDS:
        return PlanError(KINDS[kind], place=place, value=value)
    return PlanError("bad-field", place=place, value=value, rule=first["msg"])


def _placed(cause: PlanError, data: object, place: Sequence[int | str]) -> PlanError:
    """The error with the task, resource or calendar of a problem in which its place is."""
    kind = OWNERS.get(str(place[0])) if place else None
    if kind is None or place[-1] == "name":
        return cause
    return placed(cause, kind, _owner(data, place[:2]))


def _owner(data: object, place: Sequence[int | str]) -> str:
    """The name of the innermost record with one around a place in `data`; or the task that a row of
    a plan is about, where none has one."""
    found = UNNAMED
    for part in place:
        if isinstance(data, Mapping):
            data = data.get(part)
        elif isinstance(data, list | tuple) and isinstance(part, int):
            data = data[part]
        else:
            break
        if isinstance(data, Mapping):
            name = data.get("name", data.get("task") if found == UNNAMED else None)
            found = name if isinstance(name, str) else found
    return found


def short(value: object) -> str:
    """`value` as it is written, in at most 60 characters; never fails."""
    if isinstance(value, int) and abs(value) >= 10**15:  # Python writes no 4300 digits and more
        digits = int(math.log10(abs(value)))
        return f"{'-' if value < 0 else ''}10^{digits}"
    text = SHORT.repr(value)
    return text if len(text) <= 60 else text[:57] + "..."


def _one_line(text: str) -> str:
    return " ".join(text.split())


OneLine = Annotated[str, AfterValidator(_one_line)]


def _writable(text: str) -> bool:
    return not any(unicodedata.category(sign) in ("Cc", "Cs") for sign in text)


def _name(value: Any) -> str:
    if isinstance(value, int) and not isinstance(value, bool) and abs(value) < 10**15:
        value = str(value)
    text = _one_line(value) if isinstance(value, str) else ""
    if not text or len(text) > MAX_NAME or not (text.isprintable() or _writable(text)):
        raise PlanError("bad-name", value=short(value), limit=MAX_NAME)
    return text


def _whole(value: Any) -> Any:
    if isinstance(value, bool):  # to Python `True` is 1, to a person it is a slip
        raise PydanticCustomError("int_type", "Input should be a whole number")
    return value


Whole = Annotated[int, BeforeValidator(_whole)]
Flag = Annotated[bool, Strict()]
"""`true` or `false`; to pydantic alone 0 and "off" would do."""
Name = Annotated[str, BeforeValidator(_name)]


class Amounts(dict[str, int]):
    """A mapping that cannot be changed (`MappingProxyType` can be neither copied nor pickled)."""

    def _refuse(self, *_: object, **__: object) -> Never:
        raise TypeError("Amounts cannot be changed; make a new task with other demands.")

    __setitem__ = __delitem__ = __ior__ = _refuse
    clear = pop = popitem = setdefault = update = _refuse

    def __deepcopy__(self, memo: object) -> "Amounts":
        return self

    def __reduce__(self) -> tuple[type["Amounts"], tuple[dict[str, int]]]:
        return Amounts, (dict(self),)


def _amounts(value: Mapping[str, int]) -> Amounts:
    for resource, amount in value.items():
        if not 1 <= amount <= MAX_CAPACITY:
            raise PlanError(
                "bad-demand",
                task=UNNAMED,
                resource=resource,
                value=short(amount),
                limit=MAX_CAPACITY,
            )
    return Amounts(value)


Demands = Annotated[
    Mapping[Name, Whole],
    AfterValidator(_amounts),
    PlainSerializer(dict, return_type=dict[str, int]),
]
