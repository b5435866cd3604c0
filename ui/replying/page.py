"""The reply page in one language: which widgets there are and which event moves which. What the
events do is in `events.py`."""

from typing import Any

import gradio as gr

from knowledge.templates.record import TONES
from tools.phrases import LANGUAGES, Language, say
from ui.frame import framed
from ui.opening import Opening
from ui.page.desk import PEOPLE, STORAGE
from ui.page.sessions import Spare
from ui.replying.events import Replying
from ui.replying.handed import Handed, handed_list, wire
from ui.replying.keeping import Keeping
from ui.replying.shown import status_html
from ui.replying.widgets import ROOM, Open, Widgets

COPY = """(state, text) => {
    const select = () => {
        document.querySelector("#text textarea").select();
        document.execCommand("copy");
    };
    // Browsers have a clipboard only for https and for this machine.
    if (navigator.clipboard) navigator.clipboard.writeText(text).catch(select); else select();
    return [state, text];
}"""
"""What it returns is what the event is given."""


def build_page(assistant: Opening, language: Language) -> gr.Blocks:
    """The whole page in `language`, ready to be mounted."""
    with framed("replies", language, 4 * PEOPLE) as page:
        widgets = _layout(language)
        events = Replying(assistant, language, widgets)
        _wire(widgets, events)
        _wire_templates(widgets, Keeping(assistant, language, widgets))
        wire(page, widgets, Handed(assistant, language, widgets), _quick(widgets))
        page.load(
            events.kept,
            None,
            [widgets.mine, widgets.sayings],
            api_visibility="private",
            show_progress="hidden",
        )
    return page


def _layout(language: Language) -> Widgets:
    found: dict[str, Any] = {
        "session": gr.BrowserState(None, **STORAGE),
        "spare": gr.State(Spare()),
        "apart": gr.State(Spare()),
        "state": gr.State(Open()),
    }
    with gr.Row(elem_classes="desk replying"):
        with gr.Column(scale=5, min_width=320):
            found |= _case(language)
            found |= _tickets(language)
            found["handed"] = handed_list(language)
        with gr.Column(scale=6, min_width=320):
            found |= _reply(language)
            found |= _templates(language)
    return Widgets(**found)


def _case(language: Language) -> dict[str, Any]:
    spoken = [(say("replying-as-asked", language), "")]
    spoken += [(say(f"replying-in-{each}", language), each) for each in LANGUAGES]
    tones: list[Any] = [(say(f"replying-{tone}", language), tone) for tone in TONES]
    return {
        "message": gr.Textbox(
            label=say("replying-message", language), lines=7, max_lines=20, elem_id="case"
        ),
        "ticket": gr.Textbox(
            label=say("replying-ticket", language),
            placeholder=say("replying-ticket-example", language),
            lines=2,
            max_lines=12,
            elem_id="ticket",
        ),
        "tone": gr.Radio(tones, value=TONES[0], label=say("replying-tone", language)),
        "spoken": gr.Radio(spoken, value="", label=say("replying-language", language)),
        "suggest": _button("replying-suggest", language, variant="primary", elem_id="suggest"),
        "work": _button("replying-work", language, interactive=False, elem_id="work"),
        "tasks": gr.HTML(visible=False, elem_id="work-done"),
    }


def _tickets(language: Language) -> dict[str, Any]:
    with gr.Accordion(say("replying-tickets", language), open=False, elem_id="tickets"):
        return {
            "tickets": gr.Textbox(
                label=say("replying-tickets-table", language),
                placeholder=say("replying-tickets-example", language),
                lines=5,
                max_lines=40,
                elem_id="ticket-table",
            ),
            "people": gr.Number(4, precision=0, minimum=1, label=say("replying-people", language)),
            "order": _button("replying-order", language, elem_id="ticket-order"),
            "ordered": gr.HTML(elem_id="ordered"),
        }


def _reply(language: Language) -> dict[str, Any]:
    found: dict[str, Any] = {
        "status": gr.HTML(status_html(None, language), elem_id="status"),
    }
    with gr.Row(visible=False, elem_classes="buttons", elem_id="handing") as handing:
        found["to"] = gr.Dropdown(
            label=say("replying-to", language), allow_custom_value=True, elem_id="to"
        )
        found["hand"] = _button("replying-handover", language, variant="primary", elem_id="hand")
    found["handing"] = handing
    found |= {
        "choices": gr.Radio(
            label=say("replying-choices", language), visible=False, elem_id="choices"
        ),
        "letter": gr.HTML(elem_id="letter"),
    }
    with gr.Column(visible=False, elem_id="form") as form:
        gr.Markdown(say("draft-ask", language))
        found["blanks"] = tuple(
            gr.Textbox(visible=False, elem_id=f"blank-{number}") for number in range(ROOM)
        )
        found["always"] = gr.CheckboxGroup(label=say("replying-always", language))
        found["fill"] = _button("replying-fill", language, variant="primary", elem_id="fill")
    found["form"] = form
    with gr.Accordion(
        say("replying-fixing", language), open=False, visible=False, elem_id="fixing"
    ) as fixing:
        found["fixes"] = tuple(
            gr.Textbox(visible=False, elem_id=f"filled-{number}") for number in range(ROOM)
        )
        found["fix"] = _button("replying-fix", language, elem_id="fix")
    found["fixing"] = fixing
    found["text"] = gr.Textbox(
        label=say("replying-text", language),
        lines=8,
        max_lines=30,
        visible=False,
        interactive=True,
        elem_id="text",
    )
    with gr.Row(elem_classes="buttons", visible=False) as buttons:
        for name in ("copy", "use", "reword", "keep", "reject"):
            main: Any = "primary" if name == "copy" else "secondary"
            found[name] = _button(
                f"replying-{name}", language, variant=main, interactive=False, elem_id=name
            )
    found["buttons"] = buttons
    found["values"] = gr.HTML(elem_id="values")
    return found


def _templates(language: Language) -> dict[str, Any]:
    found: dict[str, Any] = {
        "personal": gr.HTML(elem_id="personal"),
        "stays": gr.Checkbox(
            label=say("personal-stays", language), container=False, visible=False, elem_id="stays"
        ),
    }
    with gr.Column(visible=False, elem_id="keeping") as keeping:
        found["title"] = gr.Textbox(label=say("replying-title", language), elem_id="title")
        found["intent"] = gr.Textbox(label=say("replying-intent", language), elem_id="intent")
        found["blank"] = gr.Textbox(
            label=say("replying-blank", language), lines=8, max_lines=30, elem_id="blank"
        )
        found["cue"] = gr.Textbox(
            label=say("replying-cue", language), lines=2, max_lines=12, elem_id="cue"
        )
        gr.Markdown(say("replying-look", language))
        found["whose"] = gr.Markdown(elem_id="whose")
        found["frozen"] = gr.Markdown(elem_id="frozen")
        found["near"] = gr.Markdown(elem_id="near")
        found["save"] = _button("replying-save", language, variant="primary", elem_id="save")
    found["keeping"] = keeping
    with gr.Accordion(
        say("replying-edit", language), open=False, visible=False, elem_id="edit"
    ) as edit:
        found["wording"] = gr.Textbox(
            label=say("replying-wording", language), lines=8, max_lines=30, elem_id="wording"
        )
        found["change"] = _button("replying-change", language, elem_id="change")
    found["edit"] = edit
    with gr.Accordion(
        say("replying-mine", language), open=False, visible=False, elem_id="mine"
    ) as mine:
        found["sayings"] = gr.CheckboxGroup(
            label=say("replying-mine-how", language), elem_id="sayings"
        )
        found["forget"] = _button("replying-forget", language, elem_id="forget")
    found["mine"] = mine
    return found


def _button(key: str, language: Language, **options: Any) -> gr.Button:
    return gr.Button(say(key, language), size="sm", min_width=0, **options)


def _quick(w: Widgets) -> dict[str, Any]:
    return {
        "concurrency_limit": PEOPLE,
        "concurrency_id": "replying",
        "api_visibility": "private",
        "show_progress": "minimal",
        "show_progress_on": w.status,
    }


def _wire(w: Widgets, events: Replying) -> None:
    quick, shown = _quick(w), w.shown
    mine = [w.mine, w.sayings]
    case = [w.message, w.ticket, w.tone, w.spoken]
    w.suggest.click(events.suggest, case, [*shown, *mine], **quick)
    w.choices.input(events.choose, [w.state, w.text, w.choices, *w.blanks], shown, **quick)
    w.tone.input(events.retone, [w.state, w.text, w.tone, *w.blanks], shown, **quick)
    w.fix.click(events.fix, [w.state, w.text, *w.fixes], shown, **quick)
    w.fill.click(events.fill, [w.state, w.always, *w.blanks], [*shown, *mine], **quick)
    w.forget.click(events.forget, [w.sayings], mine, **quick)
    w.reword.click(events.reword, [w.state, w.text], shown, **quick)
    w.copy.click(events.copied, [w.state, w.text], None, js=COPY, **quick)
    w.use.click(events.use, [w.state, w.text], [w.use], **quick)
    w.reject.click(events.reject, [w.state], shown, **quick)
    who = [w.session, w.spare]
    w.work.click(events.plan, [*who, w.state], [w.session, w.tasks], **quick)
    w.order.click(events.order, [w.apart, w.tickets, w.people], [w.ordered], **quick)


def _wire_templates(w: Widgets, events: Keeping) -> None:
    kept = [w.title, w.intent, w.blank, w.cue]
    found = [w.personal, w.stays]
    asked = [w.keeping, *kept, w.whose, w.frozen, w.near, *found]
    w.keep.click(events.keep, [w.state, w.text], asked, **_quick(w))
    w.save.click(events.save, [w.state, *kept, w.stays], [w.keeping, *found], **_quick(w))
    changed = [*w.shown, *found]
    w.change.click(events.change, [w.state, w.wording, w.stays], changed, **_quick(w))
