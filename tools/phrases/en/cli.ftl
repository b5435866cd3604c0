# The command line and the start of the server.
cli-no-file = Name a file with a plan (JSON, CSV or XLSX), or - for standard input; --schema prints what it may hold.
cli-serving = Whyflow is at { $url } (Ctrl-C stops it).
cli-looking = { $best } · Ctrl-C takes the best plan so far
cli-port = Whyflow cannot listen on { $host }:{ $port } ({ $why }). Stop the program that uses this port, or choose another one with WHYFLOW_PORT.
index-nothing = There was nothing to add; Markdown, text, CSV, JSONL, DOCX and PDF files are read.

# whyflow bench schedule
bench-no-data = There is no { $file }. Name the folder that holds psplib_rcpsp and orlib_wt with --data.
bench-unknown-row = There is no row called { $row }; --only takes some of these, with commas: { $known }.
bench-no-pyjobshop = PyJobShop is not installed and is left out; pip install 'whyflow[bench]' brings it.
bench-broken = { $count ->
    [one] One plan of Whyflow breaks a rule and does not count; --json names it.
   *[other] { $count } plans of Whyflow break a rule and do not count; --json names them.
}
bench-progress = { $row }: { $case } ({ $done } of { $total } done)
bench-title = { $when }, { $machine }, { $workers } workers each, { $versions }
bench-work = work
bench-reach = reach
bench-whyflow = Whyflow
bench-cpsat = raw CP-SAT
bench-pyjobshop = PyJobShop
bench-rules = best priority rule
bench-reached = reached
bench-yes = yes
bench-no = no
bench-row-j30 = j30, makespan
bench-row-j120 = j120, makespan
bench-row-tardiness = one machine, weighted tardiness, 40 and 50 tasks
bench-row-one = one machine, weighted completion, 100 tasks
bench-row-waiting = j30 and j120, priority-weighted waiting
bench-row-orders = orders of 3 to 9 tasks
bench-row-large = 1,000 / 3,000 / 10,000 / 30,000 tasks on 20 resources with calendars
bench-row-stability = one of 200 tasks is an hour late
bench-reach-j30 = gap 0.00 % on all 48, proved on 47
bench-reach-j120 = mean gap at most 1.2 %, never more than 1 above PyJobShop
bench-reach-tardiness = mean gap at most 0.3 %
bench-reach-one = proved in 1 s
bench-reach-waiting = never worse than raw CP-SAT and PyJobShop, better on 80 % of j120
bench-reach-orders = equal to brute force, at 9 tasks a hundred times faster
bench-reach-large = first plan in 0.2 / 0.5 / 2 / 8 s, less than 2 GiB, growth no faster than n log n, 10,000 tasks within 5 % of what six times the time gives
bench-reach-stability = planned again in 3 s, at most 10 % moved where that is possible
bench-gap = mean gap { $gap } %, { $exact } of { $count } at the best known, { $proved } proved
bench-missing = { $missing } without a plan
bench-above = at most { $above } above PyJobShop
bench-slowest = slowest { $seconds } s
bench-never-worse = worse on { $worse } of { $count }, better on { $better } of { $hard } j120
bench-behind = { $behind } % above Whyflow
bench-equal = { $equal } of { $count } equal to brute force
bench-faster = at 9 tasks { $times } times faster
bench-first = first plan { $seconds } s
bench-memory = { $memory } GiB
bench-growth = growth { $growth } times that of n log n
bench-soon = { $above } % above six times the time
bench-stability = slowest { $seconds } s; moved { $moved } % (at most { $most } %), fewest possible { $fewest } % ({ $unproved } unproved)
compiling = Compiling the search of the scheduler, once (about a minute) …
cli-before-alone = --before needs --task: which task comes before it?
