"""Values that are said of several tasks at once: "the last two 10 min each", "3和4各一个人"."""

import re
from collections.abc import Sequence

from tools.prose.pieces import Pieces
from tools.prose.records import Clause, Row
from tools.prose.signs import STOPS
from tools.wording.quantities import count

_GROUP = re.compile(
    r"(?P<last>(?:the )?last (?P<n>two|three|four|2|3|4)|[后最]后?(?P<m>[两二三四])[样个项件步])|(?P<first>the first (?P<f>two|three)|前(?P<q>[两二三四])[样个项件步])|"
    r"(?P<rest>其[余他它](?:没写人数的)?|the (?:rest|others?))|(?P<all>(?<![时钟分天])以上|都是|都要|均|全程|(?<![a-z])(?:per (?:job|task|step|item|line)|apiece|throughout|(?:every|each) (?:job|task|step|item|line|one)|all (?:jobs|tasks|steps|of these|of it)|unless|in each case)(?![a-z])|both(?= |$)|each of (?:these|them)|for (?:each|both|all)|(?<![a-z])all(?= with| have|$)|all (?:of them|three|four|two)(?! of us| people)|(?<![a-z])each(?![a-z])|各|每[项个条件])"
)
_GROUP_LABELS = re.compile(r"(?P<labels>\d{1,2}(?:[、,和与及]\d{1,2})+)(?:[项步条])?(?:都|各)")
_FILLER = re.compile(
    r"(?<![a-z])(?:takes?|one|is|are|enough|for|and|the|of|these|them|which|people|person|need|done|needs?|in|urgent|both|by|crew|each|to|a|an|per|with|two|three|four|five|"
    r"any|order|always|every|everything|all|job|jobs|task|tasks|step|steps|item|items|line|lines|noted|otherwise|stated|said|mentioned|else|written|unless|where|nothing|no|number|"
    r"given|throughout|same|has|have|it|just|only|apiece|ones?|works?|on|at|if|as|stands?|there|here|that|this|so|we|will|do|case|whole|time|way|together|will|must|should|be|us|"
    r"above|below|listed|following|requires?|staff|apart|from|except)(?![a-z])"
    r"|以上|各项|每项|每步|每个|步骤|任务|全程|全部|没写|人数|没有|标注|注明|其余|其他|都是|都要|都|是|要|的|均|由|只要|就|够|即可|各|两|三|四|项|步|件|样|完成|来|做|干|一起|每|W"
    r"|[\s\W]"
)


def group_of(words: str, rest: str, rows: Sequence[Row]) -> list[Row] | None:
    """The tasks that a clause gives its values to; None if it speaks of no group.

    Args:
        words: the clause.
        rest: what is left of it without its values.
    """
    if labels := _GROUP_LABELS.search(words):
        listed = re.findall(r"\d+", labels["labels"])
        return [row for row in rows if row.label in listed]
    group = _GROUP.search(words)
    if group is None or len(_FILLER.sub("", _GROUP.sub("", rest))) > 4:
        return None
    kept = [row for row in rows if row.stays] or list(rows)
    if group["last"] or group["first"]:
        amount = count(group["n"] or group["m"] or group["f"] or group["q"]) or 2
        return kept[-amount:] if group["last"] else kept[:amount]
    return kept


def heads_names(pieces: Pieces, clause: Clause) -> bool:
    """Whether names follow behind a colon: "25 minutes each: Alder Street, Birch Street"."""
    end = pieces.sentence_end(clause.end)
    rest = pieces.low[clause.end : end].replace("：", ":")
    named = rest.lstrip().startswith(":") and len(STOPS.findall(rest)) > 1
    return named and not any(s.kind == "duration" for s in pieces.between(clause.end, end))


def heads_list(pieces: Pieces, clause: Clause) -> bool:
    """Whether a list begins on the next line."""
    end = pieces.line_of(clause.end)[1]
    return end + 1 in pieces.markers and not set(":：").isdisjoint(pieces.low[clause.end : end])
