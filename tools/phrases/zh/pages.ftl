# 网站各页面之间的导航。

page-nav = 页面
page-nav-desk = 对话与计划
page-offline = 暂时连接不上 Whyflow。页面上的内容会保留，恢复连接后即可继续。
page-anew = Whyflow 已重新启动，这个页面需要重新加载。
page-anew-load = 重新加载页面
page-ended = 登录已过期。您正在写的内容会保留。
page-ended-enter = 重新登录
page-copy = 复制消息
page-copied = 已复制
page-table-actions = 表格操作
page-scroll = 滚动到最新消息
page-filter = 筛选…
page-filter-hint = 输入文字，只显示含有它的行
page-cell-menu = 单元格菜单
page-row-add = 添加一行
page-row-above = 在上方添加一行
page-row-below = 在下方添加一行
page-row-delete = 删除这一行
page-file-remove = 从列表中移除此文件
page-upload-large = { $files } 超过了 { $limit }，无法上传。请拆分文件，或删去用不到的内容。
page-upload-strange = 这里不能上传 { $files }。可以上传：{ $kinds }。
page-close = 关闭
page-dark = 深色
page-light = 浅色
