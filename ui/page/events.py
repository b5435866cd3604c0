"""What happens when somebody does something on the page. Each event returns updates by widget.

Turns of the language model stream; everything else answers at once and never waits for it. What a
plan looks like is in `board.py`, how tables are read in `tables.py`.
"""

from collections.abc import Callable, Iterator
from functools import partial
from itertools import chain
from pathlib import Path
from typing import Any

import gradio as gr

from agent.plans import question
from agent.steps import Snapshot, Step
from tools.files import take_file
from tools.phrases import Language
from tools.plan import Goal, Problem, Schedule
from tools.record import PlanError
from tools.telling.intake import tell_notes
from ui.edge import guarded, safely
from ui.looking import watched
from ui.opening import Opening
from ui.page import goals, panels, pointing, tables
from ui.page.board import Updates, board, chart, html
from ui.page.chart.sheet import View
from ui.page.edits import Sheets, follow, read_sheets
from ui.page.sessions import Spare, key_of, valid
from ui.page.stream import found, history, noting, spoken, stream
from ui.page.widgets import Widgets

MANY_SESSIONS = 1000
EVENTS = (
    "arrive",
    "poll",
    "ask",
    "sample",
    "renew",
    "upload",
    "add_row",
    "add_column",
    "edit",
    "choose",
    "accept",
    "inquire",
    "undo",
    "redo",
    "redraw",
    "improve",
    "settle",
    "stop",
)


class Events:
    """The events of one page; methods are what Gradio calls."""

    def __init__(self, assistant: Opening, language: Language, widgets: Widgets) -> None:
        self.assistant = assistant
        self.language = language
        self.w = widgets
        self._last_edits: dict[str, str] = {}
        self._fresh: dict[str, object] = {}
        """By session: a token for a plan that was just made and is not being improved yet."""
        self._improving: dict[str, object] = {}
        """The token of the plan that is being improved."""
        self._better: set[str] = set()
        """Sessions with a better plan that the page does not show yet."""
        guard = guarded(language)
        for name in EVENTS:
            setattr(self, name, guard(getattr(self, name)))

    def arrive(self, session: object, spare: Spare, view: View) -> Updates:
        """The page was opened. A browser that was never here gets a key, and nothing else: its
        user may be typing already."""
        if not valid(session):
            return {self.w.session: spare.key}
        snapshot = self.assistant.snapshot(str(session))
        shown = history(snapshot.messages, self.language)
        return {self.w.chat: shown, **self._board(snapshot, view)}

    def poll(self) -> Updates:
        """Are the models loaded? Asked at once, and every two seconds until it is known."""
        trouble = self.assistant.trouble(self.language)
        waiting = not self.assistant.ready and not trouble
        words = panels.notice(trouble) or panels.loading(self.language, not waiting)
        return {self.w.banner: html(words), self.w.timer: gr.Timer(active=waiting)}

    def ask(self, session: object, spare: Spare, view: View, text: str) -> Iterator[Updates]:
        """A message was sent: the turn, as it happens, then the plan as it is now."""
        text = text.strip()
        if problem := self.assistant.refusal(text, self.language):
            yield {self.w.hint: html(panels.notice(problem))}
            return
        session = key_of(session, spare)
        old = self.assistant.snapshot(session)
        steps = safely(self.assistant.turn(session, text, self.language), self.language)
        begun = next(steps)  # from here on the turn runs to its end, also if the page is closed
        before = [*history(old.messages, self.language), spoken(text)]
        yield {self.w.session: session, self.w.box: "", self.w.hint: html(""), self.w.chat: before}
        planning: list[Step] = []
        for bubbles in stream(noting(chain([begun], steps), planning), self.language):
            yield {self.w.chat: before + bubbles, self.w.halt: gr.Button(visible=bool(planning))}
        now = self.assistant.snapshot(session)
        updates = self._board(now, view)
        if now.problem == old.problem:
            # Somebody may be typing in a cell just now; what did not change is not written anew.
            for widget in self.w.tables:
                updates.pop(widget)
        yield {self.w.halt: gr.Button(visible=False), **updates}

    def sample(
        self, session: object, spare: Spare, view: View, chosen: gr.SelectData
    ) -> Iterator[Updates]:
        """A sample question was clicked."""
        yield from self.ask(session, spare, view, chosen.value["text"])

    def renew(self) -> Updates:
        """A new conversation; the old one stays saved under its own key, which is forgotten."""
        return {
            self.w.session: Spare().key,
            self.w.chat: [],
            self.w.box: "",
            self.w.hint: html(""),
            **self._board(Snapshot(), "task"),
        }

    def upload(self, session: object, spare: Spare, view: View, path: str) -> Updates:
        """A plan was uploaded: it is planned at once."""
        try:
            taken = take_file(Path(path))
            if taken.problem is None:
                raise PlanError("file-no-table", file=Path(path).name)
            updates = self._replan(key_of(session, spare), taken.problem, view, again=True)
        except PlanError as error:
            return self._refuse(error)
        told = tell_notes(taken.notes, self.language)
        return {**updates, self.w.notice: html(panels.notice(told))} if told else updates

    def add_row(self, tasks: Any) -> Updates:
        """One more empty row to write in."""
        cells = tables.read(tasks, tables.TASKS, self.language)
        rows = [*cells.rows, [""] * len(cells.columns)]
        return {self.w.tasks: tables.updated(cells._replace(rows=rows), self.language)}

    def add_column(self, wanted: str, tasks: Any, pools: Any) -> Updates:
        """One more empty column to write in, in one of the tables."""
        name, _, column = wanted.partition(":")
        both = {"tasks": (self.w.tasks, tasks, tables.TASKS)}
        both["pools"] = (self.w.pools, pools, tables.POOLS)
        if name not in both:
            return {self.w.more: ""}
        widget, frame, columns = both[name]
        cells = tables.wider(tables.read(frame, columns, self.language), columns, column)
        return {self.w.more: "", widget: tables.updated(cells, self.language)}

    def edit(self, session: object, spare: Spare, view: View, *frames: Any) -> Updates:
        """A cell changed: planned at once, without the language model.

        The cells stay as they were typed, so that nothing is lost while somebody types on; only
        what must follow from the edit in another cell is written anew.
        """
        session = key_of(session, spare)
        sheets = Sheets.read(frames, self.language)
        # Gradio reports an edit twice, for Enter and for leaving the cell; the second time the
        # rows may still name a task as it was called before the first.
        if not self._is_new(session, repr(sheets)):
            return {self.w.session: session}
        old = self.assistant.snapshot(session).problem
        try:
            problem = read_sheets(sheets, old, self.language)
            updates = self._replan(session, problem, view) if problem != old else {}
        except PlanError as error:
            return self._refuse(error)
        for widget in self.w.tables:
            updates.pop(widget, None)
        new = follow(sheets, old, problem, self.language)
        changed = {
            getattr(self.w, name): tables.updated(cells, self.language)
            for name, cells in new.items()
        }
        return {self.w.notice: html(""), **updates, **changed}

    def choose(self, session: object, spare: Spare, view: View, goal: Goal, then: str) -> Updates:
        """Another goal was chosen: planned again from scratch."""
        session = key_of(session, spare)
        problem = self.assistant.snapshot(session).problem
        if problem is None:
            return {self.w.session: session}
        updates = self._replan(session, goals.with_goals(problem, goal, then), view, again=True)
        for widget in self.w.tables:
            updates.pop(widget)
        return updates

    def accept(self, session: object, spare: Spare, view: View) -> Updates:
        """The other plan of the last answer is taken over."""
        return self._changed(session, spare, view, self.assistant.accept)

    def inquire(self, session: object, spare: Spare, view: View, pointed: str) -> Iterator[Updates]:
        """A bar of the chart was clicked, or dragged onto another: answered without the language
        model."""
        session = key_of(session, spare)
        meant = pointing.read(pointed)
        if meant is None:
            yield {self.w.session: session}
            return
        old = history(self.assistant.snapshot(session).messages, self.language)
        talk = [*old, spoken(question(*meant, self.language))]
        work = partial(self.assistant.inquire, session, *meant, self.language)
        try:
            for bubbles in stream(found(watched(work)), self.language):
                yield {self.w.chat: talk + bubbles, self.w.halt: gr.Button(visible=True)}
        except PlanError as error:
            yield {self.w.chat: old, self.w.halt: gr.Button(visible=False), **self._refuse(error)}
            return
        updates = self._board(self.assistant.snapshot(session), view)
        for widget in self.w.tables:
            updates.pop(widget)
        yield {self.w.session: session, self.w.halt: gr.Button(visible=False), **updates}

    def undo(self, session: object, spare: Spare, view: View) -> Updates:
        """Back to the plan before the last change."""
        return self._changed(session, spare, view, self.assistant.undo)

    def redo(self, session: object, spare: Spare, view: View) -> Updates:
        """Forward again."""
        return self._changed(session, spare, view, self.assistant.redo)

    def _changed(
        self, session: object, spare: Spare, view: View, change: Callable[[str], bool]
    ) -> Updates:
        session = key_of(session, spare)
        change(session)
        self._last_edits.pop(session, None)
        updates = self._board(self.assistant.snapshot(session), view)
        return {self.w.session: session, **updates, **self._quiet()}

    def redraw(self, session: object, spare: Spare, view: View) -> Updates:
        """The chart is to have other rows."""
        snapshot = self.assistant.snapshot(key_of(session, spare))
        return chart(self.w, snapshot, view, self.language)

    def improve(self, session: object, spare: Spare) -> Iterator[Updates]:
        """After a plan that was made at once: a better one is looked for, with a way to stop. The
        plan is on the page meanwhile, and can be edited."""
        session = key_of(session, spare)
        token = self._fresh.pop(session, None)
        if token is None:
            yield {self.w.session: session}
            return
        self._improving[session] = token
        for seen in watched(partial(self.assistant.improve, session)):
            if isinstance(seen, Schedule):
                self._better.add(session)
            elif self._improving.get(session) is token:
                words = panels.looking(seen, self.language)
                yield {self.w.progress: html(words), self.w.stop: gr.Button(visible=True)}
        if self._improving.get(session) is token:
            del self._improving[session]
            yield self._quiet()

    def settle(self, session: object, spare: Spare, view: View) -> Updates:
        """The better plan, if one was found, as the page wants to see it now."""
        session = key_of(session, spare)
        if session not in self._better:
            return {self.w.session: session}
        self._better.discard(session)
        return self.redraw(session, spare, view)

    def stop(self, session: object, spare: Spare) -> None:
        """The best plan so far is good enough."""
        self.assistant.stop(key_of(session, spare))

    def _is_new(self, session: str, cells: str) -> bool:
        """Whether the cells differ from those of the last edit in this conversation."""
        if len(self._last_edits) > MANY_SESSIONS:
            self._last_edits.clear()
        new = self._last_edits.get(session) != cells
        self._last_edits[session] = cells
        return new

    def _replan(
        self, session: str, problem: Problem, view: View, *, again: bool = False
    ) -> Updates:
        self.assistant.replan(session, problem, again=again)
        self._fresh[session] = object()
        snapshot = self.assistant.snapshot(session)
        return {self.w.session: session, **self._board(snapshot, view), **self._quiet()}

    def _quiet(self) -> Updates:
        """Nothing is being looked for."""
        return {self.w.progress: html(""), self.w.stop: gr.Button(visible=False)}

    def _refuse(self, error: PlanError) -> Updates:
        return {self.w.notice: html(panels.notice(error.say(self.language)))}

    def _board(self, snapshot: Snapshot, view: View) -> Updates:
        passages = panels.citations(snapshot.passages, self.assistant.passage_text)
        return {**board(self.w, snapshot, view, self.language), self.w.passages: passages}
