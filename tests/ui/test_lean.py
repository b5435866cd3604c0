"""A page spends time only on what an event changes."""

from typing import Any

import gradio as gr
import loops
from gradio.state_holder import SessionState
from standin import Scripted

from ui.opening import Opening
from ui.page import desk


def turned(page: gr.Blocks, updates: dict[str, Any], kind: Any) -> tuple[list[Any], set[int]]:
    """What the browser gets of these updates, and the widgets that were made anew for it."""
    turn = next(each for each in page.fns.values() if each.concurrency_id == "turn")
    widgets = {getattr(each, "elem_id", None): each for each in turn.outputs}
    given = {widgets[name]: value for name, value in updates.items()}
    state = SessionState(page)
    data = loops.run(kind.postprocess_data(page, turn, given, state))
    now = state.blocks_config.blocks
    return data, {id for id, widget in now.items() if widget is not page.blocks[id]}


def test_an_event_makes_no_widget_anew_but_those_that_it_changes():
    async def built() -> Any:  # Gradio, built where no loop runs, opens loops it never closes
        return desk.build_page(Opening(Scripted), "en")

    page = loops.run(built())
    halt = next(each for each in page.blocks.values() if getattr(each, "elem_id", "") == "halt")
    updates = {"halt": gr.Button(visible=True), "chat": [{"role": "user", "content": "hi"}]}
    data, made = turned(page, updates, type(page))
    gradios, everything = turned(page, updates, gr.Blocks)
    changes = [place for place, each in enumerate(data) if each != gr.skip()]
    assert len(changes) == 2
    assert [data[place] for place in changes] == [gradios[place] for place in changes]
    assert made == {halt._id}
    assert len(everything) > 30
