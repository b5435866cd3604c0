"""How many people or things a task asks for, and how many there are in all.

It knows no problem: which resource a noun means is for the caller to say. A task's own "5 people"
is no total: only what a total's cue stands beside counts ("共", "we have", "in total").
"""

import re

from knowledge import lazily
from knowledge.numbers import NUMBER, fold
from tools.wording.quantities import PEOPLE, Quantity, count, quantities

_TEAM = lazily.compile(
    rf"(?:team|crew|pair|group|staff|pool) of ({NUMBER})(?![\w%])|({NUMBER}) of us(?![a-z])"
)
_ALONE = re.compile(
    r"(?<![a-z])(?:alone|by (?:my|him|her)self|on my own|single-handed(?:ly)?|solo|just me)(?![a-z])"
    "|独自|单人|单独|自己(?:一个)?|我来"
)
_LABELLED = re.compile(
    rf"\W*(?:(?:people|persons?|staff|workers|人数|人手|人员|人力|人)\s?[:=是为]?\s?)?({NUMBER})个?\W*"
)
_NEAR = 60  # characters beside an amount in which its cue may stand

_ABOUT = r"(?:大约|大概|差不多|约|about|around|roughly|only|just|exactly|up to|at most)?\s?"
_ZH_PLACE = (
    "我们?|咱们?|大家|[们队组班部店厂科室院司行站里层所局校馆处区房台间]|团队|小组|中心|窗口|社区|车间|仓库|门店|"
    "[今明]天|[今明]晚|现在|目前|当前|现场|手头|手上|手里|这边|这里|一?共|总共?|另外?|还|也|只|仅|就|都|和|且|可用的?"
)
_EN_PLACE = (
    "we|i|you|there|team|shop|store|ward|clinic|hospital|office|branch|bank|factory|plant|workshop|"
    "warehouse|department|unit|crew|shift|site|counter|desk|today|library|garage|kitchen|company|lab"
)
_HAVE = (
    r"(?:only |just |now |currently |still )?(?:have|has|'ve|got|are|is|can use|employ|had|were)"
    r"(?: got)?(?: only| just| currently| now)?(?: a total of| a pool of| a team of| a crew of)?"
)
_BEFORE = re.compile(
    rf"(?:(?:总共|一共|合计|总计|共计|统共|拢共|总人[数手]|可用人[数手]|人力|(?<!公)共(?!同|需|要|用))"
    rf"(?:只|仅)?(?:有|是|为|能用|可用)?[:\s]*(?:[一-龥]{{0,4}}有)?{_ABOUT}"
    rf"|(?:^|[\s，,。；;:.!！?？\n]|{_ZH_PLACE})(?:只|仅|就|共|总共|一共|现)?有{_ABOUT}"
    rf"|(?:我们|咱们|大家)(?:就|只|才|一共)?{_ABOUT}|可用(?:的?人[手员数]?)?(?:为|是|有)?[:\s]*"
    rf"|(?<![a-z])(?:{_EN_PLACE}) ?{_HAVE} {_ABOUT}"
    rf"|(?<!needs )(?<!takes )(?<!need )(?<!requires )(?<![a-z])a (?:team|crew|total|pool|staff) of {_ABOUT}"
    rf"|(?<![a-z])(?:pool|headcount|capacity|workforce|total) of {_ABOUT}|(?:^|[\n.!?;] ?)(?:and )?with {_ABOUT}"
    rf"|(?<![a-z])(?:plan|schedule|everything|all|them|this|these|it|us) with {_ABOUT}|with only "
    r"|(?<![a-z])(?:total|resources|available|headcount|team size|at our disposal)(?: staff| people)?\s?[:=]\s?"
    r")$"
)
_NOT_BEFORE = re.compile(
    r"(?:需要?|要|(?<![可能])用|need|needs|take|takes|require|requires)\s?(?:有|a total of )?\s?$"
)
_AFTER = re.compile(
    r"\s?(?:\(?in (?:total|all)\)?|altogether|total(?![a-z])|overall|all told|(?:that |who )?(?:is |are )?"
    r"(?:currently |now )?(?:available|on duty|on shift|on hand|to work with|to share|free to)|"
    r"at (?:our|my|your) disposal|on (?:the|our|my) (?:team|crew|staff|shift)|of us|"
    r"(?:的)?(?:团队|小组|班组|队伍|可用|在岗|可以用|可调[配用动]|可支配|待命|在班|当班|值班|在场|能用|能上))"
)
_AND = re.compile(r"\s?(?:,? ?and |,? ?plus |as well as |、|和|以及|及|加上?|外加)\s?$")
_BARE = lazily.compile(
    rf"(?:(?:we are|we're|we were|there are|there were|there's|us) {_ABOUT}(?P<us>{NUMBER})(?: of us)?"
    rf"|(?<!needs )(?<!takes )(?<!requires )a (?:team|crew|staff|pool) of {_ABOUT}(?P<team>{NUMBER})"
    rf"|(?:人手|人员|人数|总人数|headcount|team size|(?:people|staff|workers) (?:in (?:all|total)|available|altogether))(?:一?共|总共|只|就|是|为|有|of|is)*[:=\s]*(?P<label>{NUMBER})个?"
    rf"|(?P<ours>{NUMBER}) of us)(?=个?\s*(?:$|\n|[^\w\s]|in total|altogether|today|now))"
)


def demand(text: str) -> tuple[str, int] | None:
    """What a task holds while it runs, as the first (noun, amount) in `text`."""
    return next(iter(demands(text).items()), None)


def demands(text: str) -> dict[str, int]:
    """Everything a task holds, by noun; the first amount of each noun counts."""
    text = fold(text)
    found: dict[str, int] = {}
    for quantity in quantities(text):
        found.setdefault(quantity.noun, quantity.amount)
    if not found:
        amount = _people_only(text)
        return {} if amount is None else {PEOPLE: amount}
    return found


def _people_only(text: str) -> int | None:
    """Amounts without a noun: "a team of three", "alone", a bare "10"."""
    match = _TEAM.search(text) or _LABELLED.fullmatch(text)
    if match:
        return count(next(group for group in match.groups() if group))
    return 1 if _ALONE.search(text) else None


def capacity(message: str) -> dict[str, int]:
    """The totals that `message` states, by noun: `people`, or the thing in the singular.

    Of several totals for one noun the last one said counts.
    """
    text = fold(message)
    found = dict.fromkeys([PEOPLE], bare[-1]) if (bare := _bare(text)) else {}
    last: Quantity | None = None
    for quantity in quantities(text):
        if last is not None and _joined(text, last, quantity):
            same = found[quantity.noun] if quantity.noun == last.noun else 0
            found[quantity.noun] = same + quantity.amount
        elif _is_total(text, quantity):
            found[quantity.noun] = quantity.amount
        else:
            continue
        last = quantity
    return found


def _is_total(text: str, quantity: Quantity) -> bool:
    before = text[max(0, quantity.start - _NEAR) : quantity.start]
    if _NOT_BEFORE.search(before):
        return False
    return bool(_AFTER.match(text, quantity.end) or _BEFORE.search(before))


def _joined(text: str, last: Quantity, quantity: Quantity) -> bool:
    """ "We have 5 people **and 2 forklifts**": the second amount shares the cue of the first."""
    gap = text[last.end : quantity.start]
    return len(gap) < 12 and bool(_AND.fullmatch(gap))


def _bare(text: str) -> list[int]:
    """Totals of people without a noun: "there are 8 of us", "a team of six"."""
    found = []
    for match in _BARE.finditer(text):
        amount = count(next(group for group in match.groups() if group))
        if amount is not None:
            found.append(amount)
    return found
