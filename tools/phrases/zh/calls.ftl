# 不调用工具时的回答
call-none = 没有一个函数能做这件事。
call-missing = 要调用 { $tool }，还需要：{ $names }。
call-wrong = { $tool } 不接受这些值：{ $values }。
