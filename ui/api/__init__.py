"""For programs: REST under `/api/v1`, with keys of their own, and the same tools over MCP.

`keys.py` who a program is, `shapes.py` what it sends and gets, `plans.py`, `texts.py`, `talks.py`
what it may ask for, `errors.py` how it is told no, `app.py` all of it together.
"""
