"""The page of templates in one language: which widgets there are and which event moves which."""

from typing import Any

import gradio as gr

from tools.phrases import LANGUAGES, Language, say
from ui.frame import framed
from ui.opening import Opening
from ui.templating import shown
from ui.templating.events import Events
from ui.templating.query import ORDERS, Query
from ui.templating.widgets import Open, Widgets

PATH = "templates"
PRIVATE: dict[str, Any] = {"api_visibility": "private"}


def build_page(assistant: Opening, language: Language) -> gr.Blocks:
    """The whole page in `language`, ready to be mounted."""
    with framed(PATH, language) as page:
        widgets = layout(language)
        _wire(page, widgets, Events(assistant, language, widgets))
    return page


def layout(language: Language) -> Widgets:
    """All widgets, in their places."""
    gr.HTML(f"<h2>{say('templates-title', language)}</h2>", padding=False)
    found = _search(language)
    with gr.Row(elem_classes="knowing"):
        with gr.Column(scale=7, min_width=320):
            found |= _list(language)
            found |= _house(language)
        with gr.Column(scale=5, min_width=320):
            found |= _one(language)
    return Widgets(**found)


def _search(language: Language) -> dict[str, Any]:
    def choice(name: str, choices: list[tuple[str, str]], value: str = "") -> gr.Dropdown:
        return gr.Dropdown(
            choices,
            value=value,
            label=say(f"templates-column-{name}", language),
            min_width=120,
            elem_id=f"by-{name}",
        )

    every = (say("templates-any", language), "")
    spoken = [(say(f"knowing-language-{each}", language), each) for each in LANGUAGES]
    orders = [(say(f"templates-order-{each}", language), each) for each in ORDERS]
    with gr.Row(elem_classes="knowing"):
        return {
            "words": gr.Textbox(
                label=say("templates-words", language), min_width=220, scale=3, elem_id="words"
            ),
            "intent": choice("intent", [every]),
            "language": choice("language", [every, *spoken]),
            "field": choice("field", [every]),
            "audience": choice("whose", [every]),
            "order": choice("order", [*orders], ORDERS[0]),
            "query": gr.State(Query()),
            "retired": gr.Checkbox(
                label=say("templates-also-retired", language), container=False, min_width=140
            ),
        }


def _list(language: Language) -> dict[str, Any]:
    # The longest words of a column, such as “manufacturing”, and its heading stand in one line; at
    # 1440 pixels all that tells one from another is seen, and only what follows is scrolled to.
    widths = (178, 124, 116, 98, 136, 116, 80, 80, 150, 160)
    return {
        "table": gr.Dataframe(
            headers=[say(f"templates-column-{name}", language) for name in shown.LISTED],
            label=say("templates-list", language),
            interactive=False,
            wrap=True,
            max_height=520,
            column_widths=[f"{width}px" for width in widths],
            elem_id="templates",
        ),
        "more": gr.HTML(padding=False),
    }


def _house(language: Language) -> dict[str, Any]:
    with gr.Accordion(
        say("templates-house", language), open=False, visible=False, elem_id="house"
    ) as house:
        gr.Markdown(say("templates-house-how", language))
        files = gr.File(
            label=say("knowing-files", language),
            file_count="multiple",
            file_types=[".md", ".csv"],
            height=120,
            elem_id="template-files",
        )
        take = gr.Button(say("templates-take", language), size="sm", elem_id="take")
    return {"house": house, "files": files, "take": take}


def _one(language: Language) -> dict[str, Any]:
    found: dict[str, Any] = {
        "open": gr.State(Open()),
        "report": gr.HTML(padding=False, elem_id="report"),
        "stays": gr.Checkbox(
            label=say("personal-stays", language), container=False, visible=False, elem_id="stays"
        ),
        "used": gr.HTML(padding=False),
        "preview": gr.HTML(say("templates-choose", language), padding=False, elem_id="preview"),
    }
    with gr.Row():
        found["retire"] = _button("templates-retire", language, interactive=False)
        found["restore"] = _button("templates-restore", language, interactive=False)
        found["sure"] = gr.Checkbox(
            label=say("knowing-sure", language), container=False, visible=False
        )
        found["forget"] = _button("templates-forget", language, variant="stop", interactive=False)
    with gr.Accordion(
        say("templates-edit", language), open=False, visible=False, elem_id="edit"
    ) as edit:
        found |= _form(language)
    return found | {"edit": edit}


def _form(language: Language) -> dict[str, Any]:
    def box(key: str, lines: int = 1, **more: Any) -> gr.Textbox:
        return gr.Textbox(label=say(key, language), lines=lines, max_lines=30, **more)

    day = say("knowing-day", language)
    found = {
        "title": box("replying-title", elem_id="title"),
        "wanted": box("replying-intent"),
        "warm": box("replying-wording", 8, elem_id="warm"),
        "formal": box("templates-formal", 3),
        "brief": box("templates-brief", 3),
        "cues": box("templates-cues-lines", 3),
        "checks": box("templates-checks-lines", 2),
    }
    with gr.Row():
        found["since"] = box("knowing-column-since", placeholder=day)
        found["until"] = box("knowing-column-until", placeholder=day)
    found["save"] = _button("templates-save", language, variant="primary", elem_id="save")
    return found


def _button(key: str, language: Language, **options: Any) -> gr.Button:
    return gr.Button(say(key, language), size="sm", min_width=0, **options)


def _wire(page: gr.Blocks, w: Widgets, events: Events) -> None:
    choices = [w.intent, w.field, w.audience, w.house]
    page.load(events.loaded, None, [*w.listing, *choices], **PRIVATE)
    for each in w.asked:
        happens = each.submit if each is w.words else each.input
        happens(events.listed, w.asked, w.listing, **PRIVATE)
    w.table.select(events.chosen, None, w.shown, **PRIVATE)
    all_of_it = [*w.listing, *w.shown]
    w.save.click(events.save, [w.open, w.stays, *w.form, w.query], all_of_it, **PRIVATE)
    w.retire.click(events.retire, [w.open, w.query], all_of_it, **PRIVATE)
    w.restore.click(events.restore, [w.open, w.query], all_of_it, **PRIVATE)
    w.forget.click(events.forget, [w.open, w.sure, w.query], all_of_it, **PRIVATE)
    taken = [*w.listing, w.report, w.stays, w.files]
    w.take.click(events.take, [w.files, w.stays, w.query], taken, **PRIVATE)
