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
    again: gr.Button
    mend: gr.Button
    leave: gr.Button
    mending: gr.State
    history: gr.Button
    shelved: gr.State
    shelf: gr.Column
    found: gr.HTML
    search: gr.Textbox
    listed: gr.Radio
    one: gr.Group
    title: gr.Textbox
    audiences: gr.CheckboxGroup
    address: gr.HTML
    rename: gr.Button
    forget: gr.Button
    sure: gr.Button
    taking: gr.Dropdown
    taken: gr.Textbox
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
    empty: gr.Column
    example: gr.Button
    near: gr.HTML
    chart: gr.Plot
    pointing: gr.HTML
    pointed: gr.Textbox
    asks: gr.HTML
    load: gr.Accordion
    busy: gr.Plot
    aside: gr.HTML
    notice: gr.HTML
    tasks: gr.Dataframe
    help_text: gr.HTML
    add: gr.Button
    more: gr.Dropdown
    pools: gr.Dataframe
    calendars: gr.Dataframe
    frame: gr.Dataframe
    shown: gr.State
    elsewhere: gr.Button

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
            self.near,
            self.chart,
            self.pointing,
            self.asks,
            self.load,
            self.busy,
            self.aside,
            self.steer,
        ]

    @property
    def talk(self) -> list[Any]:
        """What belongs to the conversation."""
        return [
            self.session,
            self.chat,
            self.box,
            self.hint,
            self.halt,
            self.again,
            self.mend,
            self.leave,
            self.mending,
        ]

    @property
    def listing(self) -> list[Any]:
        """What belongs to the list of conversations."""
        return [
            self.found,
            self.listed,
            self.one,
            self.title,
            self.audiences,
            self.address,
            self.sure,
        ]

    @property
    def tables(self) -> list[Any]:
        """What people can edit."""
        return [self.tasks, self.pools, self.calendars, self.frame]

    @property
    def board(self) -> list[Any]:
        """What shows the plan, its tables and its sources."""
        rest = [self.goal, self.then, self.notice, self.help_text, self.sources, self.passages]
        return [*self.plan, *self.tables, self.shown, *rest]
