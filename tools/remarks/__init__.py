"""What a message says of its own tasks and persons once they are told: “Make the scan five hours.
Forget about the survey. Only Petra can do the welding. Tom comes at one.”, 扫描请按五小时算。

hearing.py      which sentences may be such remarks; the rest is read first, and then they are heard
naming.py       the one task that some words name, and no other word among them
corrections.py  other times and numbers of people, and what is not to be done after all
doing.py        who does it, or alone can
ranking.py      what is more urgent than what
idle.py         those whom no task needs any longer
places.py       what comes first or last of all
presence.py     when somebody is there
unheard.py      what of that changed nothing, so that the user is told

A sentence of which any part is not understood is no remark: it is read with the rest, as a whole.
"""
