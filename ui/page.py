"""The page in one language: which widgets there are and which event moves which. What the events do
is in `events.py`, how it looks in `page.css`. It asks `assistant` for everything it shows.
"""

from typing import Any

import gradio as gr

from tools import table
from tools.phrases import Language, say
from ui import panels
from ui.events import Events
from ui.opening import Opening
from ui.sessions import Spare
from ui.widgets import Widgets

SAMPLES = ("page-sample-plan", "page-sample-why", "page-sample-search")
PLAN_FILES = [".csv", ".xlsx", ".json"]
# Shared by both languages, and fixed, so that a restart or a switch finds the conversation again.
# Gradio sends the secret to the browser: it hides nothing, it only has to stay the same.
STORAGE: dict[str, Any] = {"storage_key": "whyflow-conversation", "secret": "whyflow-browser-1"}
KEPT = (3600, 3600)  # seconds: uploaded files are deleted an hour after they came
PEOPLE = 20  # who are served at once; Gradio's own limit is one


def build_page(assistant: Opening, language: Language) -> gr.Blocks:
    """The whole page in `language`, ready to be mounted."""
    page = gr.Blocks(title="Whyflow", fill_width=True, analytics_enabled=False, delete_cache=KEPT)
    with page:
        widgets = _layout(language)
        _wire(page, widgets, Events(assistant, language, widgets))
    page.max_threads = 4 * PEOPLE  # a turn holds a thread; edits must find one free
    return page


def _layout(language: Language) -> Widgets:
    session = gr.BrowserState(None, **STORAGE)
    with gr.Row(elem_classes="top"):
        gr.HTML(panels.title(language), elem_classes="brand", padding=False)
        gr.HTML(panels.switch(language), elem_classes="links", padding=False)
    banner = gr.HTML(visible=False, padding=False)
    with gr.Row(elem_classes="desk"):
        with gr.Column(scale=5, min_width=320, elem_classes="talk"):
            talk = _talk(language)
        with gr.Column(scale=6, min_width=320, elem_classes="plan"):
            plan = _plan(language)
    return Widgets(
        session=session, spare=gr.State(Spare()), banner=banner, timer=gr.Timer(2), **talk, **plan
    )


def _talk(language: Language) -> dict[str, Any]:
    chat = gr.Chatbot(
        show_label=False,
        label=say("page-chat", language),
        height="100%",
        elem_id="chat",
        sanitize_html=True,
        allow_tags=False,
        latex_delimiters=[],
        buttons=["copy"],
        feedback_options=None,
        layout="bubble",
        placeholder=_placeholder(language),
        examples=[{"text": say(key, language)} for key in SAMPLES],
    )
    hint = gr.HTML(visible=False, padding=False, elem_id="hint")
    box = gr.Textbox(
        show_label=False,
        label=say("page-box", language),
        lines=1,
        max_lines=8,
        autofocus=True,
        placeholder=say("page-box", language),
        submit_btn=say("page-send", language),
        elem_id="box",
        container=False,
    )
    with gr.Row(elem_classes="buttons"):
        fresh = gr.Button(say("page-new", language), size="sm", min_width=0, elem_id="fresh")
        upload = gr.UploadButton(
            say("page-upload", language),
            size="sm",
            min_width=0,
            file_types=PLAN_FILES,
            elem_id="upload",
        )
    with gr.Accordion(say("page-passages", language), visible=False, elem_id="sources") as sources:
        passages = gr.HTML(padding=False)
    return {
        "chat": chat,
        "hint": hint,
        "box": box,
        "fresh": fresh,
        "upload": upload,
        "sources": sources,
        "passages": passages,
    }


def _placeholder(language: Language) -> str:
    return f"### {say('page-welcome', language)}\n{say('page-welcome-text', language)}"


def _plan(language: Language) -> dict[str, Any]:
    verdict = gr.HTML(visible=False, padding=False, elem_id="verdict")
    empty = gr.HTML(panels.empty_plan(language), padding=False)
    chart = gr.Plot(
        visible=False,
        show_label=False,
        label=say("page-chart", language),
        elem_id="chart",
        container=False,
    )
    notice = gr.HTML(visible=False, padding=False, elem_id="notice")
    tasks = gr.Dataframe(
        table.task_rows(None, language),
        headers=table.headers(language),
        type="array",
        label=say("page-tasks", language),
        interactive=True,
        wrap=True,
        buttons=[],
        column_widths=["180px", "120px", "150px", "80px", "150px", "110px", "110px", "110px"],
        column_count=_fixed(len(table.COLUMNS)),
        max_height=460,
        elem_id="tasks",
    )
    with gr.Row(elem_classes="under"):
        help_text = gr.HTML(panels.needs_attention(None, language), padding=False, scale=3)
        add = gr.Button(say("page-add", language), size="sm", scale=0, min_width=130, elem_id="add")
    pools = gr.Dataframe(
        table.resource_rows(None, language),
        headers=table.resource_headers(language),
        type="array",
        label=say("page-pools", language),
        interactive=True,
        wrap=True,
        buttons=[],
        column_widths=["60%", "40%"],
        column_count=_fixed(2),
        max_height=240,
        elem_id="pools",
    )
    return {
        "verdict": verdict,
        "empty": empty,
        "chart": chart,
        "notice": notice,
        "tasks": tasks,
        "help_text": help_text,
        "add": add,
        "pools": pools,
    }


def _fixed(columns: int) -> Any:
    """Gradio says it wants a number, and then lets people add columns and rename them."""
    return (columns, "fixed")


def _wire(page: gr.Blocks, w: Widgets, events: Events) -> None:
    hidden: dict[str, Any] = {"api_visibility": "private"}
    turn: dict[str, Any] = {"concurrency_limit": PEOPLE, "concurrency_id": "turn", **hidden}
    quick: dict[str, Any] = {"concurrency_limit": PEOPLE, "concurrency_id": "quick", **hidden}
    who = [w.session, w.spare]
    talk, board = [w.session, w.chat, w.box, w.hint, *w.board], [w.session, *w.board]
    # Apart from `arrive`, which waits until the assistant can be asked for the conversation.
    page.load(events.poll, None, [w.banner, w.timer], show_progress="hidden", **quick)
    page.load(events.arrive, who, talk, show_progress="hidden", **quick)
    w.timer.tick(events.poll, None, [w.banner, w.timer], show_progress="hidden", **quick)
    w.box.submit(events.ask, [*who, w.box], talk, show_progress="hidden", **turn)
    w.chat.example_select(events.sample, who, talk, show_progress="hidden", **turn)
    w.fresh.click(events.renew, None, talk, show_progress="hidden", **quick)
    w.upload.upload(events.upload, [*who, w.upload], board, **quick)
    w.add.click(events.add_row, [w.tasks], [w.tasks], show_progress="hidden", **quick)
    for editable in (w.tasks, w.pools):
        # always_last: an edit made while the last one is planned must not be dropped.
        editable.input(
            events.edit,
            [*who, w.tasks, w.pools],
            board,
            trigger_mode="always_last",
            show_progress="hidden",
            **quick,
        )
