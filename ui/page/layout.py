"""The right side of the page: the plan, what steers it, and its tables. Only widgets, no events."""

from typing import Any

import gradio as gr

from tools.phrases import Language, say
from ui.hiding import UNSEEN
from ui.page import goals, panels, tables


def plan_side(language: Language) -> dict[str, Any]:
    """The widgets, by their names in `Widgets`."""
    shown = _plan(language)
    notice = gr.HTML(visible=UNSEEN, padding=False, elem_id="notice")
    return {**shown, "notice": notice, **_tables(language), **_calendars(language)}


def _plan(language: Language) -> dict[str, Any]:
    verdict = gr.HTML(visible=UNSEEN, padding=False, elem_id="verdict")
    # The style sheet hides the row while it says nothing: on a slow machine Gradio may lose that a
    # widget appears or goes.
    with gr.Row(elem_classes="looking-row"):
        progress = gr.HTML(padding=False, scale=3, elem_id="progress")
        stop = gr.Button(
            say("page-stop", language), size="sm", scale=0, min_width=200, elem_id="stop"
        )
    changing = _changing(language)
    with gr.Column(elem_classes="empty-plan") as empty:
        gr.HTML(panels.empty_plan(language), padding=False)
        example = gr.Button(
            say("example-look", language), variant="primary", size="sm", elem_id="example"
        )
    steering = _steering(language)
    near = gr.HTML(panels.zooming(language), visible=UNSEEN, padding=False)
    chart = gr.Plot(
        visible=False,
        show_label=False,
        label=say("page-chart", language),
        elem_id="chart",
        container=False,
    )
    pointing = gr.HTML(panels.pointing(language), visible=UNSEEN, padding=False)
    pointed = gr.Textbox(show_label=False, container=False, visible=UNSEEN, elem_id="pointed")
    # Never hidden: what is put into it must be there to be measured and to take the focus.
    asks = gr.HTML(padding=False, elem_id="asks")
    with gr.Accordion(
        say("page-load", language), open=False, visible=False, elem_id="load"
    ) as load:
        busy = gr.Plot(
            show_label=False, label=say("page-load", language), elem_id="busy", container=False
        )
    aside = gr.HTML(visible=UNSEEN, padding=False, elem_id="aside")
    return {
        "verdict": verdict,
        "progress": progress,
        "stop": stop,
        **changing,
        "empty": empty,
        "example": example,
        **steering,
        "near": near,
        "chart": chart,
        "pointing": pointing,
        "pointed": pointed,
        "asks": asks,
        "load": load,
        "busy": busy,
        "aside": aside,
    }


def _changing(language: Language) -> dict[str, Any]:
    """The other plan of an answer taken over; changes of the plan undone and done again."""
    small: dict[str, Any] = {"size": "sm", "scale": 0, "min_width": 110, "visible": UNSEEN}
    with gr.Row(elem_classes="changing"):
        accept = gr.Button(
            say("page-accept", language), variant="primary", elem_id="accept", **small
        )
        undo = gr.Button(say("page-undo", language), elem_id="undo", **small)
        redo = gr.Button(say("page-redo", language), elem_id="redo", **small)
    return {"accept": accept, "undo": undo, "redo": redo}


def _steering(language: Language) -> dict[str, Any]:
    """What the plan is to make small, and what the rows of the chart are."""
    with gr.Row(visible=False, elem_classes="steer") as steer:
        goal = gr.Dropdown(
            goals.first_choices(None, language),
            value=goals.chosen(None)[0],
            label=say("page-goal-by", language),
            min_width=150,
            elem_id="goal",
        )
        then = gr.Dropdown(
            goals.then_choices(None, language),
            value=goals.NONE,
            label=say("page-goal-then", language),
            min_width=150,
            elem_id="then",
        )
        view = gr.Radio(
            [(say(f"page-view-{view}", language), view) for view in ("task", "resource")],
            value="task",
            label=say("page-view", language),
            min_width=240,
            elem_id="view",
        )
    return {"steer": steer, "goal": goal, "then": then, "view": view}


def _tables(language: Language) -> dict[str, Any]:
    tasks = tables.made(
        tables.task_cells(None, language),
        language,
        label=say("page-tasks", language),
        max_height=460,
        elem_id="tasks",
    )
    with gr.Row(elem_classes="under"):
        help_text = gr.HTML(panels.needs_attention(None, language), padding=False, scale=3)
        more = gr.Dropdown(
            tables.more_columns(language),
            value="",
            show_label=False,
            label=say("page-more", language),
            container=False,
            scale=0,
            min_width=170,
            elem_id="more",
        )
        add = gr.Button(say("page-add", language), size="sm", scale=0, min_width=130, elem_id="add")
    pools = tables.made(
        tables.pool_cells(None, language),
        language,
        label=say("page-pools", language),
        max_height=240,
        elem_id="pools",
    )
    return {"tasks": tasks, "help_text": help_text, "more": more, "add": add, "pools": pools}


def _calendars(language: Language) -> dict[str, Any]:
    """Folded, for those who need none of it."""
    with gr.Accordion(say("page-calendars", language), open=False, elem_id="working"):
        gr.HTML(f'<p class="quiet how">{say("page-calendars-help", language)}</p>', padding=False)
        frame = gr.Dataframe(
            tables.frame_rows(None, language),
            headers=["", ""],
            type="pandas",
            label=say("page-frame", language),
            interactive=True,
            wrap=True,
            buttons=[],
            column_widths=["40%", "60%"],
            column_count=(2, "fixed"),  # type: ignore[arg-type]
            static_columns=[0],
            elem_id="frame",
        )
        calendars = tables.made(
            tables.calendar_cells(None, language),
            language,
            label=say("page-calendar-table", language),
            max_height=240,
            elem_id="calendars",
        )
    return {"frame": frame, "calendars": calendars}
