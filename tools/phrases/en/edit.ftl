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
alone-or-also = “{ $task }” needs { $count } people as it is. Is { $who } to do it alone, or to help? Say “{ $who } does { $task } alone” or “{ $who } also does { $task }”.
several-ways = “{ $task }” can be done in several ways. Who does it in each of them is set in the table.
does-not = { $who } does not do “{ $task }” now, so nobody can take that place.
not-done-by = { $who } does not do “{ $task }” as it is, so nothing changes.
who-instead = { $who } does “{ $task }” now. Who is to do it instead? Say “give { $task } to …”, or “drop { $task }” if nobody is to do it.
who-does-which = Who is to do which task? Say it one after the other, such as “{ $who } does { $task }. …”.
task-there = “{ $task }” is in the plan already. If one more is to be added, call it something else; if this one is to change, say “{ $task } takes 3 hours”.
name-taken = There is a task called “{ $name }” already, so “{ $task }” needs another name.
waits-already = “{ $task }” waits for “{ $other }” already.
hours-of-one = I can set everybody's working hours (“we work 8:00 to 16:00”), or say when { $who } is away (“{ $who } is away from 12:00 to 16:00”). Hours of { $who } alone are set in the table, as a calendar.
does-already = { $who } does “{ $task }” already.
has-no-skill = “{ $task }” needs the skill “{ $skill }”, which { $who } does not have.
no-such-person = The plan knows nobody called { $who }. { $known ->
    [none] It knows nobody by name.
   *[other] It knows: { $known }.
} Add people in the table of resources.
first-waits = “{ $task }” waits for “{ $other }”, so it cannot come first of all. Say before that “{ $task } no longer waits for { $other }”.
last-waited-for = “{ $other }” waits for “{ $task }”, so that cannot come last. Say before that “{ $other } no longer waits for { $task }”.
place-already = { $task } { $side ->
    [first] comes first already.
   *[last] comes last already.
}
overlap-already = Nothing keeps “{ $task }” and “{ $other }” apart: they run at the same time where people and machines allow it. If they are to start together, say “{ $task } and { $other } start at the same time”.
between-them = “{ $task }” waits for “{ $between }”, which waits for “{ $other }”, so the two cannot run at the same time. Say before that “{ $task } no longer waits for { $between }”.
done-already = “{ $task }” is marked as done already.
split-how = I can split “{ $task }” into equal parts that follow each other: “split { $task } in two”. For parts of their own length, or with other people, drop it and add them: “add painting inside, 1 hour”.
split-not = “{ $task }” has begun, may be left out, or can be done in several ways, so I cannot split it.
split-short = “{ $task }” is too short for { $parts } parts of a minute or more.
which-new = Which { $count } tasks, and how long does each take? For example: “add cleaning 20 minutes and testing 30 minutes”.
change-assign = “{ $task }” with { $who } on it
change-assign-alone = “{ $task }” done by { $who } alone
change-assign-instead = “{ $task }” done by { $who } instead of { $instead }
change-together = “{ $task }” starting at the same time as “{ $other }”
change-overlap = “{ $task }” and “{ $other }” free to run at the same time
change-finish = “{ $task }” done, as of { $value }
change-split = “{ $task }” in { $parts } equal parts, from “{ $first }” to “{ $last }”
start-hour = At what time is the plan to start? For example: “start tomorrow at 9”.
start-begun = Work has begun, so the start of the plan is a fact and cannot be moved.
start-too-late = “{ $task }” has a time that lies before that start. Change that time first.
hours-of-nobody = No task of the plan needs people, so working hours would bind nobody. Say first how many people the tasks need.
which-calendar = People work by several calendars: { $known }. Change them in the table.
which-edit-of = I see that this is about “{ $task }”, but not what is to change: “{ $words }”. I can change how long it takes, who and how many do it, its priority, its place, what it waits for and its times, or drop it.
edit-unread = I did not understand { $words }; that changed nothing.
edit-person-unread = I did not understand what { $who } has to do with it; if { $who } is to do a task, say “{ $who } does { $task }”.
edit-quoted = “{ $words }”
change-start = the plan starting { $value }
change-hours = everybody working { $hours } on { $days }
hours-unclear = I could not read all of these hours. Write them by the 24-hour clock: “we work 8:00 to 12:00 and 13:00 to 17:00”.
