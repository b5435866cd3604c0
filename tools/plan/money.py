"""Cost in the unit of money that the user gave prices in, wherever a value leaves as JSON.

Prices are for hours and times are minutes, so the solver counts in sixtieths, which are whole. In
JSON a cost is a number with a fraction (101.5), and such a number is read back as sixtieths.
"""

from typing import Any

from pydantic import field_serializer, model_validator

from tools.record import Record

PARTS = 60
VALUES = ("objective", "bound", "value", "before", "after", "least", "most")


class Valued(Record):
    """A record with a `goal` and values of it, some of `VALUES`."""

    @field_serializer(*VALUES, when_used="json", check_fields=False)
    def _in_money(self, value: int | None) -> int | float | None:
        return value if value is None or self.goal != "cost" else value / PARTS  # type: ignore[attr-defined]

    @model_validator(mode="before")
    @classmethod
    def _from_money(cls, data: Any) -> Any:
        if not isinstance(data, dict) or data.get("goal") != "cost":
            return data
        money = {name: data[name] for name in VALUES if isinstance(data.get(name), float)}
        return data | {name: round(value * PARTS) for name, value in money.items()}
