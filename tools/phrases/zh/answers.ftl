# 回答。其中每个数字都来自计划或重新求解的结果。
moment-start = 立即
moment-beginning = 计划开始时
moment-later = { $time }后
moment-instead = { $time }
moment-elapsed = { $minutes ->
    [0] 计划开始时
   *[other] 开始后 { $time }
}
moment-before = 开始前 { $time }
moment-dated = { $day } { $time }
month-1 = 1月
month-2 = 2月
month-3 = 3月
month-4 = 4月
month-5 = 5月
month-6 = 6月
month-7 = 7月
month-8 = 8月
month-9 = 9月
month-10 = 10月
month-11 = 11月
month-12 = 12月
moment-date = { $year ->
    [none] { "" }
   *[other] { $year }年
}{ $month }{ $day }日
moment-weekday = { $weekday ->
    [0] 周一
    [1] 周二
    [2] 周三
    [3] 周四
    [4] 周五
    [5] 周六
   *[other] 周日
}
moment-day = { moment-date }{ moment-weekday }
moment-at = { $time }
moment-between = { $begin } 到 { $end } 之间
end-of-day = { $day }结束
duration-minutes = { $minutes } 分钟
duration-hours = { $hours } 小时
duration-both = { $hours } 小时 { $minutes } 分钟
list-and = { $first }和{ $last }
list-comma = 、
clauses-comma = ，
clauses-and = { $first }，{ $last }
list-open = { $names }等
list-more = { $first }等，另有 { $count } 项
resource-people = 人
goal-waiting = 按优先级加权的等待
goal-makespan = 全部完成的时间
goal-tardiness = 按优先级加权的延误
goal-completion = 按优先级加权的完成时间
goal-people = 所需人数
goal-cost = 费用
goal-balance = 最忙的人的工作量
goal-value = 不做的任务带来的损失
goal-moves = 相对原计划的变动
goal-weighed = { $goal }（计入变动的代价）
amount-waiting = { $value } 优先级·分钟
amount-tardiness = { $value } 优先级·分钟
amount-completion = { $value } 优先级·分钟
amount-people = { $value } 人
amount-cost = { $money }
amount-value = { $value }
amount-moves = { $value } 分（每次变动 480 分，每移一分钟 1 分）

tasks-read = 读到 { $count } 项任务：{ $names }。

ranges = 范围按上限安排：{ $ranges }。
range-upper = “{ $task }”按 { $value } 安排（“{ $words }”）
times-limits = 只说了下限或上限的，就按这个时长安排：{ $times }。
times-days = 一天按 8 小时、一周按 5 天计算：{ $times }。
ranks = P1 按最紧急理解，P5 最不急：{ $ranks }。
rank-weight = “{ $task }”的优先级是 { $value }（“{ $words }”）
hours-read = 大家{ $days }的工作时间是 { $times }。
hours-span = { $start } 到 { $end }
hours-days = { $first }到{ $last }
hours-7 = 每天
assumed-head = 您没有提到，我先这样假设（可以在表格里改，或直接告诉我）：
assumed-name = { $names }：名称本身
assumed-duration = { $names }：需要 { $value }
assumed-demand = { $names }：需要 { $value } 个{ $resource }
assumed-priority = { $names }：优先级 { $value }
assumed-capacity = 一共有 { $value } 个{ $resource }，正好够需要最多的那项任务
assumed-deadline = { $names ->
    [none] 没有期限
   *[other] { $names }：没有期限
}：消息里的时间没能读出来，请换个说法，例如“周五15:00前”，或在表格里填写
assumed-release = { $names }：没有说几点可以开始，按最早 { $value } 开始
assumed-due = { $names }：没有说承诺的时限从何时起算，先从进入本计划时算起；{ $value ->
    [clock] 计划里没有工作时间，一个工作日按 24 小时算
   *[hours] 一个工作日到计划里的下班时间为止
}
assumed-days = 大家周一到周五上班
assumed-order = { $names }：{ $value ->
    [none] 没看出它要等哪项任务，所以不等待
   *[some] 没把握它要等哪项任务，先按等 { $value } 安排
}

planned = { $count ->
    [0] **没有安排任何任务：全部任务都可以略过，也都略过了。**
   *[other] **已安排 { $count } 项任务，{ $end }全部完成。**
}
planned-first = 最先做的是{ $names }；全部顺序见图和表。
proved-makespan = 已证明最优：没有计划能更早完成。
proved-value = 已证明最优：没有计划的{ $goal }更低（这里是 { $value }）。
first-proved-makespan = 已证明没有计划能更早完成，但尚未证明其后的目标不能更好。
first-proved-value = 已证明没有计划的{ $goal }更低（这里是 { $value }），但尚未证明其后的目标不能更好。
unproved-makespan = 尚未证明最优：在规定时间内只能证明，任何计划都不可能在 { $bound } 前完成。
unbounded-makespan = 尚未证明最优，还能提前多少也不清楚。
unproved-value = 尚未证明最优：它的{ $goal }是 { $value }，任何计划都不会低于 { $bound }。
unbounded-value = 尚未证明最优：它的{ $goal }是 { $value }，还能低多少并不清楚。
proved-weighed = 计入变动的代价，已证明最优：{ $goal }若要低于 { $value }，就得变动更多，所得不会超过这份代价。
first-proved-weighed = 已证明{ $goal }若要低于 { $value }，就得变动更多，所得不会超过变动的代价，但尚未证明其后的目标不能更好。
unproved-weighed = 尚未证明最优：它的{ $goal }是 { $value }，变动不比它多的计划都不会低于 { $bound }。
unproved-moves = 尚未证明最优：变动不比它多的计划，{ $goal }都不会更低（这里是 { $value }），但也许有同样好而变动更少的计划。
hollow-people = 没有一项资源标明是人，所以没有人数可算：请说明哪些是人。
hollow-balance = 没有一项资源标明是人，所以没有工作量可以均分：请说明哪些是人。
hollow-cost = 没有任何价格，所以每个计划的费用都一样：请说明资源每小时多少钱。
then-values = 在这样的计划里：{ $values }。
then-values-weighed = 在这样的计划里，计入变动的代价：{ $values }。
then-value = { $goal } { $value }
dropped = 原计划里有的 { $names }，现在不做了。
runs-late = **{ $task }** 已经在做，{ $end }结束，比截止时间 { $deadline } 晚 { $late }。怎么排都改变不了。
runs-without = **{ $task }** 已经在做，这里按一直做到{ $end }算，可这期间 { $names } 有一段时间不在或不开放。如果已经停了，请填上结束时间，或者标明可以中断。
begun = 按原计划，{ $count } 项任务算作已经开始：{ $names }。如果其中有没开始的，请给它填一个更晚的开始时间。
left-out = 不做的任务：{ $names }（价值共 { $value }）。
table-head = | 任务 | 开始 | 结束 |
table-head-people = | 任务 | 开始 | 结束 | 谁来做 |
table-head-means = | 任务 | 开始 | 结束 | 由谁、用什么 |
table-row = | { $task } | { $start } | { $end } |
table-row-people = | { $task } | { $start } | { $end } | { $people } |

no-plan-deadlines = 没有计划能满足所有截止时间。超时最少的计划仍会错过：
no-plan-miss = **{ $task }** 要到{ $end }才能完成，比截止时间 { $deadline } 晚 { $late }
no-plan = 没有计划能满足所有条件。
no-plan-in-time = 在规定时间内没有找到计划，请给更多时间或减少任务。

# 为什么没有计划：您说过的、不能同时成立的条件（写成同一项任务的分句），以及怎样改就行。
conflict-head = 下面这些不能同时成立：
conflict-head-loose = 下面这些不能同时成立（时间不够，没有逐条确认是否都缺一不可）：
conflict-one = **{ $task }** { $clauses }
conflict-each = { $tasks } 每项都{ $clauses }
conflict-comma = ，
conflict-and = { $first }，{ $last }
conflict-duration = 需要 { $time }
conflict-duration-ways = 至少需要 { $time }
conflict-demand = 需要 { $amount } 个{ $resource }
conflict-stock = 要用掉 { $amount } 份{ $resource }
conflict-skill = 需要 { $amount } 个会“{ $skill }”的
conflict-some-ways = 有的做法{ $clause }
conflict-latest = 要在 { $time } 之前开始
conflict-release = 不能早于 { $time } 开始
conflict-fixed = 必须{ $moment }开始
conflict-deadline = 必须在 { $time } 前完成
conflict-finish-start = { $sign ->
    [later] 在 { $task } 结束至少 { $lag }后才能开始
    [sooner] 最早在 { $task } 结束前 { $lag }开始
   *[none] 在 { $task } 结束后才能开始
}
conflict-start-start = { $sign ->
    [later] 在 { $task } 开始至少 { $lag }后才能开始
    [sooner] 最早在 { $task } 开始前 { $lag }开始
   *[none] 不能早于 { $task } 开始
}
conflict-finish-finish = { $sign ->
    [later] 在 { $task } 结束至少 { $lag }后才能结束
    [sooner] 最早在 { $task } 结束前 { $lag }结束
   *[none] 不能早于 { $task } 结束
}
conflict-least = { $clause }（最早 { $time }）
conflict-order = 要求不早于 { $task } 开始
conflict-apart = 不能与 { $task } 同时进行
conflict-same-people = 与 { $task } 由同样的人来做
conflict-capacity = 一共只有 { $amount } 个{ $resource }
conflict-supply = 一共只有 { $amount } 份{ $resource }
conflict-absence = { $resource } 从 { $start } 到 { $end } 不在
conflict-absence-some = 有 { $amount } 个 { $resource } 从 { $start } 到 { $end } 不在
conflict-calendar = { $resource } 按日历“{ $calendar }”工作
conflict-setups = { $resource } 在不同类别的任务之间需要换型时间
conflict-started = **{ $task }** 在 { $time } 已经开始了
conflict-now = { $time } 之前不能再开始任何任务：现在就是这个时间
conflict-rest = 以及另外 { $count } 条
conflict-also = 另外，下面这些也不能同时成立：
conflict-more = 即使去掉这些，仍然没有可行的计划：还有别的矛盾。

repairs-head = { $count ->
    [1] 这样改就有可行的计划：
   *[other] 下面任选一项改动，就有可行的计划（改动小的在前）：
}
repairs-head-both = { $count ->
    [1] 我试过的单项改动都不够；下面两项一起改，就有可行的计划：
   *[other] 我试过的单项改动都不够；下面任选一行，两项一起改，就有可行的计划（改动小的在前）：
}
repairs-head-part = { $count ->
    [1] 这样改可以消除这个矛盾；另外的矛盾要另外改：
   *[other] 下面任选一项改动，就能消除这个矛盾（改动小的在前）；另外的矛盾要另外改：
}
repairs-none = 我试过的单项改动都不够，两项一起改也不够。
repair-at-most = { $repair }（也许更少就够）
repair-deadline = 把 **{ $task }** 的截止时间推迟 { $time }，到 { $after }
repair-deadlines = 推迟 { $count } 个截止时间：{ $moves }
repair-deadlines-one = **{ $task }** 推迟 { $time }，到 { $after }
repair-release = 让 **{ $task }** 提前 { $time }，从 { $after } 起就可以开始
repair-fixed-later = 让 **{ $task }** 推迟 { $time }，改为{ $after }开始
repair-fixed-sooner = 让 **{ $task }** 提前 { $time }，改为{ $after }开始
repair-capacity = 增加 { $more } 个{ $resource }（共 { $after } 个）
repair-stock = 增加 { $more } 份{ $resource }（共 { $after } 份）
repair-person = 再找 { $count } 名有“{ $skill }”技能的人
repair-unit = 再增加 { $count } 个有“{ $skill }”技能的资源
repair-capacity-then = { $spans } 增加 { $more } 个{ $resource }
repair-open = 让按“{ $calendar }”工作的人和设备{ $spans } 也工作
repair-absence = 取消 { $resource } { $spans } 的缺席
repair-link = 让 **{ $task }** 不再等 **{ $other }**
repair-apart = 让 **{ $task }** 和 **{ $other }** 可以同时进行
repair-same-people = 让 **{ $task }** 和 **{ $other }** 由不同的人来做
repair-leave-out = 不做 **{ $task }**
repair-span = 从 { $start } 到 { $end }
repair-both = { $first }；同时{ $second }

plan-changed-since = 您提问之后，计划又有了变动。下面说的是您提问时看到的那个计划。
slack = 它最多可以晚 { $time }开始，其他任务不用动，整个计划也不会推迟完成。
slack-on-time = 但晚过 { $time }，它就超过应完成时间了。
slack-due = 但那样它就会延误：它现在正好按时完成。
slack-later = 但它现在已经延误，再晚就更晚了。
slack-none = 它不能再晚，否则别的任务就要动，或者整个计划要推迟完成。
overall-head = 整个计划{ $end }完成，最后完成的是 **{ $task }**。
floor-chain = { $count ->
    [1] 单是 { $tasks } 至少要 { $time }，
   *[other] { $tasks } 按先后顺序，连同中间的等待，至少要 { $time }，
}
floor-resource = { $units ->
    [1] { $people ->
        [yes] 一个人一共有 { $work } 的工作量，
       *[other] { $resource } 一共有 { $work } 的工作量，
    }
   *[other] { $people ->
        [yes] 一共有 { $work } 的工作量，{ $units } 人分担，每人至少 { $time }，
       *[other] { $resource } 一共有 { $work } 的工作量，由 { $units } 个分担，至少要 { $time }，
    }
}
floor-reached = 而整个计划正好用 { $time }：不可能更短。
floor-more = 而整个计划用 { $time }。
floor-chain-ends = { $count ->
    [1] 单是 { $tasks }
   *[other] { $tasks } 按先后顺序
}{ $later ->
    [yes] ，最早{ $since }开始
   *[no] {""}
}{ $closed ->
    [yes] ，按工作时间算
   *[no] {""}
}，最早也要 { $end } 才能完成，
floor-resource-ends = { $people ->
    [yes] { $units ->
        [1] 一个人
       *[other] { $units } 个人
    }
   *[other] { $resource }{ $units ->
        [1] {""}
       *[other] （共 { $units } 个）
    }
}一共有 { $work } 的工作量{ $later ->
    [yes] ，最早{ $since }开始
   *[no] {""}
}{ $closed ->
    [yes] ，按工作时间算
   *[no] {""}
}，最早也要 { $end } 才能做完，
floor-whole = { $least }{ $plan }
end-reached = 而计划正好这时完成：不可能更早。
end-more = 而整个计划{ $end }完成。
end-proved = 只求尽早完成重新求解过：任何更早完成的计划都被排除了。
end-found = 只求尽早完成重新求解过，没有找到更早的；已证明的是，不可能早于 { $least }。
end-proved-sooner = 如果只求尽早完成，{ $soonest }就可以完成，不可能更早{ $first ->
    [makespan] 。
   *[other] ；这个计划首先要让{ $goal }最小。
}
end-found-sooner = 如果只求尽早完成，找到的计划{ $soonest }完成；已证明的是，不可能早于 { $least }。{ $first ->
    [makespan] {""}
   *[other] 这个计划首先要让{ $goal }最小。
}
why-start = **{ $task }** 在计划一开始就进行，不用等待。
why-head = **{ $task }** { $start }才开始，原因是：
link-start = **{ $task }** 从一开始就进行，{ $end }结束。
link-fact = **{ $task }** 已经开始了（{ $since }）。
link-fixed = **{ $task }** 规定{ $since }开始。
link-release = **{ $task }** 不能早于 { $start } 开始。
link-now = **{ $task }** 不能早于 { $start } 开始：现在就是这个时间。
link-finish-start = { $sign ->
    [later] **{ $task }** 必须等 { $blockers } 结束至少 { $lag }，{ $since }才能开始。
    [sooner] **{ $task }** 最早在 { $blockers } 结束前 { $lag }开始，也就是{ $since }。
   *[none] **{ $task }** 必须等 { $blockers } { $since }结束。
}
link-start-start = { $sign ->
    [later] **{ $task }** 必须等 { $blockers } 开始至少 { $lag }，{ $since }才能开始。
    [sooner] **{ $task }** 最早在 { $blockers } 开始前 { $lag }开始，也就是{ $since }。
   *[none] **{ $task }** 不能早于 { $blockers } 开始，也就是{ $since }。
}
link-finish-finish = { $sign ->
    [later] **{ $task }** 最早在 { $blockers } 结束 { $lag }以后结束，也就是{ $since }。
    [sooner] **{ $task }** 最早在 { $blockers } 结束前 { $lag }结束，也就是{ $since }。
   *[none] **{ $task }** 不能早于 { $blockers } 结束，也就是{ $since }。
}
link-closed = **{ $task }** 不能更早开始：{ $resource }从 { $from } 到 { $start } 不可用。
link-away = **{ $task }** 需要 { $demand } 个{ $resource }，而从 { $from } 到 { $start } 只有 { $there } 个。
link-latest-piece = { $closed }它要连续做 { $piece }，要赶在这之前做完，最晚得在 { $latest } 开始。
link-latest = { $closed }在这之前，最晚得在 { $latest } 开始。
link-left = { $closed }它要连续做 { $piece }，而在这之前最长的一段只有 { $left }。
link-resource = **{ $task }** 需要 { $demand } 个{ $resource }，而在 { $start } 之前{ $free ->
    [0] 没有空闲的
   *[other] 只有 { $free } 个空闲
}，要等 { $blockers } 结束。
link-resource-held = **{ $task }** 需要 { $demand } 个{ $resource }，而在 { $start } 之前{ $free ->
    [0] 没有空闲的
   *[other] 只有 { $free } 个空闲
}：当时共有 { $there } 个，{ $free ->
    [0] 全部
   *[other] 其余
}被 { $blockers } 占用。
link-resource-person = **{ $task }** 由 { $resource } 来做，需要 { $demand } 个，而在 { $start } 之前{ $free ->
    [0] 没有空闲的
   *[other] 只有 { $free } 个空闲
}，要等 { $blockers } 结束。
link-setup = **{ $task }** 不能更早开始：在 **{ $one }** 和 **{ $two }** 之间，{ $resource }要从 { $before } 换型到 { $after }，需要 { $minutes }。
link-apart = **{ $task }** 不能与 { $blockers } 同时进行，更早开始就会重叠。
link-skill = **{ $task }** 需要 { $demand } 个会{ $skills }的。如果更早开始，{ $free ->
    [0] 没有空闲的
   *[other] 只有 { $free } 个空闲
}：{ $who }。
link-mates = **{ $task }** 与 **{ $mate }** 由同样的人来做，更早开始的话他们不都有空：{ $who }。
link-busy = { $name }在忙 **{ $other }**
link-absent = { $name }不在
link-kept = **{ $task }** { $tried }就可以开始，但重新安排时尽量少变动，所以保持原来的时间。
link-choice = **{ $task }** { $tried }就可以开始，但计划不会因此变好。
link-choice-worse = **{ $task }** { $tried }就可以开始，但那样{ $goal }会变大。
link-choice-better = **{ $task }** { $tried }就可以开始，而且{ $goal }会更小：还有比这更好的计划。
link-choice-others = 如果换别人来做，**{ $task }** { $tried }就可以开始；这个计划没有这样安排。
link-choice-free = **{ $task }** { $tried }就可以开始：其他都不变的话，没有规定不允许。

question-why = “{ $task }”为什么在这个时间开始？
question-earlier = “{ $task }”为什么不早一点，{ $start }就开始？
question-who = “{ $task }”为什么由 { $who } 来做？
question-instead = “{ $task }”为什么不由 { $who } 来做？
question-what-if = 如果{ $changes }，会怎样？
question-first = 怎样才能让“{ $task }”排在“{ $other }”前面？
question-in-time = 怎样才能让“{ $task }”在 { $limit } 前完成？
question-order = “{ $task }”为什么不排在“{ $other }”前面？
order-together = **{ $first }** 和 **{ $second }** 同时开始（{ $start }），不分先后。
order-reversed = 在这个计划里正好相反：**{ $first }** 排在 **{ $second }** 前面。
order-already = **{ $first }** 现在就排在 **{ $second }** 前面。
order-facts = **{ $first }** { $start_first }开始，**{ $second }** { $start_second }开始。
order-rule = 反过来不可能：{ $path }。这是您要求的。
order-confirmed = 让 **{ $second }** 在前重新求解，确认没有可行的计划。
order-rule-link = { $later } 必须等 { $earlier }
order-asked = { $ahead ->
    [yes] 让 **{ $second }** 排在其他还没开始的任务之前
   *[no] 让 **{ $second }** 不晚于 **{ $first }** 开始
}
order-impossible = 反过来不可能：{ order-asked }，重新求解后没有可行的计划。
order-without-rule = 如果去掉“{ $rules }”{ $count ->
    [1] 这条要求
   *[other] 这些要求
}，并{ order-asked }，重新求解的结果是：
order-even-without = 即使去掉“{ $rules }”{ $count ->
    [1] 这条要求
   *[other] 这些要求
}，{ order-asked }，重新求解后也没有可行的计划。
order-foil = { order-asked }，重新求解的结果是：
order-because = 所以 **{ $first }** 排在前面：反过来的话，{ $goal }至少要多 { $amount }。
order-unknown = 按相反的先后重新求解没有在规定时间内完成，所以无法说出代价。

what-if-head = 如果{ $changes }，重新求解的结果是：
what-if-unread = { $words }没有看懂，下面的结果没有把它算进去。
what-if-same-times = { $tasks } 的用时仍按原来计算；如果换了人数用时也不同，请告诉我要多久。
what-if-already = 不会有变化：计划本来就是{ $changes }。
what-if-none = 如果{ $changes }，就没有可行的计划。
what-if-unknown = 如果{ $changes }，在规定时间内没有找到计划，但不等于没有。
what-if-possible = 如果{ $changes }，就有可行的计划，{ $end }全部完成。
change-capacity = 有 { $value } 个{ $resource }
change-duration = “{ $task }”用时 { $value }
change-priority = “{ $task }”的优先级为 { $value }
change-pace-longer = 还没开始的任务每项都多用 { $percent }% 的时间
change-pace-shorter = 还没开始的任务每项都少用 { $percent }% 的时间
change-drop = 不做“{ $task }”
change-units = 有 { $count } 个{ $resource }
change-away = { $resource } 从 { $start } 到 { $end } 不可用
change-away-always = { $resource } 不可用
change-away-from = { $resource } 从 { $start } 起不可用
change-add = 增加“{ $task }”（{ $value }）
change-add-needs = { $count } 个{ $resource }
change-add-after = 在{ $tasks }之后
change-deadline = “{ $task }”要在 { $value } 前完成

not-then-already = **{ $task }** 就是{ $start }开始的。
not-then-foil = **{ $task }** { $start }开始。让它在{ $asked }开始，重新求解的结果是：
not-then-release = **{ $task }** { $start }开始；您要求它不早于 { $lifted } 开始。先不管这个要求，让它在{ $asked }开始，重新求解的结果是：
not-then-fixed = **{ $task }** { $start }开始，这是您规定的时间。先不管这个要求，让它在{ $asked }开始，重新求解的结果是：
not-then-impossible = **{ $task }** { $start }开始。在{ $asked }开始是不可能的。
not-then-unknown = **{ $task }** { $start }开始。让它在{ $asked }开始的重新求解没有在规定时间内完成，所以无法说出代价。

first-by-already = **{ $task }** 现在就不晚于 **{ $other }** 开始。
first-by-equal = 优先级保持 { $now } 不变，也有一个同样好的计划，让 **{ $task }** 不晚于 **{ $other }** 开始。
first-by-needed = 优先级从 { $now } 改为 { $needed }，让 **{ $task }** 不晚于 **{ $other }** 开始的计划就和找到的最好的计划一样好。
first-by-proved = 已证明优先级 { $less } 还不够。
first-by-unproved = 优先级 { $less } 是否够，没能证明。
first-by-rule = 优先级再高，**{ $task }** 也排不到 **{ $other }** 前面：{ $path }。这是您要求的。
first-by-impossible = 优先级再高，**{ $task }** 也排不到 **{ $other }** 前面，因为没有一个可行的计划能这样排。
first-by-never = 提高优先级做不到：用最高的 { $highest }，最好的计划里 **{ $other }** 仍在 **{ $task }** 前面。
first-by-untried = 在规定时间内没有找到让 **{ $task }** 不晚于 **{ $other }**、又和别的计划一样好的计划。高于 { $tried } 的优先级还没有试过；最高是 { $highest }。
first-by-unknown = 在规定时间内，到 { $highest } 为止没有找到能让 **{ $task }** 排在 **{ $other }** 前面的优先级，但不等于没有。

in-time-already = { $whole ->
    [yes] 计划{ $end }全部完成
   *[other] **{ $task }** { $end }完成
}，已经赶得上（{ $limit }）。
in-time-order = 要{ $whole ->
    [yes] {""}
   *[other] 让 **{ $task }**{" "}
}赶上（{ $limit }），同样的任务换一个计划就够了，不需要增加任何人手或设备。
in-time-late = { $whole ->
    [yes] 计划{ $end }才全部完成
   *[other] **{ $task }** { $end }才完成
}，目标是 { $limit }。
in-time-soonest = 按现有条件，{ $whole ->
    [yes] 最早也要到 { $soonest } 才能全部完成
   *[other] **{ $task }** 最早也要到 { $soonest } 才能完成
}，这一点已证明。
in-time-soonest-found = 按现有条件，找到的最早完成时间是 { $soonest }。
in-time-moved = 目标时间至少要推迟 { $time }。
in-time-moved-found = 按找到的这个计划，目标时间要推迟 { $time }。
in-time-conflict = 就目前所找到的，只增加任何一种资源都不够。
in-time-enough = 下面任何一条单独做到就够了：
in-time-nothing = 就目前所找到的，只增加任何一种资源都不够：必须依次等待的任务太长，或者同时缺几种资源。
enough = { $resource }数由 { $now } 增加到 { $needed }：{ $whole ->
    [yes] { $end }全部完成
   *[other] **{ $task }** { $end }完成
}。
enough-proved = 已证明少一个就不够。
enough-unproved = 少一个是否够，没能证明。

who-crew = **{ $task }** 需要会{ $skills }的人，由 { $names } 做，时间是 { $start } 到 { $end }。
who-named = **{ $task }** 由 { $names } 做，因为您就是这样要求的，没有考虑别人。
who-nobody = **{ $task }** 没有指定由谁来做：它不要求技能，也没有点名。
who-left-out = 如果由 { $asked } 做，不如不做这一项。
who-unable = { $asked } 做不了：{ $asked } 不会{ $skills }。
who-busy = 这段时间里，{ $busy }。
who-free = { $names } 也会，而且这段时间有空。
who-only = 没有别人会{ $skills }。
who-foil = 改由 { $asked } 做，重新求解：
who-impossible = 如果由 { $asked } 做，就没有能满足所有规则的计划。
who-unknown = 改由 { $asked } 做的重新求解没能在限定时间内完成，所以说不出代价是多少。

together-already = 它们就是同时做的：**{ $first }** 和 **{ $second }** 从 { $begin } 到 { $both } 重叠。
together-facts = **{ $first }** { $end }结束，**{ $second }** { $later }开始。
together-rule = 它们不能同时开始：{ $path }。这是您的要求。
together-apart = 它们不能同时做：您说过这两项不能重叠。
together-short = 两项一起做需要 { $demand } 个{ $resource }，而总共只有 { $there } 个。
together-left-out = 如果两项必须同时开始，不如不做其中一项。
together-confirmed = 所以没有任何计划能让两项同时开始。
together-impossible = 让两项同时开始，重新求解后发现没有可行的计划。
together-foil = 让两项同时开始，重新求解：
together-unknown = 让两项同时开始的重新求解没能在限定时间内完成，所以说不出代价是多少。

helps-head = 最有帮助的一处改动：{ $change }。这样，{ $goal }由 { $before } 降到 { $after }。我每次只改一处，重新求解。
helps-nothing = 逐一试了 { $count } 处小改动，没有一处找到更好的计划。
helps-no-time = 有 { $count } 处小改动可试，但时间不够，一处都没来得及试。请再问一次。
helps-untried = 还有 { $count } 处改动没有试。
helps-head-end = 最有帮助的一处改动：{ $change }。这样，全部完成的时间由 { $end_before } 变为 { $end_after }，{ $goal }仍是 { $after }。我每次只改一处，重新求解。
helps-at-most = 至多 { $amount }
helps-at-least = 至少 { $amount }
helps-unproved = 写着“至多”的，那个计划还没有证明最优，改动的好处可能更大。
helps-base-unproved = 不改动的计划也没有证明最优，所以有一部分好处，不改动也可能得到。
helps-nothing-unproved = 改动后的计划没有全部证明最优，所以其中也许有一处仍有帮助。
helps-vain = 单独这样改没有用：{ $changes }。
helps-now = 不改动
helps-columns = | 改动 | { $goal } | 全部完成 |
change-open-day = “{ $calendar }”{ moment-weekday }也上班
change-shift = 班次“{ $calendar }”延长 { $value }

changed-edits = 与之前的计划相比：{ $edits }。
changed-nothing = 与之前的计划相比，要求没有变化。
changed-most = 变动最大的是 **{ $task }**。
edit-added = 增加了“{ $name }”
edit-removed = 去掉了“{ $name }”
edit-duration = “{ $name }”的用时由 { $before } 变为 { $after }
edit-priority = “{ $name }”的优先级由 { $before } 变为 { $after }
edit-release = “{ $name }”最早可以从 { $after } 开始
edit-due = “{ $name }”{ $after ->
    [none] 不再有应完成时间
   *[other] 应在 { $after } 前完成
}
edit-deadline = “{ $name }”{ $after ->
    [none] 不再有截止时间
   *[other] 必须在 { $after } 前完成
}
edit-fixed = “{ $name }”{ $after ->
    [none] 不再固定开始时间
   *[other] 规定{ $after }开始
}
edit-other = “{ $name }”的需要或前后关系有变化
edit-capacity = { $name } 由 { $before } 个变为 { $after } 个
edit-resource = “{ $name }”的技能、时间或缺勤有变化
edit-calendars = 工作时间有变化
edit-goals = 目标有变化
edit-now = 现在的时间是 { $after }
end-same = 全部完成的时间不变，仍是 { $after }。
end-moves = 全部完成的时间由 { $before } 变为 { $after }。
value-same = { $goal }不变，仍是 { $after }。
value-better = { $goal }由 { $before } 降到 { $after }。
value-worse = { $goal }由 { $before } 升到 { $after }。
at-least = 两个计划并非都已证明最优，{ $goal }的真正差别在{ $least }到{ $most }之间。
difference-more = 多 { $amount }
difference-less = 少 { $amount }
verdict-equal = 这样一样好，您也可以改用这个计划。
verdict-better = 这样更好，您可以改用这个计划。
moves-none = 没有任务变动。
moves-some = 有 { $count } 项任务变动：{ $moves }。
moves-others = 有 { $count } 项任务换人做：{ $moves }。
moved-some = { $count } 项任务变动：{ $moves }。
moved-others = { $count } 项任务换了人做：{ $moves }。
compare-columns = | 任务 | 原来 | 改后 |
compare-end = 全部完成
move = { $task } { $before } → { $after }
move-others = { $move }（换人做）
comparison-dropped = 这样就不做 { $tasks }。
comparison-added = 这样还能做 { $tasks }。

found-head = 摘自《{ $title }》[1]：
found-more = 另见：{ $titles }。
found-nothing = 知识库里没有找到相关内容。请换个说法，或用“whyflow index 文件夹”加入您的资料。
found-which = 您指的是哪条规定？请说明内容，例如“五月份的退款规定是怎么说的？”。
found-other-language = （原文是另一种语言。）

abilities = 我可以安排工作，并解释为什么这样安排。您可以：
    - **告诉我任务**：“焊接需要10个人做2小时，优先级1；喷涂5个人3小时，焊接之后。共15人。”
    - **问为什么**：“为什么喷涂排在最后？”或“如果有20个人呢？”
    - **问怎么办**：“包裹破损怎么处理？”或“客户要求退款怎么回复？”
not-understood = 我没有看懂，请换个说法。
message-empty = 消息是空的。请告诉我任务，或询问计划、流程。
message-too-long = 消息有 { $count } 个字符，一次最多能读 { $limit } 个。请分几次发送，或上传任务表格。
llm-down = 语言模型没有回应（{ $why }）。计划和表格仍可使用，请稍后再试。
unexpected = 我们这边出了点问题，您的内容没有丢失，请再试一次。如果再次出现，请提供这个编号：{ $reference }
