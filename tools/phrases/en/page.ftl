# The web page. Values: $row counts from 1; $time is already written out; $count is a number.

page-tagline = Describe the work, get a plan, ask why.
page-switch = 中文
page-loading = The language model is still loading. You can already edit and upload plans; messages are answered as soon as it is ready.
page-unexpected = Something unexpected happened, and nothing was changed. Please try again; if it happens again, report this reference: { $reference }
page-not-opened = Whyflow cannot answer, because something unexpected happened while it started. Please restart it; if it happens again, report this reference: { $reference }
page-broken = Whyflow could not open its page. Please restart it; if it happens again, report this reference: { $reference }

## Chat
page-chat = Conversation
page-box = Describe tasks or ask …
page-send = Send
page-new = New conversation
page-upload = Upload a file
page-welcome = What needs doing?
page-welcome-text = Say who does what and how long it takes, in English or Chinese. Whyflow plans it and can tell you why.
page-welcome-planned = What would you like to know?
page-welcome-planned-text = Ask about the plan, for example why a task comes when it does, or what would be with one more person. Say what is to change, and it is planned again.
page-sample-plan = Welding needs 10 people for 2 hours, priority 1. Painting: 5 people, 3 hours, priority 2, after welding. Assembly: 3 people, 1 hour, priority 3, after painting. We have 15 people.
page-sample-reply = How do I answer a customer who wants a refund?
page-sample-search = How do we handle a damaged parcel?
page-status-reading = Reading your message …
page-status-loading = The language model is still loading; your message is next …
page-status-thinking = Thinking …
page-tool = { $outcome ->
    [running] { $tool } …
    [failed] { $tool } — not possible as asked
   *[done] { $tool }
}
page-tool-parse-tasks = Reading the tasks
page-tool-edit-tasks = Changing the plan
page-tool-optimise-schedule = Planning
page-tool-explain-decision = Explaining the plan
page-tool-search-knowledge = Searching the documents
page-tool-draft-reply = Drafting a reply
page-tool-arguments = **What was passed**
page-tool-message = Your message, as you wrote it.
page-tool-result = **What came back**

## Plan
page-empty-title = No plan yet
page-empty-text = Describe your tasks in the chat, upload a file, or write them into the table below. The chart appears here.
page-chart = Plan
page-verdict = { $status ->
    [optimal] Best possible plan
    [feasible] { $gap ->
        [none] Good plan; how far from the best is not known
       *[other] Good plan; at most { $gap } % from the best
    }
    [infeasible] Not all deadlines can be kept
   *[unknown] No plan found in time
}
page-ends = { $count ->
    [0] Nothing is planned: all of it is left out
   *[other] Everything is done { $time }
}
page-point = Click a bar to ask about it: why then, why not sooner, who does it, what if. Drag it onto another to ask why it does not come before that one. By keyboard: arrows, Enter; Space picks a bar up, Enter on another asks.
page-asks = Questions about “{ $task }”
page-drag = Why not “{ $task }” before “{ $other }”?
page-looking = Looking for a better plan …
page-looking-first = Looking for a plan …
page-progress = Best so far: { $goal } { $value } ({ $seconds } s)
page-progress-bound = Best so far: { $goal } { $value }; no plan can be below { $bound } ({ $seconds } s)
page-progress-trials = Tried { $tried } of { $trials } small changes ({ $seconds } s)
page-accept = Use this plan
page-undo = Undo
page-redo = Redo
page-stop = Stop, keep the best so far
page-goal-by = Plan for
page-goal-then = and then
page-goal-none = nothing more
page-goal-waiting-long = little waiting
page-goal-makespan-long = an early end
page-goal-tardiness-long = little lateness
page-goal-completion-long = early results
page-goal-people-long = few people
page-goal-cost-long = low cost
page-goal-balance-long = an even load
page-goal-value-long = little left out
page-goal-moves-long = few changes
page-view = Show
page-view-task = By task
page-view-resource = By resource
page-miss = “{ $task }” ends { $time } after its deadline
page-effects = What each change alone takes off the { $goal }
page-effects-end = How much sooner each change alone would end the plan
page-more-rows = The rest of it
page-compare = What if: done { $time }, { $count ->
    [0] no task moves
    [one] one task moves
   *[other] { $count } tasks move
}{ $others ->
    [0] { "" }
    [one] , one is done by others
   *[other] , { $others } are done by others
}. The wide bars show this other plan, the thin grey ones your plan.
page-nobody = No resource
page-before = Your plan
page-yours = Your plan:
page-new-task = new
page-later = { $time } later
page-earlier = { $time } earlier
page-release = Not before
page-due = Due
page-deadline = Deadline
page-missed = Missed
page-axis-day = { moment-weekday }<br>{ moment-date }
page-now = Now, { $time }
page-closed = Closed
page-pause = Pause
page-done = Done
page-running = Running
page-fixed = Fixed start
page-hover-pauses = Pauses for { $time }
page-hover-priority = Priority { $priority }

## Tables
page-tasks = Tasks
page-pools = Resources
page-more = More columns …
page-calendars = Calendars and working time
page-calendars-help = Write hours such as mon-fri 08:00-17:00, then name the calendar in the row of a resource. Calendars and dates need the start of the plan. Once work has begun, as few tasks as possible move; to let more move for a better plan, write what a moved minute counts as.
page-calendar-table = Calendars
page-frame = The plan as a whole
page-column-name = Task
page-column-duration = Duration
page-column-needs = Needs
page-column-priority = Priority
page-column-after = After
page-column-release = Not before
page-column-due = Due
page-column-deadline = Deadline
page-column-resource = Resource
page-column-capacity = How many
page-column-or = Or else
page-column-pausable = May pause
page-column-value = Optional: value
page-column-fixed = Fixed start
page-column-started = Started
page-column-ended = Ended
page-column-family = Family
page-column-apart = Not at once with
page-column-same-people = Same people as
page-column-kind = Kind
page-column-skills = Skills
page-column-calendar = Calendar
page-column-absences = Absences
page-column-cost = Cost
page-column-setups = Setups
page-column-hours = Hours
page-column-days = Working days
page-column-closed = Closed
page-column-extra = Also open
page-column-time-zone = Time zone
page-origins = Where the values are from
page-assumed = assumed: nobody said it
page-column-start = Start
page-column-now = Now
page-column-stability = A moved minute counts as
page-column-goals = Goals
page-yes = yes
page-skill = skill
page-kind-people = people
page-kind-equipment = equipment
page-kind-stock = stock
page-goal-waiting = waiting
page-goal-makespan = makespan
page-goal-tardiness = tardiness
page-goal-completion = completion
page-goal-people = people
page-goal-cost = cost
page-goal-balance = balance
page-goal-value = value
page-goal-moves = moves
page-day-mon = mon
page-day-tue = tue
page-day-wed = wed
page-day-thu = thu
page-day-fri = fri
page-day-sat = sat
page-day-sun = sun
page-day-to = -
page-stretch = { $start } to { $end }
page-add = Add a task
page-table-help = Double-click a cell to change it; the plan follows at once. Times: 90, 1h30 or 2 hours, counted from the start.
page-table-assumed = ≈ marks a value that nobody gave: overwrite it if it is wrong. Times: 90, 1h30 or 2 hours, counted from the start.
page-caught-up = The plan was changed in another window. Here it is as it is now.
page-elsewhere = The plan was changed in another window meanwhile. Here it is as it is now, with your change.
edit-elsewhere = The plan was changed in another window meanwhile, and rows came or went. Here it is as it is now; please make your change again.
page-no-name = Row { $row } has no task name yet.
page-no-duration = “{ $task }” (row { $row }) has no duration yet. Write for example 30 min or 1h30.
page-no-resource = Row { $row } of the resources has a number but no name.
page-column = { $column ->
    [needs] needs
    [people] people
    [duration] duration
    [release] “not before”
    [due] “due”
    [deadline] deadline
    [priority] priority
    [or] or else
    [pausable] may pause
    [value] optional: value
    [fixed] fixed start
    [started] started
    [ended] ended
    [family] family
    [apart] not at once with
    [same-people] same people as
    [kind] kind
    [skills] skills
    [calendar] calendar
    [absences] absences
    [cost] cost
    [setups] setups
    [hours] hours
    [closed] closed
    [extra] also open
    [time-zone] time zone
    [start] start
    [now] now
    [stability] weight of moves
    [goals] goals
   *[capacity] number
}
page-bad-time = “{ $value }” is not a time I can read, for the { page-column } of “{ $task }” (row { $row }). Write for example 90 (minutes), 1h30, 2 hours, or a date such as 2026-11-24 14:00.
cell-also = The same goes for { $places }.
cell-place = “{ $value }” ({ page-column } of “{ $task }”, row { $row })
cell-row = row { $row }
page-bad-number = “{ $value }” is not a whole number from 1 up, for the { page-column } of “{ $task }” (row { $row }). Write for example 2.
page-no-calendar = Row { $row } of the calendars has no name.
page-bad-flag = “{ $value }” is neither yes nor no, in “{ page-column }” of “{ $task }” (row { $row }).
page-value-missing = “{ $value }” says that “{ $task }” (row { $row }) may be left out, but not what is lost then. Write under “{ page-column }” how much it is worth, for example 10.
page-bad-choice = “{ $value }” is not a choice, in “{ page-column }” of “{ $task }” (row { $row }). Possible are: { $known }.
page-bad-way = “{ $value }” does not begin with a duration, in “{ page-column }” of “{ $task }” (row { $row }). Write each way as a duration and what it needs, such as: 3 h, machine B; 2 h, machine A × 2.
page-bad-stretch = “{ $value }” is not a time I can read, in “{ page-column }” of “{ $task }” (row { $row }). Write for example 2026-12-24 to 2026-12-26, or 2026-12-24 13:00 to 17:00.
page-bad-setup = “{ $value }” is not a setup, in “{ page-column }” of “{ $task }” (row { $row }). Write for example red > blue 30 min.
page-bad-hours = “{ $value }” is not part of working hours, in “{ page-column }” of “{ $task }” (row { $row }). Write for example mon-fri 08:00-12:00, 13:00-17:00.

## Sources
page-passages = Sources
cited-closed = a document for others
cited-closed-text = Who shared this conversation may see this document; you may not.

# What is told of something, and its value.
named-value = { $name }: { $value }
