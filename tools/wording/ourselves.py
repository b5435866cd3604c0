"""Questions about the assistant itself: what it can do. It knows no tools."""

import re

from knowledge.numbers import fold

_ABILITIES = re.compile(
    r"\W*(?:(?:hi|hello|hey|so|and|ok(?:ay)?|well)\W+)*"
    r"(?:what (?:all |else )?(?:can|could|do|will) (?:you|it|whyflow|this(?: (?:thing|tool|assistant|program|app|bot))?) "
    r"(?:all )?(?:do|help|offer)(?: (?:me|us))?(?: with)?(?: for (?:me|us))?"
    r"|what (?:are you|is (?:it|this)) (?:able to do|capable of|good (?:for|at))|how can you help(?: (?:me|us))?)\W*"
    r"|\W*(?:你好|您好|请问|那|嗨)?\W*(?:你|您|你们|这个?(?:助手|工具|程序|系统)?)(?:都|还)?(?:能|会|可以)(?:做|干|帮)?(?:我|我们)?(?:做|干|忙)?(?:点|些)?(?:什么|啥|哪些事?)(?:事情?)?[呢啊呀吗么]?\W*"
)


def asks_abilities(text: str) -> bool:
    """Is a text nothing but the question what the assistant can do?"""
    return bool(_ABILITIES.fullmatch(fold(text)))
