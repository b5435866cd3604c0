"""Names of people, where a text says that somebody is called so: behind a label ("customer: 张伟",
"客户：Ann Lee要求退款"), after "my name is" and "我叫", after a greeting, under a letter, before
先生 and after Mr. Label and name may be of different scripts, and where nothing but a name fits it
may be in small letters. It looks no names up: what only looks like one stays.
"""

import re

from knowledge import lazily

_HAN = r"[\u4e00-\u9fff]"
_SEPARATOR = r"[ \t]*[:：=][ \t]*"
_QUOTED = rf"[\"']?{_SEPARATOR}[\"'“]?"
"""In JSON too; but there a bare `name` is most often that of a task."""

# In Latin letters. Han would count as letters of a word, but no space parts it from the name.
_LETTER, _CAPITAL = r"[^\W\d_\u4e00-\u9fff]", "[A-ZÀ-ÖØ-Þ]"
_WORD = rf"{_CAPITAL}(?:{_LETTER}|['’-])+"
_OPENING = (
    r"(?!(?:Hello|Hi|Hey|Good|Dear|Please|Thanks?|Yes|No|Not|None|Nobody|Anonymous|Unknown|Pending"
    r"|I['’]\w+|My|We|You|Your|He|She|It|They|The|This|That|These|There|An|Any|All|Every|New|Old"
    r"|Where|When|What|Which|Why|How|Who|Can|Could|Would|Will|Should|May|Is|Are|Was|Do|Does|Did"
    r"|Has|Have|If|As|At|In|On|For|From|To|See|Wants?|Needs?|Asks?|Says?|Said|Complains?|Refuses?"
    r"|Refunds?|Returns?|Orders?|Tickets?|Service|Support|Care|Team|Department"
    r"|Mr|Mrs|Ms|Miss|Dr|Prof)\b)"
)
"""A sentence begins so, and no name."""
_LATIN = rf"{_OPENING}{_WORD}(?: (?:[A-Z]\.|de|van|von|der|al|bin|{_WORD})){{0,3}}"
_LATIN_LABEL = (
    r"(?<![A-Za-z])(?i:customer|client|contact person|contact|caller|patient|recipient|applicant"
    r"|request[eo]r|requested by|report(?:er|ed by)|submitted by|complainant|claimant|sender"
    r"|consignee|addressee|buyer|purchaser|payer|payee|passenger|guest|tenant|resident"
    r"|(?:card|account|policy)[ _-]?(?:holder|owner))(?:[ _-]?(?i:(?:full |first |last )?name))?"
)
_LATIN_NAME_LABEL = (
    r"(?<![A-Za-z_-])(?<![A-Za-z] )(?i:(?:(?:my|his|her|their|your|the|full|first|last|given|family"
    r"|account|billing|shipping|legal)[ _-])*(?:sur)?name)"
)
"""Not "task name" nor "file_name"."""

# In Chinese. Where the text goes on without a space the name is a family name and one or two signs
# more, before a word that follows whom one speaks of.
_FAMILY = (
    r"(?:欧阳|司马|上官|诸葛"
    "|[赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜谢邹喻苏潘葛范彭鲁韦马苗方俞任袁柳"
    "鲍史唐费薛雷贺倪汤罗毕郝邬安常乐于傅齐康伍余元顾孟黄穆萧尹姚邵汪祁毛狄戴宋庞熊纪舒项祝董梁杜阮蓝席季"
    "贾路江童郭梅林钟徐邱骆高夏蔡田樊胡凌霍万卢莫房丁邓洪包左石崔吉龚程邢裴陆翁段侯宁甘武刘景龙叶黎白乔温"
    "庄柴阎连易廖文曾关游肖闫付聂牛申兰涂詹覃冉卓甄艾柏桂焦柯佟娄])"
)
_NO_NAME = (
    "(?![我你您他她它这那哪什怎为请要想能不没无未待在有是已还又再的了吗呢好退换投咨催需希反见如暂同匿本每各某老]"
    "|谢谢|申请|新客|所有|全部|任何|可以|方[便法]|何[时地处人]|包[裹装含括邮]|金[额色]|马[上桶]|周[一二三四五六日天末边]"
    "|关[于闭系]|许[多可]|项目|程[序度]|时间|高[兴级度]|白[色天领]|黄[色金]|蓝色|毛[巾病]|万一|温[度馨]|段落|季度|连[接续]"
    "|路[上线由]|江[苏西]|安[徽全装排]|华[为东南北中]|常[规用见务]|左[右边]|房[间屋东]|文[件档]|曾经|游客|武汉|宁[波夏]"
    "|石[材头]|付[款清费]|牛[奶肉]|元旦|顾[客虑]|陆续|凌晨|夏[天季]|舒[适服]|董事|童[装车]|钟头|莫名|于[是今])"
)
_FOLLOWS = (
    "(?:先生|女士|小姐|太太|要|想|说|称|问|没|的|是|不|也|又|再|还|都|就|已|被|把|给|让|请|去|打|收|退|换|订|购|投诉"
    "|申请|反[映馈]|希望|需要|需|咨询|询问|催|表示|认为|觉得|发现|电话|手机|身份|地址|住|下单|买了|取消|预约|办理|今天"
    "|昨天|明天|在|来[电信函]|提[出交供]|因|对|与|和|向|从|于)"
)
_GIVEN = rf"{_HAN}(?:(?![我你您他她它要想说称问没的是不也又再还都就已被把给让请去打退换]){_HAN})?"
_CHINESE = rf"{_NO_NAME}(?:{_HAN}{{2,4}}(?!{_HAN})|{_FAMILY}{_GIVEN}(?={_FOLLOWS}))"
_CHINESE_LABEL = (
    r"(?:客户|顾客|用户|会员|买家|联系人|收件人|收货人|寄件人|发件人|付款人|收款人|患者|病人|乘客|旅客|租客|住户"
    r"|申请人|投诉人|请求人|报修人|提单人|咨询人|来电人|当事人|开户人|投保人|被保险人|持卡人|姓名|户名)"
    r"(?:姓名|名称|名字|名)?"
)

# In small letters, which most words are: only where a name is all that fits, and not these.
_COMMON = (
    r"(?!(?i:a|an|the|my|our|your|his|her|their|its|it|this|that|these|those|there|here|you|we|i|me"
    r"|us|all|any|no|not|none|yes|so|just|also|only|still|about|regarding|concerning|for|from|to"
    r"|in|on|at|of|with|and|or|but|if|as|is|are|was|be|been|being|by|what|which|who|why|how|when"
    r"|where|team|everyone|everybody|anyone|folks|guys|sir|sirs|madam|colleagues?|friends?|both"
    r"|again|customer|client|support|service|sales|help|please|thanks?|thank|regards|kind|best"
    r"|cheers|sincerely|urgent|really|very|too|good|great|fine|ok|okay|bad|new|old|one|two|some"
    r"|more|another|first|second|last|next|world|sent|order|ticket|parcel|account|invoice|number"
    r"|unknown|anonymous|pending|n/?a|monday|tuesday|wednesday|thursday|friday|saturday|sunday"
    r"|today|tomorrow|yesterday|now|then|called|going|trying|writing|calling|looking|having|sorry"
    r"|afraid|sure|glad|happy|able|late|hi|hello|hey|dear|mr|mrs|ms|miss|dr|prof|manager|head)\b)"
)
_SMALL = rf"{_COMMON}(?!\w+(?:ing|ed|ly)\b){_LETTER}(?:{_LETTER}|['’-])+"
_ANY = rf"(?:{_LATIN}|{_SMALL}(?: {_SMALL}){{0,2}})"
_FIRST = rf"(?:{_OPENING}{_COMMON}{_WORD}|{_SMALL})"
"""One word, whether it begins with a capital or not."""
_TWO = rf"{_FIRST}(?: {_FIRST}){{0,2}}"
_ENDS = (
    r"(?=[ \t]*(?:[.,;!?()\n\r]|$|[-–—] |\b(?i:and|but|from|with|at|of|here|i|my|we|calling)\b))"
)
_CLOSING = (
    r"(?:(?:(?:kind|best|warm|many|with (?:kind|best)|yours)[ \t]+)*"
    r"(?:regards|wishes|thanks(?: a lot| again| so much)?|thank you(?: very much| so much)?|cheers"
    r"|sincerely(?: yours)?|faithfully|truly|respectfully|greetings|best|all the best|love|br"
    r"|rgds))"
)
_SIGNED = rf"(?im:^[ \t]*{_CLOSING})[ \t]*"
_NEXT_LINE = r"[ \t]*\r?\n(?:[ \t]*\r?\n)?[ \t]*(?:[-–—]{1,2}[ \t]*)?"
_LINE_ENDS = r"(?=[ \t]*,?[ \t]*(?:\r?\n|$))"

TITLES = "先生|女士|小姐|太太|经理|主任|老师|医生|护士|师傅|律师|教授|阿姨"
_CALLED = r"(?:我叫|名字叫|名叫|姓名是|我的名字是)"
_ALONE = r"(?<![\u4e00-\u9fff])"
_AFTER_A_NAME = rf"(?={_FOLLOWS}|我|[，,。.！!；;、：:\s]|$)"
_CHINESE_CLOSING = (
    r"(?:此致|敬礼|谢谢|多谢|感谢|祝好|顺祝商祺|顺颂商祺|祝商祺|敬上|致礼|期待(?:您的)?回复)"
)

PATTERNS = tuple(
    lazily.compile(text)
    for text in (
        rf"(?:{_LATIN_LABEL}{_QUOTED}|{_LATIN_NAME_LABEL}{_SEPARATOR}|{_CHINESE_LABEL}{_QUOTED})"
        rf"({_LATIN}|{_CHINESE})",
        # A label that ends in "name" says of any words on its line that they are one.
        r"(?im:^[ \t]*(?:(?:customer|client|contact|full|first|last|sur|family|my|your)[ _-]?)*"
        rf"name){_SEPARATOR}({_TWO}){_LINE_ENDS}",
        rf"\b(?i:my name['’]?s?(?: is)?|i am called|i['’]m called)[ \t]+({_ANY}){_ENDS}",
        rf"\b(?i:my name is|i am called|dear)[ \t]+({_LATIN})",
        rf"\b(?i:this is|i am|i['’]m)[ \t]+({_TWO})"
        r"(?=,?[ \t]+(?i:from|calling|speaking|writing)\b)",
        rf"(?im:^[ \t]*(?:hi|hello|hey|dear|good (?:morning|afternoon|evening)),?)[ \t]+({_TWO})"
        r"(?=[ \t]*[,!:]?[ \t]*(?:\r?\n|$)|[ \t]*[,!])",
        rf"\b(?:Mr|Mrs|Ms|Miss|Dr|Prof)\b\.?[ \t]+({_LATIN})",
        rf"(?<!\d )(?<!\d)\b(?:mr|mrs|ms|dr|prof|MR|MRS|MS|DR)\b\.?[ \t]+({_FIRST})",
        rf"{_SIGNED}(?:[,.!–-]+{_NEXT_LINE}({_TWO})|{_NEXT_LINE}({_LATIN})){_LINE_ENDS}",
        rf"(?i:\b(?:regards|thanks|cheers|sincerely)),[ \t]+({_LATIN})(?:\.)?{_LINE_ENDS}",
        rf"{_CALLED}(?![了车个他她你您它们人过到不没来去])({_HAN}{{2,3}})(?!{_HAN})",
        rf"{_CALLED}({_NO_NAME}{_FAMILY}{_GIVEN}){_AFTER_A_NAME}",
        rf"(?:我叫|我是|名字叫|我的名字是)[ \t]*({_LATIN})",
        rf"(?:我是|这里是|本人是?){_NO_NAME}({_FAMILY}{_HAN}{{1,2}})(?=[，,。.！!；;\s]|$)",
        rf"{_CHINESE_CLOSING}[。.！!，,～~]*{_NEXT_LINE}"
        rf"({_FAMILY}{_HAN}{{1,2}}|{_LATIN})(?=[ \t]*(?:\r?\n|$|敬上|上$))",
        rf"(?:——|署名[:：])[ \t]*({_FAMILY}{_HAN}{{1,2}})(?=[ \t]*(?:\r?\n|$))",
        rf"({_FAMILY}{_HAN}{{0,2}})(?=先生|女士|小姐|太太)",
        rf"{_ALONE}{_NO_NAME}({_FAMILY}{_HAN}{{0,2}})(?={TITLES})",
        rf"(?<=[和与跟找请给问由让被是叫])({_NO_NAME}{_FAMILY}{_HAN}{{0,1}})(?={TITLES})",
    )
)
"""The group of each is the name."""

_PARTED = r"[ \t]*[,，、;；:：/|]?[ \t]*"
_NO_PLACE = (
    "(?!祝[好您你福]|[苏郑温徐柳常贺万]州|沈阳|唐山|黄[山石金]|石家|张家|高峰|任[务何]|方[案式向]|余[额款]|施工"
    "|顾问|严重|左右|安[装心全]|房号|席位|谢了|常见|陶瓷)"
)
_HAN_BESIDE = rf"{_NO_NAME}{_NO_PLACE}{_FAMILY}{_HAN}{{1,2}}"
_NO_PERSON = (
    r"(?!(?i:[\w'’]+ )*(?i:phone|telephone|tel|mobile|cell|fax|number|hotline|helpline|line|service"
    r"|services|support|office|team|department|desk|center|centre|call|calls|order|invoice|ticket"
    r"|store|shop|street|st|road|rd|avenue|ave|inc|ltd|llc|gmbh|bank|hotel|clinic|hospital"
    r"|school|room|building|floor|contact|help|care|sales|info|whatsapp|wechat|sms)\b)"
)
_LATIN_BESIDE = rf"{_NO_PERSON}{_OPENING}{_COMMON}{_WORD} (?:[A-Z]\. )?{_WORD}"
_BEFORE_A_PHONE = re.compile(
    rf"(?:(?:^|(?<=[\s,，。;；:：、]))({_HAN_BESIDE})"
    rf"|(?:^|(?<=[\n,，;；、])|(?<=[,;] ))({_LATIN_BESIDE})){_PARTED}$"
)
_AFTER_A_PHONE = re.compile(
    rf"{_PARTED}(?:({_HAN_BESIDE})(?!{_HAN})|({_LATIN_BESIDE})(?=[ \t]*(?:[,.，。;；\n]|$)))"
)
_LONGEST = 48


def beside(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Names right before and after the phone that stands there, as in an address: a family name of
    China and one or two signs more, or two words with capitals between commas."""
    before = _BEFORE_A_PHONE.search(text, max(0, start - _LONGEST), start)
    after = _AFTER_A_PHONE.match(text, end)
    return [match.span(match.lastindex or 0) for match in (before, after) if match]
