# 给客户的回复：模板、草稿、转交（tools/draft.py、tools/replies/、ui/replying/）。
handover-head = **已转交**给{ $owner }：
handover-nobody = 尚未指定的同事（请选择）
handover-reason = - 原因：{ $reason }
handover-summary = - 事由：{ $summary }
handover-urgency = - 紧急程度：{ $urgency }
handover-questions = - 还不清楚的：
handover-outside = 我们没有这类事情的回复模板或流程
handover-unclear = 这条消息可能有多种意思
handover-no-template = 没有合适的回复模板
handover-unsupported = 没有流程说明该怎么回答
handover-contradiction = 我们的流程说法不一
handover-risk = 可能有人会受到伤害
urgency-low = 低
urgency-normal = 一般
urgency-high = 高
urgency-now = 立即

knowledge-slot-open = { $file } 第 { $line } 行第 { $column } 个字符：“{ $piece }”打开了空位却没有关闭；应写成 { $right } 这样。
knowledge-slot-close = { $file } 第 { $line } 行第 { $column } 个字符：“{ $piece }”关闭了一个没有打开的空位；应写成 { $right } 这样。
knowledge-slot-name = { $file } 第 { $line } 行第 { $column } 个字符：“{ $piece }”不能作空位的名称；请用文字、数字和下划线，如 { $right }。
knowledge-slot-kind = { $file } 第 { $line } 行第 { $column } 个字符：“{ $piece }”不是空位的类型；可用的类型有：{ $known }。
knowledge-no-reply-text = { $file } 里没有可发送的文字；请写在“回复”标题下。
knowledge-no-template = 没有名为 { $id } 的回复模板，或者您无权查看。
knowledge-template-changed = 您打开之后，{ $by } 已保存了“{ $title }”的第 { $version } 版；请先查看，再保存。

draft-open = 回复里还有空位没填：{ $slots }。请先填好。
draft-value = “{ $value }”不能填作{ $slot }：不能有括号，最多 500 个字符，金额和编号处要有数字。
