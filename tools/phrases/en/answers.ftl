# Answers. Every number in them comes from a plan or a certificate.
moment-start = at once
moment-later = after { $time }
moment-elapsed = { $minutes ->
    [0] the start
   *[other] { $time } after the start
}
moment-dated = { $weekday ->
    [0] Mon
    [1] Tue
    [2] Wed
    [3] Thu
    [4] Fri
    [5] Sat
   *[other] Sun
} { $date } { $time }
duration-minutes = { $minutes } min
duration-hours = { $hours } h
duration-both = { $hours } h { $minutes } min
list-and = { $first } and { $last }
list-comma = { ", " }
list-more = { $first } and { $count } more
resource-people = { $count ->
    [one] person
   *[other] people
}
goal-waiting = priority-weighted waiting
goal-makespan = time to the end of the last task
goal-tardiness = priority-weighted lateness

tasks-read = { $count ->
    [one] I read one task: { $names }.
   *[other] I read { $count } tasks: { $names }.
}

assumed-head = Not in your message, so I assumed (correct it in the table, or tell me):
assumed-name = { $names }: its name
assumed-duration = { $names }: takes { $value }
assumed-demand = { $names }: needs { $value } { $resource }
assumed-priority = { $names }: priority { $value }
assumed-capacity = { $value } { $resource } in all, as many as the largest task needs
assumed-deadline = no due times or deadlines: I cannot read those from a message yet; please enter them in the table
assumed-order = { $names }: I could not tell what it waits for, so it waits for nothing

planned = { $count ->
    [one] **One task is planned; it ends after { $end }.**
   *[other] **{ $count } tasks are planned; the last one ends after { $end }.**
}
proved-makespan = This is proved optimal: no plan ends earlier.
proved-value = This is proved optimal: no plan has less { $goal } (here { $value } priority-minutes).
unproved-makespan = It is not proved optimal: in the time allowed I could only show that no plan ends before { $bound }.
unproved-value = It is not proved optimal: its { $goal } is { $value } priority-minutes, and no plan can be below { $bound }.
table-head = | Task | Start | End |
table-row = | { $task } | { $start } | { $end } |

no-plan-deadlines = There is no plan that keeps all deadlines. The plan that misses least still misses:
no-plan-miss = **{ $task }** can end after { $end }, { $late } past its deadline of { $deadline }
no-plan = There is no plan that keeps all rules.
no-plan-in-time = I found no plan in the time allowed; give me more time or fewer tasks.

# Why there is no plan: what was said, as parts of a sentence about one task, and what would help.
conflict-head = These cannot all hold:
conflict-head-loose = These cannot all hold; there was no time to find out whether all of them are needed for that:
conflict-one = **{ $task }** { $clauses }
conflict-each = Each of { $tasks } { $clauses }
conflict-comma = { ", " }
conflict-and = { $first } and { $last }
conflict-duration = takes { $time }
conflict-duration-ways = takes at least { $time }
conflict-demand = needs { $amount } { $resource }
conflict-stock = uses up { $amount } of { $resource }
conflict-skill = needs { $amount } with the skill “{ $skill }”
conflict-release = may not start before { $time }
conflict-fixed = must start at { $time }
conflict-deadline = must finish by { $time }
conflict-finish-start = starts { $sign ->
    [later] at least { $lag } after { $task } ends
    [sooner] no sooner than { $lag } before { $task } ends
   *[none] after { $task } ends
}
conflict-start-start = starts { $sign ->
    [later] at least { $lag } after { $task } starts
    [sooner] no sooner than { $lag } before { $task } starts
   *[none] no sooner than { $task }
}
conflict-finish-finish = finishes { $sign ->
    [later] at least { $lag } after { $task } finishes
    [sooner] no sooner than { $lag } before { $task } finishes
   *[none] no sooner than { $task }
}
conflict-least = { $clause } ({ $time } at the earliest)
conflict-order = is to start no sooner than { $task }
conflict-apart = must not overlap { $task }
conflict-same-people = is done by the same people as { $task }
conflict-capacity = There { $amount ->
    [one] is only 1
   *[other] are only { $amount }
} { $resource }
conflict-supply = There is only { $amount } of { $resource }
conflict-absence = { $resource } is away from { $start } to { $end }
conflict-absence-some = { $amount } of { $resource } are away from { $start } to { $end }
conflict-calendar = { $resource } works by the calendar “{ $calendar }”
conflict-setups = { $resource } must be set up between tasks of different families
conflict-now = Nothing more can start before { $time }: that is now
conflict-rest = and { $count } more
conflict-more = Even without these there would be no plan: something else is contradictory as well.

repairs-head = { $count ->
    [one] This change would make a plan possible:
   *[other] Any one of these changes would make a plan possible, the smallest first:
}
repairs-none = No single change that I tried is enough.
repair-at-most = { $repair } (perhaps less is enough)
repair-deadline = move the deadline of **{ $task }** by { $time }, to { $after }
repair-deadlines = move { $count } deadlines: { $moves }
repair-deadlines-one = **{ $task }** by { $time }, to { $after }
repair-release = let **{ $task }** start { $time } sooner, from { $after } on
repair-fixed-later = start **{ $task }** { $time } later, at { $after }
repair-fixed-sooner = start **{ $task }** { $time } sooner, at { $after }
repair-capacity = add { $more } { $resource } ({ $after } in all)
repair-stock = get { $more } more of { $resource } ({ $after } in all)
repair-capacity-then = add { $more } { $resource } from { $start } to { $end }
repair-open = let whoever works by “{ $calendar }” work from { $start } to { $end } as well
repair-absence = call off the absence of { $resource } from { $start } to { $end }
repair-link = let **{ $task }** no longer wait for **{ $other }**
repair-apart = let **{ $task }** and **{ $other }** overlap
repair-same-people = let different people do **{ $task }** and **{ $other }**
repair-leave-out = leave out **{ $task }**

overall-head = The plan ends after { $end }, with **{ $task }**.
why-start = **{ $task }** starts at once, when the plan begins; it waits for nothing.
why-head = **{ $task }** starts after { $start }, because:
link-start = **{ $task }** starts at the beginning and ends after { $end }.
link-release = **{ $task }** may not start before { $start }.
link-predecessor = **{ $task }** must wait for { $blockers }, which { $count ->
    [one] ends
   *[other] end
} after { $start }.
link-resource = **{ $task }** needs { $demand } { $resource }, and just before { $start } only { $free } { $free ->
    [one] was
   *[other] were
} free, until { $blockers } ended.
link-choice = **{ $task }** could start earlier, but the plan gains nothing by it.

order-together = **{ $first }** and **{ $second }** start at the same moment ({ $start }); neither comes first.
order-reversed = In this plan it is the other way round: **{ $first }** comes before **{ $second }**.
order-facts = **{ $first }** starts { $start_first }, **{ $second }** { $start_second }.
order-rule = The other order is impossible: { $path }. You asked for that.
order-confirmed = Solving again with **{ $second }** first confirmed that no plan exists.
order-rule-link = { $later } must wait for { $earlier }
order-impossible = The other order is impossible: solving again with **{ $second }** no later than **{ $first }** found no plan.
order-without-rule = Without that rule:
order-foil = Solved again with **{ $second }** no later than **{ $first }**:
order-unknown = Solving again with the other order did not finish in the time allowed, so I cannot say what it would cost.

what-if-head = Solved again with { $changes }:
what-if-none = With { $changes } there is no plan.
what-if-unknown = With { $changes } I found no plan in the time allowed; there may be one.
what-if-possible = With { $changes } there is a plan; it ends after { $end }.
what-if-late = **{ $task }** would miss its deadline by { $late }
change-capacity = { $value } { $resource }
change-duration = “{ $task }” taking { $value }
change-priority = “{ $task }” at priority { $value }
change-drop = “{ $task }” left out
change-deadline = “{ $task }” finished by { $value }

end-same = It still ends after { $after }.
end-moves = It ends after { $after } instead of { $before }.
value-same = The { $goal } stays at { $after } priority-minutes.
value-better = The { $goal } falls from { $before } to { $after } priority-minutes.
value-worse = The { $goal } rises from { $before } to { $after } priority-minutes.
at-least = Not both plans are proved optimal; the true difference lies between { $least } and { $most }.
moves-none = No task moves.
moves-some = { $count ->
    [one] One task moves: { $moves }.
   *[other] { $count } tasks move: { $moves }.
}
move = { $task } { $before } → { $after }

found-head = From “{ $title }” [1]:
found-more = See also: { $titles }.
found-nothing = I found nothing about that in the knowledge base. Ask in other words, or add your documents with “whyflow index FOLDER”.
found-other-language = (The source is written in another language.)

abilities = I plan work and explain plans. You can:
    - **tell me tasks**: “Welding needs 10 people for 2 hours, priority 1; painting 5 people, 3 hours, after welding. 15 people in all.”
    - **ask why**: “Why is painting last?” or “What if we had 20 people?”
    - **ask how**: “How do we handle a damaged parcel?” or “How do I answer a customer who wants a refund?”
not-understood = I could not make sense of that. Please say it in other words.
message-empty = Your message is empty. Tell me tasks, or ask about the plan or a procedure.
message-too-long = Your message has { $count } characters; I can read up to { $limit } at once. Send it in parts, or upload a table of tasks.
llm-down = The language model does not answer ({ $why }). The plan and the table still work; please try again in a moment.
unexpected = Something went wrong on our side; nothing was lost. Please try again. If it happens again, give this reference: { $reference }
