"""The pieces of the page of templates: the list, a template with its versions. Pure values and
HTML; everything that comes from templates is escaped here."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime
from zoneinfo import ZoneInfo

from agent.customers import customers_data
from knowledge.feedback import Use
from knowledge.templates.record import EVERYONE, TONES, Template, Tone
from knowledge.templates.tables import Listed, Version
from tools.phrases import Language, say
from tools.replies.desk import intent_name
from tools.replies.drafting import shown_name
from tools.replies.owners import is_private
from ui.markup import html

LISTED = ("title", "intent", "state", "language", "field", "whose", "sent", "kept", "saved", "id")


class Telling:
    """Says what templates are, in one language and on one clock."""

    def __init__(self, language: Language, zone: str, today: date) -> None:
        self._language, self._zone, self._today = language, ZoneInfo(zone), today

    def row(self, listed: Listed, uses: Mapping[str, Use], marked: Collection[str]) -> list[str]:
        """A line of the list.

        Args:
            marked: ids of those that hold what looks like personal data, in whichever version.
        """
        template, used = listed.template, uses.get(listed.template.id)
        state = [self._state(listed)]
        if template.id in marked:
            state.append(say("templates-personal", self._language))
        return [
            template.title,
            intent_name(template.intent, self._language),
            "; ".join(state),
            say(f"knowing-language-{template.language}", self._language),
            field_name(template.field, self._language),
            self.whose(template.audience),
            str(used.sent) if used else "0",
            f"{used.kept:.0%}" if used else "",
            self.saved(listed.latest),
            template.id,
        ]

    def whose(self, audience: Sequence[str]) -> str:
        """Who may use it."""
        if is_private(audience):
            return say("templates-one-person", self._language)
        everyone = say("knowing-everyone", self._language)
        names = (everyone if name == EVERYONE else name for name in audience)
        return say("list-comma", self._language).join(names)

    def saved(self, version: Version) -> str:
        """By whom a version was saved, and when."""
        if not version.by:
            return say("templates-built-in", self._language)
        if version.moment is None:
            return version.by
        return say("templates-by", self._language, by=version.by, moment=self._at(version.moment))

    def _state(self, listed: Listed) -> str:
        if (gone := listed.retired) is not None:
            if gone.moment is None:
                return say("templates-retired", self._language)
            at = self._at(gone.moment)
            return say("templates-retired-by", self._language, by=gone.by, moment=at)
        template = listed.template
        if template.valid_from and template.valid_from > self._today:
            return say("templates-later", self._language, day=template.valid_from)
        if template.valid_until and template.valid_until < self._today:
            return say("templates-over", self._language, day=template.valid_until)
        return say("templates-offered", self._language)

    def _at(self, moment: datetime) -> str:
        return f"{moment.astimezone(self._zone):%Y-%m-%d %H:%M}"

    def versions(self, versions: Sequence[Version]) -> str:
        """All versions of a template, the latest first and open."""
        return "".join(
            f'<details class="passage"{" open" if place == 0 else ""}>'
            f"<summary><b>{html(each.template.title)}</b> {self._about(each)}</summary>"
            f"{self._body(each.template)}</details>"
            for place, each in enumerate(reversed(versions))
        )

    def _about(self, version: Version) -> str:
        number = say("templates-version", self._language, version=version.template.version)
        return f"<small>{html(number)} · {html(self.saved(version))}</small>"

    def _body(self, template: Template) -> str:
        texts: dict[str, Tone] = {}
        for tone in TONES:
            texts.setdefault(template.said(tone), tone)
        letters = "".join(
            f"<p><b>{html(say(f'replying-{tone}', self._language))}</b></p>"
            f'<div class="letter">{self.letter(template, tone)}</div>'
            for tone in texts.values()
        )
        cues = self._items("templates-cues", template.cues)
        return letters + cues + self._items("draft-checks", template.checks)

    def _items(self, key: str, items: Sequence[str]) -> str:
        lines = "".join(f"<li>{self._with_marks(each)}</li>" for each in items)
        head = f'<p class="quiet">{html(say(key, self._language))}</p>'
        return f"{head}<ul>{lines}</ul>" if items else ""

    def letter(self, template: Template, tone: Tone) -> str:
        """Its text with the blanks marked, and what looks like personal data."""
        return "".join(
            self._with_marks(piece)
            if isinstance(piece, str)
            else f'<mark class="blank">{html(shown_name(piece, self._language))}</mark>'
            for piece in template.pieces(tone)
        )

    def _with_marks(self, text: str) -> str:
        parts, at = [], 0
        for found in customers_data(text):
            kind = say(f"personal-kind-{found.kind.lower()}", self._language)
            parts.append(html(text[at : found.start]))
            words = html(text[found.start : found.end])
            parts.append(f'<mark class="personal" title="{html(kind)}">{words}</mark>')
            at = found.end
        return "".join([*parts, html(text[at:])])


def field_name(field: str, language: Language) -> str:
    """What a trade is called; a house's own by its own name."""
    try:
        return say(f"field-{field}", language)
    except KeyError:
        return field


def used(use: Use | None, language: Language) -> str:
    """How a template does."""
    if use is None:
        return say("templates-unused", language)
    share = f"{use.kept:.0%}"
    return say("templates-used", language, sent=use.sent, rejected=use.rejected, kept=share)
