"""What the sheets of a workbook hold, by their names and headings: tasks, resources, calendars, the
plan as a whole, or nothing of these, as a cover does."""

from collections.abc import Mapping

from tools.intake.columns import find_heads, tidied
from tools.intake.taken import Table
from tools.table import headings
from tools.table.headings import meaning, meanings
from tools.tickets import are_tickets


def kinds_of(beginnings: Mapping[str, Table]) -> dict[str, str]:
    """What each sheet holds, by its title; empty if that is nothing of a plan.

    A sheet that is called “tasks” holds them if it holds anything, else all whose headings name
    tasks and how long they take and that are not called “people”, else the first that is called
    nothing else.

    Args:
        beginnings: the first rows of each sheet.
    """
    kinds = {title: meaning(title, headings.SHEETS) or "" for title in beginnings}
    kinds |= {
        title: "" for title, kind in kinds.items() if kind == "tasks" and len(beginnings[title]) < 2
    }
    if "tasks" not in kinds.values():
        tasks = [title for title, rows in beginnings.items() if are_tasks(rows)]
        tasks = [title for title in tasks if meaning(title, headings.TASKS) != "people"] or tasks
        tasks = tasks or [title for title, kind in kinds.items() if not kind][:1]
        kinds |= dict.fromkeys(tasks, "tasks")
    if "resources" not in kinds.values():
        pools = [each for each in beginnings if not kinds[each] and _are_pools(beginnings[each])]
        kinds |= dict.fromkeys(pools[:1], "resources")
    return kinds


def are_tasks(rows: Table) -> bool:
    """Whether the headings name tasks and how long they take, or tickets."""
    if find_heads(rows) is not None or (rows and are_tickets(rows[0])):
        return True
    return bool(rows) and {"name", "duration"} <= set(tidied(rows).meant)


def _are_pools(rows: Table) -> bool:
    """Whether these are resources: their headings say so, or below them stand names and numbers."""
    if len(rows) < 2 or find_heads(rows) is not None:
        return False
    meant = meanings(rows[0], headings.RESOURCES)
    if "resource" in meant and len(set(meant) & set(headings.RESOURCES)) > 1:
        return True
    return all(len(row) > 1 and row[0].strip() and row[1].strip().isdigit() for row in rows[1:])
