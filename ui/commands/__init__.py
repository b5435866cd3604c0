"""The commands, in groups: each module adds its commands to the command line, and runs them.

Options in, an exit status out; results are printed. Everything slow to import is imported by the
command that needs it.
"""

from ui.commands import accounts, audit, backup, chat, keys, knowledge, measuring, planning, serving

GROUPS = (serving, chat, planning, knowledge, accounts, keys, audit, backup, measuring)
"""Each has `add(command: Command)`."""
