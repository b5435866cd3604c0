# 无法照办时说明：哪里不对、给出的值是什么、怎样才对。
no-tasks = 没有可以安排的内容：请至少给出一项任务的名称和时长。
too-many-tasks = 一次安排 { $count } 项任务太多了，最多可以安排 { $limit } 项。
double-task = 有两项任务都叫“{ $name }”，请给它们起不同的名字。
double-resource = 有两种资源都叫“{ $name }”，请给它们起不同的名字。
bad-field = { $place } 的值是 { $value }，不符合要求：{ $rule }。
not-a-choice = { $place } 的值是 { $value }，必须是以下之一：{ $known }。
not-an-object = { $place } 的值是 { $value }，必须是一个对象，字段见 `whyflow plan --schema`。
not-a-list = { $place } 的值是 { $value }，必须是列表。
not-text = { $place } 的值是 { $value }，必须是加引号的文字。
not-a-flag = { $place } 的值是 { $value }，必须是 true 或 false。
missing-field = 缺少 { $place }。
unknown-field = { $place } 的值是 { $value }，但没有这个字段，请去掉。
not-whole = { $place } 的值是 { $value }，应是整数。
bad-name = { $value } 不能作为名称，名称应有 1 到 { $limit } 个字符。
bad-demand = “{ $task }”需要 { $value } 个“{ $resource }”，数量应为 1 到 { $limit }。
bad-capacity = { $everybody ->
    [yes] 人数
   *[other] “{ $resource }”的总数
}是 { $value }，应为 1 到 { $limit }。
bad-duration = “{ $task }”的时长是 { $value } { $unit ->
    [hours] 小时
   *[minutes] 分钟
}；一项任务至少 1 分钟，最多一年。
bad-priority = “{ $task }”的优先级是 { $value }；优先级应为 1 到 { $limit } 的整数，数字越大越紧急。
bad-minute = “{ $task }”的 { $field } 是第 { $value } 分钟，应在开始后的 0 分钟到十年之间；只有应完成时间（due）可以早于开始。
waits-for-itself = “{ $task }”不能等待它自己，只能等待其他任务。
unknown-task = 计划里没有名为“{ $task }”的任务。现有任务：{ $known }。
unknown-predecessor = “{ $task }”要等“{ $after }”完成，但任务里没有它。现有任务：{ $known }。
unknown-resource = “{ $task }”需要“{ $resource }”，但没有说明一共有多少，请把它加到资源里。
demand-above-capacity = “{ $task }”需要 { $demand } 个{ $everybody ->
    [yes] 人
   *[other] “{ $resource }”
}，但一共只有 { $capacity } 个。请增加总数，或减少这项任务的需要。
cycle = 这些任务互相等待，谁都无法开始：{ $tasks }。请去掉其中一个先后关系。
cycle-adds-up = 这些任务互相等待，形成一圈：{ $tasks }。绕一圈的间隔和时长加起来是 { $minutes } 分钟，也就是每项任务都要比自己还晚这么久；只有加起来不超过零才可能。请去掉其中一个关系，或缩短间隔。
bad-time-limit = 求解时限不能是 { $value } 秒，请在 0.05 到 3600 秒之间选择。
no-plan-yet = 还没有计划。请先告诉我任务：做什么、要多久、需要几个人。
no-clock-asked = 计划还没有写明什么时候开始，钟点和日期暂时无从算起。请告诉我什么时候开工（“周一早上8点开始”），或者用从开始算起的时间来问，例如“4小时之内”。
no-clock-asked-of = 整个计划从开始算起要 { $hours } 小时，但还没有写明什么时候开始，钟点和日期暂时无从算起。请告诉我什么时候开工（“周一早上8点开始”），或者用从开始算起的时间来问：“怎样才能在4小时之内做完？”
which-task = 您指的是哪项任务？现有任务：{ $known }。
which-change = 您想改变什么？可以改人数、时长、优先级、截止时间，或去掉一项任务。例如：“如果有 20 个人呢？”
why-so-many = 某个时刻为什么是这么多人在做，我说不出来。我可以说明一项任务为什么在那时开始（“为什么喷涂在10点？”）、由谁来做，以及人多人少会怎样：“如果有 5 个人呢？”
why-idle = “{ $resource }”某段时间为什么空着，没法直接算出来。{ $tasks ->
    [none] 没有任务需要它。
   *[other] 可以问用得上它的任务为什么不早点开始：{ $tasks }。
}
task-has-started = “{ $task }”已经开始，不能再改到别的时间。
before-the-plan = 那个时间早于计划的开始，“{ $task }”不可能在那时开始。
away-before-start = 那段时间早于计划的开始，“{ $resource }”在不在都没有影响。
end-before-start = 在这个计划里那个时间已经过去，不可能在那之前完成。
same-task = 这里只提到了一项任务“{ $task }”。比较先后需要两项不同的任务。
no-tasks-read = 这段话里没有找到任务。请写明每项任务和时长，例如：“打包 2 小时，3 个人；送货 1 小时，打包之后。”
file-missing = { $file } 不存在或无法读取。
file-kind = { $file } 不是能读的文件，请给 .json、.csv、.xlsx、.docx、.pdf、.eml、.txt 或 .md 文件。
file-corrupt = { $file } 无法读取：文件已损坏，或与扩展名不符。请确认它能用原来的程序打开，并且已完整保存。
file-encoding = { $file } 不是 UTF-8、UTF-16、GB18030 或 Big5 编码的文本。请另存为 UTF-8，或存为 Excel 文件。
file-json = { $file } 从第 { $line } 行第 { $column } 列起不是有效的 JSON。请确认已完整保存。
file-too-large = { $file } 有 { $size } MB，计划文件最大 { $limit } MB。
file-key-twice = { $file }：同一个对象里 { $twice } 出现了两次，只能有一个算数。
file-no-column = { $file } 缺少“{ $column }”一列。第一行应是列名，例如：任务、时长、人数、优先级、前置任务。现有列：{ $found }。
double-calendar = 有两个日历都叫“{ $name }”，请给它们起不同的名字。
bad-lag = 与“{ $after }”的间隔是 { $value } 分钟；间隔最多一年，可以为负（提前）。
bad-value = 不做“{ $task }”的损失是 { $value }；可选任务的价值应为 1 到 { $limit } 的整数。
names-itself = “{ $task }”在“不能同时进行”或“由同一批人做”里写了它自己，只能写其他任务。
ended-before-start = “{ $task }”已经结束，但没有在此之前开始。请写明它何时开始，结束时间不能早于开始时间。
unknown-other = “{ $task }”提到了“{ $other }”，但任务里没有它。现有任务：{ $known }。
fixed-before-release = “{ $task }”固定在 { $fixed } 开始，但它最早 { $release } 才能开始。请修改其中一个。
fixed-past-deadline = “{ $task }”固定在 { $fixed } 开始，需要 { $minutes } 分钟，赶不上截止时间 { $deadline }。请提前开始，或推迟截止时间。
too-few-skilled = “{ $task }”需要 { $demand } 个会“{ $skill }”的人，但{ $able ->
    [0] 没有人会
   *[other] 只有 { $able } 个
 }。请让更多人具备这项技能，或减少这项任务的需要。
skills-not-covered = “{ $task }”同时需要 { $demand } 个人来做 { $skill }，但{ $able ->
    [0] 没有人具备其中任何一项技能
   *[other] 具备其中任何一项技能的只有 { $able } 个人
 }，而每人一次只能做一件事。
too-few-besides = “{ $task }”指名要 { $named }，此外还需要 { $demand } 个会“{ $skill }”的人，但{ $able ->
    [0] 没有其他人会
   *[other] 其他人中只有 { $able } 个会
 }。请让更多人具备这项技能，或减少这项任务的需要。
same-people-of-many = “{ $task }”要与“{ $other }”由同一批人来做，但“{ $resource }”是 { $capacity } 个无法区分的人。请把每个人单独列为一项资源，写明名字和技能。
same-people-of-nobody = “{ $task }”要与“{ $other }”由同一批人来做，但“{ $nobody }”不需要任何人。请写明它需要的技能，或把做它的人的种类选为“人员”。
stock-too-small = 所有任务一共要用掉 { $demand } 个“{ $resource }”，但只有 { $capacity } 个。请增加库存、减少用量，或允许不做某些任务。
bad-cost = “{ $resource }”的单价是 { $value }，应为 0 到 { $limit } 的整数。
bad-setup = 换型时间是 { $value } 分钟，应为 0 到 { $limit }。
setups-of-many = “{ $resource }”有换型时间，又有 { $capacity } 个、有技能或是库存；换型时间只适用于一次做一件事的单台设备。
stock-works = “{ $resource }”是会用完的库存，不能有技能、日历或缺勤。
absence-ends-early = “{ $resource }”的缺勤从第 { $start } 分钟到第 { $end } 分钟，结束必须晚于开始。
absence-out-of-reach = “{ $resource }”的缺勤从第 { $start } 分钟到第 { $end } 分钟，应在计划开始后的二十年之内。
bad-absence = “{ $resource }”的缺勤数量是 { $value }，应为 1 或更多；全部缺勤时请不写数量。
bad-now = “现在”是第 { $value } 分钟，应在计划开始后的十年之内。
bad-clock = { $value } 不是一天中的时刻，请写 00:00 到 24:00，例如 08:30。
bad-date = { $value } 不是能读懂的日期，请写成 2026-11-24，需要时刻时写成 2026-11-24T14:00。
bad-start = 计划从 { $value } 开始，请选择 { $first } 年到 { $last } 年之间的时间。
before-start = “{ $task }”的 { $field } 是 { $value }，早于计划的开始时间 { $start }。请修改它，或让计划更早开始。
needs-start = { $value } 是日期，但没有说明计划从什么时候开始。请给出计划的开始时间，例如 2026-11-24T08:00。
skipped-hour = { $zone } 的时钟不会显示 { $value }：夏令时跳过了这一小时。请选择之前或之后的时间。
start-shown-twice = { $value } 是夏令时结束时 { $zone } 的时钟第二次显示这一小时。请让计划在这一小时之前或之后开始。
unknown-time-zone = 没有时区 { $value }，请写成 Asia/Shanghai、Europe/Berlin 或 UTC。
no-days = 日历“{ $calendar }”中有一段工作时间没有写是星期几，请至少写一天，例如 mon。
stretch-ends-early = 有一段时间从 { $start } 到 { $end }，结束必须晚于开始。
unknown-calendar = “{ $resource }”按日历“{ $calendar }”工作，但没有这个日历。现有日历：{ $known }。
no-calendars = “{ $resource }”按日历“{ $calendar }”工作，但还没有任何日历。请添加它，或让它随时可用。
calendar-needs-start = “{ $resource }”按日历“{ $calendar }”工作，但没有说明计划从什么时候开始。请给出计划的开始时间，例如 2026-11-24T08:00。
hours-overlap = 日历“{ $calendar }”的工作时间 { $first } 与 { $second } 在{ $day ->
    [mon] 星期一
    [tue] 星期二
    [wed] 星期三
    [thu] 星期四
    [fri] 星期五
    [sat] 星期六
   *[sun] 星期日
}重叠，请让前一段在后一段开始之前结束。
never-open = 日历“{ $calendar }”从不开放，按它工作的资源什么都做不了。请给它加上某一天的工作时间。
longest-stretch = “{ $task }”要不间断地做 { $duration } 分钟，但 { $resource } 最长只能连续工作 { $longest } 分钟。请允许任务中断、缩短任务，或延长工作时间。
never-open-together = “{ $task }”同时需要 { $resource }，但它们从不同时在岗。请修改日历，或这项任务的需要。
needed-by-name = 没有 { $resource } 就没有计划：{ $tasks }点名要 { $resource }。可以改为要求某项技能，或换成别人，或说明 { $resource } 离开多久。
which-of = 有几项任务都符合：{ $names }。您指的是哪一项？
no-plan-before = 在这个计划之前没有别的计划可以比较。
no-such-pool = 没有可以改变数量的“{ $resource }”，现有的是：{ $known }。请在表格里按名字增加或减少。
one-of-a-kind = “{ $resource }”是有自己技能的一个人（或一台设备），数量不能变成 { $capacity }。请在表格里按名字增加别人，或填写缺席。
task-left-out = 这个计划没有做“{ $task }”，所以没有时间可以解释。
bad-workers = 不能使用 { $value } 个线程，请在 1 到 { $limit } 之间选择。
bad-assignment = 原计划中“{ $task }”从第 { $start } 分钟到第 { $end } 分钟，做法是 { $way }；开始应为 0 或更大，结束不能更早，做法从 0 数起。
double-assignment = 原计划中“{ $task }”出现了两次，每项任务只能出现一次。
bad-pace = 所有任务都要用原来 { $value }% 的时间，这不可能；百分比要大于 0。
bad-seed = 随机种子不能是 { $value }，请选择 0 到 { $limit } 之间的整数。
bad-goal = 没有 { $value } 这个目标，请从这些里选：{ $known }。
bad-stability = 稳定性不能是 { $value }，这个计划请选择 0 到 { $limit } 之间的整数。
fact-after-now = “{ $task }”的{ $field ->
    [started] 实际开始
   *[ended] 实际结束
}是 { $value }，但现在才 { $now }。请改正其中之一，或改为安排它。
cost-too-large = 所有任务一共可能花费 { $total }，其中“{ $task }”就要 { $cost }；最多能计算到 { $limit }。请降低它的单价、数量或时长。
too-many-heads = “{ $task }”按技能需要 { $demand } 人；最多能逐一挑选 { $limit } 人。更多的人请写成一种资源的数量。
too-many-choices = 到“{ $task }”为止，任务按技能需要的人太多，人选超过 { $limit } 种。请把技能相同的人合为一种资源，或减少需要的人数。
too-many-ways = “{ $task }”有 { $count } 种其他做法，最多能比较 { $limit } 种。
not-open-in-reach = 日历“{ $calendar }”在计划开始后的二十年之内都不开放。请缩短关闭的时间，或让它更早开放。
double-setup = “{ $resource }”有两个从“{ $before }”到“{ $after }”的换型时间，每一对请只写一个。
file-too-many-rows = { $file } 超过 { $limit } 行，一次最多能安排 { $limit } 项任务。
file-too-many-columns = { $file } 超过 { $limit } 列，请删去与计划无关的列。
file-double-column = { $file } 有几列意思相同：{ $found }。请只保留一列。
file-digits = { $file } 里有一个超过 4300 位的数，请写小一些。
file-unpacked = { $file } 解压后有 { $size } MB，最多能读取 { $limit } MB。
all-left-out = 所有任务都可以略过，计划也全部略过了，所以没有可问的。请去掉必须完成的任务的“可选价值”。
ask-no-more = 计划有了变动，这个问题不再适合“{ $task }”。请再点一下它的条形，看看现在可以问什么。
error-of-task = 任务“{ $name }”：{ $error }
error-of-resource = 资源“{ $name }”：{ $error }
error-of-calendar = 日历“{ $name }”：{ $error }
