"""What people are called: how Chinese and English names are made. It knows nothing of tasks."""

import re

CAPITAL = r"(?:(?:Dr|Mr|Ms|Mrs|Prof)\.? )?[A-ZÄÖÜ][a-zäöüßé]{1,14}(?![A-Za-z])"
"""An English name, as far as its letters tell."""
_COMMON_CAPITALS_WORDS = """
The This That These Those There Then Both Once When After Before Finally Meanwhile Next First Last
Please We It They You He She In On At To For From With And Or But Also All Each Every Our My Your
One Two Three Four Five Six Seven Eight Nine Ten Monday Tuesday Wednesday Thursday Friday Saturday
Sunday January February March April May June July August September October November December Mon
Tue Wed Thu Fri Sat Sun Nov Dec Jan Feb Step Item Steps Nothing Everything Somebody Someone Nobody
Need Needs Must Crew Staff Team Today Tomorrow Independent Only Thanks Hi Hello Dear Regards Best
Cheers Minutes As If Until While Because So Now Here What Which Who How Start Packing Danach Dann
Wir Ich Thx Yesterday Afternoon Morning Order URGENT Leute Person Personen Stunde Stunden Min
Prüfstand Ok Okay Urgent High Low Normal Medium Top Any Same No Not Yes Ward Building Room Hall
Project Group Sales Planner Lake People Nurses Clerks Colleagues Afterwards Later Subsequently
Thereafter Make Work Noon Midnight Christmas Easter Hours Time Day Week Month Year Priority Note
Tasks Task Jobs Job Plan List Agenda Subject Machine Nurse Doctor Technician Driver Clerk Helper
Volunteer Worker Workers Helpers Volunteers Everybody Everyone Anybody Anyone None Half Quarter
Table Goal Reminder Todo Duration Deadline Due Actually Sorry Wait Instead Rather Shift
"""
COMMON_CAPITALS = frozenset(_COMMON_CAPITALS_WORDS.split())
"""Words that are written so at the head of a sentence."""

SURNAMES = (
    "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余"
    "潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文"
    "施陶洪翟安颜倪严牛温俞章鲁葛伍韦申尤毕聂焦向柳邢岳齐梅莫庄辛管祝左涂谷祁舒耿牟卜路詹关苗凌费纪靳盛童"
)
_TWO_SIGNS = "欧阳|诸葛|司马|上官|司徒|夏侯|慕容|皇甫|尉迟|公孙"
_GIVEN = (
    "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉兰萍红玲丹燕梅琳雪琴云莉倩颖慧雯婷佳欣怡悦宁琪瑶璐薇岚蓉"
    "建国志文斌辉鹏飞宇浩然轩博瑞晨阳俊峰凯健波峻鑫旭亮龙虎豪威坤林森海江河山川东南北春夏秋冬晓晴光荣福贵庆祥"
    "宝财富德义礼智信仁忠孝贤良善美珍珠翠莲菊凤仙蕾蓓菲菁媛嫣婉淑贞洁雅诗梦语嘉子涵梓萱一诺思睿泽铭哲天佑家乐彤"
    "琦琛珂瑜璇昊昕晗杨柳枫楠桐栋梁柏松青岩岳峥嵘毅恒永长久生根才学勤劳兴旺胜利安康泰达远航舟帆亚娅妮娇妍姗姣素"
    "淼清源润泓淑霖雨霏露雷震霄鸿鹤鹰燕鸣韬略倪仪彬彪炜烨炎焱煜熙燃杉朋友谊奇欢喜田禾稼穗圆圆满芬芝芸苗茵茜荔莎莹"
    "敬婧妤娥姝翔翰耀羽力功勋成诚谦虚谨言讯之宏宽容定安宜实宪宣寅尚少尧季孟冠军卫卓双启唯喆嵩巍帅常延廷弘彦征心"
)
_NICK = f"[小老阿][{SURNAMES}{_GIVEN}]"
_TITLE = "师傅|经理|主任|老师|医生|店长|护士长|院长|科长|处长|局长|校长|队长|组长|班长|主管|会计|律师|大夫|教练|警官|法官|教授"
_SHORT_TITLE = "工(?![作序程具人件时厂位艺地业段期资装会])|总(?![共计数])|姐|哥|叔|师(?!傅)"
TITLED = (
    rf"(?:(?<![大从最缩减变弱矮细瘦多年古])[小老阿][{SURNAMES}](?:师傅|姐|哥)?|(?<![任如为几奈])[{SURNAMES}](?:{_TITLE})"
    rf"|(?:(?<![\u4e00-\u9fff])|(?<=[由让请和与跟给叫派]))[{SURNAMES}](?:{_SHORT_TITLE}))"
)
"""小王, 老陈, 张工, 李店长: a person wherever it stands."""
_LONG = rf"(?:{_TWO_SIGNS}|[{SURNAMES}])[{_GIVEN}](?:(?!清[点理洗扫运查]|安[装排检置]|定[稿价]|宣[讲传读]|成[型品]|生成|征[集求])[{_GIVEN}])?"
_PROVERBIAL = "(?<![纸数几每一两二三四五六七八九十0-9])张三(?![个名位台人张])|李四|王五|赵六"
"""Whom nobody is called, but examples are."""
NAME = rf"(?:{TITLED}|{_NICK}|{_PROVERBIAL}|{_LONG}(?![路街区镇村站楼厂店园苑里公广大小中医桥湖山河江期]))"
"""A Chinese name, as far as its characters tell."""
_COMMON_WORDS = """
高压 高速 高处 高温 高山 高龙 高明 马上 方案 方便 方向 石材 石膏 石英 石林 金属 金库 金华 白色 白板 白云 白玉 江边 江东 江南 江北 江海 常规 常用
常青 常年 文件 文档 文具 文明 文博 易碎 万能 段落 程序 任务 任何 任意 周一 周二 周三 周四 周五 周六 周日 周末 周转 周期 周边 钟点 田间 夏季 夏天 史料
林业 河道 江河 顾客 武术 龙头 龙华 龙山 雷达 雷雨 黄油 黄山 黄海 黄河 黄金 汤锅 贺卡 康复 毛坯 毛刺 余额 余料 何时 张贴 谢谢 谢了 余下 余量 安全 安装 安检
安排 安静 安定 安康 严格 温度 温室 管道 管理 管线 章程 向导 关门 关键 关机 关账 关店 关东 路边 路由 路口 路灯 左右 左边 盛放 盛装 童装 牛奶 牛肉 洪水 施工 施肥 费用 祝福 庄重
辛苦 苗木 纪要 纪念 谷物 齐全 申请 申报 毕业 焦点 尤其 莫名 柳树 颜色 严重 严禁 陶瓷 陶器 梅花 白天 田园 金融 金额 江山 康健 平安 胡同 罗列 成品 成本 许可
小时 小结 小心 小组 小区 小料 小样 小票 小车 小推车 小麦 小吃 小学 小工 小件 小包 小修 小雨 小白 小雪 小费 小青 小田 小路 小康 小金 小马 小米 小龙 小关 小安 小雷 小山 小河 小生 小年 小章 小文 小苗 小管
小家 小天 小子 小言 小才 小成 小光 小公 小友 小实 小双 小定 小少 小满 小心 小平 小羽 小礼 小学 小南 小北 小东 小炎 小奇 小力 小功 小信 小根 小利 小长 小久 小旺
老年 老板 老师 老化 老旧 老家 老人 老路 老金 老管 老白 老文 老生 老友 老实 老少 老龙 老天 老子 老成 老财 老江 老公 老山 老河 老街 老庄 老本 老大 老乐 老远 老虎 老鹰 老才 老信
阿姨 安安 万一 万达 万宝 常温 常见 白天 高工 高总 高定 高发 高启 高达 高远 高亮 高光 高强 高清 高铁 方言 方圆 方正 马路 马力 马达 汪洋 石油 石子 文学 文字 文思 文书 黄豆 田地 金子 钱财 钱包 钱柜
万国 万家 毛利 毛巾 毛重 唐山 江苏 江西 河北 洪涛 雷雨 康泰 夏装 金星 贺岁 严实 盛大 钟声 钟楼 任职 高级 高层 高新 高位 高处 白纸 白班 路线 路面 路政 路段 关停 关闭 关口 祝酒 谷仓 舒适
"""
_COMMON = frozenset(_COMMON_WORDS.split())


def given(name: str) -> bool:
    """Whether `name` is made as a Chinese name is."""
    return re.fullmatch(rf"{_LONG}|{_NICK}", name) is not None


def is_common(name: str) -> bool:
    """Whether it begins like a common Chinese word."""
    return name[:2] in _COMMON and not re.fullmatch(
        rf"[{SURNAMES}](?:{_TITLE}|{_SHORT_TITLE})", name
    )
