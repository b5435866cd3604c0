"""The knowledge page, in one language: which widgets there are and which event moves which. What
is in the library and what is found there, it asks of the library."""

from dataclasses import dataclass
from typing import Any

import gradio as gr

from knowledge.ranking import LANGUAGE_BONUS, LEXICAL_WEIGHT, THINGS_WEIGHT
from knowledge.readers import READERS
from tools.phrases import Language, say
from ui.frame import framed
from ui.knowing import shown
from ui.knowing.events import Events
from ui.opening import Opening

PATH = "knowledge"
KINDS = ("procedure", "document")
PRIVATE: dict[str, Any] = {"api_visibility": "private"}


@dataclass
class Widgets:
    """Everything that an event reads or moves."""

    table: gr.Dataframe
    title: gr.HTML
    chosen: gr.State
    retire: gr.Button
    done: gr.HTML
    """What came of retiring and erasing, beside the buttons for it."""
    forget: gr.Button
    sure: gr.Checkbox
    files: gr.File
    audience: gr.Textbox
    owner: gr.Textbox
    kind: gr.Dropdown
    version: gr.Textbox
    since: gr.Textbox
    until: gr.Textbox
    add: gr.Button
    stays: gr.Checkbox
    report: gr.HTML
    question: gr.Textbox
    on: gr.Textbox
    teams: gr.Textbox
    verdict: gr.HTML
    found: gr.Dataframe


def build_page(assistant: Opening, language: Language) -> gr.Blocks:
    """The whole page in `language`, ready to be mounted."""
    with framed(PATH, language) as page:
        gr.HTML(f"<h2>{say('knowing-title', language)}</h2>", padding=False)
        with gr.Row(elem_classes="knowing"):
            with gr.Column(scale=6, min_width=320):
                listed = _list(language)
            with gr.Column(scale=4, min_width=320):
                coming = _coming(language)
        tested = _test(language)
        widgets = Widgets(**listed, **coming, **tested)
        _wire(page, widgets, Events(assistant, language))
    return page


def _list(language: Language) -> dict[str, Any]:
    table = gr.Dataframe(
        headers=[say(f"knowing-column-{name}", language) for name in shown.LISTED],
        label=say("knowing-list", language),
        interactive=False,
        wrap=True,
        max_height=420,
        column_widths=[f"{width}px" for width in (172, 98, 106, 78, 176, 102, 96, 200)],
        elem_id="documents",
        show_search="filter",
    )
    title = gr.HTML(say("knowing-choose", language), padding=False, elem_id="preview")
    with gr.Row():
        retire = gr.Button(say("knowing-retire", language), size="sm", interactive=False)
        sure = gr.Checkbox(label=say("knowing-sure", language), container=False)
        forget = gr.Button(
            say("knowing-forget", language), size="sm", variant="stop", interactive=False
        )
    done = gr.HTML(padding=False, elem_id="done")
    return {
        "table": table,
        "title": title,
        "chosen": gr.State(""),
        "retire": retire,
        "sure": sure,
        "forget": forget,
        "done": done,
    }


def _coming(language: Language) -> dict[str, Any]:
    def box(name: str, **more: Any) -> gr.Textbox:
        return gr.Textbox(
            label=say(f"knowing-column-{name}", language), lines=1, min_width=140, **more
        )

    files = gr.File(
        label=say("knowing-files", language),
        file_count="multiple",
        file_types=list(READERS),
        elem_id="files",
        height=140,
    )
    day = say("knowing-day", language)
    with gr.Row():
        audience = box("audience", placeholder=say("knowing-everyone", language))
        owner = box("owner")
    with gr.Row():
        kind = gr.Dropdown(
            [(say(f"knowing-kind-{each}", language), each) for each in KINDS],
            value="document",
            label=say("knowing-column-kind", language),
            min_width=140,
        )
        version = box("version")
    with gr.Row():
        since, until = box("since", placeholder=day), box("until", placeholder=day)
    add = gr.Button(say("knowing-add", language), variant="primary", elem_id="add")
    report = gr.HTML(padding=False, elem_id="report")
    stays = gr.Checkbox(
        label=say("personal-stays", language), container=False, visible=False, elem_id="stays"
    )
    names = ("files", "audience", "owner", "kind", "version", "since", "until", "add", "report")
    parts = (files, audience, owner, kind, version, since, until, add, report)
    return dict(zip(names, parts, strict=True)) | {"stays": stays}


def _test(language: Language) -> dict[str, Any]:
    gr.HTML(f"<h3>{say('knowing-test', language)}</h3>", padding=False)
    with gr.Row(elem_classes="knowing"):
        question = gr.Textbox(
            label=say("knowing-question", language),
            scale=5,
            elem_id="question",
            submit_btn=say("knowing-look", language),
        )
        day = say("knowing-day", language)
        on = gr.Textbox(label=say("knowing-on", language), placeholder=day, scale=1)
        teams = gr.Textbox(label=say("knowing-as", language), scale=2)
    verdict = gr.HTML(padding=False, elem_id="verdict")
    heads = ("rank", "passage", "text", *shown.SIGNALS)
    found = gr.Dataframe(
        headers=[say(f"knowing-head-{name}", language) for name in heads],
        label=say("knowing-found", language),
        interactive=False,
        wrap=True,
        column_widths=[f"{width}px" for width in (50, 240, 500, 90, 100, 90, 110, 90)],
        visible=False,
        elem_id="found",
    )
    signals = say(
        "knowing-signals",
        language,
        words=str(LEXICAL_WEIGHT),
        things=str(THINGS_WEIGHT),
        bonus=str(LANGUAGE_BONUS),
    )
    gr.HTML(f'<p class="quiet">{signals}</p>', padding=False)
    return {"question": question, "on": on, "teams": teams, "verdict": verdict, "found": found}


def _wire(page: gr.Blocks, w: Widgets, events: Events) -> None:
    listed = [w.table]
    page.load(events.listed, None, listed, **PRIVATE)
    preview = [w.chosen, w.title, w.retire, w.forget]
    w.table.select(events.chosen, None, [*preview, w.done], **PRIVATE)
    fields = [w.files, w.audience, w.owner, w.kind, w.version, w.since, w.until, w.stays]
    came = [w.report, w.files, w.table, w.stays]
    w.add.click(events.added, fields, came, show_progress_on=[w.report], **PRIVATE)
    w.retire.click(events.retired, w.chosen, [w.done, w.table, *preview], **PRIVATE)
    forgotten = [w.done, w.table, *preview, w.sure]
    w.forget.click(events.forgotten, [w.chosen, w.sure], forgotten, **PRIVATE)
    w.question.submit(events.tested, [w.question, w.on, w.teams], [w.verdict, w.found], **PRIVATE)
