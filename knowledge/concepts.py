"""What service work speaks of, by the words for it in both languages: so that a sentence in one can
be told to say the same as a sentence in the other. It knows these words only, and says how much of
a sentence they cover: where much is left, the sentences may speak of different things.
"""

import re
from typing import NamedTuple

from knowledge.language import HAN
from knowledge.numbers import fold

# A line for each: English, as patterns of whole words; Chinese.
_TABLE = r"""
returns?|returned|returning|sen[dt] back      = 退货|退回|寄回
refund\w*|money back|reimburs\w*              = 退款|退费|退还|退钱
exchang\w*|replac\w*|swap\w*                  = 换货|更换|调换|换新|替换
resen[dt]|reship\w*                           = 补发|重发|补寄
goods|products?|items?|articles?|merchandise  = 商品|货物|产品|物品|货品
parcels?|packages?|shipments?                 = 包裹|快件|快递
orders?|ordered                               = 订单|订购|下单
deliver\w*|arriv\w*|receiv\w*|receipt of      = 送达|配送|到货|送货|派送|收到|签收|收货|到达
ship|ships|shipped|dispatch\w*|sent out       = 发货|寄出|出货|发出
damag\w*|broken|defect\w*|faulty              = 破损|损坏|瑕疵|缺陷|质量问题
wrong|incorrect                               = 错误|发错|错发
late|delay\w*|overdue                         = 延迟|延误|逾期|迟到|晚
cancel\w*                                     = 取消|撤销
complain\w*                                   = 投诉
customers?|clients?|buyers?|consumers?        = 客户|顾客|买家|消费者
members?                                      = 会员
vip                                           = vip|贵宾
patients?                                     = 患者|病人
applicants?                                   = 申请人
invoices?                                     = 发票
receipts?                                     = 收据|小票|凭证
pay|pays|paid|paying|payments?                = 支付|付款|缴纳|缴费|到账|付清
transfer\w*                                   = 转账|汇款
fees?|charges?|charged|costs?                 = 手续费|服务费|费用|收费|收取
postage|freight|shipping (?:fees?|costs?)     = 运费|邮费
prices?                                       = 价格|价钱
amounts?|sums?                                = 金额|数额
limits?                                       = 限额|上限|额度
deposits?                                     = 押金|定金|保证金
fines?                                        = 罚款
discounts?                                    = 折扣|优惠
coupons?|vouchers?                            = 优惠券|代金券
points?                                       = 积分
cards?                                        = 银行卡|卡片|卡
accounts?                                     = 账户|帐户|账号
loans?                                        = 贷款
interest                                      = 利息
transactions?                                 = 交易
report|reports|reported|reporting             = 报告|上报|报失
los[st]|missing                               = 丢失|遗失|丢
block\w*|freez\w*|frozen                      = 冻结|挂失|锁定
appl(?:y|ies|ied|ications?)                   = 申请
approv\w*                                     = 批准|审批|核准
review\w*|check\w*|examin\w*|inspect\w*|verif\w* = 审核|检查|核查|核实|核对|审查|查验|检验
decid\w*|decisions?                           = 决定|裁定
appeal\w*|objections?                         = 申诉|异议|复议
repl(?:y|ies|ied)|answer\w*|respon[ds]\w*     = 答复|回复|回应|回答
contact\w*|calls?|called|phone\w*             = 联系|致电|电话|拨打
notif\w*|inform\w*|told|tells?                = 通知|告知
confirm\w*                                    = 确认
regist\w*|record\w*                           = 登记|记录|注册|录入
submit\w*|hand in                             = 提交|递交
documents?|papers?                            = 文件|材料|资料|证件
sign|signs|signed|signature                   = 签字|签名|签署
appointments?                                 = 预约
rooms?                                        = 房间|病房
clean\w*                                      = 清洁|打扫|清洗
stock|inventory                               = 库存|存货
machines?|equipment                           = 机器|设备
repair\w*|fix(?:ed|es)?                       = 维修|修理|修复|返修
warrant\w*                                    = 保修|质保
shifts?                                       = 班次|换班|交接班
hand\w* over|handover                         = 交接|移交|转交
managers?|supervisors?                        = 主管|经理|负责人
staff|clerks?|employees?|agents?|officers?    = 员工|职员|客服|专员|工作人员
warehouses?                                   = 仓库
photos?|pictures?                             = 照片|图片
shops?|stores?|branch(?:es)?                  = 门店|商店|网点|店铺
online                                        = 网上|在线|线上
open|opens|opened|opening                     = 开放|营业|开门
clos(?:e|es|ed|ing)                           = 关闭|关门|停业
store[sd]?|keep|kept|retain\w*                = 保存|保留|留存
permits?|licen[cs]es?                         = 许可|执照
start\w*|begin\w*                             = 开始
end|ends|finish\w*|complet\w*                 = 结束|完成|办结
claims?|claimed                               = 索赔|理赔
compensat\w*                                  = 赔偿|补偿|赔付
free(?: of charge)?                           = 免费|免收
full|fully|entire                             = 全额|全部
every|each|per                                = 每
not|no|never|cannot|without|n't               = 不|未|无|没有|没
"""
_LINES = [line.rsplit("=", 1) for line in _TABLE.strip().splitlines()]
_ENGLISH = [re.compile(rf"(?<![a-z])(?:{words.strip()})(?![a-z])") for words, _ in _LINES]
_CHINESE = sorted(
    ((word, n) for n, (_, words) in enumerate(_LINES) for word in words.strip().split("|")),
    key=lambda each: -len(each[0]),
)
"""(word, line), the longest first: 优惠券 is no 优惠."""
_LITTLE = re.compile(
    r"(?<![a-z])(?:a|an|the|of|to|in|on|for|by|with|from|at|as|is|are|be|been|being|was|were|will"
    r"|may|can|could|should|must|shall|have|has|had|it|its|this|that|these|those|they|their|them"
    r"|he|she|his|her|you|your|we|our|us|who|which|when|where|if|then|and|or|but|there|any|some"
    r"|please|also|such|so|up|out|within|after|before|until|since|once|at least|at most|most"
    r"|least|than|more|no later|later|only|take|takes|taken|make|makes|made|do|does|done|get|gets"
    r"|total|maximum|minimum|about|under|over|all|both|other)(?![a-z])"
)
_PARTICLES = re.compile(
    "[的了在可以应须必会能将并和与或及您你我们他她它其是有为对向从到把被让请如若即等者之所该此这那个些于由按照要时则均"
    "内后前起自至最多少需给得就都也还再又中上下超过每次只仅方便进行予]"
)


class Said(NamedTuple):
    """What a sentence speaks of."""

    concepts: frozenset[int]
    covered: float
    """Share of its words, in Chinese of its signs, that are known, 0 to 1."""


def concepts_of(text: str) -> Said:
    """The concepts of a sentence without its numbers, in whichever of the two languages."""
    folded = fold(text)
    if re.search(f"[{HAN}]", folded):
        return _chinese(folded)
    return _english(folded)


def _english(text: str) -> Said:
    total = len(re.findall(r"[a-z]+", text))
    found = set()
    for n, pattern in enumerate(_ENGLISH):
        text, count = pattern.subn(" ", text)
        if count:
            found.add(n)
    left = len(re.findall(r"[a-z]+", _LITTLE.sub(" ", text)))
    return Said(frozenset(found), (total - left) / total if total else 0.0)


def _chinese(text: str) -> Said:
    signs = re.compile(f"[{HAN}]|[a-z]+")
    total = len(signs.findall(text))
    found = set()
    for word, n in _CHINESE:
        if word in text:
            found.add(n)
            text = text.replace(word, " ")
    left = len(signs.findall(_PARTICLES.sub(" ", text)))
    return Said(frozenset(found), (total - left) / total if total else 0.0)
