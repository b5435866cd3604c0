"""The tools the agent may call. A new tool is `tools/<verb>.py`, its name here, its test and its
line in the README; a test fails until all four are there."""

from tools.draft import draft_reply
from tools.edit import edit_tasks
from tools.explain import explain_decision
from tools.optimise import optimise_schedule
from tools.parse import parse_tasks
from tools.search import search_knowledge

TOOLS = (
    parse_tasks,
    edit_tasks,
    optimise_schedule,
    explain_decision,
    search_knowledge,
    draft_reply,
)
