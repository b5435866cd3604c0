"""How many there would be of each resource: "再多两个人", "with only 8 people", "one person fewer".

It reads one clause and knows how many there are now, so that differences become totals.
"""

import re
from collections.abc import Iterator, Sequence

from knowledge import lazily
from knowledge.numbers import NUMBER, fold
from tools.plan import Resource
from tools.wording.names import mentions
from tools.wording.quantities import PEOPLE, Quantity, count, is_people, quantities, singular

_MORE = re.compile(
    r"(?:再|另外|额外|多|增加|增派|加派|加|补充|招|添|租|借|雇|买)了?(?:来|有|派|给|加|上|招|多|添)?了?\s?$|"
    r"(?<![a-z])(?:add(?:ed|ing)?|hired?|extra|additional|plus|gain(?:ed)?|borrow(?:ed)?)(?: another)?\s?$"
)
_FEWER = re.compile(
    r"(?:少|减少|走|缺|裁|抽走|调走|病)了?(?:掉|去|来)?了?\s?$|(?<![a-z])(?:los(?:e|t|ing)|minus|without|short of|"
    r"remov(?:e|ed)|fewer by)\s?$"
)
_MORE_AFTER = re.compile(
    r"\s?(?:more|extra|additional(?:ly)?|come(?:s)?(?! off)|came|join(?:s|ed)?|help(?:s|ed)?(?: out)?|加入|过来|来帮忙|帮忙|支援)(?![a-z])"
)
_FEWER_AFTER = re.compile(
    r"\s?(?:fewer|less|short(?:er)?|(?:is|are|was|were|calls?|called|goes|went)? ?(?:off|out sick|in sick|sick|ill|absent|away|missing)"
    r"|le(?:ft|aves?)|请假|生病|病了|缺勤|不在|离开|走了|休假|没来|来不了|离职)(?![a-z])"
)
_LESS = ("少", "减少", "减")
_PEOPLE_BY = re.compile(
    rf"人手?(?:再)?(?P<sign>多|增加|加|少|减少|减)了?(?P<number>{NUMBER})个?(?![到一-龥])(?![些点下])"
)
_BARE_PEOPLE = lazily.compile(
    rf"(?:(?:we|there)(?: (?:are|were|had)|'re) (?:only |just )?({NUMBER})|({NUMBER}) of us|(?:team|crew|staff) of ({NUMBER})"
    rf"|(?:人手|人数|人员|人)(?:改[为成]|变[为成]|增加到|减少?到|降到|加到|是|为|只有|有|到)({NUMBER})个?)(?=\s*(?:$|[^\w\s]|呢|of us))"
)


_LED = re.compile(r"(?:的?(?:人数|数量))?(?:就|只|都)?(?:增|加|减|少|改|变|升|降|到|为|成)+\s*$")
"""Between those who are counted and their number."""
_SHORT_BY = re.compile(
    rf"(?<![a-z])we(?: are| were| would be|'re|'d be) (?P<number>{NUMBER}) (?:short|down|under)(?![a-z])"
)


class Headcount:
    """The resources of a problem, with their numbers as a message changes them."""

    def __init__(self, resources: Sequence[Resource]) -> None:
        self._resources = resources
        self._names = [resource.name for resource in resources]
        self._there = {resource.name: resource.capacity for resource in resources}

    def read(self, clause: str) -> Iterator[tuple[str, int]]:
        """Each resource that `clause` gives another number, with that number."""
        found = False
        for quantity in quantities(clause):
            name = self._led(clause[: quantity.start]) or self._meant(quantity)
            if name is not None:
                found = True
                yield self._note(name, _sign(clause, quantity), quantity.amount)
        if not found:
            yield from self._bare(clause)

    def _bare(self, clause: str) -> Iterator[tuple[str, int]]:
        """ "There were 8 of us", "人少两个": people without a noun beside the number."""
        people = people_among(self._resources)
        if people and (short := _SHORT_BY.search(clause)) and (few := count(short["number"])):
            yield self._note(people, -1, few)
            return
        match = _PEOPLE_BY.search(clause) or _BARE_PEOPLE.search(clause)
        if people is None or match is None:
            return
        signs = match.groupdict()
        amount = count(next(group for group in match.groups()[::-1] if group))
        if amount is not None:
            sign = (-1 if signs["sign"] in _LESS else 1) if "sign" in signs else 0
            yield self._note(people, sign, amount)

    def _note(self, name: str, sign: int, amount: int) -> tuple[str, int]:
        self._there[name] = self._there.get(name, 0) + sign * amount if sign else amount
        return name, self._there[name]

    def _led(self, before: str) -> str | None:
        """Whom a number counts that has no noun of its own: 麻醉师增加到2名."""
        led = _LED.search(before)
        words = before[: led.start()] if led else ""
        return next((name for name in self._names if words.endswith(fold(name))), None)

    def _meant(self, quantity: Quantity) -> str | None:
        """The resource that a noun means: the one called so, else people for any kind of worker."""
        for noun in (singular(quantity.words), quantity.noun):
            for name in self._names:
                if singular(fold(name)) == noun:
                    return name
        if self._titled(quantity.words):
            return None
        if quantity.noun == PEOPLE:
            return people_among(self._resources)
        like = mentions(quantity.words, self._names)
        return like[0].name if like else None

    def _titled(self, words: str) -> bool:
        """Whether those are known by name: 医生 are 梁医生 and 魏医生, and no others."""
        named = (fold(each.name) for each in self._resources if each.named)
        return not words.isascii() and any(name.endswith(words) for name in named)


def people_among(resources: Sequence[Resource]) -> str | None:
    """The resource that holds people: the only one there is, or the one called so. Where people
    are told apart by name only, `people`, which is then no resource: nobody is meant."""
    names = [resource.name for resource in resources]
    if len(names) == 1:
        return names[0]
    named = [name for name in names if fold(name) in (PEOPLE, "人", "人员")]
    named = named or [name for name in names if is_people(name)]
    if not named and any(each.kind == "people" for each in resources):
        return PEOPLE
    return named[0] if len(named) == 1 else None


def _sign(clause: str, quantity: Quantity) -> int:
    """1 for so many more, -1 for so many fewer, 0 for so many in all."""
    before = clause[max(0, quantity.start - 20) : quantity.start]
    if quantity.more in {"fewer", "less"} or _FEWER_AFTER.match(clause, quantity.end):
        return -1
    if _FEWER.search(before):
        return -1
    if quantity.more:
        return 1
    return 1 if _MORE.search(before) or _MORE_AFTER.match(clause, quantity.end) else 0
