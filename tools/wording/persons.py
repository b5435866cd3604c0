"""Whether somebody wants a person instead of an assistant."""

import re

from knowledge.numbers import fold
from tools.wording.durations import durations

_PERSON = (
    r"(?:an? |the |some |any |real |live |actual )*"
    r"(?:person|human(?: being)?|agent|operator|representative|somebody|someone|colleague)"
)
_WANTS = re.compile(
    rf"(?<![a-z])(?:(?:talk|speak|chat) (?:to|with)|connect me (?:to|with)|put me through to|"
    rf"transfer (?:me|this|it) to|(?:get|give) me|hand (?:me|this|it) over to|"
    rf"pass (?:me|this|it) on to) {_PERSON}(?: (?:real|else|in charge|of yours))?"
    r"(?= ?(?:$|[.,!?]|please|now|instead|about|who))|"
    r"^(?:a )?(?:real )?(?:human|person|agent|operator),? please|"
    r"转(?:接)?(?:到)?(?:人工|真人)|(?:[和跟找要换是]|有没有)(?:个|一个|一位|位)?真人|"
    r"[找换](?:个|一个|一位|位)?人工|要人工(?=$|[,，。!！])|人工(?:客服|服务)|"
    r"(?:转|交)给?(?:个|一个|一位|位)?(?:同事|真人|人工)(?:处理|来处理|接手|回复)"
)


def wants_person(message: str) -> bool:
    """Does somebody ask for a person to take over? What takes a time is work."""
    return bool(_WANTS.search(fold(message).strip())) and not any(durations(message))
