# 给客户的回复：模板、草稿、转交（tools/draft.py、tools/replies/、ui/replying/）。
handover-head = **需要同事来答复**：{ $owner }。可在“回复客户”页面转交。
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
handover-asked = 对方要求由真人接待
handover-risk = 可能有人会受到伤害
urgency-low = 低
urgency-normal = 一般
urgency-high = 高
urgency-now = 立即
handover-unknown = 没有编号为 { $number }、与您有关的转交。
handover-to = 请说明转交给谁：一个团队、一位同事的名字，或所有人。
handover-stranger = 没有名为“{ $name }”的同事或团队。可以转交给所有人，或：{ $known }。
handover-note = 请用不超过 { $most } 个字说明处理结果。
handover-gone = { $stage ->
    [taken] 转交 { $number } 已由 { $name } 接手。
    [done] 转交 { $number } 已办结。
   *[open] 转交 { $number } 还没有人接手，请先接手。
}
handover-not-yours = 转交 { $number } 已由 { $name } 接手，只有其本人或经理可以这样做。
handover-not-erased = 只有经理或转交人可以删除转交 { $number }。
handed = 已转交
handed-open = 已转交（{ $count } 件待接手）
handed-show = 显示
handed-stage-open = 待接手（{ $count }）
handed-stage-taken = 处理中（{ $count }）
handed-stage-done = 已办结（{ $count }）
handed-listed = 转交列表，最紧急的在前
handed-line = { $number } · { $urgency } · { $summary }（转交给{ $to }）
handed-none = 这里没有与您有关的转交。
handed-take = 接手
handed-answer = 放到回复框
handed-back = 退回
handed-note = 处理结果
handed-finish = 办结
handed-erase = 删除
handed-sure = 确认删除，包括客户写的全部内容
handed-given = 已转交给{ $to }，编号 { $number }。
handed-yours = 转交 { $number } 现在由您处理。
handed-by = { $name } 于 { $when } 转交
handed-to = 转交给：{ $to }
handed-is-taken = { $name } 于 { $when } 接手
handed-is-done = { $name } 于 { $when } 办结
handed-became = 处理结果：{ $note }
handed-somebody = 某位同事
replying-to = 转交给谁

knowledge-slot-open = { $file } 第 { $line } 行第 { $column } 个字符：“{ $piece }”打开了空位却没有关闭；应写成 { $right } 这样。
knowledge-slot-close = { $file } 第 { $line } 行第 { $column } 个字符：“{ $piece }”关闭了一个没有打开的空位；应写成 { $right } 这样。
knowledge-slot-name = { $file } 第 { $line } 行第 { $column } 个字符：“{ $piece }”不能作空位的名称；请用文字、数字和下划线，如 { $right }。
knowledge-slot-kind = { $file } 第 { $line } 行第 { $column } 个字符：“{ $piece }”不是空位的类型；可用的类型有：{ $known }。
knowledge-no-reply-text = { $file } 里没有可发送的文字；请写在“回复”标题下，或写在名为“回复”的列里。
knowledge-no-template = 没有名为 { $id } 的回复模板，或者您无权查看。
knowledge-template-changed = 您打开之后，{ $by } 已保存了“{ $title }”的第 { $version } 版；请先查看，再保存。

draft-open = 回复里还有空位没填：{ $slots }。请先填好。
draft-value = “{ $value }”不能填作{ $slot }：不能有括号，最多 500 个字符，金额和编号处要有数字。

handover-which = 客户说的是{ $one }，还是{ $other }？

intent-retail-refund-request = 退款
intent-retail-cancel-order = 取消订单
intent-retail-late-delivery = 送货延误
intent-retail-damaged-parcel = 包裹破损
intent-retail-wrong-item = 发错货
intent-retail-exchange-return = 退换货
intent-retail-out-of-stock = 缺货
intent-retail-coupon-not-applied = 优惠券未生效
intent-finance-account-opening = 开户
intent-finance-disputed-transaction = 有争议的交易
intent-finance-fee-question = 收费疑问
intent-finance-loan-status = 贷款进度
intent-finance-lost-card = 银行卡遗失
intent-finance-suspected-fraud = 疑似诈骗
intent-healthcare-appointment-booking = 预约挂号
intent-healthcare-appointment-reschedule = 改约
intent-healthcare-emergency-redirect = 紧急情况
intent-healthcare-patient-complaint = 患者投诉
intent-healthcare-prescription-refill = 续开处方
intent-healthcare-test-results = 检查结果
intent-manufacturing-certificate-request = 证书和检测报告
intent-manufacturing-delivery-delay = 我方交期延误
intent-manufacturing-order-change = 变更订单
intent-manufacturing-quality-complaint = 质量投诉
intent-manufacturing-quote-request = 询价
intent-manufacturing-spare-parts = 备件
intent-public-appeal-received = 申诉
intent-public-fine-payment = 缴纳罚款
intent-public-lost-id-document = 证件遗失
intent-public-noise-complaint = 噪声扰民
intent-public-opening-hours = 办公时间
intent-public-permit-application = 办理许可

slot-customer-name = 客户姓名
slot-agent-name = 您的姓名
slot-order-number = 订单号
slot-refund-amount = 退款金额
slot-product-name = 产品
slot-case-number = 案件编号
slot-appointment-time = 预约时间
slot-branch-name = 网点
slot-transaction-amount = 交易金额
slot-transaction-date = 交易日期
slot-merchant-name = 商户
slot-fee-amount = 费用金额
slot-fee-date = 扣费日期
slot-fee-name = 费用名称
slot-fee-reason = 收取原因
slot-avoid-tip = 避免办法
slot-application-number = 申请编号
slot-application-stage = 申请进度
slot-missing-documents = 待补材料
slot-decision-date = 审批日期
slot-card-last-digits = 卡号尾号
slot-reference-number = 受理编号
slot-account-description = 账户
slot-department-name = 科室
slot-available-times = 可约时间
slot-old-appointment-time = 原预约时间
slot-hold-until = 保留至
slot-visit-date = 就诊日期
slot-complaint-number = 投诉编号
slot-officer-name = 负责专员
slot-medicine-name = 药品
slot-doctor-name = 医生
slot-refill-ready-date = 可取日期
slot-pickup-place = 取药地点
slot-test-name = 检查项目
slot-result-status = 结果状态
slot-callback-time = 通话时间
slot-batch-number = 批号
slot-document-list = 所附文件
slot-document-date = 补齐日期
slot-delay-reason = 延期原因
slot-new-ship-date = 新发货日期
slot-partial-quantity = 先发数量
slot-change-details = 变更内容
slot-reply-date = 答复日期
slot-engineer-name = 负责工程师
slot-quote-date = 报价日期
slot-machine-model = 设备型号
slot-part-number = 备件号
slot-stock-status = 库存情况
slot-dispatch-date = 发出日期
slot-decision-number = 决定编号
slot-appeal-deadline = 申诉截止日
slot-fine-number = 罚款编号
slot-fine-amount = 罚款金额
slot-due-date = 缴款截止日
slot-document-type = 证件
slot-office-name = 办事处
slot-required-documents = 所需材料
slot-ready-date = 办好日期
slot-noise-location = 噪声地点
slot-report-number = 登记编号
slot-inspection-date = 核查日期
slot-opening-hours = 办公时间
slot-holiday-hours = 节假日安排
slot-quiet-time = 人少的时段
slot-permit-type = 许可类型
slot-case-status = 办理进度
slot-order-status = 订单状态
slot-coupon-code = 优惠券码
slot-coupon-reason = 未抵扣原因
slot-coupon-solution = 处理办法
slot-return-deadline = 寄回期限
slot-return-number = 退货编号
slot-parcel-location = 包裹位置
slot-new-delivery-date = 新送达日期
slot-restock-date = 补货日期
slot-alternative-product = 替代产品
slot-ordered-item = 所购商品
slot-received-item = 收到的商品

draft-no-desk = 这里不能起草回复；请打开页面，或启动服务。
draft-head = **草稿**，来自模板“{ $title }”：
draft-head-quoted = **草稿**：没有合适的模板，以下逐字引用《{ $title }》：
draft-sources = 已填内容及来源：
draft-ask = 请提供以下内容，回复即可完成：
draft-ready = 空位都已填好，可以发送。
draft-checks = 发送前：
draft-others = 其他可能合适的回复：{ $titles }
source-message = 来自客户消息
source-ticket = 来自工单的“{ $place }”
source-procedure = 来自流程 { $place }
source-document = 逐字引自《{ $place }》
source-person = 您本人
source-own = 您每次填写的内容
source-house = 这里固定的说法
source-given = 手动填写
draft-no-template = 没有合适的模板。
draft-may-help = 文档中的这些内容可能有用：{ $titles }
answer-head = 我们的文档写道：
answer-contradicting = 我们的文档说法不一，请先核实再答复：
answer-open = 以下问题在文档中没有找到答案：
answer-source = [{ $number }] { $title }
answer-source-undated = [{ $number }] { $title }，未注明日期
answer-source-since = [{ $number }] { $title }，自 { $since } 起
quoted-letter-warm =
    { $customer }，您好！

    感谢您的咨询。{ $lead }

    { $sentences }

    { $close }

    客服 { $agent }
quoted-letter-formal =
    尊敬的{ $customer }：

    您好！您的来信已收悉。{ $lead }

    { $sentences }

    { $close }

    { $agent } 谨复
quoted-letter-brief =
    { $customer }，您好！

    { $lead }

    { $sentences }

    客服 { $agent }
quoted-lead = 我们的相关规定如下：
quoted-lead-other = 我们的相关规定是用英文写的，原文如下：
quoted-line-other = “{ $sentence }”（{ $title }）
quoted-close = 如有不清楚的地方，请直接回复。
quoted-close-other = 如需用中文说明，请直接回复。
quoted-check = 以上句子逐字引自内部文档：请确认可以给客户看，并且确实回答了问题。
draft-check-rule = 文档中可能有不允许的规定：“{ $sentence }”请确认回复没有与之矛盾。
quoted-check-meaning = 以上句子逐字引自内部文档，是按意思而不是按字词找到的：请确认确实回答了问题，并且可以给客户看。
quoted-check-open = 以下问题文档中没有答案，请补充，或告知客户待核实后回复：{ $questions }
quoted-check-teams = 这份文档并非人人可见，只供：{ $teams }
slot-sentence-1 = 第一句
slot-sentence-2 = 第二句
slot-sentence-3 = 第三句
slot-sentence = 第 { $number } 句
no-steps = “{ $title }”里没有编号的步骤，无法生成任务。
no-procedure = 没有找到相应的流程，无法创建任务。
work-from = 按流程“{ $title }”[1] 生成了 { $count } 项任务：
work-due = 承诺的时限：{ $tasks }。
tickets-none = 表格里没有工单：第一行是列名，之后每行是一张工单。
tickets-no-columns = 列 { $found } 中没有说明是哪张工单的；请有一列叫“工单”或“主题”。
tickets-bad-time = 工单“{ $ticket }”：{ $column } 列的“{ $value }”不是时间；请写 30 分钟 或 2 小时{ $column ->
    [due] ，也可以写到期的时刻：17:00、周五、2026-12-01
   *[other] {""}
}。
tickets-bad-priority = 工单“{ $ticket }”：“{ $value }”不是优先级；请写 P1 至 P4、高、中、低，或一个数。

reword-warm = 请把这句写给客户的话换一种亲切友好的说法。不要添加内容、数字或承诺。只写一句。
reword-formal = 请把这句写给客户的话换一种正式礼貌的说法。不要添加内容、数字或承诺。只写一句。
reword-brief = 请把这句写给客户的话说得更简短。不要添加内容、数字或承诺。只写一句。

eval-row-intent-agree = 一对中英文消息判为同一意图
eval-row-intent-right = 自备留出消息意图正确
eval-row-intent-refused = 留出消息被误判为与业务无关
eval-row-intent-unclear = 留出消息被判为不明确
eval-row-intent-outside = 无关消息被识别
eval-row-clinc-right = clinc150：范围内意图正确
eval-row-clinc-auroc = clinc150：范围外区分，AUROC
eval-row-reply-in-three = bitext：前三个中有意图正确的模板
eval-row-reply-first = bitext：第一个意图正确
eval-row-reply-slots = bitext：由消息填写的空位正确，或正确留空
eval-row-reply-open = bitext：完成的回复中仍有空位，或有空位却可发送
eval-row-reply-facts = 恶意改写改变的事实，草稿数 x 攻击数
eval-row-reply-facts-llm = 语言模型改写改变的事实，草稿数

page-nav-replies = 回复客户
replying-begin = 粘贴客户的消息，点“推荐回复”：回复会显示在这里，每个填入的内容都注明来源。
replying-message = 客户的来信
replying-ticket = 工单字段，每行一个
replying-ticket-example = 如 订单：5531
replying-tone = 语气
replying-warm = 亲切
replying-formal = 正式
replying-brief = 简短
replying-language = 语言
replying-as-asked = 与客户一致
replying-in-en = 英文
replying-in-zh = 中文
replying-suggest = 推荐回复
replying-starting = Whyflow 还在启动，几秒钟后给出建议。
replying-empty = 请先粘贴客户的消息。
replying-work = 为此事创建任务
replying-tasks = “{ $title }”的 { $count } 项任务已加入您的计划；可到“对话与计划”提问。
replying-recognised = 已理解。
replying-unclear = 客户的意思不太明确，请仔细核对。
replying-outside = 我们没有这类事情的回复模板。
replying-asks = 客户问了 { $count } 件事，请确认回复逐一作答：
replying-asked-open = 文档中没有找到答案。
replying-choices = 可能合适的回复
replying-choice = { $title }（{ $intent }，{ $share }）{ $open ->
    [0] {" "}已完整
   *[other] {" "}{ $open } 个空位
}
replying-choice-quoted = 引用您的文档：{ $title }{ $open ->
    [0] {" "}已完整
   *[other] {" "}{ $open } 个空位
}
replying-quoted = 没有合适的模板，回复引用了您的文档。引用的出处：
replying-always = 以后我的回复都这样填
replying-mine = 我的回复中固定填写的内容
replying-mine-how = 只用于您的回复，不用于别人的。请勾选不再需要的内容。
replying-fixing = 更正已填内容
replying-fix = 更正
replying-filled = { $slot }（{ $where }）
replying-changes-gone = 有空位重新打开，您对正文的改动已撤销。
replying-saying = { $slot }：{ $value }
replying-saying-in = { $slot }：{ $value }（{ $where }）
replying-forget = 不再使用
replying-fill = 填入
replying-text = 回复正文，发送前可以修改
replying-own = 您自己写的回复
replying-copy = 复制
replying-may-help = 文档中的这些内容可能有用：
replying-copied = 已复制。
replying-copied-altered = 已复制。与文档原文不再一致：{ $sentences }。
replying-use = 已发送
replying-reword = 换个说法
replying-keep = 存为模板
replying-reject = 都不合适
replying-accepted = 已记录：按推荐发送。
replying-edited = 已记录：修改后发送。
replying-rejected = 已记录：都不合适。
replying-nothing = 这里还没有回复，请先推荐。
replying-title = 模板名称
replying-intent = 客户想要什么（简短几个字）
replying-blank = 要保存的内容
replying-cue = 需要此回复的客户会怎么写
replying-look = 保存的内容里不应留有这位客户的信息，请先查看以上两处文字再保存。空位写在花括号里。
replying-for-you = 只推荐给您本人。
replying-for-teams = 将推荐给：{ $teams }
replying-for-house = 将推荐给所有人。
replying-write = 请先写好回复。
replying-not-yours = “{ $title }”是全单位共用的模板，只有主管可以修改。您的说法可以存为自己的模板：修改回复正文，再点“存为模板”。
replying-frozen = 引自{ $titles }的句子会照现在的样子留在模板里：文件修改后，请同时修改模板。
replying-until = 推荐到{ $day }为止，即所引内容有效的最后一天。
replying-near = 已有几乎相同的模板：{ $titles }
replying-save = 保存
replying-saved = 已保存“{ $title }”。
replying-edit = 修改模板本身
replying-wording = 模板正文，空位写在花括号里，如 订单号
replying-change = 保存模板
replying-handover = 转交
replying-reason = 原因
replying-summary = 事由
replying-owner = 转给
replying-urgency = 紧急程度
replying-ask = 还不清楚的
replying-tickets = 工单该按什么顺序答复？
replying-tickets-table = 工单：把表格连同首行粘贴到这里
replying-tickets-example = 工单，主题，时长，时限，优先级
replying-people = 答复人数
replying-order = 排出顺序
replying-order-done = { $count } 张工单按此顺序：{ $goal ->
    [tardiness] 先让超出承诺的时间最少，再让等待最少，都按优先级加权
   *[waiting] 让等待最少，按优先级加权
}。
replying-order-open = 打开这个计划，可以问原因或修改。
replying-plan-task = 任务
replying-plan-who = 由谁
replying-plan-start = 开始
replying-plan-end = 完成
replying-late = 晚于承诺
