# 对话列表（agent/chats.py、ui/page/shelf.py）。
chat-unknown = 没有这个对话，或者它没有共享给您。
chat-shared = “{ $title }”共享给您阅读，只有它的主人可以继续。想自己提问，请新建对话。
chat-no-title = 对话的标题至少要有一个字。
chat-team = 只能共享给您自己的团队，您不在“{ $team }”中。

## 聊天
page-status-waiting = 前面还有 { $place } 条消息……
page-full = 现在正在回答的消息很多。您写的内容仍在这里，请过一分钟再发送。
page-again = 重试
page-mend = 修改上一条消息
page-mending = 正在修改上一条消息。发送后将替换原消息及其回答，并撤回它对计划的改动。
page-leave = 保持原样
page-halt = 停止
page-only-reading = “{ $title }”是共享给您阅读的。要自己提问或排计划，请新建对话。
page-only-reading-of = “{ $title }”是{ $owner }的对话，共享给您阅读。要自己提问或排计划，请新建对话。

## 接下来可以问什么
suggest-helps = 什么最有帮助？
suggest-overall = 为什么整个计划要这么久？
suggest-more = 如果有 { $count } 个人呢？
suggest-tasks = 把这件事要做的工作排出来
suggest-source = “{ $title }”的内容是什么？

## 对话列表
shelf-open = 历史对话
shelf-search = 搜索标题和消息
shelf-list = 您的对话
shelf-none = 还没有对话。您写的内容会出现在这里。
shelf-nothing = 没有包含这些词的对话。
shelf-shared = { $title } · { $when } · 已共享
shelf-line = { $title } · { $when }
shelf-title = 标题
shelf-rename = 重命名
shelf-share = 还有谁可以阅读
shelf-everyone = 全体同事
shelf-address = 此对话的链接
shelf-forget = 删除
shelf-forget-sure = 确定删除？删除后无法恢复。
shelf-untitled = { $count } 个任务的计划：{ $first }

## 下载
export-choose = 下载……
export-talk = 对话（Markdown）
export-xlsx = 计划与表格（Excel）
export-csv = 计划（CSV）
export-ics = 计划（日历 ICS）
export-png = 图表（PNG）
export-json = 问题与计划（JSON）
export-nothing = 还没有可以下载的计划。
export-no-start = 日历需要日期。请在“日历与工作时间”中填写计划的开始时间。
export-sheet = 排程
export-user = 您
export-whyflow = Whyflow
export-start = 开始
export-end = 结束
export-who = 人员与资源
page-prose = { $file } 的文字已放入输入框。发送后会从中读取任务，也可以先删减。

## 首次访问时的示例
example-look = 看一个示例
example-calls = 回访五位客户
example-parcels = 拆检退货包裹
example-refunds = 办理退款
example-stock = 盘点库存
example-shelves = 补货上架
example-report = 写日报
example-scanner = 扫码枪
