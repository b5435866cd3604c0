# 修改任务的后续消息
edited = 已修改：{ $changes }。
edit-undo = { $count ->
    [1] 已撤销，计划恢复到修改之前。
   *[other] 已撤销 { $count } 次修改，计划恢复到这些修改之前。
}
edit-redo = { $count ->
    [1] 已重做。
   *[other] 已重做 { $count } 次修改。
}
edit-undo-fewer = 可以撤销的只有 { $count } 次。
edit-redo-fewer = 可以重做的只有 { $count } 次。
edit-for-nothing = 修改后随即撤销：{ $changes }。计划和之前一样。
nothing-to-undo = 没有可以撤销的修改。
nothing-to-redo = 没有可以重做的修改。
waits-not = “{ $task }”本来就不用等“{ $other }”，没有什么可去掉的。
which-swap = 要对调哪两项任务？现有任务：{ $known }。
which-edit = 要改什么？例如：“{ $task }改成3小时”、“{ $task }需要两个人”、“去掉{ $task }”、“加一个最终检查，20分钟”，或者“撤销”。
whose-people = 这是哪里的人数：“{ $task }”需要的，还是一共可用的？例如：“{ $task }需要两个人”或“一共有10个人”。
which-lag = 哪项任务等哪项任务，等多久？例如：“{ $task }在{ $other }之后30分钟开始”。如果是任务本身要这么久，请说：“{ $task }需要30分钟”。
change-wait-lag = “{ $task }”在“{ $other }”完成至少 { $value }之后开始
start-not-set = 可以设定“{ $task }”在几点开始，或最早几点开始：“{ $task }10点开始”、“{ $task }最早10点开始”。如果已经开始，请在表格里填写。
change-fixed = “{ $task }”准时在 { $value } 开始
no-clock-yet = 计划还没有写明哪一天开始，钟点和日期暂时无从算起。请在表格旁填写开始时间，或者说从开始算起的时间，例如“4小时之内”。
change-rename = “{ $task }”改名为“{ $name }”
change-demand = “{ $task }”需要 { $value } 个{ $resource }
change-demand-none = “{ $task }”不需要{ $resource }
change-wait = “{ $task }”等“{ $other }”完成后开始
change-wait-none = “{ $task }”不再等“{ $other }”
change-swap = “{ $task }”和“{ $other }”互换位置
change-release = “{ $task }”最早{ $value }开始
change-due = “{ $task }”应在{ $value }之前完成
change-release-none = “{ $task }”随时可以开始
change-due-none = “{ $task }”不再有应完成时间
change-deadline-none = “{ $task }”不再有截止时间
no-such-limit = { $task ->
    [none] 现在的计划
   *[other] “{ $task }”
}没有{ $field ->
    [due] 应完成时间
    [release] 最早开始时间
   *[deadline] 截止时间
}，不用取消。
which-corrected = 说的是哪项任务？请带上名称。现有任务：{ $known }。
wait-until = 是“{ $task }”最早那时才开始，还是最晚那时要完成？请说“{ $task }最早……开始”或“{ $task }最晚……完成”。
alone-or-also = “{ $task }”现在需要 { $count } 个人。是由{ $who }单独做，还是{ $who }也来做？请说“{ $who }单独做{ $task }”或“{ $who }也做{ $task }”。
several-ways = “{ $task }”有几种做法，每种做法由谁来做请在表格里填写。
does-not = { $who }现在不做“{ $task }”，没有可以替换的。
not-done-by = { $who }现在本来就不做“{ $task }”，没有改动。
who-instead = “{ $task }”现在由{ $who }做。改由谁做？请说“{ $task }交给……”；如果不做了，请说“去掉{ $task }”。
who-does-which = 谁做哪项任务？请逐项说明，例如“{ $who }做{ $task }。……”。
task-there = 计划里已经有“{ $task }”。如果要再加一项，请换个名称；如果要改这一项，请说“{ $task }改成3小时”。
name-taken = 已经有名为“{ $name }”的任务，请给“{ $task }”换一个名称。
waits-already = “{ $task }”本来就等“{ $other }”完成后才开始。
hours-of-one = 可以设定所有人的上班时间（“我们8:00到16:00上班”），或者说{ $who }什么时候不在（“{ $who }12:00到16:00不在”）。{ $who }一个人的上班时间请在表格里用日历设定。
does-already = “{ $task }”本来就由{ $who }做。
has-no-skill = “{ $task }”需要“{ $skill }”技能，{ $who }没有。
no-such-person = 计划里没有叫“{ $who }”的人。{ $known ->
    [none] 计划里还没有写明姓名的人。
   *[other] 现有：{ $known }。
}人员请在资源表里添加。
first-waits = “{ $task }”要等“{ $other }”，不能排在最前。请先说“{ $task }不用等{ $other }了”。
last-waited-for = “{ $other }”要等“{ $task }”，所以“{ $task }”不能排在最后。请先说“{ $other }不用等{ $task }了”。
place-already = { $task }本来就排在{ $side ->
    [first] 最前
   *[last] 最后
}。
overlap-already = “{ $task }”和“{ $other }”之间没有先后限制，人手和机器够就会同时进行。如果要一起开始，请说“{ $task }和{ $other }同时开始”。
between-them = “{ $task }”要等“{ $between }”，“{ $between }”又要等“{ $other }”，两者不能同时进行。请先说“{ $task }不用等{ $between }了”。
done-already = “{ $task }”已经标记为完成。
split-how = 可以把“{ $task }”平均拆成前后相接的几段，例如“把{ $task }拆成两段”。如果各段时长或人员不同，请去掉这项任务再分别添加，例如“加一个内部喷漆，1小时”。
split-not = “{ $task }”已经开始、可以不做或有几种做法，不能拆分。
split-short = “{ $task }”太短，拆不成 { $parts } 段（每段至少 1 分钟）。
which-new = 是哪 { $count } 项任务，各需要多长时间？例如：“加清洗20分钟和测试30分钟”。
change-assign = “{ $task }”有{ $who }参加
change-assign-alone = “{ $task }”由{ $who }单独做
change-assign-instead = “{ $task }”改由{ $who }做，不再用{ $instead }
change-together = “{ $task }”和“{ $other }”同时开始
change-overlap = “{ $task }”和“{ $other }”可以同时进行
change-finish = “{ $task }”已完成（截至{ $value }）
change-split = “{ $task }”平均拆成 { $parts } 段，从“{ $first }”到“{ $last }”
start-hour = 计划几点开始？例如：“明天9点开始”。
start-begun = 工作已经开始，计划的开始时间是事实，不能再改。
start-too-late = “{ $task }”有一个时间早于新的开始时间，请先改那个时间。
hours-of-nobody = 计划里没有任务需要人，上班时间对谁都不起作用。请先说明各任务需要几个人。
which-calendar = 人员使用多个日历：{ $known }。请在表格里修改。
which-edit-of = 这是关于“{ $task }”的，但没看懂要改什么：“{ $words }”。可以改时长、由谁做、几个人做、优先级、先后位置、等哪项任务、开始和截止时间，也可以去掉它。
edit-unread = 没有看懂{ $words }，这部分没有改动任何内容。
edit-person-unread = 没有看懂这和{ $who }有什么关系；如果是由{ $who }来做，请说“{ $who }做{ $task }”。
edit-quoted = “{ $words }”
change-start = 计划从{ $value }开始
change-hours = 所有人的上班时间为{ $hours }（{ $days }）
hours-unclear = 这些上班时间没有全部看懂。请用 24 小时制写，例如“我们8:00到12:00、13:00到17:00上班”。
