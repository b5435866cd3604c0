"""The language model may put the courtesies of a reply into other words; code sees to it that it
puts nothing else. It knows no template and no customer.

Only sentences without any fact or promise are given away, one by one, and each comes back only if
it is made of its own words and of words of courtesy. So nothing can be lost or smuggled in: the
sentences that say something are the house's own. The whole is compared once more at the end.
"""

import re
from collections.abc import Callable, Sequence

from knowledge.language import language_of
from knowledge.numbers import fold
from tools.replies.facts import changed_facts, facts_of, promises_in

Rewords = Callable[[str], str]
"""A sentence -> the same in other words, by a language model."""

LONGER = 2.0
_SENTENCE = re.compile(r"[^.!?。！？；\n]+[.!?。！？；]*[”’\")）]*\s*|\n+")
_WORD = re.compile(r"[a-z']+|[㐀-鿿]|\w")
_NEGATION = frozenset({"not", "no", "never", "without", "n't", "nor", "neither", *"不没未无别非勿"})
_ENGLISH = """
a about again all also am an and appreciate apologise apologies apologize are as ask asking at be
because been best bringing care concern contact contacting dear do enquiry experience feel for from
getting glad good grateful great had happy has have hear help here hope how i if in inconvenience
into is it kind kindly know let letting like look many matter may me message moment more most much
my of on or our out pleasure please question questions raising reaching really regards regret
request say sharing sincere sincerely so sorry taking team thank thanks that the their them there
this time to touch trouble truly trust understand understandable understanding unpleasant up us
very want warm was we welcome well were what when wish with worries would writing you your yours
"""
_COURTESY = frozenset(_ENGLISH.split()) | frozenset(
    "您你我们的了是在好很非常感谢谢十分真诚诚挚衷心抱歉歉意深表对此给带来造成便愿意乐意为服务帮助"
    "请随时联系告诉说明理解心情耐心等待支持信任反馈意见来信咨询问题祝愉快顺利安希望能够到这次让也都"
    "更高兴收到有任何需要欢迎再与和并及时关于"
)


def reworded(text: str, rewords: Rewords, values: Sequence[str] = ()) -> str:
    """`text` with its courtesies in other words; as it was where the words cannot be trusted.

    Args:
        values: words that must stay, such as the names that were filled in.
    """
    parts = _SENTENCE.findall(text)
    told = "".join(_part(part, rewords, values) for part in parts)
    return text if changed_facts(text, told, values) else told


def _part(part: str, rewords: Rewords, values: Sequence[str]) -> str:
    sentence = part.strip()
    if not sentence or not loose(sentence, values):
        return part
    said = " ".join(rewords(sentence).split())
    space = part[len(part.rstrip()) :]
    return said + space if trusted(sentence, said) else part


def loose(sentence: str, values: Sequence[str] = ()) -> bool:
    """Does a sentence say nothing that could be wrong?"""
    holds = facts_of(sentence) or promises_in(sentence) or "{" in sentence or "}" in sentence
    named = any(value in sentence for value in values)
    return not holds and not named and len(_words(sentence)) > 3


def trusted(before: str, after: str) -> bool:
    """Is `after` made of the words of `before` and of words of courtesy only?"""
    if not after or len(after) > LONGER * len(before) + 20:
        return False
    if language_of(before) != language_of(after) or facts_of(after):
        return False
    words, known = _words(after), set(_words(before))
    if any(word not in known and word not in _COURTESY for word in words):
        return False
    count = [sum(word in _NEGATION for word in _words(text)) for text in (before, after)]
    return count[0] == count[1] and promises_in(before) == promises_in(after)


def _words(text: str) -> list[str]:
    return _WORD.findall(fold(text).replace("n't", " n't").replace("非常", "很"))
