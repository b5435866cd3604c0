"""What happens when somebody changes the plan on the page: a file, a cell, a goal, a step back.
Everything answers at once and never waits for the language model. How tables are read is in
`edits.py`, what a plan looks like in `board.py`.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

import gradio as gr

from tools.files import take_file
from tools.intake.taken import Taken
from tools.person import Person
from tools.phrases import say
from tools.plan import Goal, Problem, Schedule
from tools.record import PlanError
from tools.telling.intake import tell_notes
from ui.looking import watched
from ui.page import goals, panels, tables
from ui.page.board import Updates, chart, html
from ui.page.chart.sheet import View
from ui.page.edits import Sheets, Shown, follow, merged, read_sheets
from ui.page.example import example
from ui.page.room import Room, Window
from ui.page.sessions import Spare

MANY_SESSIONS = 1000


class Changes(Room):
    """The events that change the plan."""

    events = (
        "upload",
        "show_example",
        "add_row",
        "add_column",
        "edit",
        "choose",
        "accept",
        "undo",
        "redo",
        "redraw",
        "improve",
        "settle",
        "stop",
    )

    def __init__(self, *parts: Any) -> None:
        super().__init__(*parts)
        self._last_edits: dict[str, str] = {}
        self._fresh: dict[str, object] = {}
        """By session: a token for a plan that was just made and is not being improved yet."""
        self._improving: dict[str, object] = {}
        """The token of the plan that is being improved."""
        self._better: set[str] = set()
        """Sessions with a better plan that the page does not show yet."""

    def upload(
        self, session: object, spare: Spare, view: View, paths: list[str], request: gr.Request
    ) -> Updates:
        """Files were brought: a plan in one of them is planned at once, prose waits in the box."""
        key, person = self.enter(session, spare, request)
        try:
            brought = [
                (Path(path).name, take_file(Path(path), self.assistant.zone_of(person)))
                for path in paths
            ]
            plans = [(file, taken) for file, taken in brought if taken.problem]
            prose = [(file, taken.words) for file, taken in brought if not taken.problem]
            if len(plans) > 1:
                raise PlanError("file-many-plans", files=self._listed(plans))
            updates = self._prose(key, prose) if prose else {}
            for _, taken in plans:
                updates |= self._planned(key, person, taken, view)
        except PlanError as error:
            return self.refuse(error)
        return updates

    def _planned(self, key: str, person: Person, taken: Taken, view: View) -> Updates:
        assert taken.problem is not None
        updates = self._replan(key, person, taken.problem, Window(view), again=True)
        told = tell_notes(taken.notes, self.language)
        return {**updates, self.w.notice: html(panels.notice(told))} if told else updates

    def _listed(self, files: Iterable[tuple[str, object]]) -> str:
        return say("list-comma", self.language).join(name for name, _ in files)

    def show_example(
        self, session: object, spare: Spare, view: View, request: gr.Request
    ) -> Updates:
        """A plan to look at, for who was never here."""
        key, person = self.enter(session, spare, request)
        return self._replan(key, person, example(self.language), Window(view), again=True)

    def _prose(self, key: str, prose: list[tuple[str, str]]) -> Updates:
        """Words of documents: for whoever sends them to say what is to be done with them."""
        for file, words in prose:
            if not words.strip():
                raise PlanError("file-no-table", file=file)
        told = say("page-prose", self.language, file=self._listed(prose))
        return {
            self.w.session: key,
            self.w.box: "\n\n".join(words for _, words in prose),
            self.w.hint: html(panels.notice(told)),
        }

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

    def edit(
        self,
        session: object,
        spare: Spare,
        view: View,
        tasks: Any,
        pools: Any,
        calendars: Any,
        frame: Any,
        shown: Shown | None,
        request: gr.Request,
    ) -> Updates:
        """A cell changed: planned at once, without the language model.

        The cells stay as they were typed, so that nothing is lost while somebody types on; only
        what must follow from the edit in another cell is written anew.

        Args:
            shown: what stood in the tables before.
        """
        key, person = self.enter(session, spare, request)
        sheets = Sheets.read((tasks, pools, calendars, frame), self.language)
        # Gradio reports an edit twice, for Enter and for leaving the cell; the second time the
        # rows may still name a task as it was called before the first, or be as they were redrawn.
        if not self._is_new(key, repr(sheets)) or (shown and sheets.alike(shown.typed)):
            return {self.w.session: key}
        snapshot = self.assistant.snapshot(key)
        old, plan = snapshot.problem, Sheets.of(snapshot.problem, self.language)
        if shown and shown.plan != plan:
            return self._edit_elsewhere(key, person, view, sheets, shown)
        here = shown or Shown(plan, plan, snapshot.mark)
        try:
            problem = read_sheets(sheets, old, self.language)
            updates = self._replan(key, person, problem, Window(view)) if problem != old else {}
        except PlanError as error:
            return {**self.refuse(error), self.w.shown: replace(here, typed=sheets)}
        here = updates.get(self.w.shown, here)
        updates = {each: new for each, new in updates.items() if each not in self.w.tables}
        new = follow(sheets, old, problem, self.language)
        changed = {
            getattr(self.w, name): tables.updated(cells, self.language)
            for name, cells in new.items()
        }
        shows = replace(here, typed=sheets._replace(**new))
        return {self.w.notice: html(""), **updates, **changed, self.w.shown: shows}

    def _edit_elsewhere(
        self, key: str, person: Person, view: View, sheets: Sheets, shown: Shown
    ) -> Updates:
        """The plan was changed in another window: what was changed here is done to the plan as it
        is now, and all of that is shown."""
        snapshot = self.assistant.snapshot(key)
        now = Sheets.of(snapshot.problem, self.language)
        updates = self.board(snapshot, Window(view), person)
        told = panels.news(say("page-elsewhere", self.language))
        try:
            meant = merged(sheets, shown.typed, now)
            problem = read_sheets(meant, snapshot.problem, self.language)
            if problem != snapshot.problem:
                updates = self._replan(key, person, problem, Window(view))
        except PlanError as error:
            self._last_edits.pop(key, None)  # it may be made again
            told = panels.notice(error.say(self.language))
        return {self.w.session: key, **updates, self.w.notice: html(told)}

    def choose(
        self,
        session: object,
        spare: Spare,
        view: View,
        shown: Shown | None,
        goal: Goal,
        then: str,
        request: gr.Request,
    ) -> Updates:
        """Another goal was chosen: planned again from scratch."""
        key, person = self.enter(session, spare, request)
        problem = self.assistant.snapshot(key).problem
        if problem is None:
            return {self.w.session: key}
        wanted = goals.with_goals(problem, goal, then)
        return self._replan(key, person, wanted, Window(view, shown), again=True)

    def accept(self, session: object, spare: Spare, view: View, request: gr.Request) -> Updates:
        """The other plan of the last answer is taken over."""
        return self._changed(*self.enter(session, spare, request), view, self.assistant.accept)

    def undo(self, session: object, spare: Spare, view: View, request: gr.Request) -> Updates:
        """Back to the plan before the last change."""
        return self._changed(*self.enter(session, spare, request), view, self.assistant.undo)

    def redo(self, session: object, spare: Spare, view: View, request: gr.Request) -> Updates:
        """Forward again."""
        return self._changed(*self.enter(session, spare, request), view, self.assistant.redo)

    def _changed(
        self, key: str, person: Person, view: View, change: Callable[[str, Person], bool]
    ) -> Updates:
        change(key, person)
        self._last_edits.pop(key, None)
        updates = self.board(self.assistant.snapshot(key), Window(view), person)
        return {self.w.session: key, **updates, **self._quiet()}

    def redraw(self, session: object, spare: Spare, view: View, request: gr.Request) -> Updates:
        """The chart is to have other rows."""
        key, _ = self.enter(session, spare, request, change=False)
        return chart(self.w, self.assistant.snapshot(key), view, self.language)

    def improve(self, session: object, spare: Spare, request: gr.Request) -> Iterator[Updates]:
        """After a plan that was made at once: a better one is looked for, with a way to stop. The
        plan is on the page meanwhile, and can be edited."""
        key, person = self.enter(session, spare, request)
        token = self._fresh.pop(key, None)
        if token is None:
            idle = {} if key in self._improving else self._quiet()
            yield {self.w.session: key, **idle}
            return
        self._improving[key] = token
        for seen in watched(partial(self.assistant.improve, key, by=person)):
            if isinstance(seen, Schedule):
                self._better.add(key)
            elif self._improving.get(key) is token:
                yield {self.w.progress: panels.looking(seen, self.language)}
        if self._improving.get(key) is token:
            del self._improving[key]
            yield self._quiet()

    def stop(self, session: object, spare: Spare, request: gr.Request) -> None:
        """The plan as it is is good enough, also if the search for a better one has not begun."""
        key, _ = self.enter(session, spare, request)
        self._fresh.pop(key, None)
        self.assistant.stop(key)

    def settle(self, session: object, spare: Spare, view: View, request: gr.Request) -> Updates:
        """The better plan, if one was found, as the page wants to see it now."""
        key, _ = self.enter(session, spare, request)
        if key not in self._better:
            return {self.w.session: key}
        self._better.discard(key)
        return chart(self.w, self.assistant.snapshot(key), view, self.language)

    def _is_new(self, key: str, cells: str) -> bool:
        """Whether the cells differ from those of the last edit in this conversation."""
        if len(self._last_edits) > MANY_SESSIONS:
            self._last_edits.clear()
        new = self._last_edits.get(key) != cells
        self._last_edits[key] = cells
        return new

    def _replan(
        self, key: str, person: Person, problem: Problem, window: Window, *, again: bool = False
    ) -> Updates:
        self.assistant.replan(key, problem, again=again, by=person)
        names = [task.name for task in problem.tasks]
        title = say("shelf-untitled", self.language, count=len(names), first=names[0])
        self.assistant.chats.note(key, person, title, names[:MANY_SESSIONS])
        self._fresh[key] = object()
        self._improving.pop(key, None)  # what still looks for the old plan's has no more to say
        snapshot = self.assistant.snapshot(key)
        updates = {**self.board(snapshot, window, person), **self.samples(snapshot)}
        return {self.w.session: key, **updates, **self._quiet()}

    def _quiet(self) -> Updates:
        """Nothing is being looked for."""
        return {self.w.progress: ""}
