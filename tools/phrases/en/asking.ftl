# Asking and choosing (agent/queue.py, agent/guard.py).
turn-stopped = Stopped. Nothing was changed.
turn-interrupted = This message was not answered, because Whyflow was restarted meanwhile. Nothing was changed. Please ask again.
# What was left out of an order.
ask-what = I am not sure what you mean. Which task is it about, and what should be different? For example: “make welding 3 hours”, “drop the stock count”, “why is painting last?”
ask-tasks = Tell me the tasks first: what is to be done, how long each takes, how many people it needs, and what comes after what. You can also paste a table.
# What blocks planning: durations that nobody said (tools/telling/schedule.py, tools/wording/gaps.py).
ask-durations = { $count ->
    [one] **How long does { $names } take?** For example: “2 hours”.
   *[other] **How long do { $names } take?** One message will do: the times in this order (“2 hours, 30 minutes and a day”), one for all (“2 hours each”), or with names (“{ $first } 2 hours, the rest 30 minutes”).
}
which-gap = I still need the time of { $count } tasks: { $names }. Give as many times in this order, one for all (“2 hours each”), or each time with its task.
# `whyflow eval route` (ui/eval/route.py).
eval-row-route-right = right tool and arguments,
eval-row-route-wrongly = a tool called that should not be,
eval-row-answer = median of a whole answer of the chat
