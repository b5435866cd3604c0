"""Words that hint at what a message wants, by what they have in common: whoever asks whether two
things can overlap, run side by side or 齐头并进 asks for the same. A hint decides nothing; it is
weighed with all others in `tools/kinds/`."""

import re
from collections.abc import Iterator


def _words(chinese: str, english: str) -> re.Pattern[str]:
    return re.compile(rf"{chinese}|(?<![a-z])(?:{english})(?![a-z])")


HINTS = {
    "if": _words(
        "如果|要是|假如|假设|假使|倘若|若|万一|的话|设想|试想|哪怕",
        r"if|suppos\w+|assum\w+|imagine|let's say|say we|what about|model|simulate|scenario|in case",
    ),
    "why": _words(
        "为什么|为何|为啥|为嘛|干嘛|凭[什啥]|何以|缘何|怎么(?!样)|咋(?!样|办)|原因|理由|缘由|依据|道理",
        r"wh?y|whys|how come|reasons?|explain|justif\w+|grounds?|because of what|rationale",
    ),
    "cannot": _words(
        "不能|不行|不可|不成|没法|无法|办不到|不让|不许|做不到|不好吗|没有?排|没放",
        r"can'?t|cannot|could ?n[o']?t|is ?n[o']?t|why not|y not|not|prevents?|hinders?|stops?|forbids?|against|"
        r"problem|obstacles?|in the way|difficulty",
    ),
    "together": _words(
        "同时|并行|一起|一块儿?|一道|同步|齐头并进|并进|重叠|一边|当儿|平行|一并|同一时间|并着|一前一后|串行|错开|分开[做来]|挨个|轮流",
        r"parallel\w*|(?:at )?the same time|same time|simultaneous\w*|at once|together|side by side|concurrent\w*|"
        r"overlap\w*|coincid\w*|alongside|in tandem|at one go|while|meanwhile",
    ),
    "priority": _words(
        "优先|级|[设给调提升填][到成为]?几(?!个|位|名|天|小时|点)|多急|紧急|权重|加急|重要性?", r"priorit\w+|prio|urgen\w+|important|importance|rank\w*|weight"
    ),
    "how much": _words(
        "多少|多高|多大|多急|几[级个位名台]?|何种程度|什么程度|到几",
        r"what|which|how (?:high|much|many|urgent|important|far)|to what",
    ),
    "effort": _words(
        "怎样才|怎么才|如何才|怎么能|如何能|才能|办法|需要|缺|差[啥什哪]|条件|代价|能不能|能否|来得及|赶得上|至少",
        r"what (?:would|does|will|do|must|should|has) (?:it|we|i|have|to|be)|what do|how (?:can|could|do|might|would) (?:we|i|this|it)|"
        r"need\w*|necessary|required?|possible|feasible|achieved?|manage|pull that off|any way|make it|chance",
    ),
    "all": _words(
        "全部|所有|整个|统统|一切|都|收工|完工|收尾|办结|搞定|[做弄干忙]完",
        r"everything|all|whole|entire|the lot|nothing|finish\w*|complet\w+|done|over|through|wrap\w* up|close out",
    ),
    "most": _words(
        "瓶颈|短板|卡脖子|堵|最[有见管划拖缺能该]|帮助最大|关键环节|突破|入手|下手|制约|限制|哪(?:里|儿|个|处|一)",
        r"bottlenecks?|constraints?|chokepoints?|most|biggest|greatest|invest\w*|money|cash|budget|slow\w*|single|one thing|"
        r"lever\w*|where|fix first",
    ),
    "changed": _words(
        "变[了化动得成]|改[了动]|不同|不一样|差别|区别|差异|差在|动了|挪了",
        r"changed?|changes|differ\w*|difference|moved|shifted|new in|what is new|what's new|update[sd]?",
    ),
    "previous": _words(
        "之前|上[次一回]|刚[才刚]|原[来先]|旧|先前|前一版|昨天",
        r"previous\w*|last (?:version|plan|change|edit|time|one)|earlier (?:plan|version)|before|since|old|just now|this morning's",
    ),
    "somebody": _words(
        "谁|[这那]个人|[这那]位|负责人|人选|派|让.{1,4}[来去做干]|由.{1,6}(?:做|负责|承担)|换(?:个|别)人",
        r"who|whom|person|guy|some(?:one|body)|any(?:one|body)|assigned|assignment|picked|chosen|selected|given to",
    ),
    "away": _words(
        "不在|请假|缺席|缺勤|没来|不来|来不了|休假|休息|出差|生?病|离职|辞职|走人|外出|开会|歇",
        r"off|absent|away|sick|ill|on leave|vacation|holiday|out|not (?:there|in|here|around)|"
        r"(?:can't|cannot|couldn't|doesn't) (?:come|make it|show up|be)|missing|quit\w*|jury|dentist|summoned|conference",
    ),
    "broken": _words(
        "坏|故障|检修|维修|保养|送修|停用|停机|用不了|不能用|不可用|罢工",
        r"offline|down|dead|broken?|breaks?|repair\w*|maintenance|service[sd]?|unavailable|out of (?:order|service)|mechanic",
    ),
    "more": _words(
        "多|加|增|再|添|扩|借|延长|拖长|拉长|超时|翻[一了]?[倍番]",
        r"more|extra|another|additional|second|doubl\w+|twice|hir\w+|borrow\w*|increas\w+|longer|overrun\w*|run over|overtime",
    ),
    "less": _words(
        "少|减|缩|压|短|省|只[要用花剩有]|剩",
        r"cut|less|fewer|short\w*|reduc\w+|compress\w*|faster|quicker|only|just|down to|drops?|halv\w+|half",
    ),
    "drop": _words(
        "取消|不[做搞弄办]|砍|免|删|跳过|去掉|略过|省掉|剔除",
        r"skip\w*|drop\w*|cancel\w*|without|ditch\w*|scrap\w*|str(?:ike|uck)|remov\w+|forget|descop\w+|out of scope|left? out|no more",
    ),
    "effect": _words(
        "怎样|怎么样|影响|后果|结果|变化|效果|咋样|咋办|怎么办|耽误|能快|提前多少|测算|推演|看看|碍事|撑得住|顺延|牵连",
        r"then what|now what|what now|what then|then|effects?|consequences?|results?|impact|mean|outcome|implications?|"
        r"gain|benefit|help|any|what happens|what moves|show me|look like|affect\w*|bad",
    ),
    "late": _words(
        "[晚迟]|最后|拖|等|卡|压到|搁|靠后|提前|不早|早点|早些|趁早",
        r"late\w*|last|wait\w*|hold\w*|held|block\w*|stuck|delay\w*|behind|earlier|sooner|hang\w*|gat\w+|queu\w+|bottom",
    ),
    "order": _words(
        "先|前|之后|后面|后头|以后|头里|次序|顺序|颠倒|换个|反过来|抢在|赶在",
        r"before|b4|after|ahead|first|prior|preced\w*|follow\w*|beat|jump|sequence|swap|reverse|other way|in front",
    ),
    "understood": _words(
        "明白|(?:懂|清楚|晓得|知道)了|原来是|怪不得|难怪|有数|收到|知悉",
        r"i see|understood|i understand|i get it|makes? sense|good to know|no wonder|figures|noted|got it|i follow",
    ),
    "plan": _words(
        "计划|安排|方案|排程|工期|全程|排法|整体|总共|一共|总的|最[好优]|更[好快]|思路",
        r"plan|schedule|best|better|optimal|overall|altogether|total|timetable|arrangement|programme|logic|defend",
    ),
}  # fmt: skip


def hints(text: str) -> Iterator[str]:
    """The names of what hints stand in a folded text."""
    return (name for name, words in HINTS.items() if words.search(text))
