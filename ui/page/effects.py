"""What helps most, as bars of HTML: the longest gains most. The numbers stand in the answer."""

from tools.phrases import Language, say
from tools.plan import Problem
from tools.reasons.gains import gains, saved, sooner
from tools.reasons.records import Help, Helps
from tools.telling import SHOWN, amount, span, tell_change
from ui.markup import html


def effects(helps: Helps, problem: Problem, language: Language) -> str:
    """A bar for each change that gains something, as the answer lists them; empty if none does."""
    better = [each for each in helps.helps if gains(each)][:SHOWN]
    by_end = all(saved(each) == 0 for each in better)
    worth = sooner if by_end else saved
    most = max(map(worth, better), default=0)
    bars = "".join(
        _bar(
            each, worth(each) / most, _said(helps, worth(each), by_end, language), problem, language
        )
        for each in better
        if worth(each)
    )
    goal = say(f"goal-{helps.goal}", language)
    head = say("page-effects-end" if by_end else "page-effects", language, goal=goal)
    whole = f'<figure class="effects"><figcaption>{html(head)}</figcaption>{bars}</figure>'
    return whole if bars else ""


def _said(helps: Helps, worth: int, by_end: bool, language: Language) -> str:
    return span(worth, language) if by_end else amount(helps.goal, worth, language)


def _bar(each: Help, share: float, worth: str, problem: Problem, language: Language) -> str:
    words = tell_change(each.change, language, problem)
    return (
        f"<p><span>{html(words)}</span><b>{html(worth)}</b>"
        f'<i aria-hidden="true" style="width:{100 * share:.1f}%"></i></p>'
    )
