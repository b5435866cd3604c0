# Asking and choosing (agent/queue.py, agent/guard.py).
turn-stopped = Stopped. Nothing was changed.
