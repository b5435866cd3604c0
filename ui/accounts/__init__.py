"""Accounts: who is asking, how they prove it, and what they may open.

`users.py` and `sessions.py` keep it in one SQLite file, `identify.py` finds the person of a
request, `rules.py` says who may open what, `gate.py` holds every request to it; the rest are its
few pages.
"""
