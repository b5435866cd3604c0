# 提问与选择（agent/queue.py、agent/guard.py）。
turn-stopped = 已停止，什么都没有改动。
