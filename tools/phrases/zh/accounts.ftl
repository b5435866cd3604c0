# 账号：登录、有关页面以及 `whyflow user`（ui/accounts/）。
role-staff = 员工
role-manager = 主管
role-admin = 管理员

gate-nothing = 这个地址没有内容。
gate-sign-in = 请先登录。
gate-nobody = 此 Whyflow 不对该地址开放。未启用账号时，只有本机用户可以通过 127.0.0.1 使用；在代理之后，只有代理认可的用户可以使用。
gate-role = 您的角色（{ $role }）不能打开此页。角色可由管理员更改。
gate-must-change = 请先修改一次性密码。
gate-foreign = 该请求不是来自 Whyflow 的页面，因此没有执行任何操作。
gate-large = 发送的内容超出此处允许的大小。
gate-form = 页面已过期，或浏览器禁用了 Cookie。没有执行任何操作，请重试。

account-navigation = 账号
account-sign-in = 登录
account-sign-out = 退出登录
account-provider = 使用 { $provider } 登录
account-provider-failed = 登录服务未能确认您的身份，或您在此处的账号已停用（参考号 { $reference }）。请重试，或联系管理员。
account-local = 使用密码登录
account-name-label = 用户名
account-password-label = 密码
account-role-label = 角色
account-teams-label = 团队
account-title = 我的账号
account-to-page = 进入 Whyflow
account-must-change = 这是一次性密码，请先设置您自己的密码。
account-change-password = 修改密码
account-old-password = 当前密码
account-new-password = 新密码
account-again = 再次输入新密码
account-password-changed = 密码已修改，其他浏览器中的登录均已退出。
account-everywhere = 在所有设备上退出
account-everywhere-text = 结束您在所有浏览器中的登录，包括当前浏览器。

account-wrong = 用户名或密码不正确。
account-wrong-password = 当前密码不正确。
account-wait = 尝试次数过多，请在 { $minutes } 分钟后重试。
account-twice = 两次输入的新密码不一致。
account-password-length = 密码应为 { $shortest } 到 { $longest } 个字符。
account-password-weak = 这个密码容易被猜到，或与之前相同。建议使用几个互不相关的词。
account-unknown = 没有名为 { $name } 的账号；可用 whyflow user list 查看全部账号。
account-taken = 已经有名为 { $name } 的账号。
account-name = { $name } 不能用作名称；名称应为 1 到 { $limit } 个可见字符。
account-role = 没有角色 { $role }；应为 { $known } 之一。
account-elsewhere = { $name } 在别处登录，在这里没有密码。
account-last-admin = { $name } 是唯一的管理员；请先将其他人设为管理员。
account-first-admin = 已创建账号：用户名 admin，一次性密码 { $password }
account-demo-open = 未启用账号时，Whyflow 只在本机（127.0.0.1）监听，不能监听 { $host }。请先将 WHYFLOW_ACCOUNTS 设为 local、oidc 或 proxy。
account-setting = WHYFLOW_ACCOUNTS 为 { $accounts } 时，必须设置 { $name }。

admin-title = 账号管理
admin-add = 添加账号
admin-teams = 团队（用逗号分隔）
admin-save = 保存
admin-password = 重设密码
admin-disable = 停用
admin-enable = 启用
admin-disabled = 已停用
admin-saved = { $name }：已保存。
admin-one-time = { $name } 用此密码登录一次后须另设密码。此密码只显示这一次：

user-added = 已添加 { $name }；一次性密码：{ $password }
user-password = { $name }：一次性密码 { $password }；所有登录均已退出
user-changed = { $name }：{ $role }；团队：{ $teams }
user-disabled = { $name } 不能再登录；所有登录均已退出
user-enabled = { $name } 可以重新登录
