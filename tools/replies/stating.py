"""Numbers, amounts and days that customers state: which of them is meant by a blank. A number right
behind the word of its kind is meant, whatever its length; a phone or a card never is. Where two
could be meant, none is."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

from knowledge.numbers import fold
from knowledge.templates.slots import Slot
from tools.personal.finding import Found, find, maybe_a_phone
from tools.replies.facts import Fact, facts_of

ABOUT = {
    "order": ("order", "purchase", "订单", "单号", "购买"),
    "purchase": ("order", "purchase", "订单"),
    "invoice": ("invoice", "bill", "发票", "账单"),
    "bill": ("invoice", "bill", "账单", "发票"),
    "fine": ("fine", "ticket", "penalty", "罚款", "罚单", "罚金"),
    "coupon": ("coupon", "code", "voucher", "promo", "券", "优惠码", "码"),
    "batch": ("batch", "lot", "批号", "批次", "批"),
    "application": ("application", "loan", "申请", "贷款"),
    "decision": ("decision", "notice", "ruling", "决定", "通知"),
    "card": ("card", "ending", "卡", "尾号"),
    "part": ("part", "料号", "件号", "备件"),
    "machine": ("machine", "model", "设备", "型号", "机器"),
    "tracking": ("tracking", "parcel", "运单", "快递单"),
    "refund": ("refund", "money back", "paid", "退", "付"),
    "transaction": ("payment", "charged", "transaction", "debit", "扣", "消费", "交易"),
    "fee": ("fee", "charge", "费"),
    "visit": ("visit", "appointment", "就诊", "看病"),
    "appointment": ("appointment", "booked", "预约", "号"),
    "customer": (), "number": (), "account": ("account", "账户", "账号"),
}  # fmt: skip
"""What a slot's first word is called in messages. A slot about anything else is never filled from
the customer's message: delivery dates, case numbers and reasons are for the house to say."""
HOUSE_SAYS = re.compile(
    r"new_|ready|deadline|due|until|available|callback|reply|quote|dispatch|ship|restock|"
    r"application_stage|decision_date|inspection|appointment_time$|case|report|reference|complaint"
)
NEAR = 30
"""Characters between a number and the word that says what it counts."""
_COUNTED = re.compile(
    r"\s?(?:[分元块个件双箱张次岁斤天月年]|小时|公里|积分|(?:points?|yuan|rmb|dollars?|euros?|days?|"
    r"weeks?|months?|years?|hours?|minutes?|pieces?|pcs|items?|times|people|km|kg|g|cm|mm)(?![a-z])|%)"
)
"""Behind a number that counts something, and so names nothing."""
_AND = re.compile(r"\s?(?:[/&和与及或]|以及|还有|,? ?(?:and|or)(?= ))\s?")
_COMMA = re.compile(rf"{_AND.pattern}|\s?[,、]\s?")
_SENTENCE_END = re.compile(r"[!?。！？\n]|\.(?!\d)")
_MODEL = re.compile(r"(?<![A-Za-z0-9])(?!(?:NO|NR|ID|SN|PO|REF|INV|ORD|RMA|SO)\b)[A-Z]{1,4}[ -]$")
"""Before the digits of a model, as it is written."""
_YEAR = re.compile(r"(?:19|20)\d\d")
_SINCE = re.compile(r"(?:\b(?:in|since|from|of|until|early|late|year|my|a|the)|[在自从年])\s?$")
PAID = ("refund", "transaction", "fee", "fine", "invoice", "bill", "coupon")
"""What amounts are about."""


_MARK = r"(?:\s?(?:number|no\b\.?|nr\b\.?|id\b|号码|编号|号))"
_IS = r"\s?(?:[:#]|is(?![a-z])|是|为)?\s?"
_OF_ITS_OWN = r"(?<![a-z运递流])"
"""A 运单号 is no 单号: another kind of number."""
LONG = 10
"""Digits of a phone that a word such as `order` before it makes no number of an order."""
_SIGNS = r"(?:#\s?)?[a-z]{0,5}[-/]?\d[a-z0-9-]*(?![a-z0-9])"


def stated(slot: Slot, message: str) -> tuple[int, int] | None:
    """Where the message says what belongs in the slot."""
    words = about(slot)
    if words is None:
        return None
    labelled = list(_labelled(slot, message, words))
    return _only(labelled or _meant(slot, message, words), message)


def _only(places: Sequence[tuple[int, int]], message: str) -> tuple[int, int] | None:
    """The first, if all say the same."""
    said = {fold(message[start:end]).lstrip("# ") for start, end in places}
    return places[0] if len(said) == 1 else None


def _labelled(slot: Slot, message: str, words: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Numbers right behind the word of their kind; where that is no more than `order`, they look
    like numbers of an order, and not like a mobile phone or a card."""
    if slot.kind != "number" or slot.name.endswith("digits"):
        return
    folded = fold(message)
    facts = [fact for fact in _numbers(message) if not _within(fact, _private(message, LONG))]
    for word in (each for each in words if len(each) > 1):
        mark = rf"{_MARK}?" if word.endswith("号") else rf"(?:{_MARK}|(?=\s?[:#]))"
        for found in re.finditer(rf"{_OF_ITS_OWN}{word}{mark}{_IS}({_SIGNS})", folded):
            if not _COUNTED.match(folded, found.end()):
                yield found.span(1)
        for at, fact in enumerate(facts):
            before = folded[max(0, fact.start - NEAR) : fact.start]
            if re.search(rf"{_OF_ITS_OWN}{word}\s?$", before):
                yield fact.start, fact.end
                yield from _joined(folded, facts[at:])


def _joined(folded: str, facts: Sequence[Fact]) -> Iterator[tuple[int, int]]:
    """Numbers that share the word of the first: “order 5531 and 5532”; behind a comma those of as
    many signs, as a phone may stand there too."""
    for one, other in pairwise(facts):
        alike = one.end - one.start == other.end - other.start
        sign = _COMMA if alike else _AND
        if not sign.fullmatch(folded, one.end, other.start):
            return
        yield other.start, other.end


def _meant(slot: Slot, message: str, words: Sequence[str]) -> list[tuple[int, int]]:
    """Those near such a word, or the only one there is."""
    facts = [fact for fact in of_kind(slot, message) if not _names_more(fact, message)]
    plain = slot.name == slot.kind  # `number`: of what, nobody said
    near = [fact for fact in facts if plain or _near(fact, message, words)]
    rivals = PAID if slot.kind == "amount" else ABOUT
    others = [word for each in rivals for word in ABOUT[each] if word not in words]
    if words and not near and len(facts) == 1 and not _near(facts[0], message, others):
        near = facts  # nothing says that it is another one's
    return [(fact.start, fact.end) for fact in near]


def _names_more(fact: Fact, message: str) -> bool:
    """Is it the rest of the name of a model (“a Stihl MS 180”), or a year?"""
    return bool(_MODEL.search(message, max(0, fact.start - NEAR), fact.start)) or bool(
        _YEAR.fullmatch(message, fact.start, fact.end)
        and _SINCE.search(fold(message), max(0, fact.start - NEAR), fact.start)
    )


def about(slot: Slot) -> Sequence[str] | None:
    """What the thing is called that the slot is about; None if a customer cannot know it."""
    first = re.split(r"_", slot.name)[0]
    if slot.kind in ("text", "name") or HOUSE_SAYS.search(slot.name):
        return ABOUT["appointment"] if slot.name == "old_appointment_time" else None
    return ABOUT.get(first)


def of_kind(slot: Slot, message: str) -> list[Fact]:
    """What could stand in the slot; a phone, a card or an identity is a number of another kind."""
    if slot.kind != "number":
        return [fact for fact in facts_of(message) if fact.kind == slot.kind]
    return [fact for fact in _numbers(message) if not _within(fact, _private(message))]


@lru_cache(maxsize=8)
def _numbers(message: str) -> tuple[Fact, ...]:
    """That count nothing. Asked for each blank of each template, as is the next;
    customers' messages are not kept for long."""
    folded = fold(message)
    facts = [fact for fact in facts_of(message) if fact.kind == "number"]
    return tuple(fact for fact in facts if not _COUNTED.match(folded, fact.end))


@lru_cache(maxsize=8)
def _private(message: str, digits: int = 0) -> tuple[Found, ...]:
    """Phones only of so many digits."""
    found = [each for each in find(message) if each.kind != "NAME"]
    return tuple(
        each
        for each in found
        if each.kind != "PHONE"
        or (not maybe_a_phone(message, each) and _digits(message, each) >= digits)
    )


def _within(fact: Fact, private: Sequence[Found]) -> bool:
    return any(fact.start < each.end and each.start < fact.end for each in private)


def _digits(message: str, found: Found) -> int:
    return sum(map(str.isdigit, message[found.start : found.end]))


def _near(fact: Fact, message: str, words: Sequence[str]) -> bool:
    folded = fold(message)
    before, after = folded[max(0, fact.start - NEAR) : fact.start], folded[fact.end : fact.end + 12]
    after = _SENTENCE_END.split(after)[0]  # what begins there may be about another one
    return any(word in before or word in after for word in words)
