# Follow-up messages that change the tasks
edited = Changed: { $changes }.
edit-undo = { $count ->
    [one] Undone. The plan is as it was before.
   *[other] { $count } changes undone. The plan is as it was before them.
}
edit-redo = { $count ->
    [one] Done again.
   *[other] { $count } changes done again.
}
edit-undo-fewer = { $count ->
    [one] There was only one to undo.
   *[other] There were only { $count } to undo.
}
edit-redo-fewer = { $count ->
    [one] There was only one to do again.
   *[other] There were only { $count } to do again.
}
edit-for-nothing = Changed and taken back at once: { $changes }. The plan is as it was before.
nothing-to-undo = There is nothing to undo.
nothing-to-redo = There is nothing to redo.
waits-not = “{ $task }” does not wait for “{ $other }”, so there is nothing to take away.
which-swap = Which two tasks should change places? The tasks are: { $known }.
which-edit = What should I change? For example: “{ $task } takes 3 hours”, “{ $task } needs two people”, “drop { $task }”, “add a final check, 20 minutes”, or “undo”.
whose-people = Who are these people: those that “{ $task }” needs, or all there are? For example: “{ $task } needs 2 people” or “we have 10 people in all”.
which-lag = Which task is to wait for which, and how long? For example: “{ $task } starts 30 minutes after { $other }”. If a task is to take that long: “{ $task } takes 30 minutes”.
change-wait-lag = “{ $task }” starting at least { $value } after “{ $other }” has ended
start-not-set = I can set at what time “{ $task }” starts, or before which time it must not: “{ $task } starts at 10:00”, “{ $task } can't start before 10:00”. That it has started already is entered in the table.
change-fixed = “{ $task }” starting exactly { $value }
no-clock-yet = The plan does not say on which day it starts, so a time on the clock means nothing in it yet. Enter the start of the plan beside the table, or say the limit as a time from the start, such as “within 4 hours”.
change-rename = “{ $task }” is called “{ $name }”
change-demand = “{ $task }” needing { $value } { $resource }
change-demand-none = “{ $task }” needing no { $resource }
change-wait = “{ $task }” waiting for “{ $other }”
change-wait-none = “{ $task }” not waiting for “{ $other }”
change-swap = “{ $task }” and “{ $other }” in each other's place
change-release = “{ $task }” not starting before { $value }
change-due = “{ $task }” due { $value }
change-release-none = “{ $task }” starting whenever it can
change-due-none = “{ $task }” without a due time
change-deadline-none = “{ $task }” without a deadline
no-such-limit = { $task ->
    [none] The plan
   *[other] “{ $task }”
} has no { $field ->
    [due] due time
    [release] earliest start
   *[deadline] deadline
} to take away.
which-corrected = Which task do you mean? Say it with its name. The tasks are: { $known }.
wait-until = Is “{ $task }” not to start before then, or to be finished by then? Say “{ $task } can't start before …” or “{ $task } must be done by …”.
