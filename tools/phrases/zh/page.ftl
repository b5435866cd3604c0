# 网页。$row 从 1 数起；$time 已经写成文字；$count 是数字。

page-tagline = 说出要做的事，得到计划，再问为什么。
page-switch = English
page-loading = 语言模型还在加载。现在已经可以修改表格、上传计划；模型就绪后会立即回答消息。
page-unexpected = 发生了意外情况，没有改动任何内容。请再试一次；如果再次出现，请报告这个编号：{ $reference }
page-not-opened = Whyflow 启动时发生了意外情况，无法回答。请重新启动；如果再次出现，请报告这个编号：{ $reference }
page-broken = Whyflow 无法打开页面。请重新启动；如果再次出现，请报告这个编号：{ $reference }

## 对话
page-chat = 对话
page-box = 描述任务，或提问……
page-send = 发送
page-new = 新对话
page-upload = 上传文件
page-welcome = 有什么要做的？
page-welcome-text = 说说谁做什么、要多久，中文英文都可以。Whyflow 会排出计划，也能说明原因。
page-welcome-planned = 想了解这个计划的什么？
page-welcome-planned-text = 可以问某个任务为什么排在这个时间，或者多一个人会怎样；说出要改什么，就会重新排。
page-sample-plan = 焊接需要10个人做2小时，优先级1；喷涂5个人3小时，优先级2，焊接之后；装配3人1小时，优先级3，喷涂之后。共15人。
page-sample-reply = 客户要求退款，怎么回复？
page-sample-search = 包裹破损怎么处理？
page-status-reading = 正在读您的消息……
page-status-loading = 语言模型还在加载，好了就处理您的消息……
page-status-thinking = 正在思考……
page-tool = { $outcome ->
    [running] { $tool }……
    [failed] { $tool }：按要求做不到
   *[done] { $tool }
}
page-tool-parse-tasks = 读取任务
page-tool-edit-tasks = 修改计划
page-tool-optimise-schedule = 排计划
page-tool-explain-decision = 解释计划
page-tool-search-knowledge = 查找文档
page-tool-draft-reply = 起草回复
page-tool-arguments = **传入的参数**
page-tool-message = 您的原话。
page-tool-result = **返回的结果**

## 计划
page-empty-title = 还没有计划
page-empty-text = 在对话里描述任务、上传文件，或直接填写下面的表格，图表就会出现在这里。
page-chart = 计划
page-verdict = { $status ->
    [optimal] 已是最优计划
    [feasible] { $gap ->
        [none] 不错的计划；与最优的差距未知
       *[other] 不错的计划；与最优最多相差 { $gap }%
    }
    [infeasible] 无法满足所有截止时间
   *[unknown] 限定时间内没有找到计划
}
page-ends = { $count ->
    [0] 没有安排任何任务：全部略过
   *[other] { $time }全部完成
}
page-point = 点一下条形，问它的事：为什么在那时、为什么不早些、由谁来做、假如怎样。把它拖到另一个条形上，问它为什么不排在前面。用键盘：方向键选条形，回车提问；空格拿起一个，再到另一个上按回车。
page-asks = 关于“{ $task }”的问题
page-drag = 为什么“{ $task }”不排在“{ $other }”前面？
page-looking = 正在寻找更好的计划……
page-looking-first = 正在寻找计划……
page-progress = 目前最好：{ $goal } { $value }（{ $seconds } 秒）
page-progress-bound = 目前最好：{ $goal } { $value }；不可能低于 { $bound }（{ $seconds } 秒）
page-progress-trials = 已试 { $tried } 处小改动，共 { $trials } 处（{ $seconds } 秒）
page-accept = 采用这个计划
page-undo = 撤销
page-redo = 重做
page-stop = 停止，采用目前最好的
page-goal-by = 首先要
page-goal-then = 其次要
page-goal-none = 不再要求
page-goal-waiting-long = 少等待
page-goal-makespan-long = 尽早全部完成
page-goal-tardiness-long = 少延误
page-goal-completion-long = 各项早完成
page-goal-people-long = 用人少
page-goal-cost-long = 费用低
page-goal-balance-long = 忙闲均匀
page-goal-value-long = 少放弃任务
page-goal-moves-long = 少变动
page-view = 显示
page-view-task = 按任务
page-view-resource = 按资源
page-miss = “{ $task }”比截止时间晚 { $time } 完成
page-effects = 每处改动单独能让{ $goal }减少多少
page-effects-end = 每处改动单独能让整个计划提前多少完成
page-more-rows = 展开其余部分
page-compare = 假设方案：{ $time }全部完成，{ $count ->
    [0] 没有任务变动
   *[other] { $count } 项任务变动
}{ $others ->
    [0] { "" }
   *[other] ，{ $others } 项换人做
}。宽条是假设方案，灰色细条是当前计划。
page-nobody = 不占资源
page-before = 当前计划
page-yours = 您的计划：
page-new-task = 新增
page-later = 晚 { $time }
page-earlier = 早 { $time }
page-release = 最早开始
page-due = 应完成
page-deadline = 截止
page-missed = 已错过
page-axis-day = { moment-date }<br>{ moment-weekday }
page-now = 现在，{ $time }
page-closed = 不上班
page-pause = 中断
page-done = 已完成
page-running = 进行中
page-fixed = 固定开始
page-hover-pauses = 中断 { $time }
page-hover-priority = 优先级 { $priority }

## 表格
page-tasks = 任务
page-pools = 资源
page-more = 更多列……
page-calendars = 日历与工作时间
page-calendars-help = 工作时间可写“周一至周五 08:00-17:00”，再在资源的那一行填上日历的名称。用日历和日期时，要写计划的开始时间。开工以后，变动的任务会尽量少；如果愿意为更好的计划多变动一些，请写明变动一分钟的代价。
page-calendar-table = 日历
page-frame = 整个计划
page-column-name = 任务
page-column-duration = 时长
page-column-needs = 需要
page-column-priority = 优先级
page-column-after = 前置任务
page-column-release = 最早开始
page-column-due = 应完成
page-column-deadline = 截止
page-column-resource = 资源
page-column-capacity = 数量
page-column-or = 或者
page-column-pausable = 可中断
page-column-value = 可选价值
page-column-fixed = 固定开始
page-column-started = 已开始
page-column-ended = 已结束
page-column-family = 类别
page-column-apart = 不能同时
page-column-same-people = 同一批人
page-column-kind = 种类
page-column-skills = 技能
page-column-calendar = 日历
page-column-absences = 缺勤
page-column-cost = 费用
page-column-setups = 换型
page-column-hours = 工作时间
page-column-days = 工作日
page-column-closed = 休息
page-column-extra = 加班
page-column-time-zone = 时区
page-origins = 各个值的出处
page-assumed = 假设值：没有人说过
page-column-start = 开始时间
page-column-now = 现在
page-column-stability = 变动一分钟的代价
page-column-goals = 目标
page-yes = 是
page-skill = 技能
page-kind-people = 人员
page-kind-equipment = 设备
page-kind-stock = 库存
page-goal-waiting = 等待
page-goal-makespan = 总工期
page-goal-tardiness = 延误
page-goal-completion = 完成时间
page-goal-people = 人数
page-goal-cost = 费用
page-goal-balance = 均衡
page-goal-value = 价值
page-goal-moves = 变动
page-day-mon = 周一
page-day-tue = 周二
page-day-wed = 周三
page-day-thu = 周四
page-day-fri = 周五
page-day-sat = 周六
page-day-sun = 周日
page-day-to = 至
page-stretch = { $start } 至 { $end }
page-add = 添加任务
page-table-help = 双击单元格即可修改，计划会立即更新。时间可写 90、1h30 或 2小时，从计划开始时算起。
page-table-assumed = ≈ 表示没有人给出的假设值，不对就直接改。时间可写 90、1h30 或 2小时，从计划开始时算起。
page-caught-up = 计划在另一个窗口被改过。现在显示的是最新计划。
page-elsewhere = 计划刚才在另一个窗口被改过。现在显示的是最新计划，您的修改已经加进去。
edit-elsewhere = 计划刚才在另一个窗口被改过，行数也变了。现在显示的是最新计划，请把您的修改再做一次。
page-no-name = 第 { $row } 行还没有任务名称。
page-no-duration = “{ $task }”（第 { $row } 行）还没有时长，例如可写 30分钟 或 1h30。
page-no-resource = 资源表第 { $row } 行有数量，但没有名称。
page-bad-time = “{ $task }”（第 { $row } 行）的{ page-column }“{ $value }”不是能读懂的时间，例如可写 90（分钟）、1h30、2小时，或日期 2026-11-24 14:00。
cell-also = 同样的问题还有：{ $places }。
cell-place = “{ $value }”（第 { $row } 行“{ $task }”的{ page-column }）
cell-row = 第 { $row } 行
page-bad-number = “{ $task }”（第 { $row } 行）的{ page-column }“{ $value }”不是大于等于 1 的整数，例如可写 2。
page-no-calendar = 日历表第 { $row } 行没有名称。
page-bad-flag = “{ $task }”（第 { $row } 行）的“{ page-column }”写的是“{ $value }”，应写“是”或“否”。
page-value-missing = “{ $task }”（第 { $row } 行）写的是“{ $value }”：可以不做，但没有写不做会损失多少。请在“{ page-column }”里写它的价值，例如 10。
page-bad-choice = “{ $task }”（第 { $row } 行）的“{ page-column }”写的是“{ $value }”，可以写：{ $known }。
page-bad-way = “{ $task }”（第 { $row } 行）的“{ page-column }”里，“{ $value }”没有先写时长。每种做法先写时长，再写需要什么，例如：3小时, 机器B; 2小时, 机器A × 2。
page-bad-stretch = “{ $task }”（第 { $row } 行）的“{ page-column }”里，“{ $value }”不是能读懂的时间，例如可写 2026-12-24 至 2026-12-26，或 2026-12-24 13:00 至 17:00。
page-bad-setup = “{ $task }”（第 { $row } 行）的“{ page-column }”里，“{ $value }”不是能读懂的换型时间，例如可写 红 > 蓝 30分钟。
page-bad-hours = “{ $task }”（第 { $row } 行）的“{ page-column }”里，“{ $value }”不是能读懂的工作时间，例如可写 周一至周五 08:00-12:00, 13:00-17:00。
page-column = { $column ->
    [needs] 需要
    [people] 人数
    [duration] 时长
    [release] 最早开始
    [due] 应完成时间
    [deadline] 截止时间
    [priority] 优先级
    [or] 或者
    [pausable] 可中断
    [value] 可选价值
    [fixed] 固定开始
    [started] 已开始
    [ended] 已结束
    [family] 类别
    [apart] 不能同时
    [same-people] 同一批人
    [kind] 种类
    [skills] 技能
    [calendar] 日历
    [absences] 缺勤
    [cost] 费用
    [setups] 换型
    [hours] 工作时间
    [closed] 休息
    [extra] 加班
    [time-zone] 时区
    [start] 开始时间
    [now] 现在
    [stability] 变动的代价
    [goals] 目标
   *[capacity] 数量
}

## 来源
page-passages = 来源
cited-closed = 仅供他人查阅的文件
cited-closed-text = 分享此对话的人可以查阅这份文件，您不可以。

# What is told of something, and its value.
named-value = { $name }：{ $value }
