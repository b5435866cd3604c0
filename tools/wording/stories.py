"""Whether a message tells what is over: "the hip took four hours in the end", "去年那批包了三天".
Whatever tasks, people and times it names, nothing of that is to be changed by itself."""

import re

from knowledge.numbers import fold

_MONTH = (
    r"(?:january|february|march|april|may|june|july|august|september|october|november|december)"
)
_OVER = re.compile(
    r"昨[天日晚儿夜]|前[天晚](?!后)|大前天|上个?(?:周|月|星期|礼拜|季度)|去年|前年|当年|当初|那年|(?<!到)(?<!在)那(?:会儿?|[时阵]候?)|"
    r"小时候|年轻(?:时|那|的时|会)|年前|早年|(?:^|[，。,啊呢吧嘛])以前|头两年|从前|想当初|"
    r"(?<![a-z])(?:yesterday|ago|used to|back then|in the end|never again|once upon a time|when (?:i|we) (?:was|were)|"
    r"remember(?:ed)? (?:my|our|when|the)|since (?:19|20)\d\d|years? back|"
    r"last (?:night|week|month|quarter|year|spring|summer|autumn|fall|winter|sprint|season|time|[a-z]+day|christmas)|"
    r"(?:ate|ran|did|made|built|wrote|drove|sold|got through) [^.;,!?]{1,40} in [a-z0-9]+ (?:minutes?|hours?|days?|weeks?)|"
    rf"took (?:us|me|him|her|them|ages|over|almost|nearly|about|only|the whole)|(?:was|were|got) [a-z]+(?:ed|en) in {_MONTH})(?![a-z])"
)
_NOW = re.compile(
    r"今[天日儿晚早]|明[天日儿早]|现在|以后|从今|这[次回周]|改|把|将|按|照|[删去拿划]掉|取消|请(?!假)|麻烦|帮|给我|[要得该]|"
    r"重新|再|吧|为[什何啥]|凭|谁|啥|什么|怎[么样]|多少|[?？吗呢]|"
    r"(?<![a-z])(?:today|tomorrow|now|from now|this time|instead|please|pls|so|make|change|set|add|drop|remove|move|plan|replan|like|as|same|"
    r"must|should|shall|needs?|can|could|will|would|let|why|how|what(?! an? )|who|when (?:do|does|is|are|will)|which|off)(?![a-z])"
)
"""Words by which what was is to count for what will be, or something is asked about it."""


def is_over(text: str) -> bool:
    """Whether a text only tells what was."""
    text = fold(text)
    return bool(_OVER.search(text)) and not _NOW.search(text)
