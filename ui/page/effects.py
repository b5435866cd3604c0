"""What helps most, as bars of HTML: the longest gains most. The numbers stand in the answer."""

from tools.phrases import Language, say
from tools.plan import Problem
from tools.reasons.gains import gains, proved, saved, sooner
from tools.reasons.remedies import Help, Helps
from tools.telling import SHOWN, amount, span, tell_change
from ui.markup import html


def effects(helps: Helps, problem: Problem, language: Language) -> str:
    """A bar for each change that gains something, as the answer lists them; empty if none does."""
    better = [each for each in helps.helps if gains(each)][:SHOWN]
    worths = [saved(each, helps.goal) for each in better]
    by_end = not any(worths)
    if by_end:
        worths = [sooner(each) for each in better]
    most = max(worths, default=0)
    bars = "".join(
        _bar(each, worth / most, _said(helps, each, worth, by_end, language), problem, language)
        for each, worth in zip(better, worths, strict=True)
        if worth
    )
    goal = say(f"goal-{helps.goal}", language)
    head = say("page-effects-end" if by_end else "page-effects", language, goal=goal)
    whole = f'<figure class="effects"><figcaption>{html(head)}</figcaption>{bars}</figure>'
    return whole if bars else ""


def _said(helps: Helps, each: Help, worth: int, by_end: bool, language: Language) -> str:
    """At least that, if a better plan may be possible with the change."""
    told = span(worth, language) if by_end else amount(helps.goal, worth, language)
    sure = proved(each, helps.goal)
    return told if sure else say("helps-at-least", language, amount=told)


def _bar(each: Help, share: float, worth: str, problem: Problem, language: Language) -> str:
    words = tell_change(each.change, language, problem)
    return (
        f"<p><span>{html(words)}</span><b>{html(worth)}</b>"
        f'<i aria-hidden="true" style="width:{100 * share:.1f}%"></i></p>'
    )
