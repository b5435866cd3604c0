"""“What if there is nobody at all”, 如果一个人都没有呢: the number of people is nought, whatever words
say it. Nobody for one task, or nobody who is away, is something else."""

import re

from knowledge.numbers import fold
from tools.wording.days import EN_WEEKDAY, ZH_WEEKDAY

_DAY = rf"(?:(?:on )?(?:today|tomorrow|{EN_WEEKDAY})(?: morning| afternoon)?(?![a-z])|[今明后]天|下?{ZH_WEEKDAY})"
_ZH = re.compile(
    rf"(?P<lead>(?:^|[,，。;；、!！?？]|如果|要是|假如|假设|万一|而且|并且|同时)\s?(?:{_DAY}(?:[上下]午)?)?(?:现场|店里|厂里|这里|这儿|我们)?)"
    r"(?:(?:一|半)个人手?[都也](?:没有?|不)(?:来|在|剩|到)?|没有一个人(?:来|在)?|没有?人手?(?:能?来|在|可用|上班)?|谁[都也](?:不|没)[来在])了?"
    r"(?=\s?(?:$|[,，。;；、!！?？]|[呢吗吧]|的话|会怎|怎))"
)
_EN = re.compile(
    rf"(?P<lead>(?:^|[,.;?!]|(?<![a-z])(?:if|and|but|suppose|say))\s?(?:{_DAY},? )?)"
    r"(?:(?:there (?:is|are|was|were)|there's|we (?:have|had)) (?:nobody|no ?one|no (?:people|staff|workers))(?: here| there| left| available)?|"
    r"(?:nobody|no ?one) (?:is|was|were|are) (?:here|there|in|left|available|around)|"
    r"(?:nobody|no ?one) (?:comes?|came|turns? up|turned up|shows? up|showed up)(?: in)?)(?: at all)?"
    rf"(?=\s?(?:$|[,.;?!]|and(?![a-z])|but(?![a-z])|{_DAY}))"
)


def nobody_counted(message: str) -> str:
    """The message, with nobody as a number of people."""
    text = fold(message)
    return _EN.sub(r"\g<lead>there are 0 people", _ZH.sub(r"\g<lead>有0个人", text))
