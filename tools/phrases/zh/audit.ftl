# 审计日志与 `whyflow audit`（agent/audit.py、ui/commands/audit.py）。
audit-broken = 审计日志在第 { $number } 条或其前一条被改动；此后的内容不再可信。
audit-replaced = 审计日志的第 { $number } 条与您记录的不同，说明日志被替换过。
audit-short = 审计日志到第 { $number } 条为止，但您记录过第 { $known } 条：结尾部分已被删去。
audit-known = { $value } 不是 whyflow audit verify 输出的标记；标记由编号、冒号和 64 位数字组成。
audit-verified = { $count ->
    [0] 审计日志为空。
   *[other] 审计日志共 { $count } 条，完好无损。
}
audit-mark = 请将此标记记录在别处，下次用 --known 给出：{ $mark }
audit-exported = 已将 { $count } 条写入 { $file }。
audit-file = 无法写入 { $file }（{ $why }）；请指定一个尚不存在的文件。
audit-title = 审计日志
audit-moment = 时间（UTC）
audit-person = 人员
audit-event = 事件
audit-subject = 对象
audit-detail = 内容
audit-did-asked = 提问
audit-did-called = 调用工具
audit-did-answered = 回答
audit-did-plan-edited = 修改计划
audit-did-plan-undone = 撤销修改
audit-did-plan-accepted = 采用另一计划
audit-did-plan-improved = 计划已优化
audit-did-plan-redone = 重做修改
audit-did-conversation-shared = 共享对话
audit-did-conversation-deleted = 删除对话
audit-did-documents-added = 添加文档
audit-did-document-retired = 停用文档
audit-did-document-erased = 彻底删除文档
audit-did-template-saved = 保存回复模板
audit-did-templates-imported = 导入回复模板
audit-did-signed-in = 登录
audit-did-signed-out = 退出登录
audit-did-sign-in-failed = 登录失败
audit-did-password-changed = 修改密码
audit-did-session-ended = 结束会话
audit-did-account-changed = 修改账号
audit-did-key-added = 创建密钥
audit-did-key-withdrawn = 撤回密钥
audit-did-restored = 恢复备份
