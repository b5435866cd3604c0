# Answers. Every number in them comes from a plan or a certificate.
moment-start = at once
moment-beginning = at the beginning
moment-later = after { $time }
moment-instead = after { $time }
moment-elapsed = { $minutes ->
    [0] the start
   *[other] { $time } after the start
}
moment-before = { $time } before the start
moment-dated = { $day }, { $time }
month-1 = Jan
month-2 = Feb
month-3 = Mar
month-4 = Apr
month-5 = May
month-6 = Jun
month-7 = Jul
month-8 = Aug
month-9 = Sep
month-10 = Oct
month-11 = Nov
month-12 = Dec
moment-weekday = { $weekday ->
    [0] Mon
    [1] Tue
    [2] Wed
    [3] Thu
    [4] Fri
    [5] Sat
   *[other] Sun
}
moment-date = { $day } { $month }{ $year ->
    [none] { "" }
   *[other] { " " }{ $year }
}
moment-day = { moment-weekday } { moment-date }
moment-at = { $dated ->
    [yes] on { $time }
   *[no] at { $time }
}
moment-between = between { $begin } and { $end }
end-of-day = the end of { $day }
duration-minutes = { $minutes } min
duration-hours = { $hours } h
duration-both = { $hours } h { $minutes } min
list-and = { $first } and { $last }
list-comma = { ", " }
clauses-comma = { ", " }
clauses-and = { $first }, and { $last }
list-open = { $names } ...
list-more = { $first } and { $count } more
resource-people = { $count ->
    [one] person
   *[other] people
}
goal-waiting = priority-weighted waiting
goal-makespan = time to the end of the last task
goal-tardiness = priority-weighted lateness
goal-completion = priority-weighted completion
goal-people = number of people
goal-cost = cost
goal-balance = load of whoever is busiest
goal-value = loss through tasks left out
goal-moves = change from the plan before
goal-weighed = { $goal } (with the moves counted in)
amount-waiting = { $value } priority-minutes
amount-tardiness = { $value } priority-minutes
amount-completion = { $value } priority-minutes
amount-people = { $value } { $value ->
    [one] person
   *[other] people
}
amount-cost = { $money }
amount-value = { $value }
amount-moves = { $value } points (480 for each move, 1 for each minute)

tasks-read = { $count ->
    [one] I read one task: { $names }.
   *[other] I read { $count } tasks: { $names }.
}

ranges = Of a range the upper end counts: { $ranges }.
range-upper = “{ $task }” is planned with { $value } (“{ $words }”)
times-limits = Where only a limit was said, it is planned with that: { $times }.
times-days = A day counts as 8 hours, a week as 5 days: { $times }.
ranks = P1 is taken as the most urgent, and P5 as the least: { $ranks }.
rank-weight = “{ $task }” has priority { $value } (“{ $words }”)
hours-read = Everybody works { $times }{ $days }.
hours-span = from { $start } to { $end }
hours-days = , { $first } to { $last }
hours-7 = { " " }every day
assumed-head = Not in your message, so I assumed (correct it in the table, or tell me):
assumed-name = { $names }: its name
assumed-duration = { $names }: takes { $value }
assumed-demand = { $names }: needs { $value } { $resource }
assumed-priority = { $names }: priority { $value }
assumed-capacity = { $value } { $resource } in all, as many as the largest task needs
assumed-deadline = { $names ->
    [none] no due times or deadlines
   *[other] { $names }: no due time or deadline
}: I could not read the one in your message; please say it again, such as “by Friday 15:00”, or enter it in the table
assumed-release = { $names }: nobody said from which hour on it may start, so no sooner than { $value }
assumed-due = { $names }: nobody said when the time that is promised begins to count, so it counts from when the case comes into this plan; { $value ->
    [clock] a working day is 24 hours here, as the plan has no working hours
   *[hours] a working day ends with the plan’s working hours
}
assumed-days = everybody works Monday to Friday
assumed-order = { $names }: { $value ->
    [none] I could not tell what it waits for, so it waits for nothing
   *[some] I was not sure what it waits for, and took { $value }
}

planned = { $count ->
    [0] **No task is planned: all of them may be left out, and are.**
    [one] **One task is planned; it ends { $end }.**
   *[other] **{ $count } tasks are planned; the last one ends { $end }.**
}
planned-first = First come { $names }; the chart and the table show all of them in order.
proved-makespan = This is proved optimal: no plan ends earlier.
proved-value = This is proved optimal: no plan has lower { $goal } (here { $value }).
first-proved-makespan = It is proved that no plan ends earlier, but not that the goals after that could not be better.
first-proved-value = It is proved that no plan has lower { $goal } (here { $value }), but not that the goals after that could not be better.
unproved-makespan = It is not proved optimal: in the time allowed I could only show that no plan ends before { $bound }.
unbounded-makespan = It is not proved optimal, and how much earlier a plan could end is not known.
unproved-value = It is not proved optimal: its { $goal } is { $value }, and no plan can be below { $bound }.
unbounded-value = It is not proved optimal: its { $goal } is { $value }, and how much lower it could be is not known.
proved-weighed = With the moves counted in, this is proved optimal: a plan with lower { $goal } (here { $value }) would lose at least as much by moving more.
first-proved-weighed = It is proved that a plan with lower { $goal } (here { $value }) would lose at least as much by moving more, but not that the goals after that could not be better.
unproved-weighed = It is not proved optimal: its { $goal } is { $value }, and no plan that moves no more can be below { $bound }.
unproved-moves = It is not proved optimal: no plan that moves no more has lower { $goal } (here { $value }), but one that is as good may move less.
hollow-people = No resource is marked as people, so there is nobody to count: say which of them are people.
hollow-balance = No resource is marked as people, so there is no work to share evenly: say which of them are people.
hollow-cost = Nothing has a price, so every plan costs the same: say what an hour of a resource costs.
then-values = Among such plans: { $values }.
then-values-weighed = Among such plans, with the moves counted in: { $values }.
then-value = { $goal } { $value }
dropped = { $count ->
    [one] { $names } was in the plan before and is left out now.
   *[other] { $names } were in the plan before and are left out now.
}
runs-late = **{ $task }** runs already and ends { $end }, { $late } past its deadline of { $deadline }. No plan can change that.
runs-without = **{ $task }** runs already and is taken to go on until it ends { $end }, though { $names } is away or closed for some of that time. If it has stopped, say when it ended, or that it may pause.
begun = { $count ->
    [one] As the plan before says, one task counts as begun: { $names }. If it has not, enter a later start for it.
   *[other] As the plan before says, { $count } tasks count as begun: { $names }. For what has not, enter a later start.
}
left-out = { $count ->
    [one] Left out: { $names } (worth { $value }).
   *[other] Left out: { $names } (worth { $value } in all).
}
table-head = | Task | Start | End |
table-head-people = | Task | Start | End | Who |
table-head-means = | Task | Start | End | Who, with what |
table-row = | { $task } | { $start } | { $end } |
table-row-people = | { $task } | { $start } | { $end } | { $people } |

no-plan-deadlines = There is no plan that keeps all deadlines. The plan that misses least still misses:
no-plan-miss = **{ $task }** can end { $end }, { $late } past its deadline of { $deadline }
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
conflict-some-ways = { $clause } in some ways of doing it
conflict-latest = is to start by { $time }
conflict-release = may not start before { $time }
conflict-fixed = must start { $moment }
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
conflict-started = **{ $task }** has started already, at { $time }
conflict-now = Nothing more can start before { $time }: that is now
conflict-rest = and { $count } more
conflict-also = Besides, these cannot all hold either:
conflict-more = Even without these there would be no plan: something else is contradictory as well.

repairs-head = { $count ->
    [one] This change would make a plan possible:
   *[other] Any one of these changes would make a plan possible, the smallest first:
}
repairs-head-both = { $count ->
    [one] No single change that I tried is enough; these two together would make a plan possible:
   *[other] No single change that I tried is enough; any one of these pairs would make a plan possible, the smallest first:
}
repairs-head-part = { $count ->
    [one] This change would mend this contradiction; the other one needs a change of its own:
   *[other] Any one of these changes would mend this contradiction, the smallest first; the other one needs a change of its own:
}
repairs-none = No single change that I tried is enough, nor two together.
repair-at-most = { $repair } (perhaps less is enough)
repair-deadline = move the deadline of **{ $task }** by { $time }, to { $after }
repair-deadlines = move { $count } deadlines: { $moves }
repair-deadlines-one = **{ $task }** by { $time }, to { $after }
repair-release = let **{ $task }** start { $time } sooner, from { $after } on
repair-fixed-later = start **{ $task }** { $time } later, { $after }
repair-fixed-sooner = start **{ $task }** { $time } sooner, { $after }
repair-capacity = add { $more } { $resource } ({ $after } in all)
repair-stock = get { $more } more of { $resource } ({ $after } in all)
repair-capacity-then = add { $more } { $resource } { $spans }
repair-person = { $count ->
    [one] find one more person
   *[other] find { $count } more people
} with the skill “{ $skill }”
repair-unit = get { $count ->
    [one] one more
   *[other] { $count } more
} with the skill “{ $skill }”
repair-open = let whoever works by “{ $calendar }” work { $spans } as well
repair-absence = call off the absence of { $resource } { $spans }
repair-link = let **{ $task }** no longer wait for **{ $other }**
repair-apart = let **{ $task }** and **{ $other }** overlap
repair-same-people = let different people do **{ $task }** and **{ $other }**
repair-leave-out = leave out **{ $task }**
repair-span = from { $start } to { $end }
repair-both = { $first }, and { $second }

plan-changed-since = The plan has been changed since you asked. This answer is about the plan as you saw it.
slack = It could start up to { $time } later without anything else moving or the plan ending later.
slack-on-time = More than { $time } later, it would be late.
slack-due = But then it would be late: it ends just when it is due.
slack-later = But it is late already, and would be later still.
slack-none = It cannot start any later without something else moving or the plan ending later.
overall-head = The plan ends { $end }, with **{ $task }**.
floor-chain = { $count ->
    [1] { $tasks } alone takes at least { $time },
   *[other] { $tasks }: one after the other, with the waits between them, they take at least { $time },
}
floor-resource = { $units ->
    [1] { $people ->
        [yes] One person has { $work } of work,
       *[other] There is { $work } of work for { $resource },
    }
   *[other] { $people ->
        [yes] There is { $work } of work for { $units } people, at least { $time } for each,
       *[other] There is { $work } of work for { $resource }, at least { $time } when shared by { $units },
    }
}
floor-reached = and the plan takes { $time }: no plan can be shorter.
floor-more = and the plan takes { $time }.
floor-chain-ends = { $count ->
    [1] { $tasks } alone
   *[other] { $tasks }: one after the other
}{ $later ->
    [yes] , begun { $since } at the earliest
   *[no] {""}
}{ $closed ->
    [yes] , within working hours
   *[no] {""}
}, cannot end before { $end },
floor-resource-ends = There is { $work } of work for { $people ->
    [yes] { $units ->
        [1] one person
       *[other] { $units } people
    }
   *[other] { $resource }{ $units ->
        [1] {""}
       *[other] {" "}(shared by { $units })
    }
}{ $later ->
    [yes] , begun { $since } at the earliest
   *[no] {""}
}{ $closed ->
    [yes] , within working hours
   *[no] {""}
}; it cannot end before { $end },
floor-whole = { $least } { $plan }
end-reached = and that is when the plan ends: no plan can end sooner.
end-more = and the plan ends { $end }.
end-proved = Solving for nothing but an early end has ruled out every plan that ends sooner.
end-found = Solving for nothing but an early end found no sooner one; proved is that no plan ends before { $least }.
end-proved-sooner = With nothing in mind but an early end, a plan can end { $soonest }, and none sooner{ $first ->
    [makespan] .
   *[other] ; this one makes { $goal } small first.
}
end-found-sooner = With nothing in mind but an early end, I found a plan that ends { $soonest }; proved is that none ends before { $least }. { $first ->
    [makespan] {""}
   *[other] This one makes { $goal } small first.
}
why-start = **{ $task }** starts at once, when the plan begins; it waits for nothing.
why-head = **{ $task }** starts { $start }, because:
link-start = **{ $task }** starts at the beginning and ends { $end }.
link-fact = **{ $task }** has started already, { $since }.
link-fixed = **{ $task }** is fixed to start { $since }.
link-release = **{ $task }** may not start before { $start }.
link-now = **{ $task }** cannot start before { $start }: that is now.
link-finish-start = { $sign ->
    [later] **{ $task }** must wait until { $lag } after { $blockers } { $count ->
        [one] ends
       *[other] end
    }; it may start { $since }.
    [sooner] **{ $task }** may start no sooner than { $lag } before { $blockers } { $count ->
        [one] ends
       *[other] end
    }, that is { $since }.
   *[none] **{ $task }** must wait for { $blockers }, which { $count ->
        [one] ends
       *[other] end
    } { $since }.
}
link-start-start = { $sign ->
    [later] **{ $task }** must wait until { $lag } after { $blockers } { $count ->
        [one] starts
       *[other] start
    }; it may start { $since }.
    [sooner] **{ $task }** may start no sooner than { $lag } before { $blockers } { $count ->
        [one] starts
       *[other] start
    }, that is { $since }.
   *[none] **{ $task }** may start no sooner than { $blockers }, that is { $since }.
}
link-finish-finish = { $sign ->
    [later] **{ $task }** may finish no sooner than { $lag } after { $blockers }, that is { $since }.
    [sooner] **{ $task }** may finish no sooner than { $lag } before { $blockers }, that is { $since }.
   *[none] **{ $task }** may finish no sooner than { $blockers }, that is { $since }.
}
link-closed = **{ $task }** cannot start sooner: { $resource } { $people ->
    [yes] are
   *[no] is
} not available from { $from } to { $start }.
link-away = **{ $task }** needs { $demand } { $resource }, and from { $from } to { $start } there { $there ->
    [one] is
   *[other] are
} only { $there }.
link-latest-piece = { $closed } It takes { $piece } in one piece, so to be done before that it would have to start by { $latest }.
link-latest = { $closed } Before that, it would have to start by { $latest }.
link-left = { $closed } It takes { $piece } in one piece, and the longest stretch before that is { $left }.
link-resource = **{ $task }** needs { $demand } { $resource }, and just before { $start } { $free ->
    [0] none was
    [one] only { $free } was
   *[other] only { $free } were
} free, until { $blockers } ended.
link-resource-held = **{ $task }** needs { $demand } { $resource }, and just before { $start } { $free ->
    [0] none was
    [one] only { $free } was
   *[other] only { $free } were
} free: { $there } { $there ->
    [one] was
   *[other] were
} there, and { $blockers } held { $free ->
    [0] all of it
   *[other] the rest
}.
link-resource-person = **{ $task }** is done by { $resource }, and just before { $start } { $free ->
    [0] none of them was
   *[other] only { $free } of { $demand } were
} free, until { $blockers } ended.
link-setup = **{ $task }** cannot start sooner: between **{ $one }** and **{ $two }**, { $resource } has to be set up from { $before } to { $after }, which takes { $minutes }.
link-apart = **{ $task }** must not overlap { $blockers }, which it would if it started sooner.
link-skill = **{ $task }** needs { $demand } who can do { $skills }. Started sooner, it would find { $free ->
    [0] nobody
   *[other] only { $free }
} free: { $who }.
link-mates = **{ $task }** is done by the same people as **{ $mate }**, and not all of them would be free if it started sooner: { $who }.
link-busy = { $name } is busy with **{ $other }**
link-absent = { $name } is not available
link-kept = **{ $task }** could start { $tried } already, but planning again was to move little, so it stays where it was.
link-choice = **{ $task }** could start { $tried } already, but the plan gains nothing by it.
link-choice-worse = **{ $task }** could start { $tried } already, but then the { $goal } would be larger.
link-choice-better = **{ $task }** could start { $tried } already, and the { $goal } would even be smaller: a better plan than this one is possible.
link-choice-others = **{ $task }** could start { $tried } already if others did it; this plan does it otherwise.
link-choice-free = **{ $task }** could start { $tried } already: no rule forbids it, with everything else as it is.

question-why = Why does “{ $task }” start when it does?
question-earlier = Why does “{ $task }” not start sooner, { $start }?
question-who = Why is “{ $task }” done by { $who }?
question-instead = Why is “{ $task }” not done by { $who }?
question-what-if = What would it be like with { $changes }?
question-first = What would it take to have “{ $task }” before “{ $other }”?
question-in-time = What would it take to have “{ $task }” done by { $limit }?
question-order = Why does “{ $task }” not come before “{ $other }”?
order-together = **{ $first }** and **{ $second }** start at the same moment ({ $start }); neither comes first.
order-reversed = In this plan it is the other way round: **{ $first }** comes before **{ $second }**.
order-already = **{ $first }** comes before **{ $second }** already.
order-facts = **{ $first }** starts { $start_first }, **{ $second }** { $start_second }.
order-rule = The other order is impossible: { $path }. You asked for that.
order-confirmed = Solving again with **{ $second }** first confirmed that no plan exists.
order-rule-link = { $later } must wait for { $earlier }
order-asked = { $ahead ->
    [yes] **{ $second }** before everything else that has not begun
   *[no] **{ $second }** no later than **{ $first }**
}
order-impossible = The other order is impossible: solving again with { order-asked } found no plan.
order-without-rule = Without the { $count ->
    [one] rule
   *[other] rules
} that { $rules }, solved again with { order-asked }:
order-even-without = Even without the { $count ->
    [one] rule
   *[other] rules
} that { $rules }, solving again with { order-asked } found no plan.
order-foil = Solved again with { order-asked }:
order-because = That is why **{ $first }** comes first: the other way, the { $goal } would be larger by at least { $amount }.
order-unknown = Solving again with the other order did not finish in the time allowed, so I cannot say what it would cost.

what-if-head = Solved again with { $changes }:
what-if-unread = I did not understand { $words }; the answer is without it.
what-if-same-times = { $count ->
    [one] { $tasks } is taken to last as long as before; say how long it takes with so many, if that is different.
   *[other] { $tasks } are taken to last as long as before; say how long they take with so many, if that is different.
}
what-if-already = Nothing would change: the plan already has { $changes }.
what-if-none = With { $changes } there is no plan.
what-if-unknown = With { $changes } I found no plan in the time allowed; there may be one.
what-if-possible = With { $changes } there is a plan; it ends { $end }.
change-capacity = { $value } { $resource }
change-duration = “{ $task }” taking { $value }
change-priority = “{ $task }” at priority { $value }
change-pace-longer = everything that has not begun taking { $percent } % longer
change-pace-shorter = everything that has not begun taking { $percent } % less time
change-drop = “{ $task }” left out
change-units = { $count } { $resource }
change-away = { $resource } not available from { $start } to { $end }
change-away-always = { $resource } not available
change-away-from = { $resource } not available from { $start } on
change-add = “{ $task }” added ({ $value })
change-add-needs = { $count } { $resource }
change-add-after = after { $tasks }
change-deadline = “{ $task }” finished by { $value }

not-then-already = **{ $task }** starts { $start }, so it is there already.
not-then-foil = **{ $task }** starts { $start }. Solved again with its start { $asked }:
not-then-release = **{ $task }** starts { $start }; you asked that it not start before { $lifted }. Without that wish, solved again with its start { $asked }:
not-then-fixed = **{ $task }** starts { $start }, as you fixed it. Without that wish, solved again with its start { $asked }:
not-then-impossible = **{ $task }** starts { $start }. A start { $asked } is impossible.
not-then-unknown = **{ $task }** starts { $start }. Solving again with its start { $asked } did not finish in the time allowed, so I cannot say what it would cost.

first-by-already = **{ $task }** already starts no later than **{ $other }**.
first-by-equal = At its present priority, { $now }, a plan with **{ $task }** no later than **{ $other }** is as good as the one there is.
first-by-needed = With priority { $needed } instead of { $now }, a plan with **{ $task }** no later than **{ $other }** is as good as any that I found.
first-by-proved = Priority { $less } is proved not to be enough.
first-by-unproved = I could not prove that { $less } is not enough.
first-by-rule = No priority puts **{ $task }** before **{ $other }**: { $path }. You asked for that.
first-by-impossible = No priority puts **{ $task }** before **{ $other }**, because no plan at all can have it there.
first-by-never = A priority will not do it: at { $highest }, the highest, every best plan still has **{ $other }** before **{ $task }**.
first-by-untried = In the time allowed I found no plan with **{ $task }** no later than **{ $other }** that is as good as the others. I tried no priority above { $tried }; the highest is { $highest }.
first-by-unknown = I found no priority up to { $highest } that puts **{ $task }** before **{ $other }** in the time allowed; there may be one.

in-time-already = { $whole ->
    [yes] The plan
   *[other] **{ $task }**
} ends { $end }, which is in time already ({ $limit }).
in-time-order = { $whole ->
    [yes] To be in time
   *[other] For **{ $task }** to be in time
} ({ $limit }), another plan of the same tasks is enough; nobody and nothing more is needed.
in-time-late = { $whole ->
    [yes] The plan
   *[other] **{ $task }**
} ends { $end }; the aim is { $limit }.
in-time-soonest = With what there is, { $whole ->
    [yes] the plan
   *[other] **{ $task }**
} cannot end before { $soonest }; that is proved.
in-time-soonest-found = With what there is, the earliest end that I found is { $soonest }.
in-time-moved = The aim would have to move by at least { $time }.
in-time-moved-found = With that plan, the aim would have to move by { $time }.
in-time-conflict = More of any one resource is not enough, as far as I found.
in-time-enough = Each of these alone would be enough:
in-time-nothing = More of any one resource is not enough, as far as I found: what must wait for something else takes too long, or several resources are short.
enough = { $needed } { $resource } instead of { $now }: { $whole ->
    [yes] everything
   *[other] **{ $task }**
} ends { $end }.
enough-proved = One fewer is proved not to be enough.
enough-unproved = I could not prove that one fewer is not enough.

who-crew = **{ $task }** needs the { $number ->
    [one] skill
   *[other] skills
} { $skills }. { $names } { $count ->
    [one] does
   *[other] do
} it, from { $start } to { $end }.
who-named = **{ $task }** is done by { $names }, because that is whom you asked for; nobody else is thought of.
who-nobody = **{ $task }** asks for nobody in particular: no skill, and no person by name.
who-left-out = With { $asked } doing it, it would rather be left out.
who-unable = { $asked } cannot do it: { $asked } does not have the { $number ->
    [one] skill
   *[other] skills
} { $skills }.
who-busy = At that time { $busy }.
who-free = { $names } { $count ->
    [one] has the skill too and is
   *[other] have the skill too and are
} free then.
who-only = Nobody else has the { $number ->
    [one] skill
   *[other] skills
} { $skills }.
who-foil = Solved again with { $asked } doing it:
who-impossible = With { $asked } doing it there is no plan that keeps all the rules.
who-unknown = Solving again with { $asked } did not finish in the time allowed, so I cannot say what it would cost.

together-already = They are done at the same time: **{ $first }** and **{ $second }** overlap from { $begin } to { $both }.
together-facts = **{ $first }** ends { $end }; **{ $second }** starts { $later }.
together-rule = They cannot start at the same moment: { $path }. You asked for that.
together-apart = They cannot be done at once: you said that they must not overlap.
together-short = Both together need { $demand } { $resource }; there { $there ->
    [one] is
   *[other] are
} only { $there }.
together-left-out = If both had to start at the same moment, one of them would rather be left out.
together-confirmed = So no plan has both start at the same moment.
together-impossible = Solving again with both starting at the same moment found that no plan exists.
together-foil = Solved again with both starting at the same moment:
together-unknown = Solving again with both starting at the same moment did not finish in the time allowed, so I cannot say what it would cost.

helps-head = What helps most is { $change }: the { $goal } falls from { $before } to { $after }. I solved again with one small change at a time.
helps-nothing = I tried { $count } small changes, one at a time, and found no better plan with any of them.
helps-no-time = { $count ->
    [one] There is one small change to try, but there was no time for it. Ask once more.
   *[other] There are { $count } small changes to try, but there was no time for any of them. Ask once more.
}
helps-untried = { $count ->
    [one] One more change was not tried.
   *[other] { $count } more changes were not tried.
}
helps-head-end = What helps most is { $change }: everything ends { $end_after } instead of { $end_before }, and the { $goal } stays at { $after }. I solved again with one small change at a time.
helps-at-most = at most { $amount }
helps-at-least = at least { $amount }
helps-unproved = Where it says “at most”, the plan is not proved the best: the change may gain more.
helps-base-unproved = The plan without any change is not proved the best either, so part of a gain may be had without the change.
helps-nothing-unproved = Not all of the plans with these changes are proved the best, so one of them may help all the same.
helps-vain = Alone, this gains nothing: { $changes }.
helps-now = nothing changed
helps-columns = | Change | { $goal } | End |
change-open-day = “{ $calendar }” also open on { moment-weekday }
change-shift = the shifts of “{ $calendar }” lasting { $value } longer

changed-edits = Since the plan before: { $edits }.
changed-nothing = Since the plan before nothing was said differently.
changed-most = What moved most is **{ $task }**.
edit-added = “{ $name }” was added
edit-removed = “{ $name }” was taken out
edit-duration = “{ $name }” takes { $after } instead of { $before }
edit-priority = “{ $name }” has priority { $after } instead of { $before }
edit-release = “{ $name }” may start from { $after } on
edit-due = “{ $name }” is due { $after ->
    [none] no longer
   *[other] by { $after }
}
edit-deadline = “{ $name }” must be finished { $after ->
    [none] by no special time
   *[other] by { $after }
}
edit-fixed = “{ $name }” starts { $after ->
    [none] at no fixed time
   *[other] { $after }
}
edit-other = “{ $name }” needs or waits for something else
edit-capacity = there are { $after } { $name } instead of { $before }
edit-resource = “{ $name }” has other skills, hours or absences
edit-calendars = the working hours are others
edit-goals = the goal is another one
edit-now = the time now is { $after }
end-same = It still ends { $after }.
end-moves = It ends { $after } instead of { $before }.
value-same = The { $goal } stays at { $after }.
value-better = The { $goal } falls from { $before } to { $after }.
value-worse = The { $goal } rises from { $before } to { $after }.
at-least = The two plans are not both proved optimal; the true difference in { $goal } lies between { $least } and { $most }.
difference-more = { $amount } more
difference-less = { $amount } less
verdict-equal = That would be just as good; you can take that plan instead.
verdict-better = That would be better; you can take that plan instead.
moves-none = No task moves.
moves-some = { $count ->
    [one] One task moves: { $moves }.
   *[other] { $count } tasks move: { $moves }.
}
moves-others = { $count ->
    [one] One task is done by others: { $moves }.
   *[other] { $count } tasks are done by others: { $moves }.
}
moved-some = { $count ->
    [one] One task moved: { $moves }.
   *[other] { $count } tasks moved: { $moves }.
}
moved-others = { $count ->
    [one] One task is done by others now: { $moves }.
   *[other] { $count } tasks are done by others now: { $moves }.
}
compare-columns = | Task | Before | After |
compare-end = end of the plan
move = { $task } { $before } → { $after }
move-others = { $move } (by others)
comparison-dropped = Then { $tasks } would be left out.
comparison-added = Then { $tasks } would be done as well.

found-head = From “{ $title }” [1]:
found-more = See also: { $titles }.
found-nothing = I found nothing about that in the knowledge base. Ask in other words, or add your documents with “whyflow index FOLDER”.
found-which = Which rule do you mean? Say what it is about, such as “What did the rule about refunds say in May?”.
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
