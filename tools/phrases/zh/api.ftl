# 程序会读到的话。
api-many-plans = 您有 { $count } 个计划还没完成；请等其中一个完成，或取消它。
api-no-plan = 您没有名为 { $id } 的计划；计划只保留一小时。
api-not-planned = 计划 { $id } 还没完成；等状态变为 "done" 后再问。
api-new-conversation = 新对话
api-refused = { $why }
api-scope = 此密钥无权这样做；需要权限 "{ $scope }"。
api-too-large = 请求超过 { $limit_mb } MB；请分次发送。
gate-key = 密钥只能用于程序接口，不能打开此页面。
not-ready-yet = Whyflow 正在启动，请几秒后再试。
not-ready-for = Whyflow 无法回答：{ $why }
key-name = 密钥不能叫“{ $name }”；请用 1 到 { $limit } 个可见字符。
key-no-scope = 请说明密钥的权限：用 --scope 加上 { $known } 之一；需要多个时，每个前面都写一次 --scope。
key-scope = 没有“{ $scope }”这种权限；可选：{ $known }。
key-unknown = 您没有密钥 { $id }；用 "whyflow key list" 查看现有密钥。
key-added = 密钥 { $name }（{ $id }）的权限：{ $scopes }。只显示这一次：{ $secret }
key-withdrawn = 密钥 { $id } 已失效。
key-line = { $id }  { $name }：{ $scopes }
