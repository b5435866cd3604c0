# 网站各页面之间的导航。

page-nav = 页面
page-nav-desk = 对话与计划
