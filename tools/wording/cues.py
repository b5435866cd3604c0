"""Words that put tasks in order, as patterns over a marked text. It decides nothing.

Each kind says where the tasks it speaks of stand, beside the task whose waiting is described:

    after_pre     "after ◆", "等◆"              the tasks that follow are waited for
    after_post    "◆之后", "◆完才能"             the tasks before it are waited for
    need          "needs the ◆", "需要先◆"       like after_pre, but only with a subject before it
    first_post    "◆ must be done first"         waited for by the subject, or just the first task
    before_pre    "before ◆", "◆ leads to ◆"     the tasks that follow wait
    before_post   "◆之前"                        the tasks before it wait
    like_pre      "in parallel with ◆"           same waiting as ◆
    all           "when everything is done"      all tasks so far that nobody waits for
    next          "then", "接着", "after that"   the task before
    earlier       "before that", "在此之前"      the task before waits
    final         "finally", "最后"              like all, for the next task
    last_post     "◆ comes last"                 like all, for ◆
    like          "meanwhile", "同时"            same waiting as the task before
    first         "first", "首先"                a new chain begins
    step          "step 2:", "第二步"            next, or first for 1
    sequence      "in this order", "依次"        each task waits for the one before it
    also          "◆ has come and ◆ is"         one more for the after_pre before it
    none          "in any order", "不分先后"     takes a sequence back
    lost          "after lunch"                  a cue whose task is not known
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from knowledge import lazily
from tools.wording.clauses import MARK

_B = r"(?<![a-z])"
_E = r"(?![a-z])"
_THE = (
    r"(?:\s?(?:the|a|all|both|of|we|you|they|i|have|has|had|is|are|been|be|done|finished|finishing|"
    r"finish|completed?|completing|completion|end|doing|starting|start|beginning|begin|taking|take|making|make|getting|that|tasks?|steps?|jobs?|work|your|our|his|her|"
    rf"their|its|first|also|each|either|to|with|for|on){_E}){{0,8}}\s?[\"'“‘「《]?(?={MARK})"
)
_ZH_THE = rf"(?:所有|全部|先|把|将|的|完成|做完|前面|上面|[\"“「《\s]){{0,4}}(?={MARK})"
_BEHIND = rf"(?<={MARK})[\"'”’」》]?\s?"
_DONE = (
    "(?:(?:这[一]?[项个步道])?(?:都|全部|全|均|也|已经?|一|工作|任务|工序|被|要|必须|需|得|先|的)*"
    "(?:(?:做|干|弄|搞|办|处理|进行|检查|整理)?(?:完成|完毕|完工|完|好|结束|妥|出来|到位|通过|搞定|就绪|走)|到)了?)"
)
# "◆合格后", "◆编好以后": a few words more, but no time ("◆两小时后") and no word of its own ("最后").
_SOME = "(?:(?!小时|分钟|[最然随今背其此而先前等再和与天点周])[一-龥]){0,4}?"
_LATER = "(?:之后|以后|过后|后面|后(?![台勤续备果天期方门厨仓视道]))"
_ONLY_THEN = rf"(?:[,，]?\s?(?:才|再|方可|方能|就|便|即可|马上|立[即刻])|(?={MARK}))"
_THING = "(?:任务|工序|工作|步骤|事情|项目|环节|活儿?|人)?"
_EVERYTHING = (
    r"(?:everything(?: else)?|all|both|the (?:others?|rest)|these|those)"
    r"(?: (?:of|the|these|those|them|this|that|above|others?|tasks?|steps?|jobs?|two|three|four|five|"
    rf"previous|is|are|done|finished|completed?|have|has|been|ready|over){_E}){{0,8}}+(?!\s?(?:the )?{MARK})"
)
_THAT = r"(?:that|this|it|they|those|these|them)"
_OVER = r"(?:done|finished|complete[d]?|over|ready)"
_STEP = r"[0-9]{1,3}|one|two|three|four|five|six|[一二三四五六七八九十]{1,3}"

_KINDS = {
    "none": r"(?:in )?any order|no (?:particular|fixed|special|set) order|order (?:does not|doesn't) matter|"
    rf"{_B}independent(?:ly)?{_E}|不分先后|顺序不限|(?:没有|无|不按|不讲)(?:先后)?(?:顺序|次序)|"
    "(?:顺序|次序)(?:无所谓|随意|任意)|互不(?:影响|依赖)|in order to",
    "last_post": rf"(?<=[,，(（])\s?(?:放|排|留)?(?:在|到)?最后(?:才)?(?:做|进行|完成)(?=\s*(?:$|[,，)）]))|"
    rf"{_BEHIND}(?:(?:放|排|留)?(?:在|到|要|是|必须)?最后(?:做|进行|完成|一步)?(?=\s*(?:$|[,，)）]))|"
    r"(?:(?:comes?|goes|happens?|runs?|is|must be|should be|must come)(?: [a-z]+)? last(?!\s?[a-z])|"
    rf"(?:is|will be) the (?:very )?(?:last|final)(?: one| step| task| thing| job)?{_E}))",
    "first_post": rf"{_BEHIND}(?:(?:必须|要|得|需要|应该|应|需)?先(?:完成|做完|做好|结束|做|进行)(?!{MARK})|"
    r"(?:has to |have to |must |should |needs? to |is to |is |are |has |have )?(?:be |been )?"
    rf"(?:done |finished |completed? |comes? |goes? |happens? )?first{_E}(?!\s?(?:the )?{MARK}))",
    "need_zh": rf"的?(?:前提(?:条件)?是|前面是)\s?(?={MARK})|(?:必须|需要?|要|得|应)(?:先|等){_ZH_THE}",
    "before_post": rf"{_BEHIND}(?:{_DONE}|开始|进行|工作)?(?:之前|以前|前面?(?![台提期天往后])|的前提(?:条件)?(?!是))",
    "after_post": rf"{_BEHIND}(?:{_DONE}?{_LATER}|{_SOME}{_LATER}|{_DONE}{_ONLY_THEN}|才(?:能|可以|可|开始))",
    "also": rf"{_BEHIND}(?:[a-z']+ ){{1,4}}and (?:the )?(?={MARK} ?(?:is|are|has|have|,|$))",
    "all": rf"{_B}(?:after|once|when|as soon as) (?:they|these|those)(?: are|'re| have)(?: been)? (?:both|all) {_OVER}|"
    rf"{_B}(?:after|once|when|until|as soon as|depends? on|waits? for|following) {_EVERYTHING}|"
    rf"(?:等|待)?(?:到)?(?:以上|上述|前面|之前)?的?(?:全部|所有|都|两[者项个]|二者|三[者项个]|一切|其[他它余]|前[两三])"
    rf"的?{_THING}(?:都|全部|全)?(?:做|干|弄|搞)?(?:完成|结束|完|好|搞定)了?(?:{_LATER})?",
    "next": rf"{_B}(?:after (?:that|this|it|them|those|these|which){_E}(?! (?:the )?{MARK})|"
    rf"(?:once|when|as soon as) {_THAT}(?:'s| is| are| has been| have been) {_OVER}|"
    rf"(?:once|when) {_OVER}|(?:up)?on completion(?! of)|followed by|then|afterwards?|thereafter|subsequently|"
    rf"next(?=\s*(?:,|:|comes?|is|we|do|up|i|you|the|{MARK}|$))){_E}|->|→|=>|⇒|➔|"
    rf"follows?(?=\s*(?:$|[,(]))|(?:second|third|fourth|fifth)(?:ly)?(?=,? (?:the )?{MARK})|其次|紧?接着|接下来|然后|随后|其后|而后|继而|下一步|紧随其后|此后|"
    rf"(?:(?<=[,，:：、\s])|^|[那这]个?|在[此那这])(?:(?:全?都)?(?:做|干|弄|搞)?(?:完成|完毕|结束|完|好)了?)?(?:之后|以后|后(?=[,，再才]))|"
    rf"(?:(?<=[,，:：、\s])|^)(?:做|干|弄|搞)(?:完|好)了?|再(?![次三加说少见多])(?=[^,，]{{0,8}}?{MARK})",
    "earlier": rf"{_B}before (?:that|this|it|them|those){_E}(?! (?:the )?{MARK})|{_B}beforehand{_E}|在?(?:此|这|那)之?前|"
    "(?:(?<=[,，])|^)(?:之前|事先)",
    "like_pre": rf"{_B}(?:in parallel (?:with|to)|at the same time as|simultaneously with|concurrently with|"
    rf"alongside|together with|while|during){_E}{_THE}|(?:与|跟|和|同)(?={MARK}\s?(?:同时|并行|一起|一块))",
    "after_pre": rf"{_B}(?:(?:up)?on (?:the )?completion of|after|once|as soon as|until|following|follows?|"
    r"subsequent to|provided(?: that)?|(?:depend(?:s|ent|ing)?|rel(?:ies|y|ying)|based|contingent|conditional) (?:up)?on|"
    rf"wait(?:s|ing)? (?:for|on|until)|(?:preceded|blocked|gated) by){_E}{_THE}|"
    rf"{_B}when{_E}{_THE}(?={MARK} ?(?:is|are|has|have|gets|finish|ends|completes|'s|,|$))|"
    rf"(?:等到?|待|直到|依赖于?|取决于|有赖于|基于|接在|跟在|排在){_ZH_THE}",
    "before_pre": rf"{_B}(?:before|prior to|ahead of|precedes?|leads? to|prerequisite (?:for|of|to)|"
    rf"(?:required|needed|necessary) (?:for|by)|unblocks?|enables?|so that|in time for){_E}{_THE}|"
    rf"(?:早于|先于){_ZH_THE}|是(?={MARK}的前提)",
    "need": rf"{_B}(?:needs?|requires?|needing|requiring){_E}{_THE}|(?:需要?|要求|要)(?={MARK}{_DONE})",
    "final": rf"最后(?![一]?[天期])|最终|{_B}(?:finally|lastly|last(?=,| comes)|the (?:last|final) (?:step|task|thing|job)"
    rf"(?: is)?|at the (?:very )?end|in the end){_E}",
    "like": rf"与此同时|同时|并行|{_B}(?:meanwhile|in the meantime|at the same time|simultaneously|concurrently|"
    rf"in parallel){_E}",
    "sequence": rf"依次|顺次|逐[一个]|先后(?:进行|完成|做)|按照?(?:以下|下列|如下|这个|此|上述)?的?(?:先后)?(?:顺序|次序)|"
    rf"{_B}(?:in (?:(?:exactly )?this|that|the|strict|exactly)?(?: ?(?:following|given|listed|same|strict))? ?(?:order|sequence)"
    rf"|sequentially|one after (?:another|the other)|one by one|consecutively|step by step){_E}",
    "step": rf"(?:第(?P<nth>{_STEP})步|步骤\s?(?P<label>{_STEP})|{_B}(?:step|stage|phase) ?(?P<count>{_STEP}){_E})",
    "first": rf"首先|先(?![后行进生于])|{_B}(?:first(?:ly| of all)?(?=\s*[,:]|\s(?:we |do |the |have to |comes? )*{MARK})|"
    rf"(?:start|begin)(?:s|ning|ing)? (?:with|by)){_E}",
    "lost": rf"{_B}(?:after(?! [0-9])|once(?! (?:a|an|per|every|in)\b)|depends? on|waits? for){_E}(?= [a-z])|"
    r"等(?=[^,，]{1,12}(?:完|后|再|才))|(?<![0-9年月日天时钟分周点])(?:之后|以后)|依赖于?|取决于",
}
_AND = r"\s?(?:,\s?)?(?:and|&|or|as well as|plus|以及|还有|[和与及跟、+])\s?(?:the |both |also )?"
_GROUP = (
    rf"(?P<group>{MARK}(?:(?:\s?[,，、]\s?(?:the )?{MARK}){{1,20}}{_AND}{MARK})?(?:{_AND}{MARK})*)"
)
_BREAK = r"(?P<stop>[,，:：()（）—])"
_ELEMENT = lazily.compile(
    "|".join([*(f"(?P<{kind}>{words})" for kind, words in _KINDS.items()), _GROUP, _BREAK])
)
_IS_SUBJECT = re.compile(
    r"\s?(?:takes?|needs?|requires?|lasts?|starts?|begins?|can|must|will|should|before|after|"
    r"once|comes?|follows?|waits?|depends?|then|\(|:|[0-9])"
)
_TAKES_TASKS = frozenset({"after_pre", "before_pre", "need", "like_pre"})


class Element(NamedTuple):
    """A cue, or a group of tasks named together, in one clause of a sentence."""

    kind: str
    """`group` or one of the kinds above."""
    start: int
    end: int
    clause: int
    marks: str = ""
    number: str = ""
    """Of a step."""
    begin: int = 0
    """Where its clause begins."""


def elements(sentence: str) -> list[Element]:
    """The cues and groups of `sentence`, from left to right."""
    found: list[Element] = []
    clause = begin = 0
    for match in _ELEMENT.finditer(sentence):
        if match["stop"]:
            clause, begin = clause + 1, match.end()
        elif match["group"]:
            groups = _group(sentence, match, clause, found)
            found.extend(group._replace(begin=begin) for group in groups)
        else:
            kind = next(name for name in _KINDS if match[name] is not None)
            count = match["nth"] or match["label"] or match["count"] or ""
            kind = "need" if kind == "need_zh" else kind
            found.append(Element(kind, match.start(), match.end(), clause, "", count, begin))
    return found


def _group(
    sentence: str, match: re.Match[str], clause: int, before: list[Element]
) -> Iterator[Element]:
    """One group; in "after ◆ and ◆ takes 2 hours" the last task is a subject of its own."""
    marks = "".join(re.findall(MARK, match[0]))
    taken = before and before[-1].kind in _TAKES_TASKS and before[-1].end == match.start()
    if taken and len(marks) > 1 and _IS_SUBJECT.match(sentence, match.end()):
        place = match.end() - 1
        yield Element("group", match.start(), place - 1, clause, marks[:-1])
        yield Element("group", place, match.end(), clause, marks[-1])
    else:
        yield Element("group", match.start(), match.end(), clause, marks)
