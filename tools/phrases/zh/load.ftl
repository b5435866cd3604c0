# `whyflow bench app` 的各行。
eval-row-load-first-word = 第一个字，第 95 百分位，同时在线人数：
eval-row-load-failed = 失败的对话轮次
eval-row-load-memory = 结束时内存与开始时之比，分钟：
eval-row-load-outside = 联系过的其他机器
eval-row-load-requests = 健康检查与搜索页，第 95 百分位，
eval-row-load-requests-failed = 其中未得到应答
eval-row-load-lost = 已确认却丢失的内容，强制终止次数与消息数：
eval-row-load-audit = 无法自证的审计日志
eval-row-load-nonsense = 畸形请求与文件得到服务器错误或暴露内部信息，总数
eval-row-load-unexpected = 日志中的意外错误
eval-row-load-nonsense-lost = 其间丢失
bench-data-missing = 请指明公共算例所在的文件夹：--data 文件夹。
bench-row = 没有“{ $row }”这一行；可选：{ $known }。
