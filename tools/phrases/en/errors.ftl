# What cannot be planned as asked: what is wrong, with the value, and what would be right.
no-tasks = There is nothing to plan: give at least one task with a name and a duration.
too-many-tasks = { $count } tasks are too many at once; I can plan up to { $limit }.
double-task = Two tasks are called “{ $name }”; give each its own name.
double-resource = Two resources are called “{ $name }”; give each its own name.
bad-field = { $place } is { $value }: { $rule }.
not-a-choice = { $place } is { $value }; it must be one of { $known }.
not-an-object = { $place } is { $value }; it must be an object with the fields that `whyflow plan --schema` lists.
not-a-list = { $place } is { $value }; it must be a list.
not-text = { $place } is { $value }; it must be text in quotes.
not-a-flag = { $place } is { $value }; it must be true or false.
missing-field = { $place } is missing.
unknown-field = { $place } is { $value }, but there is no such field; take it away.
not-whole = { $place } is { $value }; it must be a whole number.
bad-name = { $value } is not a name: a name has 1 to { $limit } characters.
bad-demand = “{ $task }” asks for { $value } of “{ $resource }”; it must ask for 1 to { $limit }.
bad-capacity = { $everybody ->
    [yes] The number of people
   *[other] The number of “{ $resource }”
} would be { $value }; it must lie between 1 and { $limit }.
bad-duration = “{ $task }” would take { $value } { $unit ->
    [hours] hours
   *[minutes] minutes
}; a task takes at least 1 minute and at most a year.
bad-priority = “{ $task }” has priority { $value }; a priority is a whole number from 1 to { $limit }, larger is more urgent.
bad-minute = The { $field } of “{ $task }” is minute { $value }; it must lie between 0 and ten years from the start; only what is due may lie before it.
waits-for-itself = “{ $task }” waits for itself; it can only wait for other tasks.
unknown-task = There is no task called “{ $task }” in the plan. The tasks are: { $known }.
unknown-predecessor = “{ $task }” waits for “{ $after }”, which is not one of the tasks: { $known }.
unknown-resource = “{ $task }” needs “{ $resource }”, but nothing says how many there are; add it to the resources.
demand-above-capacity = “{ $task }” needs { $demand } { $everybody ->
    [yes] people
   *[other] of “{ $resource }”
}, but there are only { $capacity }. Raise the number there are, or lower what the task needs.
cycle = These tasks wait for each other in a circle, so none can be placed before the others: { $tasks }. Take one of these links away, or say it in one direction only.
cycle-adds-up = These tasks wait for each other in a circle: { $tasks }. Lags and durations once round add up to { $minutes } min, so each would have to be that much later than itself; a circle is possible only if they add up to no more than zero. Take one of these links away, or make its lag smaller.
bad-time-limit = A time limit of { $value } s is not possible; choose between 0.05 and 3600 s.
no-plan-yet = There is no plan yet. Tell me the tasks first: what is to be done, how long it takes, how many people it needs.
no-clock-asked = The plan does not say when it starts, so a time on the clock or a date means nothing in it yet. Tell me when work starts (“we start on Monday at 8:00”), or ask with a time from the start, such as “within 4 hours”.
no-clock-asked-of = The plan takes { $hours } h from its start, but does not say when that is, so a time on the clock or a date means nothing in it yet. Tell me when work starts (“we start on Monday at 8:00”), or ask with a time from the start: “what would it take to finish within 4 hours?”
which-task = Which task do you mean? The tasks are: { $known }.
which-change = What should be different? You can change the number of people, a duration, a priority or a deadline, or leave a task out. For example: “what if we had 20 people?”
why-so-many = I cannot say why so many are at work at one moment. I can say why a task starts when it does (“why is painting at 10:00?”), who does it, and what would be different with more or fewer: “what if we had 5 people?”
why-idle = Why “{ $resource }” has nothing to do at some time is nothing I can compute. { $tasks ->
    [none] No task asks for it.
   *[other] Ask why one of the tasks that could keep it busy does not start sooner: { $tasks }.
}
task-has-started = “{ $task }” has started already, so it cannot start at another time.
before-the-plan = That is before the plan begins, so “{ $task }” cannot start then.
away-before-start = That is before the plan begins, so it changes nothing whether “{ $resource }” is there.
end-before-start = That time has passed already in this plan, so nothing more can be done by then.
same-task = That names only one task, “{ $task }”. To compare an order I need two different tasks.
no-tasks-read = I could not find a task in that message. Name each task with its duration, for example: “Packing takes 2 hours, 3 people; delivery 1 hour after packing.”
file-missing = { $file } does not exist or cannot be read.
file-kind = { $file } is not a file I can read; give a .json, .csv, .xlsx, .docx, .pdf, .eml, .txt or .md file.
file-corrupt = { $file } cannot be read: it is damaged, or it is not what its name says. Check that it opens in its own program and is saved completely.
file-encoding = { $file } is not text in UTF-8, UTF-16, GB18030 or Big5. Save it as UTF-8, or as an Excel file.
file-json = { $file } is not JSON from line { $line }, column { $column } on. Check that it is saved completely.
file-too-large = { $file } has { $size } MB; a plan may have up to { $limit } MB.
file-key-twice = { $file }: { $twice } appears twice in one object; only one of them can count.
file-no-column = { $file } has no column for { $column }. The first row must name the columns, such as: task, duration, people, priority, after. Found: { $found }.
double-calendar = Two calendars are called “{ $name }”; give each its own name.
bad-lag = The lag after “{ $after }” is { $value } minutes; a lag may be up to a year, forwards or (negative) backwards.
bad-value = Leaving out “{ $task }” would lose { $value }; the value of an optional task is a whole number from 1 to { $limit }.
names-itself = “{ $task }” names itself among the tasks it must not overlap or shares its people with; it can only name other tasks.
ended-before-start = “{ $task }” has ended, but not after a start; say when it started, and let it end no sooner.
unknown-other = “{ $task }” names “{ $other }”, which is not one of the tasks: { $known }.
fixed-before-release = “{ $task }” is fixed to start at { $fixed }, but it cannot start before { $release }. Change one of the two.
fixed-past-deadline = “{ $task }” is fixed to start at { $fixed } and takes { $minutes } minutes, so it cannot finish by its deadline, { $deadline }. Start it sooner or move the deadline.
too-few-skilled = “{ $task }” needs { $demand } who can do “{ $skill }”, but { $able ->
    [0] nobody
   *[other] only { $able }
 } can. Give the skill to more people, or lower what the task needs.
skills-not-covered = “{ $task }” needs { $demand } people at once for { $skill }, but { $able ->
    [0] nobody has
    [one] only one has
   *[other] only { $able } have
 } any of these skills, and each can do one thing at a time.
too-few-besides = “{ $task }” asks for { $named } by name and besides for { $demand } who can do “{ $skill }”, but { $able ->
    [0] nobody else
    [one] only one other
   *[other] only { $able } others
 } can. Give the skill to more people, or lower what the task needs.
same-people-of-many = “{ $task }” is to be done by the same people as “{ $other }”, but “{ $resource }” are { $capacity } whom nothing tells apart. Enter each of them as a resource of their own, with a name and skills.
same-people-of-nobody = “{ $task }” is to be done by the same people as “{ $other }”, but “{ $nobody }” asks for no people. Say which skill it needs, or choose the kind people for whoever does it.
stock-too-small = All tasks together use up { $demand } of “{ $resource }”, but there are only { $capacity }. Raise the stock, lower what the tasks use, or let some tasks be left out.
bad-cost = One unit of “{ $resource }” costs { $value }; a cost is a whole number from 0 to { $limit }.
bad-setup = A setup takes { $value } minutes; it must lie between 0 and { $limit }.
setups-of-many = “{ $resource }” has setups, and also a capacity of { $capacity }, skills, or a stock; setups are for one machine that does one thing at a time.
stock-works = “{ $resource }” is a stock, which is used up; it can have no skills, calendar or absences.
absence-ends-early = An absence of “{ $resource }” goes from minute { $start } to minute { $end }; it must end after it begins.
absence-out-of-reach = An absence of “{ $resource }” goes from minute { $start } to minute { $end }; it must lie between the start of the plan and twenty years later.
bad-absence = In an absence { $value } of “{ $resource }” are away; give 1 or more, or leave the number out if all are.
bad-now = Now is given as minute { $value }; it must lie between the start of the plan and ten years later.
bad-clock = { $value } is not a time of day; write it from 00:00 to 24:00, such as 08:30.
bad-date = { $value } is not a date I can read; write it such as 2026-11-24, or 2026-11-24T14:00 with a time.
bad-start = The plan would start at { $value }; choose a start between the years { $first } and { $last }.
before-start = The { $field } of “{ $task }” is { $value }, which lies before the start of the plan, { $start }. Move it, or start the plan sooner.
needs-start = { $value } is a date, but nothing says when the plan starts. Give the plan a start, such as 2026-11-24T08:00.
skipped-hour = The clock never shows { $value } in { $zone }: daylight saving skips that hour. Choose a time before or after it.
start-shown-twice = { $value } is the second time that the clock in { $zone } shows this hour, when daylight saving ends. Start the plan before or after that hour.
unknown-time-zone = There is no time zone { $value }; write it such as Asia/Shanghai, Europe/Berlin or UTC.
no-days = Some hours of the calendar “{ $calendar }” name no day of the week; name at least one, such as mon.
stretch-ends-early = There is a stretch from { $start } to { $end }; it must end after it begins.
unknown-calendar = “{ $resource }” works by the calendar “{ $calendar }”, which is not there. The calendars are: { $known }.
no-calendars = “{ $resource }” works by the calendar “{ $calendar }”, but there are no calendars. Add it, or let it work always.
calendar-needs-start = “{ $resource }” works by the calendar “{ $calendar }”, but nothing says when the plan starts. Give the plan a start, such as 2026-11-24T08:00.
hours-overlap = In the calendar “{ $calendar }” the hours { $first } and { $second } overlap on { $day ->
    [mon] Monday
    [tue] Tuesday
    [wed] Wednesday
    [thu] Thursday
    [fri] Friday
    [sat] Saturday
   *[sun] Sunday
}; let one end before the other begins.
never-open = The calendar “{ $calendar }” is never open, so nobody who works by it could do anything. Give it hours on some day.
longest-stretch = “{ $task }” takes { $duration } minutes without a pause, but the longest stretch in which { $resource } can work on it is { $longest } minutes. Let the task pause, shorten it, or extend the hours.
never-open-together = “{ $task }” needs { $resource } at the same time, but they are never there together. Change a calendar or what the task needs.
needed-by-name = Without { $resource } there is no plan: { $count ->
    [one] { $tasks } asks
   *[other] { $tasks } ask
} for { $resource } by name. Ask for a skill, or for somebody else, or say for how long { $resource } is away.
which-of = That fits several tasks: { $names }. Which one do you mean?
no-plan-before = There is no other plan before this one to compare it with.
no-such-pool = There is no pool of “{ $resource }” whose number could change; there are: { $known }. Add people, or take them away, by name in the table.
one-of-a-kind = “{ $resource }” stands for one, with skills of their own, so the number cannot become { $capacity }. Add others by name in the table, or note an absence.
task-left-out = “{ $task }” is left out of this plan, so it has no time to explain.
bad-workers = { $value } threads are not possible; choose between 1 and { $limit }.
bad-assignment = The plan before has “{ $task }” from minute { $start } to minute { $end } in way { $way }; a start is 0 or more, the end no sooner, and the ways count from 0.
double-assignment = The plan before has “{ $task }” twice; each task may stand there once.
bad-pace = Everything would take { $value } % of its time; choose a percentage above 0.
bad-seed = A seed of { $value } is not possible; choose a whole number from 0 to { $limit }.
bad-goal = There is no goal { $value }; it must be one of { $known }.
bad-stability = A stability of { $value } is not possible; for this plan choose a whole number from 0 to { $limit }.
fact-after-now = “{ $task }” is said to have { $field ->
    [started] started
   *[ended] ended
} at { $value }, but it is only { $now } now. Correct one of the two, or plan it instead.
cost-too-large = All tasks together might cost { $total }, and “{ $task }” alone { $cost }; I can add up to { $limit }. Lower its cost, amount or duration.
too-many-heads = “{ $task }” asks for { $demand } people by skill; up to { $limit } can be chosen one by one. Ask for a larger crowd as a number of one resource instead.
too-many-choices = From “{ $task }” on, the tasks ask for so many people by skill that there are more than { $limit } choices of a person. Put people with the same skills into one resource, or ask for fewer.
too-many-ways = “{ $task }” can be done in { $count } other ways; I can compare up to { $limit }.
not-open-in-reach = The calendar “{ $calendar }” does not open within twenty years of the start of the plan. Shorten what is closed, or let it open sooner.
double-setup = “{ $resource }” has two setups from “{ $before }” to “{ $after }”; give one time for each pair.
file-too-many-rows = { $file } has more than { $limit } rows; I can plan up to { $limit } tasks at once.
file-too-many-columns = { $file } has more than { $limit } columns; take those away that say nothing of the plan.
file-double-column = { $file } has columns that mean the same: { $found }. Keep one of them.
file-digits = { $file } holds a number of more than 4300 digits; write a smaller one.
file-unpacked = { $file } unpacks to { $size } MB; a workbook may unpack to { $limit } MB.
all-left-out = Every task may be left out, and the plan leaves out all of them, so there is nothing to ask about. Take the value away from what must be done.
ask-no-more = The plan has been changed, and that question no longer fits “{ $task }”. Click the bar again to see what can be asked now.
error-of-task = In the task “{ $name }”: { $error }
error-of-resource = In the resource “{ $name }”: { $error }
error-of-calendar = In the calendar “{ $name }”: { $error }
