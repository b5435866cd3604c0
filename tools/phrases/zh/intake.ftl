# 读取文件或粘贴的文字时，哪些是推测的，哪些没有读
intake-columns = 我把{ $columns }。
intake-column = “{ $name }”当作“{ $column }”{ $unit ->
    [h] （数字按小时算）
    [d] （数字按每天 8 小时的天数算）
   *[none] { "" }
}
intake-left-columns = 没有读的列：{ $names }。
intake-left-cells = 有 { $count } 个单元格上面没有列名，没有读：{ $names }。如果它与前一格本是同一格，请用引号括在一起。
intake-left-plan = 计划表里没有读的行：{ $names }。
intake-left-rows = 没有当作任务的行：{ $names }。
intake-hidden-sheets = 隐藏的工作表没有读：{ $names }。
intake-other-sheets = 与计划无关的工作表没有读：{ $names }。
intake-sheets = 任务读自工作表{ $names }。
intake-hidden-rows = 有 { $count } 行被隐藏，没有读。
intake-merged = 有 { $count } 处合并单元格，其中的值用于它的每一行。
intake-uncomputed = { $names }等 { $count } 处公式还没有算出结果，在我看来是空的；请用电子表格软件打开文件并保存一次。
intake-blank-pages = 有 { $count } 页只有图片、没有文字，没有读。
intake-late-pages = 最后 { $count } 页没有读。
intake-quoted = 邮件里引用的旧消息没有读。
intake-orders = 以下内容是对助手说的，不是要做的工作，没有当作任务：{ $names }。
intake-coded = 以下内容是编码而不是文字，没有读取：{ $names }。
intake-attached = 计划在附件{ $names }里。
intake-other-tables = 另有 { $count } 个列不同的表格没有读。
intake-start = 没有说明计划什么时候开始，按从 { $text } 开始安排。
intake-undated = { $names }的日期还没有定，暂不考虑。
intake-beside = 表格旁边的文字只用来看有多少人。
intake-unread = 没看出属于哪项任务，所以没有算进去：{ $names }{ $count ->
    [0] 。
   *[other] ，另有 { $count } 处。
  }如果要算，请点明是哪项任务，再说一句。
intake-announced = 原文说有 { $count } 项任务，读到的是 { $text } 项。漏了的请补上，例如“加一项打扫，30 分钟”；多出来的请说删掉哪一项。
intake-replaced = 这是一份新计划，之前的计划（{ $count } 项任务）先放在一边；说“撤销”就能恢复。如果是想往原来的计划里加任务，请说，例如“加一项打扫，30 分钟”。
intake-beside-plan = 计划旁边的文字没有读。
page-column-who = 需要
page-column-people = 人数
file-no-table = { $file } 里没有任务表：一行列名（例如：任务、时长、人数），下面每行一项任务。要从文字里读任务，请把文字粘贴到对话里，或使用 whyflow parse。
file-task-twice = 工作表“{ $one }”和“{ $other }”里都有“{ $task }”。请给其中一个改名；如果只有一张表算数，请把那张表命名为“任务”。
file-two-totals = 列名“{ $one }”和“{ $other }”写的总人数不一样。请写成一样的，或只在一处写。
file-many-plans = 这些文件里各有一个计划：{ $files }。一个对话一次只能有一个计划，请只上传其中一个。
file-encrypted = { $file } 有密码，请另存为没有密码的文件。
file-scanned = { $file } 共 { $count } 页，只有扫描的图片，没有文字。请先做文字识别（OCR），或直接输入任务。
file-empty = { $file } 里没有文字。
