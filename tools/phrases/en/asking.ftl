# Asking and choosing (agent/queue.py, agent/guard.py).
turn-stopped = Stopped. Nothing was changed.
turn-interrupted = This message was not answered, because Whyflow was restarted meanwhile. Nothing was changed. Please ask again.
# What was left out of an order.
ask-what = I am not sure what you mean. Which task is it about, and what should be different? For example: “make welding 3 hours”, “drop the stock count”, “why is painting last?”
ask-tasks = Tell me the tasks first: what is to be done, how long each takes, how many people it needs, and what comes after what. You can also paste a table.
# `whyflow eval route` (ui/eval/route.py).
eval-row-route-right = right tool and arguments,
eval-row-route-wrongly = a tool called that should not be,
eval-row-route-seconds = median of a choice,
eval-row-answer = median of a whole answer of the chat
