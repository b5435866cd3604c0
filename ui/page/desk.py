"""The page where people chat and plan, in one language: which widgets there are and which event
moves which. What the events do is in `events.py`, how it looks in `page.css`. It asks `assistant`
for everything it shows.
"""

from typing import Any

import gradio as gr

from tools.phrases import Language, say
from ui.frame import framed
from ui.hiding import UNSEEN
from ui.opening import Opening
from ui.page import panels
from ui.page.changes import Changes
from ui.page.elsewhere import Elsewhere
from ui.page.events import TURNS, Events
from ui.page.export import KINDS
from ui.page.inquiry import Inquiry
from ui.page.layout import plan_side
from ui.page.room import SAMPLES
from ui.page.sessions import Spare
from ui.page.shelf import Shelf, shelf_side
from ui.page.taking import Taking
from ui.page.widgets import Widgets

PLAN_FILES = [".csv", ".tsv", ".xlsx", ".json", ".docx", ".pdf", ".eml", ".txt", ".md"]
# Shared by both languages, and fixed, so that a restart or a switch finds the conversation again.
# Gradio sends the secret to the browser: it hides nothing, it only has to stay the same.
STORAGE: dict[str, Any] = {"storage_key": "whyflow-conversation", "secret": "whyflow-browser-1"}
LOOKING = 4  # better plans that are looked for at once: each takes all the solver's threads
PEOPLE = 20  # whose clicks are served at once; Gradio's own limit is one
THREADS = TURNS + 4 * PEOPLE  # a turn holds one; clicks must find one free


def build_page(assistant: Opening, language: Language) -> gr.Blocks:
    """The whole page in `language`, ready to be mounted."""
    with framed("", language, THREADS) as page:
        widgets = _layout(language)
        parts = (assistant, language, widgets)
        said = [
            *_wire_talk(page, widgets, Events(*parts)),
            _wire_chart(widgets, Inquiry(*parts)),
        ]
        planned, stepped = _wire_plans(widgets, Changes(*parts))
        _wire_elsewhere(widgets, Elsewhere(*parts), said + planned + stepped)
        _wire_shelf(widgets, Shelf(*parts), said + planned)
        _wire_downloads(widgets, Taking(*parts))
    return page


def _layout(language: Language) -> Widgets:
    session = gr.BrowserState(None, **STORAGE)
    banner = gr.HTML(visible=UNSEEN, padding=False)
    with gr.Row(elem_classes="desk"):
        with gr.Column(scale=2, min_width=230, visible=False, elem_classes="shelf") as shelf:
            listed = shelf_side(language)
        with gr.Column(scale=5, min_width=320, elem_classes="talk"):
            talk = _talk(language)
        with gr.Column(scale=6, min_width=320, elem_classes="plan"):
            plan = plan_side(language)
    return Widgets(
        session=session,
        spare=gr.State(Spare()),
        mending=gr.State(False),
        shelved=gr.State(False),
        shown=gr.State(None),
        elsewhere=gr.Button("", visible=UNSEEN, elem_id="elsewhere"),  # `page.js` clicks it
        shelf=shelf,
        banner=banner,
        timer=gr.Timer(2),
        **listed,
        **talk,
        **plan,
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
        placeholder=panels.welcome(language),
        examples=[{"text": say(key, language)} for key in SAMPLES],
    )
    hint = gr.HTML(visible=UNSEEN, padding=False, elem_id="hint")
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
    small: dict[str, Any] = {"size": "sm", "min_width": 0}
    with gr.Row(elem_classes="buttons"):
        halt = gr.Button(
            say("page-halt", language), variant="stop", visible=UNSEEN, elem_id="halt", **small
        )
        again = gr.Button(say("page-again", language), visible=UNSEEN, elem_id="again", **small)
        mend = gr.Button(say("page-mend", language), visible=UNSEEN, elem_id="mend", **small)
        leave = gr.Button(say("page-leave", language), visible=UNSEEN, elem_id="leave", **small)
    with gr.Row(elem_classes="buttons"):
        history = gr.Button(say("shelf-open", language), elem_id="history", **small)
        fresh = gr.Button(say("page-new", language), elem_id="fresh", **small)
        upload = gr.UploadButton(
            say("page-upload", language),
            file_count="multiple",
            file_types=PLAN_FILES,
            elem_id="upload",
            **small,
        )
        taking = gr.Dropdown(
            [
                (say("export-choose", language), ""),
                *((say(f"export-{kind}", language), kind) for kind in KINDS),
            ],
            value="",
            show_label=False,
            label=say("export-choose", language),
            container=False,
            min_width=150,
            elem_id="taking",
        )
    taken = gr.Textbox(
        show_label=False, label=say("export-choose", language), visible=UNSEEN, elem_id="taken"
    )
    with gr.Accordion(say("page-passages", language), visible=False, elem_id="sources") as sources:
        passages = gr.HTML(padding=False)
    return {
        "chat": chat,
        "hint": hint,
        "box": box,
        "fresh": fresh,
        "upload": upload,
        "taking": taking,
        "taken": taken,
        "halt": halt,
        "again": again,
        "mend": mend,
        "leave": leave,
        "history": history,
        "sources": sources,
        "passages": passages,
    }


HIDDEN: dict[str, Any] = {"api_visibility": "private", "show_progress": "hidden"}
# Who finds no place is told so by the event itself; in Gradio's queue they would see nothing.
TURN: dict[str, Any] = {"concurrency_limit": None, "concurrency_id": "turn", **HIDDEN}
QUICK: dict[str, Any] = {"concurrency_limit": PEOPLE, "concurrency_id": "quick", **HIDDEN}


def _wire_talk(page: gr.Blocks, w: Widgets, events: Events) -> list[Any]:
    """What moves the conversation; returns what may add to it."""
    who, shown = [w.session, w.spare, w.view], [*w.talk, *w.board]
    here = [*who, w.shown]
    # Apart from `arrive`, which waits until the assistant can be asked for the conversation.
    page.load(events.poll, None, [w.banner, w.timer], **QUICK)
    arrived = page.load(events.arrive, who, shown, **QUICK)
    arrived.then(events.follow, here, shown, **TURN)
    arrived.then(None, js="() => whyflowArrived()", **HIDDEN)
    w.timer.tick(events.poll, None, [w.banner, w.timer], **QUICK)
    w.mend.click(events.mend, [w.session, w.spare], w.talk, **QUICK)
    w.leave.click(events.leave, None, w.talk, **QUICK)
    w.halt.click(events.stop, [w.session, w.spare], None, **QUICK)
    return [
        w.box.submit(events.ask, [*here, w.box, w.mending], shown, **TURN),
        w.chat.example_select(events.sample, here, shown, **TURN),
        w.chat.option_select(events.suggestion, here, shown, **TURN),
        w.again.click(events.again, here, shown, **TURN),
        w.fresh.click(events.renew, [w.mending], shown, **QUICK),
    ]


def _wire_chart(w: Widgets, events: Inquiry) -> Any:
    """What asks about the bars; it may add to the conversation."""
    asked = [w.session, w.spare, w.view, w.shown, w.pointed]
    return w.pointed.change(events.inquire, asked, [*w.talk, *w.board], **QUICK)


def _wire_plans(w: Widgets, events: Changes) -> tuple[list[Any], list[Any]]:
    """What changes the plan; what plans at once then goes on looking for a better plan. Returns
    what may begin a conversation, and what only steps from one plan to another."""
    who, board = [w.session, w.spare, w.view], [w.session, w.chat, *w.board]
    w.add.click(events.add_row, [w.tasks], [w.tasks], **QUICK)
    w.more.input(events.add_column, [w.more, w.tasks, w.pools], [w.more, w.tasks, w.pools], **QUICK)
    w.view.input(events.redraw, who, [w.session, *w.plan], **QUICK)
    w.stop.click(events.stop, [w.session, w.spare], None, **QUICK)
    steps = ((w.accept, events.accept), (w.undo, events.undo), (w.redo, events.redo))
    stepped = [button.click(event, who, board, **QUICK) for button, event in steps]
    loud = QUICK | {"show_progress": "full", "show_progress_on": w.tasks}
    brought = [*board, w.box, w.hint]
    planned = [
        w.upload.upload(events.upload, [*who, w.upload], brought, **loud),
        w.example.click(events.show_example, who, board, **loud),
    ]
    planned += [
        chooser.input(events.choose, [*who, w.shown, w.goal, w.then], board, **QUICK)
        for chooser in (w.goal, w.then)
    ]
    # always_last: an edit made while the last one is planned must not be dropped.
    planned += [
        editable.input(
            events.edit, [*who, *w.tables, w.shown], board, trigger_mode="always_last", **QUICK
        )
        for editable in w.tables
    ]
    looking = QUICK | {"concurrency_limit": LOOKING, "concurrency_id": "looking"}
    for event in planned:
        stepped.append(
            event.then(events.improve, [w.session, w.spare], board, **looking).then(
                events.settle, who, board, **QUICK
            )
        )
    return planned, stepped


def _wire_elsewhere(w: Widgets, events: Elsewhere, changed: list[Any]) -> None:
    """What other windows do; which of them look, and when, is up to the browser.

    Args:
        changed: events after which they may have to look.
    """
    here = [w.session, w.spare, w.view, w.shown]
    # always_last: what is told while this looks must not be missed.
    w.elsewhere.click(
        events.catch_up, here, [*w.talk, *w.board], trigger_mode="always_last", **QUICK
    )
    for event in changed:
        event.then(None, js="() => whyflowTold()", **HIDDEN)


def _wire_shelf(w: Widgets, events: Shelf, changed: list[Any]) -> None:
    """The list of conversations.

    Args:
        changed: events after which it may look different.
    """
    here = [w.session, w.spare, w.search]
    shown = [*w.talk, *w.board, *w.listing]
    w.history.click(
        events.toggle, [w.shelved, *here], [w.shelved, w.shelf, w.search, *w.listing], **QUICK
    )
    w.search.change(events.look, here, w.listing, trigger_mode="always_last", **QUICK)
    w.listed.input(events.take, [w.listed, w.view], shown, **QUICK)
    w.rename.click(events.rename, [*here, w.title], w.listing, **QUICK)
    w.title.submit(events.rename, [*here, w.title], w.listing, **QUICK)
    w.audiences.input(events.share, [*here, w.audiences], w.listing, **QUICK)
    w.forget.click(events.doubt, None, w.listing, **QUICK)
    w.sure.click(events.forget, here, shown, **QUICK)
    for event in changed:
        event.then(events.look, here, w.listing, **QUICK)


def _wire_downloads(w: Widgets, events: Taking) -> None:
    away = [w.taking, w.taken, w.notice]
    w.taking.input(events.take_away, [w.session, w.spare, w.taking], away, **QUICK).then(
        None, [w.taken], None, js="(file) => whyflowSave(file)", **HIDDEN
    )
