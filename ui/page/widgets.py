"""The widgets of one page, by name."""

from dataclasses import dataclass
from typing import Any

import gradio as gr


@dataclass(frozen=True)
class Widgets:
    """Every widget that an event reads or changes."""

    session: gr.BrowserState
    spare: gr.State
    banner: gr.HTML
    timer: gr.Timer
    chat: gr.Chatbot
    hint: gr.HTML
    box: gr.Textbox
    fresh: gr.Button
    upload: gr.UploadButton
    halt: gr.Button
    sources: gr.Accordion
    passages: gr.HTML
    verdict: gr.HTML
    progress: gr.HTML
    stop: gr.Button
    accept: gr.Button
    undo: gr.Button
    redo: gr.Button
    steer: gr.Row
    goal: gr.Dropdown
    then: gr.Dropdown
    view: gr.Radio
    empty: gr.HTML
    chart: gr.Plot
    pointing: gr.HTML
    pointed: gr.Textbox
    aside: gr.HTML
    notice: gr.HTML
    tasks: gr.Dataframe
    help_text: gr.HTML
    add: gr.Button
    more: gr.Dropdown
    pools: gr.Dataframe
    calendars: gr.Dataframe
    frame: gr.Dataframe

    @property
    def plan(self) -> list[Any]:
        """What shows the plan."""
        return [
            self.verdict,
            self.progress,
            self.stop,
            self.accept,
            self.undo,
            self.redo,
            self.empty,
            self.chart,
            self.pointing,
            self.aside,
            self.steer,
        ]

    @property
    def tables(self) -> list[Any]:
        """What people can edit."""
        return [self.tasks, self.pools, self.calendars, self.frame]

    @property
    def board(self) -> list[Any]:
        """What shows the plan, its tables and its sources."""
        rest = [self.goal, self.then, self.notice, self.help_text, self.sources, self.passages]
        return [*self.plan, *self.tables, *rest]
