"""Questions that ask for a part of the plan: who does a task and when, what somebody does, what
runs at some time, what comes next, who is free. Only how they are worded; whom and which time they
name is for the caller to say.

In the texts the names of tasks are blanked by `_`, those of people and things by `@`."""

import re
from typing import Literal, NamedTuple

from knowledge import lazily
from knowledge.language import HAN
from tools.wording.moments import Moment

About = Literal["planned", "next", "left", "named", "free", "end"]


class Lookup(NamedTuple):
    """What of a plan is asked for."""

    about: About
    tasks: tuple[str, ...] = ()
    """`named`: those that are named."""
    who: tuple[str, ...] = ()
    """People and things; empty: all."""
    when: Moment | None = None
    things: bool = False
    """`free`: of all machines and rooms, not of all people."""


_NOT_ASKED = lazily.compile(
    r"如果|要是|假如|假设|假使|倘若|万一|的话|为什么|为何|为啥|凭什么|怎么|没有(?=@)|除了|不然|否则|还有谁|最[早晚快]|才能|换成?|影响|波及|连累|落空|拖到|"
    r"干嘛(?![？?呢啊]?$)|凭[什啥嘛]|咋|理由|原因|考虑|按什么|等(?:谁|前|什么|哪)|条件|上一?版|重新?[排算分安]|匀|前[头提面]|"
    r"(?<![a-z])(?:if|without|instead|reasons?|wrong|since when|(?:jobs|tasks|which) shift|hit|affected|suppos\w+|assum\w+|imagine|why|how come|could|would|else|earliest|latest|soonest|at best|not|"
    r"happens? (?:to|when))(?![a-z])|n't(?![a-z])"
)
"""What asks for reasons, or for what would be."""
_NOW = lazily.compile(
    r"现在|目前|此[刻时]|眼下|当前|正在|(?<![a-z])(?:(?:right )?now|currently|at (?:the|this) moment)(?![a-z])"
)
_FREE = r"(?:free|available|idle|unoccupied|unused|nothing to do|time|capacity)(?![a-z])"
_ZH_FREE = r"(?:有空|空闲|空着|空出来|闲着?|有时间|没活|没事|得空)"
_ZH_WHEN = r"(?:什么时[候间]|啥时候?|几点|何时|哪[天日])"
_IS = r"(?:'s| is| are| has| have| will be| will)?"
_THE = r"(?: (?:the|our|my))?"
_SOMEBODY_FREE = lazily.compile(
    rf"(?<![a-z])(?:who|anyone|anybody|somebody|someone|(?:which|what) (?:people|persons?|colleagues?|workers?|of (?:us|them)))"
    rf"{_IS}(?: (?:still|currently|got|any))* {_FREE}"
    rf"|(?:谁|哪[些个几][人位个]?|有没有人|哪位|有人(?=[^，,。；;]*[吗么？?]))[^，,。；;？?]{{0,8}}{_ZH_FREE}"
)
_SOMETHING_FREE = lazily.compile(
    rf"(?<![a-z])(?:which|what) (?:machines?|equipment|tools?|rooms?|resources?){_IS}(?: (?:still|currently))* {_FREE}"
    rf"|(?:哪[些台个间]?|什么)(?:机器|设备|机台|机床|房间|资源)[^，,。；;？?]{{0,8}}(?:{_ZH_FREE}|空)"
)
_THEY_FREE = lazily.compile(
    rf"(?<![a-z])(?:when|what time|from when|how long|until when|which (?:days?|hours?)) (?:is|are|will|does|do|has|have){_THE} @+[^?,.;]{{0,24}} {_FREE}"
    rf"|(?<![a-z])(?:is|are|does|do|has|have|will){_THE} @+[^?,.;]{{0,24}} {_FREE}"
    rf"|@+(?:'s)? (?:free|idle) (?:time|hours|slots?|capacity)"
    rf"|@+[^，,。；;？?]{{0,12}}{_ZH_WHEN}[^，,。；;？?]{{0,4}}(?:空|闲|有时间)"
    rf"|{_ZH_WHEN}[^，,。；;？?]{{0,4}}@+[^，,。；;？?]{{0,4}}(?:空|闲|有时间)"
    rf"|@+[^，,。；;？?]{{0,8}}(?:有没有空|有没有时间|空不空|(?:有空[档当]?|空闲?|闲着?|有时间)(?=[吗嘛么没不吧？?]))"
)
_TASKS = r"(?:tasks?|jobs?|work|assignments?|steps?)(?![a-z])"
_ZH_TASKS = r"(?:任务|活儿?|工作|工序|安排|事情?|日程)"
_ZH_WHAT = rf"(?:(?:哪[些几]|什么|啥|几[个项件]|多少[个项]?)(?:{_ZH_TASKS}|要[做干忙])|(?:什么|啥|哪些)(?=$|[，,。；;？?呢啊呀]))"
_DOES = r"(?:do|does|doing|work|works|working|busy|occupied|booked|planned|scheduled|assigned|used|running|runs|on|up to|to do|have|got|needed)"
_OF_THEM = lazily.compile(
    rf"(?<![a-z])(?:which|what|how many|all|list)(?: (?:of|the|are))* {_TASKS}[^?,.;]{{0,24}}@+"
    rf"|(?<![a-z])what(?:'s| is| are| does| do| did| will| has| have){_THE} @+(?: (?:be|got|have|still|currently))* {_DOES}(?![a-z])"
    rf"|(?<![a-z])what(?: does| do){_THE} @+ have(?![a-z])"
    rf"|(?<![a-z])(?:is|are){_THE} @+ (?:still |currently )?(?:busy|working|occupied|booked|in use)(?![a-z])"
    rf"|(?<![a-z])(?:when|how long|until when|till when|what time)[^?,.;]{{0,8}}(?: is| are| will){_THE} @+(?: be)? (?:busy|working|occupied|booked|in use|used|needed)(?![a-z])"
    rf"|(?<![a-z])(?:how busy (?:is|are)|anything (?:on )?for){_THE} @+|(?<![a-z])what{_THE} @+ (?:has|have|needs?) (?:to do|on)(?![a-z])"
    rf"|(?<![a-z])(?:does|do|has|have){_THE} @+ (?:have |got )?(?:anything|something|any {_TASKS}|much to do)"
    rf"|(?<![a-z])what (?:runs|is running|is planned|is scheduled|happens|is done|is|goes)(?: (?:on|with|at|for)){_THE} @+"
    rf"|(?<![a-z])who (?:uses|is using|needs|has|works (?:on|with|at)){_THE} @+"
    rf"|(?:show|list|give|see|what(?:'s| is) (?:on|in))[^?,.;]{{0,12}} @+'?s? (?:{_TASKS}|schedule|agenda|plate|desk|day|week|list|plan(?![a-z]))"
    rf"|@+[^，,。；;？?]{{0,10}}(?:有|做|干|负责|忙|承担|安排|手上|手头)[着了]?[^，,。；;？?]{{0,4}}{_ZH_WHAT}"
    rf"|@+[^，,。；;？?]{{0,8}}(?:被谁|谁在?)[用占]"
    rf"|(?:列出|列一下|看看|看一下|查看|显示|说说)[^，,。；;？?]{{0,4}}@+[^，,。；;？?]{{0,6}}{_ZH_TASKS}"
    rf"|@+的{_ZH_TASKS}(?:有哪些|是什么|有多少|呢|[？?]|$)"
    rf"|@+[^，,。；;？?]{{0,8}}(?:忙不忙|忙[吗么]|忙到(?:几点|什么时候|何时)|有没有{_ZH_TASKS})"
    rf"|(?:哪[些几]|什么|几个|多少){_ZH_TASKS}[^，,。；;？?]{{0,4}}(?:用|归|由|给|要|占)到?了?@+"
)
_WE = r"(?: (?:we|they|people|everyone|everybody|us|the team|to|be|being|is|are|have|there|currently|still|the|plan|for|scheduled|planned|done))"
_OF_ALL = lazily.compile(
    rf"(?<![a-z])what(?:'s| is| are| will| do| does| gets?| {_TASKS})*(?:{_WE}+ do|{_WE}* (?:runs?|running|happen(?:s|ing)?|going on|planned|scheduled|on|done|doing|worked on|up|in progress|there|plan(?: for)?))(?![a-z])"
    rf"|(?<![a-z])(?:which|how many) {_TASKS}{_WE}*(?: (?:run|runs|running|on|due|start|starts|begin|begins|end|ends|happen))*(?= |[?.!]|$)"
    rf"|(?<![a-z])who(?:'s| is| are| has| does| will be)?(?: (?:busy|working|on duty|at work|works?|occupied|doing what|what|booked))(?![a-z])"
    rf"|(?:做|干|忙|进行|运行|跑|开工|开展|安排)[着了些的]{{0,2}}{_ZH_WHAT}|有{_ZH_WHAT}"
    rf"|哪[些几][个项]?{_ZH_TASKS}|谁[^，,。；;？?]{{0,3}}(?:在?忙|上班|干活|在岗|值班|在工作)"
)
"""Only beside a time."""
_NEXT = lazily.compile(
    rf"(?<![a-z])what(?:'s| is| are| comes?| happens| do| does| should| will)*(?: (?:we|i|they|@+|up|to|the|do|doing|be|going|come|happen))* next"
    rf"(?: {_TASKS})?(?= (?:for|on|up)(?![a-z])|[\s?.!]*$)|(?<![a-z])(?:which|what) {_TASKS} (?:is|are|comes?|come) (?:up )?next(?![a-z])|(?<![a-z])who (?:is|comes|does what) next(?![a-z])"
    rf"|(?:接下来|下面|下一步|随后)[^，,。；;？?_]{{0,8}}(?:什么|啥|哪[个些几项]|谁|干嘛)|下一(?:个|项|道)(?:任务|工序|活|工作)(?!.{{0,4}}[改删取])"
)
_LEFT = lazily.compile(
    rf"(?<![a-z])(?:which|what|how many)(?: {_TASKS})?(?: (?:is|are|have|has|do|we|there))* (?:still (?:to|open|left|ahead)|to come|left(?! out)|open|remain(?:s|ing)?|outstanding|ahead)(?![a-z])"
    rf"|(?:还[有剩]|剩下)[^，,。；;？?]{{0,4}}(?:哪[些几]|多少|几[个项]|什么)(?:[个项]?{_ZH_TASKS}|[^，,。；;？?]{{0,3}}[没未])"
    rf"|(?:哪[些几][个项]?|什么){_ZH_TASKS}?[^，,。；;？?]{{0,4}}(?:没开始|没做|未开始|未做|没开工)"
)
_DOERS = lazily.compile(
    rf"(?<![a-z])who(?:'s|'ll| is| does| will| are| has)?(?: (?:be|going|to|do|does|doing|works?|working|handles?|handling|assigned|responsible|in charge|performs?|takes?|care|runs?|makes?|on|of|for|with|the|our|actually))* _+"
    rf"|(?<![a-z])(?:by|to|with) whom (?:is|are|will){_THE} _+|(?<![a-z])who (?:is|are){_THE} _+ (?:done|assigned|given)|_+ (?:is |are )?(?:done|assigned|given) (?:by|to) who"
    rf"|谁(?:来|去|在|正在|负责|做|干|要|承担|是)*_+|_+[^，,。；;？?]{{0,4}}(?:谁|哪[位个]人?|哪些人|什么人)(?:来|去|在|要)?(?:做|干|负责|弄|上|完成|处理|承担|[？?的]|$)"
)
_TIMES = lazily.compile(
    rf"(?<![a-z])(?:when|what time|(?:on )?(?:what|which) day|until when|at what time)(?:'s| is| are| does| do| will| was| can)(?: (?:the|our|we|be|they))* _+"
    rf"|(?<![a-z])how long (?:does|will|is){_THE} _+(?: take| last| run)?(?= ?[?.!]|$)"
    rf"|_+[^，,。；;？?]{{0,4}}{_ZH_WHEN}|{_ZH_WHEN}[^，,。；;？?]{{0,4}}_+|_+[^，,。；;？?]{{0,3}}(?:多久|多长时间)(?=$|[？?呢])"
)
_END = lazily.compile(
    r"(?<![a-z])(?:when|what time|which day|what day) (?:are|will|do|does|is|can) (?:we|it|this|that|they|everything|the (?:whole )?(?:plan|lot|work))(?: all)?(?: be)? "
    r"(?:done|finished|through|ready|over|complete[d]?|end|finish|stop)(?: (?:with|on) (?:everything|it all|all of it))?(?= ?[?.!]|$)"
)
_SENTENCES = re.compile(r"[.!?。！？;；\n]+\s*\w")
_ABOUT = re.compile(
    r"\W*(?:(?:and|but|so) )?(?:what about|how about|tell me about) (?:the )?_+[\s?.!]*|(?:那么?|关于)?\s?_+呢[\s？?]*"
)
"""A task and nothing else."""
_NOBODY = (
    r"(?!(?:it|this|that|they|there|we|i|you|he|she|everyone|everybody|anyone|anybody|somebody|someone|people|the|our|of|all|to|tasks?|work|plan|"
    r"still|next|left|done|planned|lunch|[a-z]*day|not|a|an)(?![a-z]))"
)
_STRANGER = lazily.compile(
    rf"(?<![a-z])(?:which|what|how many) (?:{_TASKS}) (?:does|has|is|will|did) {_NOBODY}(?P<a>[a-z][a-z'-]+)(?: (?:have|got|do|doing|on|assigned|be))"
    rf"|(?<![a-z])what (?:is|does|will) {_NOBODY}(?P<b>[a-z][a-z'-]+) (?:doing|working on|do)(?= (?:on|at|in|today|tonight|tomorrow|this|next|now|right)(?![a-z])|[?.!]|$)"
    rf"|(?<![a-z])(?:when|until when) (?:is|are) (?:the |our )?{_NOBODY}(?P<machine>[a-z][a-z'-]+(?: [a-z'-]+)?) (?:free|idle)(?= (?:on|at|in|today|tomorrow|this|next|now|again)(?![a-z])|[?.!]|$)"
    rf"|(?<![a-z])what(?:'s| is| comes) next for (?:the |our )?{_NOBODY}(?P<d>[a-z][a-z'-]+)"
    rf"|(?<![大最缩减变较更很太古])(?P<e>[小老阿](?![时师组板心事是工队店型鼠])[{HAN}])(?:手[上头里])?(?:还?有|负责|在?做|在?干|接下来)[^，,。；;？?]{{0,4}}{_ZH_WHAT}"
    rf"|(?:^|[，,。；;\s])(?P<device>(?!我们?|你们?|咱们?|大家|现在|今天|明天|后天)[{HAN}]{{2,5}}?){_ZH_WHEN}(?:能|会|才|是)?(?:有?空|闲)(?!着?[了过])"
)


def asked_about(text: str, *, timed: bool) -> About | None:
    """What of the plan a question asks for; None if for nothing of it.

    Args:
        text: folded, with names blanked.
        timed: whether it names a time.
    """
    if _NOT_ASKED.search(text):
        return None
    if _SOMEBODY_FREE.search(text) or _SOMETHING_FREE.search(text) or _THEY_FREE.search(text):
        return "free"
    if _END.search(text):
        return "end"
    if _NEXT.search(text):
        return "next"
    if _LEFT.search(text):
        return "left"
    if _DOERS.search(text) or _TIMES.search(text) or _ABOUT.fullmatch(text):
        return "named"
    if "_" in text:
        return None
    alone = not _SENTENCES.search(text)  # a time in another sentence is of something else
    if _OF_THEM.search(text) or (alone and (timed or is_now(text)) and _OF_ALL.search(text)):
        return "planned"
    return None


def is_now(text: str) -> bool:
    """Whether it is about the present moment."""
    return bool(_NOW.search(text))


def about_things(text: str) -> bool:
    """Whether machines and rooms are asked about, not people."""
    return bool(_SOMETHING_FREE.search(text))


def unknown_holder(text: str) -> str | None:
    """Whom or what such a question is about, if it is no name of the plan: its words in `text`."""
    found = None if _NOT_ASKED.search(text) else _STRANGER.search(text)
    return str(found[found.lastgroup or 0]) if found else None


def asks_without_plan(text: str) -> bool:
    """Whether a folded message asks for a part of a plan in words that nothing else is asked in."""
    if _NOT_ASKED.search(text):
        return False
    stranger = _STRANGER.search(text)
    person = stranger is not None and stranger.lastgroup not in ("machine", "device")
    return person or any(each.search(text) for each in (_SOMEBODY_FREE, _NEXT, _LEFT))
