"""How many people, of each trade and of each machine there are in all, as a message says."""

import re
from collections.abc import Iterator, Sequence

from knowledge.numbers import NUMBER, fold
from tools.prose.headline import closing, roster
from tools.prose.machines import Stock
from tools.prose.records import Said
from tools.prose.workers import Worker, workers
from tools.wording.durations import durations
from tools.wording.quantities import PEOPLE, count

_PEOPLE_EN = "people|persons?|workers?|staff|colleagues?|helpers?|clerks?|men"
_NOTHING_ELSE = rf"(?![\w:%]|[.,]\d|[ -]?(?!(?:{_PEOPLE_EN}|of us|in|on|available|today|this|now|and|with|but|so|here)(?![a-z]))[a-z])"
"""Behind a number that counts nothing else: "we have three tasks", "we are 10 minutes late"."""
_TOTAL_PLACES = (
    re.compile(
        rf"(?<![a-z])(?:we are|we're|there are(?: only)?|there're|staff:?|us:?|we have(?: only)?|we've got|i have|we can count on) (?:just |only |about )?(?P<number>{NUMBER}){_NOTHING_ELSE}"
        r"(?: of us)?(?: in (?:all|total))?(?: (?P<noun>people|of us|staff|persons?|workers?|colleagues?|clerks?(?: available)?|helpers?(?: in all)?|men))?(?: (?:on shift|available|today|in all|in total|this morning))*"
    ),
    re.compile(rf"(?:(?:needs |takes )?all )(?P<number>{NUMBER}) of us"),
    re.compile(rf"(?<![^\n.!?] )(?<![a-z])(?P<number>{NUMBER}) of us are(?: [a-z]+ing)?(?![a-z])"),
    re.compile(
        rf"(?P<number>{NUMBER}) (?:people|of us|clerks|helpers|staff|colleagues|workers)(?: are)? (?:in total|in all|on shift|available|altogether|today|on duty|here)(?! (?:to|for|who|is|are)(?![a-z]))"
    ),
    re.compile(
        rf"(?:crew|team|staff) ?(?:of|:) ?(?P<number>{NUMBER})(?: people)?(?! (?:people )?for (?:both|all|each))"
    ),
    re.compile(rf"(?:^|\n)(?P<number>{NUMBER}) people(?=,)"),
    re.compile(
        rf"(?<![a-z])(?:(?:people|staff|workers) available|available(?: people| staff| workers)?|headcount)(?: is| are|:) (?P<number>{NUMBER})(?: (?:{_PEOPLE_EN}))?(?![\w:]|[.,]\d| [a-z])"
    ),
    re.compile(
        rf"(?<![需要用由派])(?:有|共)?(?P<number>{NUMBER})\s?[个名位]?(?:人手|人员|工人|员工|人)\s?(?:可用|可以用|能用|可供安排|可以?安排|可以?调配|可以?调用)"
    ),
    re.compile(
        rf"(?:可用|能用的?|现有|可供安排的?|可调配的?|目前有|今天有)(?:的)?(?:人手|人员|人数|工人|员工)?[:：]?\s?(?:有|是|为|共)?\s?(?P<number>{NUMBER})\s?[个名位]?人(?!份)"
    ),
    re.compile(
        rf"(?:一共|总共|共有?|共计|合计|到岗|只有|就)\s?(?:有)?(?P<number>{NUMBER})\s?[个名]?人(?!份)"
    ),
    re.compile(
        rf"(?:人手|人员|人数)[:：]?\s?(?:一共|总共|共|就|只有|有)?(?P<number>{NUMBER})\s?[个名]?人?"
    ),
    re.compile(
        rf"(?:我们|店里|班里|队里|我们组|车间|部门)(?:班|组|队)?(?:一共|总共|共)?(?:有)?\s?(?P<number>{NUMBER})\s?[个名]?人(?=[，,。；;、）)\n]|$)"
    ),
    re.compile(
        rf"(?:我们|咱们?)(?:就|只有|一共)?(?P<number>(?:[俩仨](?=\s*[，,。；;：:、\n]|$)|{NUMBER}(?=\s?[个名]?人[^，,。；;\n]*[：:])))"
    ),
)


_LAST = re.compile(r"(?<=[.。;；!！?？\n])\s*(?P<words>[^.。;；!！?？\n]{2,24})[.。!！]*\s*\Z")
"""A last sentence; where it only counts people, it is a total: "... Three clerks." """


def total_places(text: str) -> Iterator[tuple[tuple[int, int], int]]:
    low = fold(text)
    for pattern in _TOTAL_PLACES:
        for match in pattern.finditer(low):
            amount = count(match["number"])
            if amount and match["number"] not in ("a", "an"):
                yield match.span(), amount
    for worker in roster(text):
        if worker.noun == PEOPLE:
            yield (worker.start, worker.end), worker.amount
    last = _LAST.search(text)
    for worker in workers(last["words"]) if last else ():
        whole = worker.end - worker.start >= len(last["words"].strip()) if last else False
        if last and whole and worker.noun == PEOPLE and worker.amount:
            yield last.span(), worker.amount
    for worker in closing(text):
        if worker.noun == PEOPLE:
            yield (worker.start, worker.end), worker.amount


_TRADES_THERE = re.compile(
    r"一共|共(?=[\d一二两三四五六七八九十])|另算|借来|有|with (?:\d|one|two|three|four|five|six|seven|eight|nine|ten)|都在|在[岗场班]|当班|可用|名(?=[）)，,。\n]|$)|booked|on top|of (?:them|us|whom)|two of them|we(?:'ve| have)|there are"
)


def trade_totals(text: str) -> Iterator[Worker]:
    """Trades that are counted in sentences without a duration: "two electricians booked"."""
    there = [*roster(text), *closing(text)]
    yield from (worker for worker in there if worker.noun != PEOPLE)
    place = 0
    for sentence in re.split(r"(?<=[。\n!！?？])|(?<=\. )", text):
        if not durations(sentence) and _TRADES_THERE.search(fold(sentence)):
            for worker in workers(sentence):
                if worker.noun != PEOPLE:
                    yield worker._replace(start=place + worker.start, end=place + worker.end)
        place += len(sentence)


def totals(text: str, things: Sequence[Stock]) -> dict[str, Said]:
    found: dict[str, Said] = {}
    for worker in trade_totals(text):
        found.setdefault(worker.noun, Said(worker.amount, text[worker.start : worker.end]))
    for (start, end), amount in total_places(text):
        found.setdefault(PEOPLE, Said(amount, text[start:end]))
    for each in things:
        found.setdefault(each.noun, Said(each.amount, text[each.start : each.end]))
    return found
