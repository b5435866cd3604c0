"""Values that are said of several tasks at once: "the last two 10 min each", "3和4各一个人"."""

import re
from collections.abc import Sequence

from tools.prose.records import Row
from tools.wording.quantities import count

_GROUP = re.compile(
    r"(?P<last>(?:the )?last (?P<n>two|three|four|2|3|4)|[后最]后?(?P<m>[两二三四])[样个项件步])|(?P<first>the first (?P<f>two|three)|前(?P<q>[两二三四])[样个项件步])|"
    r"(?P<rest>其[余他它](?:没写人数的)?|the (?:rest|others?))|(?P<all>以上|都是|both(?= |$)|each of (?:these|them)|for (?:each|both|all)|(?<![a-z])all(?= with| have|$)|all (?:of them|three|four|two)|(?<![a-z])each(?![a-z])|各|每[项个条件])"
)
_GROUP_LABELS = re.compile(r"(?P<labels>\d{1,2}(?:[、,和与及]\d{1,2})+)(?:[项步条])?(?:都|各)")
_FILLER = re.compile(
    r"[\s,，、]|(?<![a-z])(?:takes?|one|is|enough|for|and|the|of|these|them|which|people|need|done|needs?|in|urgent|both|by|crew|each|to|a|per|with|two|three|four|five|any|order|always)(?![a-z])|\W"
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
