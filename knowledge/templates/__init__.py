"""Reply templates: what they are (`record.py`), how blanks are written (`slots.py`), how files are
read (`reading.py`), and where a house keeps its own (`store.py`, `tables.py`)."""
