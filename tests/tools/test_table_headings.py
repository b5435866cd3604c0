"""Headings of tables: what would be lost unseen is said, and read quickly however much it is."""

import pytest

from tools.files import read_data
from tools.record import PlanError
from tools.table import headings, read_problem


def table(text: str):
    return read_data(text.encode(), ".csv", "plan.csv")


@pytest.mark.parametrize(
    ("heads", "wrong", "near"),
    [
        ("task,duration,Deadlin", "Deadlin", "deadline"),
        ("task,duration,priorty (1-9)", "priorty (1-9)", "priority"),
        ("task,duration,predecesors", "predecesors", "after"),
        ("任务,时长,截至时间", "截至时间", "截止时间"),
    ],
)
def test_a_misspelt_column_is_named_with_what_it_looks_like(heads, wrong, near):
    with pytest.raises(PlanError) as refused:
        table(f"{heads}\nweld,60,\n")
    assert refused.value.key == "column-misspelt"
    assert refused.value.values == {"column": wrong, "near": near}
    assert f"“{near}”" in refused.value.say("en")


@pytest.mark.parametrize(
    "head",
    ["Notes", "Owner", "Start", "End", "Status", "Cost", "Names", "备注", "状态", "开始时间"],
)
def test_other_columns_are_nobodys_slip(head):
    assert table(f"task,duration,{head}\nweld,60,x\n").tasks[0].name == "weld"


def test_sheets_of_resources_calendars_and_the_plan_are_looked_at_as_well():
    for columns, words in (
        (["resource", "capacty"], headings.RESOURCES),
        (["calendar", "houers"], headings.CALENDARS),
    ):
        with pytest.raises(PlanError, match="no heading"):
            headings.check_spelling(columns, words)
    with pytest.raises(PlanError, match="stability"):
        read_problem(
            [["weld", "60"]], [], None, "en", shown=("name", "duration"), plan=[["stabilty", "2"]]
        )


def test_a_skill_that_nobody_has_is_a_contradiction_and_no_machine():
    with pytest.raises(PlanError) as refused:
        table("task,duration,needs\nweld,60,skill: welding\n")
    assert refused.value.key == "too-few-skilled"
    assert refused.value.values["skill"] == "welding"


def test_thousands_of_names_in_a_cell_are_read_and_names_with_commas_stay_whole():
    rows = [f'"part {n}, left",5,' for n in range(6_000)]
    after = "; ".join(f"part {n}, left" for n in range(6_000))
    last = table(
        "\n".join(["task,duration,after", *rows, f'last,5,"{after} + 1 h, 30 min"'])
    ).tasks[-1]
    assert last.after == tuple(f"part {n}, left" for n in range(5_999))
    assert [(link.task, link.lag) for link in last.links] == [("part 5999, left", 90)]
