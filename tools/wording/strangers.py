"""What a question names that the plan does not have: what a task is compared with, what the question
is about, and what only resembles a task of the plan."""

import re

from knowledge.language import HAN
from knowledge.numbers import fold
from tools.wording.content import content
from tools.wording.names import Mention

_OTHERS = re.compile(
    r"(?:在|比|排在|早于|先于)(?P<zh>[^，。？?!！,在比前先早后]{2,12})(?:的?前面?|之前|以前|先|早)|"
    r"(?<![a-z])(?:before|ahead of|prior to)(?: the| we| i)? (?P<en>[a-z][a-z' ]{2,30}?)(?=[?.,!;]|$| (?:is|are|and|in|on|at|when|if)(?![a-z]))"
)
_BESIDE = re.compile(
    r"(?P<zh>[^，。？?!！,_]{2,8}?)(?:为什么|为何|为啥|干嘛|凭什么|怎么)(?:会|要|非要|能)?(?:在|排在|放在|早于|晚于)_+的?(?:[前后]|之[前后])|"
    r"(?:为什么|为何|为啥|干嘛|凭什么|怎么)(?P<zh2>[^，。？?!！,_]{2,8}?)(?:会|要|非要|能)?(?:在|排在|放在|早于|晚于)_+的?(?:[前后]|之[前后])|"
    r"why (?:is|are|does|do|did|was|must|has) (?:the |there (?:no|not an?|isn't an?) )?(?P<en>[a-z][a-z' -]{2,30}?) (?:(?:come|done|planned|scheduled|go|start|to come) )?"
    r"(?:before|after|ahead of|behind|prior to) (?:the )?_"
)
_NOBODY = re.compile(
    r"_|别的|其他|其它|所有|大家|这|那|它|今天|明天|[周星期点]|(?<![a-z])(?:everything|anything|all|others?|rest|that|this|it|them|those|"
    r"noon|lunch|midday|tomorrow|today|night|[a-z]+day|now|then|starting|begin\w*|finish\w*|doing|end)(?![a-z])"
)


def stranger(text: str) -> str:
    """What a question compares a task with, if that is no task of the plan; empty if there is no
    such thing.

    Args:
        text: the question with the names of tasks blanked out.
    """
    for found in filter(None, (_OTHERS.search(text), _BESIDE.search(text))):
        other = str(found[found.lastindex or 0]).strip()
        if other and not _NOBODY.search(other):
            return other
    return ""


_SUBJECT = re.compile(
    r"(?:为什么|为何|干嘛|凭什么)(?P<zh>[^，。？?!！,_]{2,8}?)(?:这么|那么|要?排|要?放|安排|在[周星今明早上下]|才|在?最[后先早晚])|"
    r"^(?P<zh2>[^，。？?!！,_]{2,8}?)(?:为什么|为何|怎么|干嘛)(?:这么|那么|要?排|要?放|安排|在[周星今明早上下]|才|在?最[后先早晚])|"
    r"(?<![a-z])why (?:is|does|do|are|was|did|must|has|isn't|can't) (?:the )?(?P<en>[a-z][a-z' ]{2,30}?)"
    r" (?:so |that |this )?(?:late|early|long|last|first|on|at|after|before|start|come|begin|scheduled|planned|wait)(?:s|ed|ing)?(?![a-z])"
)
_WHOLE = re.compile(
    r"计划|安排|顺序|方案|整个|全部|所有|大家|时间|任务|工作|这|那|它|我们|你|现在|要|会|不|"
    r"(?<![a-z])(?:plan|schedule|order|everything|all|whole|it|this|that|they|we|you|work|things?|tasks?|end|finish)(?![a-z])"
)


def subject(message: str) -> str:
    """What a question is about that names no task of the plan, if it is something of its own; empty
    if it is about the plan as a whole."""
    found = _SUBJECT.search(fold(message))
    said = next((each for each in found.groups() if each), "").strip() if found else ""
    return "" if not said or _WHOLE.search(said) else said


_OTHER_WORD = re.compile(
    r"(?<![a-z])(?:the|our|my|your|an?) (?P<en>[a-z][a-z'-]+) $|"
    r"(?:为什么|为何|为啥|怎么|把|比|^)(?P<zh>[㐀-鿿]{2,3})$"
)
_SAYS_WHICH = re.compile(
    r"(?:fir|la|be|wor|mo|lea|late|earlie|long|short|bigg|small)(?:e?st)|second|third|next|final|whole|entire|same|"
    r"big|small|large|long|short|old|new|other|usual|actual|main|current|planned|remaining|"
    r".*[为什何啥怎这那哪最先后再才还也都就我你他她它们把被让给要会能想做排放在和跟与今明现每个次].*"
)
"""Words before a noun that make no other thing of it."""
_PLAIN = re.compile(
    r"部分|环节|工序|任务|工作|步骤|事情|时间|开始|结束|完成|计划|安排|[的得地了着过是在有没不很太一上下人师]"
)
"""Words after a name that say nothing but that it is meant."""


_SUBJECT_BEFORE = re.compile(r"(?<![a-z])(?:the|our|my|your|any|these|those) (?P<word>[a-z'-]+) $")
_OBJECT_AFTER = re.compile(r" (?:the|our|my|your|any|these|those) (?P<word>[a-z'-]+)(?![a-z])")
_DOING_AFTER = re.compile(
    r" (?!(?:being|going|starting|beginning|waiting|coming|taking|getting|having|ending|finishing|running|happening|lasting|only|during|according|following|making|doing|using|needing|stealing|holding|blocking|depending)(?![a-z]))(?P<word>[a-z]+ing)(?= |$|[?.,!;])"
)
"""“The brochure binding” is no printing of brochures."""
_WEAK = 0.5
_GOES_ON = re.compile(rf"([{HAN}]{{2,6}}?)(?:为什么|为何|为啥|怎么|咋|干嘛|凭什么)")
_LATIN_RUN = re.compile(r"[a-z][a-z0-9' -]*[a-z0-9]")


_WHAT = re.compile(r"(?<![a-z])what(?:'s| has| have| is| was| all)* $")
_CHANGED = re.compile(r"(?:changed|changes|moved|moves|differs|differed)(?![a-z])")
"""“What changed?” is about no oil change."""


def is_another(text: str, said: Mention) -> bool:
    """Whether words that resemble a name speak of something else. `text` is folded."""
    if said.whole:
        return False
    if _WHAT.search(text[: said.start]) and _CHANGED.match(text, said.start):
        return True
    if said.score < _WEAK and _goes_on(text, said):
        return True
    if (doing := _DOING_AFTER.match(text, said.end)) and doing["word"] not in fold(said.name):
        own = {hit.feature for hit in content(fold(said.name))}
        return not any(hit.feature in own for hit in content(doing["word"]))
    return _with_another_word(text, said) or _with_another_object(text, said)


def _goes_on(text: str, said: Mention) -> bool:
    """换药室装修 is no 伤口换药: what is asked about is a longer word, the rest of which is not in
    the name."""
    rest = _GOES_ON.match(text, said.end)
    if rest is None or _SAYS_WHICH.fullmatch(rest[1]) or _PLAIN.search(rest[1]):
        return False
    return not set(rest[1]) & set(fold(said.name))


def _with_another_object(text: str, said: Mention) -> bool:
    """“Are the bridges inspected” is no “Inspect playgrounds”; nor is “inspect bridges”, which is a
    name as a whole in a Chinese sentence."""
    verb, *rest = fold(said.name).split()
    own = {hit.feature for hit in content(fold(said.name))}
    known = {hit.feature for hit in content(text[said.start : said.end])}
    if not rest or known != {hit.feature for hit in content(verb)}:
        return False
    before = _SUBJECT_BEFORE.search(text[: said.start])
    if text[said.start : said.end].endswith("ing"):
        before = None  # of who does it
    after = _OBJECT_AFTER.match(text, said.end)
    others = [each["word"] for each in (before, after) if each]
    others = [each for each in others if not _SAYS_WHICH.fullmatch(each)]
    if re.search(f"[{HAN}]", text):
        runs = (each for each in _LATIN_RUN.finditer(text) if each.start() == said.start)
        others += [each[0] for each in runs]
    return any(hit.feature not in own for words in others for hit in content(words))


def _with_another_word(text: str, said: Mention) -> bool:
    """“The penetration test” is no “Load test”: another word before what a name ends with makes
    something else of it."""
    own = fold(said.name).removesuffix(text[said.start : said.end])
    if own == fold(said.name) or own.endswith((" the ", " a ", " an ", " our ")):
        return False
    before = _OTHER_WORD.search(text[: said.start])
    word = str(before[before.lastgroup or 0]) if before else ""
    return bool(word) and word not in own and not _SAYS_WHICH.fullmatch(word)
