# 提问与选择（agent/queue.py、agent/guard.py）。
turn-stopped = 已停止，什么都没有改动。
turn-interrupted = 这条消息没有得到回答：Whyflow 在此期间重新启动了。没有做任何改动，请再问一次。
# 指令里没有说到的内容。
ask-what = 我不太确定您的意思：是哪项任务，要改成什么样？例如：“焊接改成3小时”、“不做盘点了”、“喷涂为什么排在最后？”
ask-tasks = 请先告诉我任务：要做什么、各要多久、需要几个人、先后顺序如何。也可以直接粘贴表格。
# 没有时长就无法安排（tools/telling/schedule.py、tools/wording/gaps.py）。
ask-durations = { $count ->
    [one] **{ $names }需要多长时间？** 例如：“2小时”。
   *[other] **{ $names }各需要多长时间？** 一条消息就够了：按这个顺序写（“2小时、30分钟、1天”），统一写（“都是2小时”），或写上名称（“{ $first }2小时，其余30分钟”）。
}
which-gap = 还有 { $count } 项任务缺少时长：{ $names }。请按这个顺序逐一写出时间，或统一写一个（“都是2小时”），或把时间和任务名写在一起。
# `whyflow eval route`（ui/eval/route.py）。
eval-row-route-right = 工具和参数都对，
eval-row-route-wrongly = 不该用工具却用了，
eval-row-answer = 对话一次完整回答的中位数
