"""What the page of templates shows of one that is open: each widget with its new value. It decides
nothing but what can be pressed."""

from collections.abc import Sequence
from typing import Any

import gradio as gr

from knowledge.feedback import Use
from knowledge.templates.record import Template
from knowledge.templates.tables import Listed, Version
from tools.phrases import Language, say
from ui.markup import html
from ui.templating import shown
from ui.templating.shown import Telling
from ui.templating.widgets import Open, Widgets

Updates = dict[Any, Any]
"""Widget -> what becomes of it."""


class View:
    """The widgets of one page in its language."""

    def __init__(self, language: Language, widgets: Widgets) -> None:
        self.language, self.w = language, widgets

    def opened(
        self,
        listed: Listed,
        versions: Sequence[Version],
        use: Use | None,
        telling: Telling,
        *,
        may_change: bool,
    ) -> Updates:
        """A template with its versions."""
        w, template = self.w, listed.template
        offered = listed.retired is None
        own = any(version.by for version in versions)
        whose = telling.whose(template.audience)
        told = say("templates-whose", self.language, whose=whose)
        used = shown.used(use, self.language)
        return {
            w.open: Open(template.id, template.version),
            w.used: f'<p class="quiet">{html(told)} {html(used)}</p>',
            w.preview: telling.versions(versions),
            w.stays: self.stays(asked=False),
            w.edit: gr.update(visible=may_change and offered),
            **self._form(template),
            w.retire: gr.update(interactive=may_change and offered),
            w.restore: gr.update(interactive=may_change and not offered),
            w.sure: gr.update(value=False, visible=may_change and own),
            w.forget: gr.update(interactive=may_change and own),
        }

    def nothing(self) -> Updates:
        """No template is open."""
        w = self.w
        pressed = {button: gr.update(interactive=False) for button in (w.retire, w.restore)}
        return pressed | {
            w.open: Open(),
            w.used: "",
            w.preview: f"<p>{html(say('templates-choose', self.language))}</p>",
            w.stays: self.stays(asked=False),
            w.edit: gr.update(visible=False),
            w.sure: gr.update(value=False, visible=False),
            w.forget: gr.update(interactive=False),
        }

    def stays(self, *, asked: bool) -> Any:
        """The box in which somebody says that what was found may stay."""
        return gr.update(value=False, visible=asked)

    def said(self, words: str) -> str:
        return f'<p role="status">{html(words)}</p>'

    def _form(self, template: Template) -> Updates:
        w = self.w
        return {
            w.title: template.title,
            w.wanted: template.intent,
            w.warm: template.warm,
            w.formal: template.formal,
            w.brief: template.brief,
            w.cues: "\n".join(template.cues),
            w.checks: "\n".join(template.checks),
            w.since: template.valid_from.isoformat() if template.valid_from else "",
            w.until: template.valid_until.isoformat() if template.valid_until else "",
        }
