"""What happens when somebody does something on the page. Each event returns updates by widget.

Turns of the language model stream; everything else answers at once and never waits for it.
"""

import re
import secrets
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import gradio as gr

from agent.steps import Snapshot
from tools.files import read_problem
from tools.phrases import Language, say
from tools.plan import PlanError, Problem, Schedule
from ui import panels, table
from ui.edge import guarded, safely
from ui.gantt import gantt
from ui.stream import history, spoken, stream

LONGEST = 4000  # characters of one message; the assistant refuses more
Updates = dict[Any, Any]


@dataclass(frozen=True)
class Widgets:
    """Every widget that an event reads or changes."""

    session: gr.BrowserState
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
        return [self.verdict, self.empty, self.chart, self.notice, self.tasks, self.help_text,
                self.pools, self.sources, self.passages]


class Events:
    """The events of one page; methods are what Gradio calls."""

    def __init__(self, assistant: Any, language: Language, widgets: Widgets) -> None:
        self.assistant = assistant
        self.language = language
        self.w = widgets
        guard = guarded(language)
        for name in ("arrive", "poll", "ask", "sample", "renew", "upload", "add_row", "edit"):
            setattr(self, name, guard(getattr(self, name)))

    def arrive(self, session: object) -> Updates:
        """The page was opened: the conversation of this browser, or a new one."""
        session = known(session)
        snapshot = self.assistant.snapshot(session)
        shown = history(snapshot.messages, self.language)
        return {self.w.session: session, self.w.chat: shown, **self._board(snapshot), **self.poll()}

    def poll(self) -> Updates:
        """Are the models loaded? Asked every two seconds until they are."""
        ready = self.assistant.ready
        return {
            self.w.banner: _html(panels.loading(self.language, ready)),
            self.w.timer: gr.Timer(active=not ready),
        }

    def ask(self, session: object, text: str) -> Iterator[Updates]:
        """A message was sent: the turn, as it happens, then the plan as it is now."""
        text = text.strip()
        if problem := self._unfit(text):
            yield {self.w.hint: _html(panels.notice(problem))}
            return
        session = known(session)
        before = history(self.assistant.snapshot(session).messages, self.language)
        before.append(spoken(text))
        yield {self.w.session: session, self.w.box: "", self.w.hint: _html(""), self.w.chat: before}
        steps = safely(self.assistant.turn(session, text, self.language), self.language)
        for bubbles in stream(steps, self.language):
            yield {self.w.chat: before + bubbles}
        yield self._board(self.assistant.snapshot(session))

    def sample(self, session: object, chosen: gr.SelectData) -> Iterator[Updates]:
        """A sample question was clicked."""
        yield from self.ask(session, chosen.value["text"])

    def renew(self) -> Updates:
        """A new conversation; the old one stays saved under its own key, which is forgotten."""
        return {self.w.session: known(None), self.w.chat: [], self.w.box: "",
                self.w.hint: _html(""), **self._board(Snapshot())}

    def upload(self, session: object, path: str) -> Updates:
        """A plan was uploaded: it is planned at once."""
        try:
            return self._replan(known(session), read_problem(Path(path)))
        except PlanError as error:
            return self._refuse(error)

    def add_row(self, rows: table.Rows) -> Updates:
        """One more empty row to write in."""
        return {self.w.tasks: [*rows, [""] * len(table.COLUMNS)]}

    def edit(self, session: object, rows: table.Rows, pools: table.Rows) -> Updates:
        """A cell changed: planned at once, without the language model.

        The cells stay as they were typed, so that nothing is lost while somebody types on; only
        what must follow from the edit in another cell is written anew.
        """
        session = known(session)
        old = self.assistant.snapshot(session).problem
        try:
            problem = table.read_problem(rows, pools, old, self.language)
            # Gradio reports an edit twice, for Enter and for leaving the cell.
            updates = self._replan(session, problem) if problem != old else {}
        except PlanError as error:
            return self._refuse(error)
        if not table.changed_elsewhere(rows, old):
            updates.pop(self.w.tasks, None)
        if len(problem.resources) == sum(1 for row in pools if any(row)):
            updates.pop(self.w.pools, None)
        return {self.w.notice: _html(""), **updates}

    def _replan(self, session: str, problem: Problem) -> Updates:
        self.assistant.replan(session, problem)
        return {self.w.session: session, **self._board(self.assistant.snapshot(session))}

    def _refuse(self, error: PlanError) -> Updates:
        return {self.w.notice: _html(panels.notice(error.say(self.language)))}

    def _unfit(self, text: str) -> str:
        """Why this message is not sent; empty if it is."""
        if not text:
            return say("page-hint-empty", self.language)
        if len(text) > LONGEST:
            return say("page-hint-long", self.language, count=len(text), limit=LONGEST)
        return ""

    def _board(self, snapshot: Snapshot) -> Updates:
        language, problem, schedule = self.language, snapshot.problem, snapshot.schedule
        return {
            self.w.notice: _html(""),
            self.w.tasks: table.task_rows(problem, language),
            self.w.pools: table.capacity_rows(problem, language),
            self.w.help_text: panels.needs_attention(problem, language),
            self.w.sources: gr.Accordion(visible=bool(snapshot.passages)),
            self.w.passages: panels.citations(snapshot.passages, self.assistant.passage_text),
            **self._chart(snapshot, problem, schedule),
        }

    def _chart(
        self, snapshot: Snapshot, problem: Problem | None, schedule: Schedule | None
    ) -> Updates:
        told, language = snapshot.explanation, self.language
        words, figure = panels.verdict(schedule, language), None
        if problem and schedule and schedule.planned:
            drawn = (problem, schedule, language, None)
            if told and told.alternative and told.alternative.planned:
                drawn = (told.problem or problem, told.alternative, language, schedule)
                words += panels.comparison(told.alternative, schedule, language)
            words += panels.colours(*drawn)
            figure = gantt(*drawn)
        return {
            self.w.verdict: _html(words),
            self.w.chart: gr.Plot(figure, visible=figure is not None),
            self.w.empty: gr.HTML(visible=figure is None),
        }


def known(session: object) -> str:
    """The key of this browser's conversation, or a fresh one. Whoever has it can read it: it is
    never logged and never part of an address."""
    if isinstance(session, str) and re.fullmatch(r"[\w-]{43}", session, re.ASCII):
        return session
    return secrets.token_urlsafe(32)


def _html(text: str) -> Any:
    return gr.HTML(text, visible=bool(text))
