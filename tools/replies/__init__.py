"""Answering customers, as machinery of the tool `draft_reply`: what they want (`intents.py`), which
template fits (`desk.py`), its blanks filled (`filling.py`), what must not change (`facts.py`)."""
