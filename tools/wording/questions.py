"""What a question about a plan says besides its kind: which of two tasks is to come first, who does
it and who does not. Kinds are told apart by `kinds.py`."""

import re
from collections.abc import Iterable, Sequence

from knowledge.numbers import fold
from tools.plan import PEOPLE, Problem
from tools.wording.names import Mention, mentions
from tools.wording.strangers import is_another

SUPPOSED = re.compile(
    r"如果|要是|假如|假设|倘若|万一|的话|设想|试想|"
    r"\b(?:what if|what happens if|what would happen|suppose|assum\w+|imagine|let's say)\b",
    re.IGNORECASE,
)
_ASKS = re.compile(
    r"[?？]|吗|呢|么|啵|伐|[不没][。！!]*$|[怎咋啥几哪谁]|什么|多少|如何|会|影响|能不能(?![加改删换把])|可不可|是不是|行不|还[能来]|来得及|赶得|"
    r"估|(?<![别不打就])算(?![他她它上了作成]|[0-9一二两三四五六七八九十半])|看看|说说|告诉|推演|评估|对比|结果|后果|的话|"
    r"(?<![a-z])(?:what(?! an? )|how|why|who|when|which|where|would|will|does|do we|did|can (?:we|i|you see)|could (?:we|i)|are we|is (?:it|that|there)|any|"
    r"then|show|tell me|re-?run|work (?:that|it) (?:through|out)|let me know|compare|worth|still|if|suppos\w+|say|imagine|assum\w+|impact|effect\w*|"
    r"consequen\w*|damage|see)(?![a-z])"
)
_NOT_FIRST = re.compile(
    r"(?:不|没|怎么不)[^，,]{0,6}(?:先|第一|最前|最早)|(?:打头|开头|领头|排头|头一个|首个|第一个)[^，,]{0,4}不是|(?<![a-z])(?:not|isn't|can't|couldn't|n't) (?:[a-z_]+ ){0,4}first(?![a-z])"
)
_EFFORT = re.compile(
    r"(?:怎样|怎么|如何|怎么样)(?:做|改)?(?:才|能才|才能)|(?<![a-z])what (?:would|does|will|do we need) (?:it )?(?:take|need)(?![a-z])"
)
_WAY = re.compile(
    r"(?:该|要|得|应该|应当|又|能)?(?:怎么|怎样|如何)(?:办|做|弄|安排|调整|才)|有(?:什么|啥|没有)办法|"
    r"(?<![a-z])(?:what (?:must|should|can|could|do) we do|how (?:can|could|do|would|might) we|how to|is there (?:a|any) way|what (?:would|does|will) it take)(?![a-z])"
)
_APART = re.compile(
    r"一前一后|错开|分开[做来干]|串行|挨个|轮流|(?<![a-z])(?:one after (?:the other|another)|sequentially|separately|back to back)(?![a-z])"
)
_COST = re.compile(
    r"代价|[亏赔损失耽误吃]{1,2}[^，。？?]{0,3}多少|损失|多花|划算|会怎样|会怎么样|会如何|有什么后果|"
    r"(?<![a-z])(?:what (?:would|does|will) (?:it|that|this) cost|at what (?:cost|price)|how much (?:would|does|will) (?:it|that|this|we) (?:cost|lose)|"
    r"what (?:would|do|will) we lose|how costly|how expensive)(?![a-z])"
)
_PRIORITY = re.compile(
    r"优先|几级|多急|权重|(?<![a-z])(?:priorit\w+|prio|urgen\w+|weight)(?![a-z])"
)
_SO_MANY = re.compile(
    r"(?:为什么|为何|为啥|怎么|凭什么)[^，。？?]{0,8}(?:只有|才有|就有)[^，。？?]{0,2}[0-9一二两三四五六七八九十]|"
    r"(?<![a-z])why (?:(?:is|are|was|were|do|does|did|have|has) (?:[a-z_]+ ){0,3}(?:only|just|so few|so many)|so (?:few|many))(?![a-z])"
)
_RULES = re.compile(
    r"规定|规章|制度|流程|手册|政策|标准|条例|按理|投诉|赔|退[款货换]|客[人户]|顾客|病人|患者|"
    r"(?<![a-z])(?:polic\w+|rules?|procedures?|handbook|manual|guideline\w*|according|allowed|customers?|clients?|patients?|complain\w*|refund\w*)(?![a-z])"
)
"""What a handbook speaks of."""
_WHY = re.compile(r"为什么|为啥|为何|干嘛|凭[什啥]|(?<![a-z])(?:why|how come)(?![a-z])")
_WHY_SO_LONG = re.compile(
    r"(?:为什么|为啥|为何|干嘛|凭什么|怎么(?=要|会|非|还))(?![^，,。？?]{0,8}(?:不|没法|无法|才行))[^，,。？?]{0,12}才|"
    r"(?<![a-z])why (?:does|do|did|will|must|is|are|has|have)(?!n't| not)(?![^.?!]*(?<![a-z])(?:not|can't|cannot)(?![a-z]))"
)
_OF_THE_END = re.compile(r"(?:工期|完工|收工|整个计划)[^，,。？?]{0,8}[到长久晚拖]")
_BETTER_PLAN = re.compile(
    r"(?:还能不?能?|能不能|可不可以|有没有可能|有可能)(?:再|更)[快早短](?:一?[点些])?(?=[^，,一-龥]|[吗么呢吧了]|完|结束|$)|"
    r"(?:有没有|有无|还有|真的?没有?)[^，,。？?]{0,6}(?:更[快好短优]|别的|其他)[^，,。？?]{0,4}(?:排法|方案|顺序|计划|安排)|"
    r"(?<![a-z])(?:any|another|other|different|better|cleverer|smarter|shorter) (?:other )?(?:order|plan|schedule|sequence|arrangement)"
    r"(?: (?:be|is|was|that|which|would|could|any|much|even))* (?:faster|shorter|quicker|better|sooner|earlier)(?![a-z])|"
    r"(?<![a-z])(?:no|any|a) (?:better|cleverer|faster|quicker|shorter|smarter) (?:order|plan|schedule|sequence|arrangement|way|solution)(?![a-z])|"
    r"(?<![a-z])(?:faster|quicker|sooner|shorter|better) (?:(?:in |by )?(?:any|some|another|an)(?: ?other)? (?:way|order)|otherwise)(?![a-z])|"
    r"(?<![a-z])(?:can|could|would) (?:it|this|that|we|everything|the plan) (?:all )?(?:be |go |get )?(?:done |finished )?(?:any )?(?:faster|quicker|sooner|shorter)(?= *[?.!]*$)"
)
_WHICH_IS_BETTER = re.compile(
    r"(?<![a-z])what (?:would|will|does|could) (?:help|gain|save|bring|matter) (?:us )?(?:more|most|the most)(?![a-z])[^?!]{1,60} or |"
    r"(?:帮助|作用|效果|收效)(?:更大|大些)|更(?:管用|有用|划算)|还是.{1,12}(?:好|强|管用|划算)|"
    r"(?<![a-z])(?:would|will|does|do|could) [^.?!]{1,40} or [^.?!]{1,40} (?:help|gain|save|bring|matter)s? (?:us )?(?:more|most)(?![a-z])"
)
_ABLE = re.compile(
    r"[小老阿][㐀-鿿](?:能不能|能否|可不可以|可以|会不会|能)(?:来|去)?(?:做|干|负责|_)"
)
_PLACE = re.compile(
    r"先|前|后|早|晚|头|末|(?<![a-z])(?:first|last|before|b4|after|early|earlier|late|later|sooner|ahead|start|begin|begins|starts|at|on)(?![a-z])"
)
LIMITED = re.compile(r"截止|期限|交期|(?<![a-z])(?:deadlines?|due)(?![a-z])")
_IDLE = re.compile(
    r"闲|空着|没活|没事[干做]|(?<![a-z])(?:idle|idling|unused|doing nothing|standing (?:still|around)|not (?:being )?used)(?![a-z])"
)
_NOT_LAST = re.compile(
    r"(?:不|没)[^，,]{0,6}最(?:后|末|晚)|(?<![a-z])(?:not|cannot|isn't|aren't|can't|couldn't|doesn't|don't) (?:[a-z_]+ ){0,6}last(?![a-z])"
)
_FIRST = re.compile(
    r"先[㐀-鿿]?_|_+[^，,]{0,4}(?:排|放|安排|做)?(?:得|在|的)?(?:最前|第一|打头|头一个)|(?<![a-z])_[a-z _]* first(?![a-z])|why (?:do |does |is |are )?(?:the )?[a-z]* ?_+ first"
)
_WHY_NOT = re.compile(
    r"(?:为什么|为何|为啥|凭什么|干嘛|怎么|咋)[^，,。？?_]{0,8}(?:不|没)|_(?:为什么|为何|为啥|凭什么|怎么|咋)[^，,。？?_]{0,8}(?:不|没)|"
    r"(?<![a-z])(?:why|how come)(?: (?:can|could|do|does|did|is|are|was|were|would|should|we|i|you|it|the))*? ?(?:not|n't|can't|cannot|couldn't|isn't|aren't|doesn't|don't|wasn't)(?![a-z])|"
    r"(?<![a-z])why (?:is|are|does|do|did|was|can|could) (?:the )?_[_ ]*_? not(?![a-z])"
)
_UNTIL = re.compile(r"前|直到|(?<![a-z])(?:until|till|before|b4|by)(?![a-z])")
_MEANS_TO = re.compile(
    r"(?<![a-z])if (?:i|we|you) (?:want(?:ed)?|would like|wish|need|have|had|must)(?: to)?(?![a-z])|如果想|要是想"
)
"""“If I want to finish earlier” names an aim, and supposes nothing."""
_HOW_MANY_MORE = re.compile(
    r"(?:增加|增派|加派|加|多|添|再)[^，。？?]{0,3}(?:几|多少)[个名位]?(?:人|工人|帮手)|"
    r"(?<![a-z])how many (?:more|extra|additional|further) "
)
_NOT_BY = re.compile(
    r"(?:不|没有?|别)(?:是|让|叫|派|请|由|找|交给|分给|给|安排|用|换成?)?$|"
    r"(?<![a-z])(?:not|n't|can't|couldn't|isn't|instead of|rather than|expected|why can't|over) (?:to have |have )?$"
)
_NOT_AFTER = re.compile(
    r"(?:不|没|怎么不|为什么不|能不能|可以|也行|闲着)|"
    r" (?:was |is |been )?(?:passed over|left out|idle|free|available)| (?:doesn't|isn't|can't|couldn't|not|do it|instead)|"
    r"[^.?!]{0,20}(?:why doesn't|why isn't|why not)"
)
_CHOSEN = re.compile(
    r"(?:派|选了?|挑了?|让|定了?|给|落到|交给|用了?)$|(?<![a-z])(?:pick(?:ed)?|choose|chose|chosen|select(?:ed)?|given to|gave it to|assign(?:ed)?(?: to)?|was it|is it) $"
)
"""Of several who are named the one who is said to do it."""
_AFTER = re.compile(
    r"(?<!而不是)(?<!而不是在)(?:后面|之后|以后)|后才|_[^_，,。？?!！]{0,8}(?:等|依赖|取决于)[^_，,。？?!！]{0,3}_|被_+[^_，,。？?!！]{0,3}(?:卡|拖|耽误|挡|堵|压)|"
    r"\b(?<!and not )(?<!, not )(?:after|later than|behind|follow(?:s|ing)?|(?:wait(?:s|ing)?|held? up|delayed|blocked) (?:for|on|until|till|by)|depend(?:s|ing|ent)? (?:up)?on)\b|"
    r"(?<![a-z])(?:needs?|requires?) (?:the )?_"
)
"""The question names the later task first."""
_ITSELF = re.compile(
    r"_ (?:(?:is|are|has|have|must|should|to|be|comes?|starts?|begins?|goes?|go|done|put|scheduled|planned|placed|ordered) )*"
    r"(?:before|b4|after|earlier than|later than|sooner than|ahead of|prior to|behind) (?:the |our )?_|"
    r"_\s?(?:(?:为什么|为何|为啥|怎么|要|会|得|必须|应该|是|被|就|却|非要|先|安?排|放)\s?)*(?:[在比等]|先于|早于|晚于|跟在)\s?_"
)
"""Between two places that name a task: the one is compared with the other."""
_BEFORE = re.compile(r"前|(?<![a-z])(?:before|b4)(?![a-z])")
_LIMIT = re.compile(r"前|(?<![a-z])(?:by|before|b4|until|till|no later than)(?![a-z])")
_ENDS = re.compile(r"(?:结束|下班|收工|年底|月底|完)[之以]?前|before the end")
"""By its end, not before it begins."""


def only_tells(message: str) -> bool:
    """“Welding takes 3 hours, not 2” asks nothing and supposes nothing."""
    text = fold(message).strip()
    return not (_ASKS.search(text) or SUPPOSED.search(text))


def is_not_first(text: str) -> bool:
    """“Why is it not first?” asks for another order, not for what it waited for."""
    return bool(_NOT_FIRST.search(text))


def is_not_last(text: str) -> bool:
    """“Why can't it come last?” asks for another order, not for what it waited for."""
    return bool(_NOT_LAST.search(text))


def asks_for_first(text: str) -> bool:
    """“Why do it first?” and “why is it not first?” are about another order."""
    return is_not_first(text) or bool(_WHY.search(text) and _FIRST.search(text))


def asks_why_not(text: str) -> bool:
    """“Why not A before B?” asks for what may be so already."""
    return bool(_WHY_NOT.search(text))


def asks_if_able(text: str) -> bool:
    """小赵能不能做: it is about somebody, whatever of the task it asks."""
    return bool(_ABLE.search(text))


def names_a_place(text: str) -> bool:
    """“What if it came first?”"""
    return bool(_PLACE.search(text))


def asks_why_not_then(text: str) -> bool:
    """“Why can't it start three hours after the beginning?”, not “why can't it start until then?”"""
    return asks_why_not(text) and not _UNTIL.search(text)


def asks_why_idle(text: str) -> bool:
    """“Why is the crane idle on Wednesday?” asks about what is so, and supposes nothing."""
    return bool(_IDLE.search(text) and _WHY.search(text)) and not SUPPOSED.search(text)


def asks_for_a_number(text: str) -> bool:
    """“Why are only 3 people working at 10:00?” asks about what is so, and supposes nothing."""
    return bool(_SO_MANY.search(text)) and not SUPPOSED.search(text)


def asks_how_many_more(text: str) -> bool:
    """“How many more people ...?” asks for a number, whatever else it says is to be so."""
    return bool(_HOW_MANY_MORE.search(text)) and not SUPPOSED.search(text)


def supposes(message: str) -> bool:
    """“What if one of us is ill?”, and not what the rules say about it."""
    text = fold(message)
    return bool(SUPPOSED.search(text)) and not _RULES.search(text)


def asks_why(message: str) -> bool:
    """“Why not train them first?” asks for a reason; it orders nothing."""
    return bool(_WHY.search(fold(message)))


def asks_why_so_long(text: str) -> bool:
    """“Why does it all take until Friday?” asks for reasons, not for a way to be done by then."""
    return bool(_WHY_SO_LONG.search(text))


def asks_why_the_end(text: str) -> bool:
    """“工期为啥要到中午以后”: why everything ends then."""
    return bool(_WHY.search(text) and _OF_THE_END.search(text))


def compares_with_itself(text: str) -> bool:
    """“Why is painting before painting?”, in a text that names only one task."""
    return bool(_ITSELF.search(text))


def asks_for_a_better_plan(text: str) -> bool:
    """“Could any other order be faster?” asks whether this plan is the best."""
    return bool(_BETTER_PLAN.search(text))


def asks_which_is_better(text: str) -> bool:
    """“Would a person or a machine help more?” compares, and supposes neither."""
    return bool(_WHICH_IS_BETTER.search(text))


def names_an_aim(text: str) -> bool:
    return bool(_MEANS_TO.search(text))


def asks_what_it_takes(text: str) -> bool:
    """“What would it take to have A before B?” asks for a priority, not for a reason."""
    return bool(_EFFORT.search(text))


def asks_what_to_do(text: str) -> bool:
    """“What must we do to have A done by nine?” asks for a way, and supposes nothing."""
    return bool(_WAY.search(text)) and not SUPPOSED.search(text)


def asks_why_apart(text: str) -> bool:
    """“Why one after the other?” asks why not at once, and not which comes first."""
    return bool(_APART.search(text))


def asks_what_it_costs(text: str) -> bool:
    """“What would it cost to have A before B?” asks for another order, not for a priority."""
    return bool(_COST.search(text)) and not _PRIORITY.search(text)


def roles(text: str, people: Sequence[Mention]) -> tuple[str | None, str | None]:
    """Who does it, and who is asked about instead: the first of each, as far as the words say."""
    instead = [each.name for each in people if _is_not(text, each)]
    does = [each for each in people if each.name not in instead]
    chosen = [each for each in does if _CHOSEN.search(text, 0, each.start)]
    return next((each.name for each in chosen or does), None), next(iter(instead), None)


def _is_not(text: str, person: Mention) -> bool:
    before, after = text[max(0, person.start - 16) : person.start], text[person.end :][:24]
    return bool(_NOT_BY.search(before) or _NOT_AFTER.match(after))


def first_to_come(named: tuple[str, ...], text: str) -> tuple[str, ...]:
    """Two tasks, the one first that is to come first."""
    return named[::-1] if len(named) == 2 and _AFTER.search(text) else named


def names_limit(text: str) -> bool:
    """“By Friday”."""
    return bool(_LIMIT.search(text))


def is_before(text: str) -> bool:
    """“Before Thursday”, which ends with Wednesday."""
    return bool(_BEFORE.search(_ENDS.sub("", text)))


def tasks_in(text: str, problem: Problem) -> tuple[Mention, ...]:
    """Places that speak of a task. The scanner, if there is one, is no likeness of “CT scan”."""
    others = [each.name for each in problem.resources if each.name != PEOPLE]
    known = [*problem.by_name, *others, *problem.calendar]
    exact = [each for each in mentions(text, known) if each.exact]
    wide = [each for each in mentions(text, list(problem.by_name)) if each.whole]
    others_named = [
        each
        for each in exact
        if each.name not in problem.by_name
        and not any(task.start <= each.start and each.end <= task.end for task in wide)
    ]
    found = mentions(blank(text, others_named, ";"), list(problem.by_name))
    return tuple(each for each in found if not is_another(fold(text), each))


def blank(text: str, found: Iterable[Mention], sign: str) -> str:
    """The text with these places filled with `sign`."""
    for each in found:
        text = text[: each.start] + sign * (each.end - each.start) + text[each.end :]
    return text
