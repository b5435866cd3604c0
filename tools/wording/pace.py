"""“10 % longer”, “慢两成”: by how much of itself something changes, and what is said of all work."""

import re
from collections.abc import Collection
from fractions import Fraction

from knowledge import lazily
from knowledge.numbers import NUMBER, fold, number
from tools.plan.rewrites import SetPace
from tools.wording.names import mentions

_PERCENT = lazily.compile(
    rf"(?P<percent>{NUMBER}) ?(?:%|(?:percent|per cent|pct)(?![a-z]))|百分之(?P<hundredths>{NUMBER})|"
    rf"(?P<tenths>[一二两三四五六七八九\d])成(?P<half>半)?(?!为|了)|(?P<parts>{NUMBER})分之(?P<of>{NUMBER})|"
    r"(?<![a-z])(?:a|one) (?P<part>half|third|quarter|fifth|tenth)(?![a-z])"
)
_PARTS = {"half": 2, "third": 3, "quarter": 4, "fifth": 5, "tenth": 10}
_LONGER = re.compile(
    r"多(?!少)|[慢拖超涨长]|增加|延|(?<![a-z])(?:longer|more|extra|additional\w*|slow\w*|over\w*|increas\w+|late|on top)(?![a-z])"
)
_SHORTER = re.compile(
    r"(?<!多)少|[短快减省压]|提[前速]|(?<![a-z])(?:shorter|shorten\w*|less|fewer|fast\w*|quick\w*|sav\w+|cut|off|reduc\w+|speed\w*|sped)(?![a-z])"
)
_TO = re.compile(r"[到成为](?=\D{0,2}$)|(?<![a-z])(?:to|only|just|in)(?: only| just)? ?$")
_ALL = re.compile(
    r"所有|全部|全都|通通|统统|一切|每[一]?[个项道件]|各[个项道]|[事活]儿?都|任务都|工序都|都[要得会]?[多少慢快]|整体|整个|大家|大伙|"
    r"(?<![a-z])(?:everything|everyone|everybody|all|each|every|the whole|any (?:task|job|step))(?![a-z])"
)
_CLAUSE = re.compile(
    r"(?:(?!(?<![a-z])(?:and|but|while)(?![a-z])|并且|而且|以及|同时)[^，；。！？!?;\n,])+"
)
_OTHER = re.compile(
    r"人(?!人)|名|班|优先|价|成本|(?<![a-z])(?:people|staff|workers|crew|hands|shifts?|hours|priorit\w+|costs?|money)(?![a-z])"
)
"""What else can be more or less than the time that work takes."""


def share(text: str) -> Fraction | None:
    """How many times as much as now, where a text says so in hundredths, tenths or other parts and
    whether it is more or less; None otherwise."""
    said = _PERCENT.search(text)
    if said is None:
        return None
    part = _part(said)
    if _SHORTER.search(text):
        return part if _TO.search(text[: said.start()]) else 1 - part
    if _LONGER.search(text):
        return 1 + part
    return None


def _part(said: re.Match[str]) -> Fraction:
    whole = said["percent"] or said["hundredths"]
    if whole is not None:
        return (number(whole) or Fraction(0)) / 100
    if said["tenths"] is not None:
        return (number(said["tenths"]) or Fraction(0)) / 10 + Fraction(
            5 if said["half"] else 0, 100
        )
    if said["parts"] is not None:
        return (number(said["of"]) or Fraction(0)) / max(1, number(said["parts"]) or 1)
    return Fraction(1, _PARTS[said["part"]])


def paced(message: str, names: Collection[str]) -> tuple[SetPace, str] | None:
    """What a clause says of the time that all work takes, and the message without that clause.

    Args:
        names: of tasks and resources; a clause that names one of them is about that one.
    """
    text = fold(message)
    for clause in _CLAUSE.finditer(text):
        times = share(clause[0]) if _ALL.search(clause[0]) else None
        if times is None or _OTHER.search(clause[0]):
            continue
        if not any(each.exact for each in mentions(clause[0], list(names))):
            rest = text[: clause.start()] + text[clause.end() :]
            return SetPace(percent=round(100 * times)), rest
    return None
