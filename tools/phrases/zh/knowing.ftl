# 知识库答复中引文以外的话（tools/search.py），以及知识库页面（ui/knowing/）。
found-then = 《{ $title }》[1]在{ $day }时的内容（版本 { $version }）。该版本有效至{ $until }，现已不再适用：
found-then-still = 《{ $title }》[1]在{ $day }时的内容，至今仍然有效（版本 { $version }）：
found-disagree = ⚠ 两份资料说法不一致，请向负责人确认以哪一份为准：
found-side = “{ $text }”（《{ $title }》，{ $since }）
found-since = 自{ $day }起
found-since-ever = 未注明日期
