"""The one task that some words name, with no word among them that its name lacks: “the scan” of
“scan the files”, but not “the scan room”."""

import re
from collections.abc import Iterator, Sequence

from knowledge.numbers import fold
from tools.wording.stems import stem

_LIGHT_WORDS = """
the a an that this of to for on in at with and or is are was be been being it its i we you they will would should can could may
must need needs have has do does take takes last lasts please oh ah but so no not sorry wait actually really after all then
now today instead rather only just about around more like than make give let us plan allow think meant mean said say too short
long little much better on second thought also as well job task step one thing part bit work people person ppl men hours
minutes still correction update changed change by up down from there all's all everything there'll ok okay hm right reflection come again once more
"""
_LIGHT = frozenset(_LIGHT_WORDS.split())
"""English words that name nothing."""
_LIGHT_ZH = re.compile(
    r"其实|刚才|刚刚|前面|上面|说[少多错]了?|不对|更正(?:一下)?|改[为成到]|调整|调[为成到]|延长到?|缩短到?|[增减]加?到|改(?=$|[\d一二两三四五六七八九十半])|加到|"
    "应该|大概|大约|至少|起码|需要?|请|按|得|要|算|是|把|将|给|用|了|的|那个?|这个?|就|还|再|也|先|哦|啊|吧|嘛|呢|喂|对|"
    "时间|工时|人手|任务|工作|活儿?|事情?|环节|部分|不够|才够|可能|估计|最好|麻烦|等等|另外|还有|然后|而|但|不过|都"
)
_LATIN, _HAN = re.compile(r"[a-zäöüß][a-z0-9äöüß'’-]*|\d+"), re.compile(r"[\u3400-\u9fff]")


def named_whole(words: str, names: Sequence[str]) -> str | None:
    """The name of the one task, or None: there is none, or there are several."""
    said = list(_told(words))
    if not said:
        return None
    found = {name: set(_told(name)) for name in names}
    having = [name for name, has in found.items() if all(each in has for each in said)]
    whole = [name for name in having if found[name] <= set(said)]
    return having[0] if len(having) == 1 else whole[0] if len(whole) == 1 else None


def says_nothing(words: str) -> bool:
    """Whether words name nothing at all."""
    return next(_told(words), None) is None


def says_all(words: str, name: str) -> bool:
    """Whether words say all that a name does, and nothing else."""
    return set(_told(words)) == set(_told(name))


def _told(words: str) -> Iterator[str]:
    """The stems of English words and the single Chinese signs that may name something."""
    low = fold(words)
    for word in _LATIN.findall(low):
        base = re.sub(r"['’]s?$", "", word)
        if base not in _LIGHT:
            yield stem(base)
    yield from _HAN.findall(_LIGHT_ZH.sub(" ", low))
