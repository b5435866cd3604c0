"""Calendars, people and deadlines in a real browser, planned by the real solver; only the
language model is scripted."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from scripted import ScriptedChat, call
from standin import serving
from visiting import expect, faults, overflowing

from agent.assistant import Assistant
from agent.conversations import Conversations
from tools.conflict.explained import optimise
from tools.files import read_problem
from ui.page.tables import calendar_cells, frame_rows, pool_cells, task_cells

pytestmark = [
    pytest.mark.browser,
    # Gradio 6.31 asks pandas 3 for options that pandas is about to drop.
    pytest.mark.filterwarnings("ignore:'future.no_silent_downcasting' is deprecated"),
    pytest.mark.filterwarnings("ignore:The copy keyword is deprecated"),
]

EXAMPLES = Path(__file__).parents[3] / "examples"


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    optimise(read_problem(EXAMPLES / "absences.json"), time_limit_seconds=1)  # compiles the solver
    kept = Conversations(None)
    llm = ScriptedChat(script=[call("explain_decision", kind="what_if")] * 9)
    planner = Assistant(llm, kept, lambda *_: [], lambda _: "")
    with serving(planner) as address:
        yield address
    kept.close()


def test_an_uploaded_plan_shows_calendars_absences_due_times_and_dates(visit):
    seen = visit().open().upload(EXAMPLES / "absences.json")
    expect(seen.page.locator("#verdict")).to_contain_text("done on Fri 27 Nov, 10:00")
    expect(seen.page.locator("#verdict")).to_contain_text("Closed")
    expect(seen.page.locator("#chart")).to_contain_text("Wed25 Nov")
    expect(seen.cell(0, 4, "pools")).to_contain_text("2026-11-25 to 2026-11-26 × 1 (training)")
    expect(seen.cell(0, 1, "calendars")).to_be_hidden()
    seen.page.locator("#working button").first.click()
    expect(seen.cell(0, 1, "calendars")).to_contain_text("mon-fri 08:00-16:00")
    expect(seen.cell(0, 1, "frame")).to_contain_text("2026-11-24 08:00")
    seen.shot("en-light-1360-calendars")


def test_people_are_named_on_the_bars_and_have_rows_of_their_own(visit):
    seen = visit().open().upload(EXAMPLES / "skills.json")
    expect(seen.page.locator("#chart .bartext", has_text="周医生").first).to_be_visible()
    seen.page.locator("#view input[value=resource]").click()
    expect(seen.page.locator("#chart .ytick", has_text="护士 × 3")).to_be_visible()
    expect(seen.page.locator("#chart .bartext", has_text="清创手术").first).to_be_visible()
    seen.shot("en-light-1360-by-resource")
    seen.page.locator("#view input[value=task]").click()
    expect(seen.page.locator("#chart .ytick", has_text="术前评估")).to_be_visible()


def test_a_plan_under_way_shows_now_what_is_done_and_what_is_late(visit):
    seen = visit(color_scheme="dark").open("zh").upload(EXAMPLES / "running.json")
    for words in ("现在，09:20", "✓ 已完成", "▸ 进行中", "已错过"):
        expect(seen.page.locator("#verdict")).to_contain_text(words)
    expect(seen.page.locator("#chart .ytick", has_text="✓ Mix dough")).to_be_visible()
    seen.shot("zh-dark-1360-running")


def bar(seen, words):
    """The middle of the bar of a task, in the view by task, once it has stood still for a while:
    what is said above the chart comes and goes while a better plan is looked for."""
    place = seen.page.wait_for_function(
        """task => {
            for (const group of document.querySelectorAll('#chart .barlayer .trace')) {
                const names = group.__data__[0].trace.customdata || [];
                for (const point of group.querySelectorAll('.point')) {
                    if (names[point.__data__.i] !== task) continue;
                    const box = point.querySelector('path').getBoundingClientRect();
                    const now = [box.x + box.width / 2, box.y + box.height / 2];
                    const before = window.stood || {};
                    const same = String(before.place) === String(now);
                    window.stood = {place: now, frames: same ? before.frames + 1 : 0};
                    return window.stood.frames > 30 && now;
                }
            }
        }""",
        arg=words,
    )
    return place.json_value()


def test_a_click_on_a_bar_offers_questions_about_it_and_the_chosen_one_is_answered(visit):
    seen = visit().open().upload(EXAMPLES / "skills.json")
    expect(seen.page.locator("#verdict")).to_contain_text("Best possible plan")  # bars stay now
    menu = seen.page.locator("#asks [role=menu]")
    questions = menu.locator("[role=menuitem]")
    seen.page.mouse.click(*bar(seen, "术后观察"))
    expect(questions.first).to_have_text("Why does “术后观察” start when it does?")
    expect(questions.first).to_be_focused()
    seen.shot("en-light-1360-asks", whole=False)
    assert faults(seen.page) == []
    seen.page.keyboard.press("Escape")
    expect(menu).to_be_hidden()
    expect(seen.page.locator("#chat .user")).to_have_count(0)
    seen.page.mouse.click(*bar(seen, "术后观察"))
    questions.first.click()
    expect(menu).to_be_hidden()
    expect(seen.page.locator("#chat .user").last).to_contain_text("Why does “术后观察” start")
    expect(seen.page.locator("#chat .bot").last).to_contain_text("膝关节手术")
    seen.page.mouse.click(*bar(seen, "术后观察"))
    questions.filter(has_text="What would it be like with “术后观察” left out?").click()
    expect(seen.page.locator("#chat .bot").last).to_contain_text("Solved again")
    expect(seen.page.locator("#accept")).to_be_visible()
    seen.shot("en-light-1360-clicked")
    seen.page.reload()
    expect(seen.page.locator("#chat .user").first).to_contain_text("Why does “术后观察” start")


def test_the_questions_about_a_bar_are_in_the_language_of_the_page_and_fit_a_narrow_one(visit):
    seen = visit(viewport={"width": 360, "height": 820}, color_scheme="dark").open("zh")
    seen.upload(EXAMPLES / "workload.json")
    expect(seen.page.locator("#verdict")).to_contain_text("已是最优计划")  # bars stay now
    seen.page.locator("#chart").scroll_into_view_if_needed()
    seen.page.mouse.click(*bar(seen, "Call back three customers"))
    questions = seen.page.locator("#asks [role=menuitem]")
    expect(questions.first).to_have_text("“Call back three customers”为什么在这个时间开始？")
    assert questions.count() > 2
    box = seen.page.locator("#asks [role=menu]").bounding_box()
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= 360
    assert box["y"] >= 0
    assert box["y"] + box["height"] <= 820
    seen.shot("zh-dark-360-asks", whole=False)


def test_no_word_of_a_table_in_an_answer_is_broken_on_a_narrow_page(visit):
    seen = visit(viewport={"width": 360, "height": 820}).open()
    seen.upload(EXAMPLES / "workload.json")
    expect(seen.page.locator("#verdict")).to_contain_text("Best possible plan")  # bars stay now
    seen.page.locator("#chart").scroll_into_view_if_needed()
    seen.page.mouse.click(*bar(seen, "Triage the urgent tickets"))
    seen.page.locator("#asks [role=menuitem]", has_text="left out").click()
    expect(seen.page.locator("#chat .bot td").first).to_be_visible()
    assert broken(seen) == []


def broken(seen):
    """The words in the cells of answers that do not stand on one line."""
    return seen.page.evaluate(
        """() => [...document.querySelectorAll('#chat .bot :is(th, td)')].flatMap(cell => {
            const walk = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT), found = [];
            for (let text; text = walk.nextNode();)
                for (const word of text.data.matchAll(/[\\w:]+/g)) {
                    const range = document.createRange();
                    range.setStart(text, word.index);
                    range.setEnd(text, word.index + word[0].length);
                    if (range.getClientRects().length > 1) found.push(word[0]);
                }
            return found;
        })"""
    )


def test_a_bar_dragged_onto_another_asks_why_it_is_not_before_that(visit):
    seen = visit().open("zh").upload(EXAMPLES / "workload.json")
    expect(seen.page.locator("#verdict")).to_contain_text("已是最优计划")  # bars stay now
    seen.page.mouse.move(*bar(seen, "Call back three customers"))
    seen.page.mouse.down()
    seen.page.mouse.move(*bar(seen, "Triage the urgent tickets"), steps=5)
    expect(seen.page.locator("#dragging")).to_have_text(
        "为什么“Call back three customers”不排在“Triage the urgent tickets”前面？"
    )
    seen.shot("zh-light-1360-dragging", whole=False)
    seen.page.mouse.up()
    expect(seen.page.locator("#dragging")).to_be_hidden()
    expect(seen.page.locator("#chat .bot").last).to_contain_text("重新求解")
    expect(seen.page.locator("#accept")).to_be_visible()
    seen.shot("zh-light-1360-dragged")


def test_the_bars_are_one_stop_of_tab_and_asked_about_with_arrows_space_and_enter(visit):
    seen = visit().open().upload(EXAMPLES / "workload.json")
    expect(seen.page.locator("#verdict")).to_contain_text("Best possible plan")  # bars stay now
    stops = seen.page.locator("#chart .barlayer path[tabindex='0']")
    expect(stops).to_have_count(1)
    names = [str(label).split(",")[0] for label in labels(seen)]
    assert len(names) == len(set(names)) > 3  # each says which task it is
    stops.focus()
    seen.page.keyboard.press("ArrowDown")
    second = seen.page.locator("#chart .barlayer path:focus")
    expect(second).to_have_attribute("aria-label", re.compile(f"^{re.escape(names[1])},"))
    seen.page.keyboard.press("Enter")
    questions = seen.page.locator("#asks [role=menuitem]")
    expect(questions.first).to_be_focused()
    seen.page.keyboard.press("ArrowDown")
    expect(questions.nth(1)).to_be_focused()
    seen.page.keyboard.press("Home")
    seen.page.keyboard.press("Enter")
    asked, told = seen.page.locator("#chat .user"), seen.page.locator("#chat .bot")
    expect(asked.last).to_contain_text(f"Why does “{names[1]}” start")
    expect(told.last).to_contain_text(f"{names[1]} starts")
    expect(second).to_be_focused()  # the answer takes the focus from nobody
    seen.page.keyboard.press("End")
    seen.page.keyboard.press("Space")
    seen.page.keyboard.press("Home")
    note = seen.page.locator("#dragging")
    expect(note).to_have_text(f"Why not “{names[-1]}” before “{names[0]}”?")
    seen.shot("en-light-1360-by-keyboard", whole=False)
    seen.page.keyboard.press("Enter")
    expect(note).to_be_hidden()
    expect(asked).to_have_count(2)
    expect(asked.last).to_contain_text(names[-1])


def labels(seen):
    """What the bars say to who listens, from the top."""
    return seen.page.evaluate(
        """() => [...document.querySelectorAll('#chart .barlayer path[role=button]')]
            .map(path => [path.getBoundingClientRect().top, path.getAttribute('aria-label')])
            .sort(([a], [b]) => a - b).map(([_, label]) => label)"""
    )


def test_what_is_left_out_is_listed_under_the_chart(visit):
    seen = visit().open().upload(EXAMPLES / "optional.json")
    expect(seen.page.locator("#aside")).to_contain_text("Left out: ")
    expect(seen.page.locator("#aside")).to_contain_text("worth 45 in all")


def test_an_edited_calendar_plans_anew(visit):
    seen = visit().open().upload(EXAMPLES / "absences.json")
    expect(seen.page.locator("#verdict")).to_contain_text("Fri 27 Nov, 10:00")
    seen.page.locator("#working button").first.click()
    seen.write(0, 1, "mon-sun 06:00-22:00", table="calendars")
    expect(seen.page.locator("#verdict")).to_contain_text("done on Wed 25 Nov")
    expect(seen.page.locator("#notice")).to_be_hidden()
    seen.write(0, 1, "whenever", table="calendars")
    expect(seen.page.locator("#notice")).to_contain_text("“whenever” is not part of working hours")


def test_a_calendar_can_be_made_by_hand(visit):
    seen = visit().open().upload(EXAMPLES / "alternatives.json")
    expect(seen.page.locator("#verdict")).to_contain_text("after 4 h")
    seen.page.locator("#working button").first.click()
    seen.write(0, 1, "2026-11-24 08:00", table="frame")
    expect(seen.page.locator("#verdict")).to_contain_text("at 12:00")
    seen.write(0, 0, "late", table="calendars")
    expect(seen.page.locator("#notice")).to_contain_text("never open")
    seen.write(0, 1, "mon-fri 10:00-18:00", table="calendars")
    expect(seen.page.locator("#notice")).to_be_hidden()
    seen.page.locator("#more input").click()
    seen.page.get_by_role("option", name="Resources: Calendar").click()
    expect(seen.page.locator("#pools [data-testid=header-3]")).to_contain_text("Calendar")
    seen.write(3, 3, "late", table="pools")
    expect(seen.page.locator("#verdict")).to_contain_text("Closed")


def test_a_column_that_is_added_can_be_written_in(visit):
    seen = visit().open().upload(EXAMPLES / "skills.json")
    expect(seen.chart).to_be_visible()
    seen.page.locator("#more input").click()
    seen.page.get_by_role("option", name="Tasks: Fixed start").click()
    expect(seen.page.locator("#tasks [data-testid=header-8]")).to_contain_text("Fixed start")
    seen.write(3, 8, "5 h")
    expect(seen.page.locator("#chart .ytick", has_text="◆ 术后观察")).to_be_visible()
    expect(seen.page.locator("#verdict")).to_contain_text("6 h 30 min")
    seen.page.locator("#add").click()
    seen.write(4, 0, "Sweep")
    seen.write(4, 1, "20")
    expect(seen.page.locator("#chart")).to_contain_text("Sweep")


def test_all_that_a_problem_can_say_stands_in_its_tables_and_can_be_changed_there(visit):
    seen = visit().open().upload(EXAMPLES / "everything.json")
    expect(seen.page.locator("#verdict")).to_contain_text("done on Tue 27 Oct, 10:00")
    seen.page.locator("#working button").first.click()
    problem = read_problem(EXAMPLES / "everything.json")
    tasks = task_cells(problem, "en")
    shown = {
        "tasks": tasks.rows,
        "pools": pool_cells(problem, "en").rows,
        "calendars": calendar_cells(problem, "en").rows,
        "frame": frame_rows(problem, "en"),
    }
    for table, rows in shown.items():
        for row, cells in enumerate(rows):
            found = seen.page.locator(f"#{table} [data-row='{row}'][data-col]")
            expect(found).to_have_text([str(text) for text in cells])
    names = [cells[0] for cells in tasks.rows]
    fixed = tasks.columns.index("fixed")
    seen.write(names.index("Deliver"), fixed, "2026-10-27 10:00")
    expect(seen.page.locator("#verdict")).to_contain_text("done on Tue 27 Oct, 11:00")
    seen.write(names.index("Deliver"), fixed, "2026-10-26 10:00")
    expect(seen.page.locator("#verdict")).to_contain_text("cannot")


def test_another_goal_is_planned_at_once_and_kept(visit):
    seen = visit().open().upload(EXAMPLES / "goals.json")
    expect(seen.page.locator("#goal input")).to_have_value("little lateness")
    expect(seen.page.locator("#then input")).to_have_value("few people")
    seen.page.locator("#goal input").click()
    seen.page.get_by_role("option", name="low cost").click()
    expect(seen.page.locator("#verdict")).to_contain_text(re.compile(r"cost: \d.* · number"))
    seen.page.reload()
    expect(seen.page.locator("#goal input")).to_have_value("low cost")


def in_two_windows(visit):
    """A visit, and the page of its second window on the same conversation."""
    seen = visit().open().upload(EXAMPLES / "optional.json")
    expect(seen.chart).to_be_visible()
    other = seen.context.new_page()
    other.goto(f"{seen.site}/en/")
    cell = other.locator("#tasks [data-row='0'][data-col='1']")
    expect(cell).to_contain_text(seen.cell(0, 1).inner_text().strip())
    return seen, other


def test_a_window_shows_what_is_edited_and_asked_in_another(visit):
    seen, other = in_two_windows(visit)
    cell = other.locator("#tasks [data-row='0'][data-col='1']")
    seen.write(0, 1, "95")
    expect(cell).to_contain_text("1 h 35 min")
    expect(other.locator("#notice")).to_contain_text("changed in another window")
    seen.ask(f"what if {seen.cell(0, 0).inner_text()} takes 2 hours?")
    expect(other.locator("#chat .bot")).to_have_count(1)
    expect(other.locator("#accept")).to_be_visible()


def test_nothing_is_taken_from_under_the_hands_of_who_types_in_a_cell(visit):
    seen, other = in_two_windows(visit)
    cell = other.locator("#tasks [data-row='0'][data-col='1']")
    cell.dblclick()
    editor = cell.locator("textarea, input")
    expect(editor).to_be_focused()
    editor.fill("33")
    seen.write(1, 1, "95")
    expect(seen.page.locator("#undo")).to_be_visible()
    expect(editor).to_have_value("33")
    other.keyboard.press("Enter")
    expect(other.locator("#tasks [data-row='1'][data-col='1']")).to_contain_text("1 h 35 min")
    expect(cell).to_contain_text("33 min")


@pytest.mark.parametrize("language", ["en", "zh"])
def test_it_fits_a_narrow_screen(visit, language):
    seen = visit(viewport={"width": 360, "height": 820}).open(language)
    seen.upload(EXAMPLES / "calendars.xlsx")
    expect(seen.chart).to_be_visible()
    seen.page.locator("#working button").first.click()
    expect(seen.cell(0, 1, "calendars")).to_be_visible()
    seen.shot(f"{language}-light-360-calendars")
    assert overflowing(seen.page) == []
    assert seen.complaints == []


def test_the_other_plan_of_an_answer_is_accepted_undone_and_done_again(visit):
    seen = visit().open().upload(EXAMPLES / "optional.json")
    verdict = seen.page.locator("#verdict p")  # not the seconds that count beside them
    expect(seen.chart).to_be_visible()
    expect(verdict.first).to_contain_text("Best possible plan")  # it is not being improved any more
    before = verdict.all_inner_texts()
    first = seen.cell(0, 0).inner_text()
    seen.ask(f"what if {first} takes 2 hours?")
    accept = seen.page.locator("#accept")
    expect(accept).to_be_visible()
    seen.shot("en-light-1360-before-after")
    accept.click()
    expect(accept).to_be_hidden()
    expect(seen.cell(0, 1)).to_contain_text("2 h")
    seen.page.locator("#undo").click()
    expect(seen.page.locator("#redo")).to_be_visible()
    expect(verdict).to_have_text(before, use_inner_text=True)
    seen.page.locator("#redo").click()
    expect(seen.cell(0, 1)).to_contain_text("2 h")
    expect(seen.page.locator("#redo")).to_be_hidden()
