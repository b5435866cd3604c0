"""What happens when somebody does something on the page. Each event returns updates by widget.

Turns of the language model stream; everything else answers at once and never waits for it.
"""

from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from typing import Any

import gradio as gr

from agent.steps import Snapshot
from tools import table
from tools.files import read_problem
from tools.phrases import Language
from tools.plan import Problem, Schedule
from tools.record import PlanError
from ui import panels
from ui.edge import guarded, safely
from ui.gantt import gantt
from ui.opening import Opening
from ui.sessions import Spare, key_of, valid
from ui.stream import history, spoken, stream
from ui.widgets import Widgets

Updates = dict[Any, Any]
MANY_SESSIONS = 1000


class Events:
    """The events of one page; methods are what Gradio calls."""

    def __init__(self, assistant: Opening, language: Language, widgets: Widgets) -> None:
        self.assistant = assistant
        self.language = language
        self.w = widgets
        self._last_edits: dict[str, str] = {}
        guard = guarded(language)
        for name in ("arrive", "poll", "ask", "sample", "renew", "upload", "add_row", "edit"):
            setattr(self, name, guard(getattr(self, name)))

    def arrive(self, session: object, spare: Spare) -> Updates:
        """The page was opened. A browser that was never here gets a key, and nothing else: its
        user may be typing already."""
        if not valid(session):
            return {self.w.session: spare.key}
        snapshot = self.assistant.snapshot(str(session))
        shown = history(snapshot.messages, self.language)
        return {self.w.chat: shown, **self._board(snapshot)}

    def poll(self) -> Updates:
        """Are the models loaded? Asked at once, and every two seconds until it is known."""
        trouble = self.assistant.trouble(self.language)
        waiting = not self.assistant.ready and not trouble
        words = panels.notice(trouble) or panels.loading(self.language, not waiting)
        return {self.w.banner: _html(words), self.w.timer: gr.Timer(active=waiting)}

    def ask(self, session: object, spare: Spare, text: str) -> Iterator[Updates]:
        """A message was sent: the turn, as it happens, then the plan as it is now."""
        text = text.strip()
        if problem := self.assistant.refusal(text, self.language):
            yield {self.w.hint: _html(panels.notice(problem))}
            return
        session = key_of(session, spare)
        old = self.assistant.snapshot(session)
        steps = safely(self.assistant.turn(session, text, self.language), self.language)
        begun = next(steps)  # from here on the turn runs to its end, also if the page is closed
        before = [*history(old.messages, self.language), spoken(text)]
        yield {self.w.session: session, self.w.box: "", self.w.hint: _html(""), self.w.chat: before}
        for bubbles in stream(chain([begun], steps), self.language):
            yield {self.w.chat: before + bubbles}
        now = self.assistant.snapshot(session)
        updates = self._board(now)
        if now.problem == old.problem:
            # Somebody may be typing in a cell just now; what did not change is not written anew.
            for widget in (self.w.tasks, self.w.pools):
                updates.pop(widget)
        yield updates

    def sample(self, session: object, spare: Spare, chosen: gr.SelectData) -> Iterator[Updates]:
        """A sample question was clicked."""
        yield from self.ask(session, spare, chosen.value["text"])

    def renew(self) -> Updates:
        """A new conversation; the old one stays saved under its own key, which is forgotten."""
        return {
            self.w.session: Spare().key,
            self.w.chat: [],
            self.w.box: "",
            self.w.hint: _html(""),
            **self._board(Snapshot()),
        }

    def upload(self, session: object, spare: Spare, path: str) -> Updates:
        """A plan was uploaded: it is planned at once."""
        try:
            return self._replan(key_of(session, spare), read_problem(Path(path)))
        except PlanError as error:
            return self._refuse(error)

    def add_row(self, rows: table.Rows) -> Updates:
        """One more empty row to write in."""
        return {self.w.tasks: [*rows, [""] * len(table.COLUMNS)]}

    def edit(self, session: object, spare: Spare, rows: table.Rows, pools: table.Rows) -> Updates:
        """A cell changed: planned at once, without the language model.

        The cells stay as they were typed, so that nothing is lost while somebody types on; only
        what must follow from the edit in another cell is written anew.
        """
        session = key_of(session, spare)
        # Gradio reports an edit twice, for Enter and for leaving the cell; the second time the
        # rows may still name a task as it was called before the first.
        if not self._is_new(session, repr((rows, pools))):
            return {self.w.session: session}
        old = self.assistant.snapshot(session).problem
        try:
            problem = table.read_problem(rows, pools, old, self.language)
            updates = self._replan(session, problem) if problem != old else {}
        except PlanError as error:
            return self._refuse(error)
        if not table.changed_elsewhere(rows, old):
            updates.pop(self.w.tasks, None)
        if len(problem.resources) == sum(1 for row in pools if any(row)):
            updates.pop(self.w.pools, None)
        return {self.w.notice: _html(""), **updates}

    def _is_new(self, session: str, cells: str) -> bool:
        """Whether the cells differ from those of the last edit in this conversation."""
        if len(self._last_edits) > MANY_SESSIONS:
            self._last_edits.clear()
        new = self._last_edits.get(session) != cells
        self._last_edits[session] = cells
        return new

    def _replan(self, session: str, problem: Problem) -> Updates:
        self.assistant.replan(session, problem)
        return {self.w.session: session, **self._board(self.assistant.snapshot(session))}

    def _refuse(self, error: PlanError) -> Updates:
        return {self.w.notice: _html(panels.notice(error.say(self.language)))}

    def _board(self, snapshot: Snapshot) -> Updates:
        language, problem, schedule = self.language, snapshot.problem, snapshot.schedule
        return {
            self.w.notice: _html(""),
            self.w.tasks: table.task_rows(problem, language),
            self.w.pools: table.resource_rows(problem, language),
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
            drawn: tuple[Problem, Schedule, Language, Schedule | None]
            drawn = (problem, schedule, language, None)
            if told and told.alternative and told.alternative.planned:
                drawn = (told.problem or problem, told.alternative, language, schedule)
                words += panels.comparison(told.alternative, schedule, language)
            words += panels.colours(*drawn)
            figure = gantt(*drawn)
        return {
            self.w.verdict: _html(words),
            self.w.chart: gr.Plot(figure, visible=figure is not None),
            self.w.empty: gr.HTML(visible=problem is None),
        }


def _html(text: str) -> Any:
    return gr.HTML(text, visible=bool(text))
