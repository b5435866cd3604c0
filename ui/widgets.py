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
    sources: gr.Accordion
    passages: gr.HTML
    verdict: gr.HTML
    empty: gr.HTML
    chart: gr.Plot
    notice: gr.HTML
    tasks: gr.Dataframe
    help_text: gr.HTML
    add: gr.Button
    pools: gr.Dataframe

    @property
    def board(self) -> list[Any]:
        """What shows the plan and its sources."""
        return [
            self.verdict,
            self.empty,
            self.chart,
            self.notice,
            self.tasks,
            self.help_text,
            self.pools,
            self.sources,
            self.passages,
        ]
