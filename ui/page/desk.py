"""The page where people chat and plan, in one language: which widgets there are and which event
moves which. What the events do is in `events.py`, how it looks in `page.css`. It asks `assistant`
for everything it shows.
"""

from typing import Any

import gradio as gr

from tools.phrases import Language, say
from ui.frame import framed
from ui.opening import Opening
from ui.page.events import Events
from ui.page.layout import plan_side
from ui.page.sessions import Spare
from ui.page.widgets import Widgets

SAMPLES = ("page-sample-plan", "page-sample-why", "page-sample-search")
PLAN_FILES = [".csv", ".tsv", ".xlsx", ".json", ".docx", ".pdf", ".eml", ".txt", ".md"]
# Shared by both languages, and fixed, so that a restart or a switch finds the conversation again.
# Gradio sends the secret to the browser: it hides nothing, it only has to stay the same.
STORAGE: dict[str, Any] = {"storage_key": "whyflow-conversation", "secret": "whyflow-browser-1"}
LOOKING = 4  # better plans that are looked for at once: each takes all the solver's threads
PEOPLE = 20  # who are served at once; Gradio's own limit is one


def build_page(assistant: Opening, language: Language) -> gr.Blocks:
    """The whole page in `language`, ready to be mounted."""
    with framed("", language) as page:
        widgets = _layout(language)
        _wire(page, widgets, Events(assistant, language, widgets))
    page.max_threads = 4 * PEOPLE  # a turn holds a thread; edits must find one free
    return page


def _layout(language: Language) -> Widgets:
    session = gr.BrowserState(None, **STORAGE)
    banner = gr.HTML(visible=False, padding=False)
    with gr.Row(elem_classes="desk"):
        with gr.Column(scale=5, min_width=320, elem_classes="talk"):
            talk = _talk(language)
        with gr.Column(scale=6, min_width=320, elem_classes="plan"):
            plan = plan_side(language)
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
        halt = gr.Button(
            say("page-stop", language), size="sm", min_width=0, visible=False, elem_id="halt"
        )
    with gr.Accordion(say("page-passages", language), visible=False, elem_id="sources") as sources:
        passages = gr.HTML(padding=False)
    return {
        "chat": chat,
        "hint": hint,
        "box": box,
        "fresh": fresh,
        "upload": upload,
        "halt": halt,
        "sources": sources,
        "passages": passages,
    }


def _placeholder(language: Language) -> str:
    return f"### {say('page-welcome', language)}\n{say('page-welcome-text', language)}"


def _wire(page: gr.Blocks, w: Widgets, events: Events) -> None:
    hidden: dict[str, Any] = {"api_visibility": "private", "show_progress": "hidden"}
    turn: dict[str, Any] = {"concurrency_limit": PEOPLE, "concurrency_id": "turn", **hidden}
    quick: dict[str, Any] = {"concurrency_limit": PEOPLE, "concurrency_id": "quick", **hidden}
    who = [w.session, w.spare, w.view]
    talk, board = [w.session, w.chat, w.box, w.hint, w.halt, *w.board], [w.session, *w.board]
    # Apart from `arrive`, which waits until the assistant can be asked for the conversation.
    page.load(events.poll, None, [w.banner, w.timer], **quick)
    page.load(events.arrive, who, talk, **quick)
    w.timer.tick(events.poll, None, [w.banner, w.timer], **quick)
    w.box.submit(events.ask, [*who, w.box], talk, **turn)
    w.chat.example_select(events.sample, who, talk, **turn)
    w.fresh.click(events.renew, None, talk, **quick)
    w.add.click(events.add_row, [w.tasks], [w.tasks], **quick)
    w.more.input(events.add_column, [w.more, w.tasks, w.pools], [w.more, w.tasks, w.pools], **quick)
    w.view.input(events.redraw, who, [w.session, *w.plan], **quick)
    w.pointed.change(events.inquire, [*who, w.pointed], [*talk], **quick)
    for button, event in ((w.accept, events.accept), (w.undo, events.undo), (w.redo, events.redo)):
        button.click(event, who, board, **quick)
    for button in (w.stop, w.halt):
        button.click(events.stop, [w.session, w.spare], None, **quick)
    _wire_plans(w, events, who, board, quick)


def _wire_plans(
    w: Widgets, events: Events, who: list[Any], board: list[Any], quick: dict[str, Any]
) -> None:
    """What plans at once, and then goes on looking for a better plan."""
    loud = quick | {"show_progress": "full"}
    planned = [w.upload.upload(events.upload, [*who, w.upload], board, **loud)]
    planned += [
        chooser.input(events.choose, [*who, w.goal, w.then], board, **quick)
        for chooser in (w.goal, w.then)
    ]
    # always_last: an edit made while the last one is planned must not be dropped.
    planned += [
        editable.input(events.edit, [*who, *w.tables], board, trigger_mode="always_last", **quick)
        for editable in w.tables
    ]
    looking = quick | {"concurrency_limit": LOOKING, "concurrency_id": "looking"}
    for event in planned:
        event.then(events.improve, [w.session, w.spare], board, **looking).then(
            events.settle, who, board, **quick
        )
