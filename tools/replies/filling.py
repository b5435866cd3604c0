"""The blanks of a reply get their values, each with its source, or stay open. It reads what is
there and guesses nothing: where two values could be meant, the blank stays open.

In this order: what the staff typed, fields of the ticket, the customer's message, who is writing,
what they say each time, the procedure that was found.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from knowledge.numbers import fold
from knowledge.passage import Passage
from knowledge.templates.slots import Slot
from tools.phrases import LANGUAGES, Language
from tools.replies.drafting import DraftError, Filled, Source, check_value, shown_name
from tools.replies.facts import Fact, facts_of
from tools.replies.signing import customer_in

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
ALIASES = {
    "customer_name": ("customer", "name", "client", "客户", "姓名", "客户姓名"),
    "order_number": ("order", "order_id", "订单", "订单号"),
    "product_name": ("product", "item", "产品", "商品"),
    "refund_amount": ("amount", "refund", "金额", "退款金额"),
}
WRITER = ("agent_name", "agent", "your_name", "representative_name", "客服", "客服姓名")
"""Slots for the name of who is writing."""
NEAR = 30
"""Characters between a number and the word that says what it counts."""
_SENTENCE = re.compile(r"[^.!?。！？\n]+")
_COUNTED = re.compile(
    r"\s?(?:[分元块个件双箱张次岁斤天月年]|小时|公里|积分|(?:points?|yuan|rmb|dollars?|euros?|days?|"
    r"weeks?|months?|years?|hours?|minutes?|pieces?|pcs|items?|times|people|km|kg|g|cm|mm)(?![a-z])|%)"
)
"""Behind a number that counts something, and so names nothing."""
PAID = ("refund", "transaction", "fee", "fine", "invoice", "bill", "coupon")
"""What amounts are about."""


@dataclass(frozen=True)
class Known:
    """What is known about a case."""

    message: str
    """What the customer wrote."""
    ticket: Mapping[str, str] = field(default_factory=dict)
    person: str = ""
    """Who is writing the reply."""
    said: Mapping[str, str] = field(default_factory=dict)
    """Slot -> what is said each time, such as a telephone number."""
    said_by: Literal["own", "house"] = "house"
    """Who says that: who is writing, or the house where nobody is known."""
    procedures: Sequence[Passage] = ()
    seen: Mapping[str, Sequence[str]] = field(default_factory=dict)
    """Slot -> values it had in other replies."""


def fill(slots: Sequence[Slot], known: Known) -> tuple[Filled, ...]:
    """The slots that have exactly one value."""
    found = [_filled(slot, known) for slot in slots]
    return tuple(each for each in found if each is not None)


def candidates(slot: Slot, known: Known) -> list[str]:
    """Values in the message that could stand in an open slot, to choose from."""
    if _about(slot) is None and slot.name not in known.seen:
        return []
    said = [known.message[fact.start : fact.end] for fact in _of_kind(slot, known.message)]
    return list(dict.fromkeys(said))


def _filled(slot: Slot, known: Known) -> Filled | None:
    value, source = (
        _from_ticket(slot, known)
        or _from_message(slot, known)
        or _from_writer(slot, known)
        or _from_procedures(slot, known)
        or ("", None)
    )
    if source is None:
        return None
    try:
        check_value(slot, value)
    except DraftError:
        return None
    return Filled(slot=slot.name, value=value, source=source)


Found = tuple[str, Source] | None


def _from_ticket(slot: Slot, known: Known) -> Found:
    """The field that is called as the form calls the slot; else one with another common name."""
    labels = (slot.name, *(shown_name(slot, language) for language in LANGUAGES))
    for names in (labels, ALIASES.get(slot.name, ())):
        wanted = {_plain(name) for name in names}
        for name, value in known.ticket.items():
            if _plain(name) in wanted and value.strip():
                return value.strip(), Source(kind="ticket", place=name)
    return None


def _plain(name: str) -> str:
    return re.sub(r"[\W_]+", "", fold(name))


def _from_message(slot: Slot, known: Known) -> Found:
    found = _seen_again(slot, known) or _fact(slot, known.message) or _name(slot, known.message)
    if found is None:
        return None
    start, end = found
    value = known.message[start:end].strip(" .,，。")
    return value, Source(kind="message", quote=_around(known.message, start, end))


def _around(message: str, start: int, end: int) -> str:
    """The words about a place, none of them cut."""
    before, after = message[max(0, start - 26) : start], message[end : end + 26]
    if start > 26:
        before = re.sub(r"^\w*\s+", "", before)
    if end + 26 < len(message):
        after = re.sub(r"\s+\w*$", "", after)
    return " ".join(f"{before}{message[start:end]}{after}".split())


def _seen_again(slot: Slot, known: Known) -> tuple[int, int] | None:
    """A value that the slot had before and that the message names."""
    places = set()
    for value in known.seen.get(slot.name, ()):
        edges = (r"(?<!\w)", r"(?!\w)") if value.isascii() else ("", "")
        pattern = f"{edges[0]}{re.escape(fold(value))}{edges[1]}"
        places |= {match.span() for match in re.finditer(pattern, fold(known.message))}
    longest = [a for a in places if not any(_within(a, b) for b in places if b != a)]
    return longest[0] if len({known.message[a:b].lower() for a, b in longest}) == 1 else None


def _within(inner: tuple[int, int], outer: tuple[int, int]) -> bool:
    return outer[0] <= inner[0] and inner[1] <= outer[1]


def _fact(slot: Slot, message: str) -> tuple[int, int] | None:
    about = _about(slot)
    if about is None:
        return None
    facts = _of_kind(slot, message)
    plain = slot.name == slot.kind  # `number`: of what, nobody said
    near = [fact for fact in facts if plain or _near(fact, message, about)]
    rivals = PAID if slot.kind == "amount" else ABOUT
    others = [word for each in rivals for word in ABOUT[each] if word not in about]
    if about and not near and len(facts) == 1 and not _near(facts[0], message, others):
        near = facts  # the only number there is, and nothing says that it is another one's
    said = {fold(message[fact.start : fact.end]) for fact in near}
    return (near[0].start, near[0].end) if len(said) == 1 else None


def _about(slot: Slot) -> Sequence[str] | None:
    """What the thing is called that the slot is about; None if a customer cannot know it."""
    first = re.split(r"_", slot.name)[0]
    if slot.kind in ("text", "name") or HOUSE_SAYS.search(slot.name):
        return ABOUT["appointment"] if slot.name == "old_appointment_time" else None
    return ABOUT.get(first)


def _of_kind(slot: Slot, message: str) -> list[Fact]:
    kinds = {"number": ("number",), "amount": ("amount",), "date": ("date",), "count": ("count",)}
    wanted = kinds.get(slot.kind, ())
    found = [fact for fact in facts_of(message) if fact.kind in wanted]
    if slot.kind != "number":
        return found
    return [fact for fact in found if not _COUNTED.match(fold(message), fact.end)]


def _near(fact: Fact, message: str, words: Sequence[str]) -> bool:
    folded = fold(message)
    before, after = folded[max(0, fact.start - NEAR) : fact.start], folded[fact.end : fact.end + 12]
    return any(word in before or word in after for word in words)


def _name(slot: Slot, message: str) -> tuple[int, int] | None:
    asked = slot.name in ("customer_name", "name", "client_name")
    return customer_in(message) if asked else None


def _from_writer(slot: Slot, known: Known) -> Found:
    """Nothing that was kept goes before a writer's own name."""
    if slot.name in WRITER and known.person:
        return known.person, Source(kind="person")
    if slot.name in known.said:
        return known.said[slot.name], Source(kind=known.said_by, place=slot.name)
    return None


def _from_procedures(slot: Slot, known: Known) -> Found:
    """“The amount of the fee is 120 yuan”: the one value in sentences that call the slot as the
    form does, in the document that fits the question best; what others say is about other things.
    """
    if slot.kind not in ("amount", "count", "text") or HOUSE_SAYS.search(slot.name):
        return None
    found: dict[str, tuple[str, Source]] = {}
    for passage in known.procedures:
        if passage.source != known.procedures[0].source:
            continue
        for sentence in _SENTENCE.findall(passage.text):
            named = _names(sentence, slot, passage.language)
            if named and (said := _value_said(slot, sentence)):
                where = Source(kind="procedure", place=passage.source, quote=sentence.strip())
                found.setdefault(fold(said), (said, where))
    return next(iter(found.values())) if len(found) == 1 else None


def _names(sentence: str, slot: Slot, language: Language) -> bool:
    """Whether a sentence calls the slot by its label; the value of a text stands behind a colon,
    and its label before it."""
    where = fold(sentence).replace("：", ":")
    where = where.partition(":")[0] if slot.kind == "text" else where
    labels = {fold(shown_name(slot, language)), fold(slot.name.replace("_", " "))}
    return any(
        re.search(rf"(?<![a-z]){re.escape(each)}(?![a-z])" if each.isascii() else each, where)
        for each in labels
    )


def _value_said(slot: Slot, sentence: str) -> str:
    if slot.kind == "text":
        _, colon, rest = sentence.replace("：", ":").partition(":")
        return rest.strip() if colon else ""
    said = [sentence[fact.start : fact.end] for fact in _of_kind(slot, sentence)]
    return said[0] if len(said) == 1 else ""
