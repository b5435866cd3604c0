# 图表的缩放等（ui/page/chart/）。
page-zoom = 时间轴
page-zoom-in = 放大
page-zoom-out = 缩小
page-zoom-all = 整个计划
page-zoom-back = 更早
page-zoom-on = 更晚
page-chain = 决定结束时间
page-wait = 等待人员或资源
page-load = 人员与资源的负荷
page-load-used = 使用中
page-load-there = 可用
