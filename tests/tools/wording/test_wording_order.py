import pytest
from hypothesis import given
from hypothesis import strategies as st

from tools.plan import Problem
from tools.wording.order import dependencies

# message, names in its order, who waits for whom
Case = tuple[str, list[str], dict[str, list[str]]]

CHINESE: list[Case] = [
    ("焊接需要10个人做2小时，优先级1；喷涂5个人3小时，优先级2，焊接之后；装配3人1小时，"
     "优先级3，喷涂之后。共15人。",
     ["焊接", "喷涂", "装配"],
     {"喷涂": ["焊接"], "装配": ["喷涂"]}),
    ("等焊接和打磨都完成后，再喷涂。", ["焊接", "打磨", "喷涂"], {"喷涂": ["焊接", "打磨"]}),
    ("焊接完才能喷涂", ["焊接", "喷涂"], {"喷涂": ["焊接"]}),
    ("先焊接，然后喷涂，接着检验，最后装配",
     ["焊接", "喷涂", "检验", "装配"],
     {"喷涂": ["焊接"], "检验": ["喷涂"], "装配": ["检验"]}),
    ("喷涂之前先打磨", ["喷涂", "打磨"], {"喷涂": ["打磨"]}),
    ("打磨要在喷涂之前", ["打磨", "喷涂"], {"喷涂": ["打磨"]}),
    ("焊接2小时，紧接着喷涂3小时，同时检验1小时，最后装配",
     ["焊接", "喷涂", "检验", "装配"],
     {"喷涂": ["焊接"], "检验": ["焊接"], "装配": ["喷涂", "检验"]}),
    ("焊接2小时。喷涂3小时。装配1小时。", ["焊接", "喷涂", "装配"], {}),
    ("切割1小时，钻孔2小时，全部完成后包装。",
     ["切割", "钻孔", "包装"],
     {"包装": ["切割", "钻孔"]}),
    ("1. 焊接\n2. 喷涂\n3. 装配，第2步之后", ["焊接", "喷涂", "装配"], {"装配": ["喷涂"]}),
    ("出报表2小时，报表出来以后审核1小时", ["出报表", "审核"], {"审核": ["出报表"]}),
    ("依次完成焊接、喷涂、装配。",
     ["焊接", "喷涂", "装配"],
     {"喷涂": ["焊接"], "装配": ["喷涂"]}),
    ("先焊接，然后喷涂。质检需要2小时。", ["焊接", "喷涂", "质检"], {"喷涂": ["焊接"]}),
    ("喷涂不能在焊接之前开始", ["喷涂", "焊接"], {"喷涂": ["焊接"]}),
    ("焊接完成前不能喷涂", ["焊接", "喷涂"], {"喷涂": ["焊接"]}),
    ("喷涂不用等焊接", ["喷涂", "焊接"], {}),
    ("焊接→喷涂→装配", ["焊接", "喷涂", "装配"], {"喷涂": ["焊接"], "装配": ["喷涂"]}),
    ("焊接和切割完成后喷涂，喷涂做完再装配",
     ["焊接", "切割", "喷涂", "装配"],
     {"喷涂": ["焊接", "切割"], "装配": ["喷涂"]}),
    ("停机先，然后检修，检修完开机",
     ["停机", "检修", "开机"],
     {"检修": ["停机"], "开机": ["检修"]}),
    ("喷涂3小时，焊接要先完成", ["喷涂", "焊接"], {"喷涂": ["焊接"]}),
    ("喷涂需要先焊接", ["喷涂", "焊接"], {"喷涂": ["焊接"]}),
    ("核对账目2小时，账目核对完再出报表1小时，报表出来以后经理审批半小时。",
     ["核对账目", "出报表", "经理审批"],
     {"出报表": ["核对账目"], "经理审批": ["出报表"]}),
    ("盘点库存2人1小时，同时打扫店面1人半小时，都完成后补货3人2小时。",
     ["盘点库存", "打扫店面", "补货"],
     {"补货": ["盘点库存", "打扫店面"]}),
    ("受理申请10分钟，之后审核材料1小时，审核通过后制证半小时，最后发证5分钟",
     ["受理申请", "审核材料", "制证", "发证"],
     {"审核材料": ["受理申请"], "制证": ["审核材料"], "发证": ["制证"]}),
    ("喷涂3小时，在此之前打磨1小时", ["喷涂", "打磨"], {"喷涂": ["打磨"]}),
    ("装配放在最后，焊接2小时，喷涂3小时", ["装配", "焊接", "喷涂"], {"装配": ["焊接", "喷涂"]}),
    ("焊接完成需要2小时，喷涂3小时", ["焊接", "喷涂"], {}),
    ("第一步焊接，第二步喷涂，第三步装配",
     ["焊接", "喷涂", "装配"],
     {"喷涂": ["焊接"], "装配": ["喷涂"]}),
    ("装配依赖焊接和喷涂", ["装配", "焊接", "喷涂"], {"装配": ["焊接", "喷涂"]}),
    ("装配的前提是焊接完成", ["装配", "焊接"], {"装配": ["焊接"]}),
    ("焊接是装配的前提", ["焊接", "装配"], {"装配": ["焊接"]}),
    ("喷涂、检验都在焊接之后", ["喷涂", "检验", "焊接"], {"喷涂": ["焊接"], "检验": ["焊接"]}),
    ("消毒手术室1小时，手术3小时，消毒完才能手术，手术后打扫",
     ["消毒手术室", "手术", "打扫"],
     {"手术": ["消毒手术室"], "打扫": ["手术"]}),
    ("两者都完成后才能装配：焊接2小时，喷涂3小时",
     ["焊接", "喷涂", "装配"],
     {"装配": ["焊接", "喷涂"]}),
    ("今天柜台有6个人。清点现金2人30分钟，开门前必须完成；开门1人10分钟；"
     "接待客户4人3小时，开门之后；日终结账2人1小时，最后做。",
     ["清点现金", "开门", "接待客户", "日终结账"],
     {"开门": ["清点现金"], "接待客户": ["开门"], "日终结账": ["接待客户"]}),
    ("审核材料2人1小时，现场勘查3人2小时，这两项完成后才能审批，审批1人半小时，审批之后发证。",
     ["审核材料", "现场勘查", "审批", "发证"],
     {"审批": ["审核材料", "现场勘查"], "发证": ["审批"]}),
    ("- 采购材料 2小时 1人\n- 切割 3小时 2人（采购材料后）\n- 焊接 4小时 3人（切割后）\n- "
     "喷漆 2小时 2人（焊接后）",
     ["采购材料", "切割", "焊接", "喷漆"],
     {"切割": ["采购材料"], "焊接": ["切割"], "喷漆": ["焊接"]}),
    ("检修设备3小时，要等停机完成；停机半小时；恢复生产1小时，检修完才能做。",
     ["检修设备", "停机", "恢复生产"],
     {"检修设备": ["停机"], "恢复生产": ["检修设备"]}),
    ("报告要等审计和盘点都做完。审计2小时，盘点3小时，报告1小时。",
     ["审计", "盘点", "报告"],
     {"报告": ["审计", "盘点"]}),
    ("抽血10分钟，做CT20分钟，拿报告5分钟；拿报告要等抽血和CT都做完，看医生在拿报告之后。",
     ["抽血", "做CT", "拿报告", "看医生"],
     {"拿报告": ["抽血", "做CT"], "看医生": ["拿报告"]}),
    ("喷漆2人2小时，打磨好了才能喷漆；打磨1人1小时。", ["喷漆", "打磨"], {"喷漆": ["打磨"]}),
    ("布置会场3人2小时，会场布置好之后彩排2小时，彩排完正式演出3小时",
     ["布置会场", "彩排", "正式演出"],
     {"彩排": ["布置会场"], "正式演出": ["彩排"]}),
    ("拆旧2小时，拆旧结束以后同时做水电和木工，水电和木工都完了再刷漆",
     ["拆旧", "水电", "木工", "刷漆"],
     {"水电": ["拆旧"], "木工": ["拆旧"], "刷漆": ["水电", "木工"]}),
    ("水电和木工可以同时做，都在拆旧之后",
     ["水电", "木工", "拆旧"],
     {"水电": ["拆旧"], "木工": ["拆旧"]}),
    ("不用等喷涂，焊接之后就可以装配", ["焊接", "喷涂", "装配"], {"装配": ["焊接"]}),
    ("先打扫卫生，再布置货架，然后贴价签，最后开门营业。另外盘点仓库需要2人3小时。",
     ["打扫卫生", "布置货架", "贴价签", "开门营业", "盘点仓库"],
     {"布置货架": ["打扫卫生"], "贴价签": ["布置货架"], "开门营业": ["贴价签"]}),
    ("打磨之前要清洗，清洗1小时，打磨2小时", ["打磨", "清洗"], {"打磨": ["清洗"]}),
    ("第3步要等第1步和第2步都完成：1.切割 2.钻孔 3.组装",
     ["切割", "钻孔", "组装"],
     {"组装": ["切割", "钻孔"]}),
    ("接种前先登记，登记之后量体温，量完体温才能接种，接种后留观30分钟",
     ["登记", "量体温", "接种", "留观"],
     {"量体温": ["登记"], "接种": ["登记", "量体温"], "留观": ["接种"]}),
    ("急诊今天三件事：分诊2名护士20分钟，优先级高；清创1名医生40分钟，得等分诊做完；"
     "打石膏1名医生半小时，清创之后再做。",
     ["分诊", "清创", "打石膏"],
     {"清创": ["分诊"], "打石膏": ["清创"]}),
    ("我们要先验收再入库，入库之后才能贴标签。验收2人1小时，入库3人2小时，贴标签1人1小时。",
     ["验收", "入库", "贴标签"],
     {"入库": ["验收"], "贴标签": ["入库"]}),
    ("月末结账：核对流水2小时2人，编制报表3小时1人，核对流水结束后开始；报送监管1小时，"
     "报表编好后进行。",
     ["核对流水", "编制报表", "报送监管"],
     {"编制报表": ["核对流水"], "报送监管": ["编制报表"]}),
    ("搬货2小时，搬完货才能摆货，摆货3小时，摆完以后盘点1小时。",
     ["搬货", "摆货", "盘点"],
     {"摆货": ["搬货"], "盘点": ["摆货"]}),
    ("喷漆必须在打磨后进行，打磨必须在焊接后进行，焊接2小时打磨1小时喷漆1小时",
     ["喷漆", "打磨", "焊接"],
     {"喷漆": ["打磨"], "打磨": ["焊接"]}),
    ("体检流程：抽血、B超、心电图不分先后，都做完后总检。",
     ["抽血", "B超", "心电图", "总检"],
     {"总检": ["抽血", "B超", "心电图"]}),
    ("打印材料1人20分钟；装订1人30分钟，要等材料打印出来；同时布置会议室2人1小时；"
     "开会3小时，以上都完成后开始。",
     ["打印材料", "装订", "布置会议室", "开会"],
     {"装订": ["打印材料"], "布置会议室": ["打印材料"], "开会": ["装订", "布置会议室"]}),
    ("焊接要10个人2小时，喷涂要5个人3小时而且得等焊接结束，装配3个人1小时跟在喷涂后面",
     ["焊接", "喷涂", "装配"],
     {"喷涂": ["焊接"], "装配": ["喷涂"]}),
    ("安检后登机，登机前广播。", ["安检", "登机", "广播"], {"登机": ["安检", "广播"]}),
    ("质检3人1小时，不依赖其他任务；包装2人2小时，质检合格后进行。",
     ["质检", "包装"],
     {"包装": ["质检"]}),
    ("处理投诉2小时，回访1小时，回访在处理投诉之后；归档半小时，回访之后。",
     ["处理投诉", "回访", "归档"],
     {"回访": ["处理投诉"], "归档": ["回访"]}),
    ("先完成数据清洗（2小时），清洗完成后分别做统计分析（3小时）和制图（1小时），"
     "两项都完成后写报告（2小时）。",
     ["数据清洗", "统计分析", "制图", "写报告"],
     {"统计分析": ["数据清洗"], "制图": ["数据清洗"], "写报告": ["统计分析", "制图"]}),
]  # fmt: skip
ENGLISH: list[Case] = [
    ("Painting takes 3 hours after welding.", ["Painting", "welding"], {"Painting": ["welding"]}),
    ("Once welding is done, painting takes 2 hours and 5 people.",
     ["welding", "painting"],
     {"painting": ["welding"]}),
    ("Move beds takes 1 hour. Clean the room takes 2 hours, once the beds are moved.",
     ["Move beds", "Clean the room"],
     {"Clean the room": ["Move beds"]}),
    ("When welding is finished, start painting.",
     ["welding", "painting"],
     {"painting": ["welding"]}),
    ("Assembly requires the welding to be done.",
     ["Assembly", "welding"],
     {"Assembly": ["welding"]}),
    ("Welding must finish before painting.", ["Welding", "painting"], {"painting": ["Welding"]}),
    ("Before painting, do sanding.", ["painting", "sanding"], {"painting": ["sanding"]}),
    ("Welding then painting then assembly.",
     ["Welding", "painting", "assembly"],
     {"painting": ["Welding"], "assembly": ["painting"]}),
    ("Welding followed by painting.", ["Welding", "painting"], {"painting": ["Welding"]}),
    ("Weld takes 2 h. Paint takes 3 h. Finally, assemble.",
     ["Weld", "Paint", "assemble"],
     {"assemble": ["Weld", "Paint"]}),
    ("Unload the truck (2 hours), meanwhile print the labels (1 hour). After both, shelve "
     "the goods.",
     ["Unload the truck", "print the labels", "shelve the goods"],
     {"shelve the goods": ["Unload the truck", "print the labels"]}),
    ("Unload the truck takes 1 hour. Sort boxes takes 2 hours after unloading. Meanwhile, "
     "clean the dock.",
     ["Unload the truck", "Sort boxes", "clean the dock"],
     {"Sort boxes": ["Unload the truck"], "clean the dock": ["Unload the truck"]}),
    ("After both cutting and drilling, assembly takes 1 hour.",
     ["cutting", "drilling", "assembly"],
     {"assembly": ["cutting", "drilling"]}),
    ("A: cutting 1 h. B: drilling 2 h. After all of the above, pack.",
     ["cutting", "drilling", "pack"],
     {"pack": ["cutting", "drilling"]}),
    ("Assembly depends on welding and painting.",
     ["Assembly", "welding", "painting"],
     {"Assembly": ["welding", "painting"]}),
    ("Weld the frame, 2 hours. After that, paint it... paint job 3 hours.",
     ["Weld the frame", "paint job"],
     {"paint job": ["Weld the frame"]}),
    ("1. Weld 2h\n2. Paint 3h, after 1\n3. Pack 1h, after 2",
     ["Weld", "Paint", "Pack"],
     {"Paint": ["Weld"], "Pack": ["Paint"]}),
    ("Step 1: weld. Step 2: paint. Step 3: pack.",
     ["weld", "paint", "pack"],
     {"paint": ["weld"], "pack": ["paint"]}),
    ("Do these in this order: weld, paint, pack.",
     ["weld", "paint", "pack"],
     {"paint": ["weld"], "pack": ["paint"]}),
    ("Do weld, paint and pack in any order.", ["weld", "paint", "pack"], {}),
    ("Weld 2h, paint 3h, pack 1h. They must be done sequentially.",
     ["Weld", "paint", "pack"],
     {"paint": ["Weld"], "pack": ["paint"]}),
    ("Painting cannot start until welding is complete.",
     ["Painting", "welding"],
     {"Painting": ["welding"]}),
    ("Painting can't start before welding is done.",
     ["Painting", "welding"],
     {"Painting": ["welding"]}),
    ("Painting does not depend on welding.", ["Painting", "welding"], {}),
    ("Painting in parallel with welding; both after sanding.",
     ["Painting", "welding", "sanding"],
     {"Painting": ["sanding"], "welding": ["sanding"]}),
    ("After lunch, painting takes 2 hours.", ["painting"], {}),
    ("weld -> paint -> pack", ["weld", "paint", "pack"], {"paint": ["weld"], "pack": ["paint"]}),
    ("B after A. A after B.", ["A", "B"], {"B": ["A"]}),
    ("Triage takes 10 minutes; blood test takes 15 minutes after triage; the CT scan "
     "needs the blood test first; diagnosis comes last.",
     ["Triage", "blood test", "CT scan", "diagnosis"],
     {"blood test": ["Triage"], "CT scan": ["blood test"], "diagnosis": ["CT scan"]}),
    ("Book the venue takes 2 hours. Once the venue is booked, send the invitations (1 "
     "hour) and order the catering (30 minutes).",
     ["Book the venue", "send the invitations", "order the catering"],
     {"send the invitations": ["Book the venue"], "order the catering": ["Book the venue"]}),
    ("We need welding (2 h, 10 people), painting (3 h, 5 people, after welding) and "
     "assembly (1 h, 3 people, after painting).",
     ["welding", "painting", "assembly"],
     {"painting": ["welding"], "assembly": ["painting"]}),
    ("Unload the truck, 2 people, 1 hour. After unloading, check the goods, 1 person, 30 "
     "minutes. After checking, shelve them for 2 hours.",
     ["Unload the truck", "check the goods", "shelve"],
     {"check the goods": ["Unload the truck"], "shelve": ["check the goods"]}),
    ("Welding 2h, then painting 3h. Inventory takes 1 hour.",
     ["Welding", "painting", "Inventory"],
     {"painting": ["Welding"]}),
    ("Before that, clean up. ", ["clean up"], {}),
    ("Painting 3 hours. Before that, sanding 1 hour.",
     ["Painting", "sanding"],
     {"Painting": ["sanding"]}),
    ("Pack comes last. Weld 2h. Paint 1h.",
     ["Pack", "Weld", "Paint"],
     {"Pack": ["Weld", "Paint"]}),
    ("Painting comes next after welding", ["Painting", "welding"], {"Painting": ["welding"]}),
    ("Weld 2 hours; painting 3 hours afterwards", ["Weld", "painting"], {"painting": ["Weld"]}),
    ("Register patients first, then triage.",
     ["Register patients", "triage"],
     {"triage": ["Register patients"]}),
    ("Welding comes first, painting second.", ["Welding", "painting"], {}),
    ("The labels must be printed before shelving. Print the labels: 1 hour. Shelve goods: "
     "2 hours.",
     ["Print the labels", "Shelve goods"],
     {"Shelve goods": ["Print the labels"]}),
    ("Welding is a prerequisite for assembly.",
     ["Welding", "assembly"],
     {"assembly": ["Welding"]}),
    ("Painting and inspection both wait for welding",
     ["Painting", "inspection", "welding"],
     {"Painting": ["welding"], "inspection": ["welding"]}),
    ("After 5 pm, painting takes 2 hours.", ["painting"], {}),
    ("Weld, 2.5 hours. Paint, 1.5 hours, after weld.", ["Weld", "Paint"], {"Paint": ["Weld"]}),
    ("Check the cash drawer 15 min. after opening the branch, 10 min.",
     ["Check the cash drawer", "opening the branch"],
     {"Check the cash drawer": ["opening the branch"]}),
    ("Triage: 2 nurses, 15 min. X-ray: 1 technician, 20 min, after triage. Casting: 1 "
     "doctor, 30 min, after the X-ray. Discharge: 1 clerk, 10 min, once casting is done.",
     ["Triage", "X-ray", "Casting", "Discharge"],
     {"X-ray": ["Triage"], "Casting": ["X-ray"], "Discharge": ["Casting"]}),
    ("Prepare beds takes 1 hour and 2 nurses. Transfer patients needs the beds ready, "
     "takes 2 hours.",
     ["Prepare beds", "Transfer patients"],
     {"Transfer patients": ["Prepare beds"]}),
    ("Sanding takes 2 hours. Priming and painting both come after sanding; painting also "
     "needs the primer, so it follows priming.",
     ["Sanding", "Priming", "painting"],
     {"Priming": ["Sanding"], "painting": ["Sanding", "Priming"]}),
    ("We receive the goods (2 people, 1 hour), then check them (1 person, 30 min), and "
     "finally shelve them (3 people, 2 hours).",
     ["receive the goods", "check them", "shelve them"],
     {"check them": ["receive the goods"], "shelve them": ["check them"]}),
    ("Cut the boards first. Drill the holes once the boards are cut. Assemble the cabinet "
     "after drilling. Paint the cabinet can happen any time.",
     ["Cut the boards", "Drill the holes", "Assemble the cabinet", "Paint the cabinet"],
     {"Drill the holes": ["Cut the boards"], "Assemble the cabinet": ["Drill the holes"]}),
    ("Cleaning the theatre must be done before the operation starts. The operation takes "
     "3 hours.",
     ["Cleaning the theatre", "operation"],
     {"operation": ["Cleaning the theatre"]}),
    ("Close the till before counting the stock, count the stock before ordering supplies.",
     ["Close the till", "count the stock", "order supplies"],
     {"count the stock": ["Close the till"], "order supplies": ["count the stock"]}),
    ("Loan file check, 1 clerk, 30 minutes. Credit scoring, 1 analyst, 1 hour, waits for "
     "the file check. Approval, 1 manager, 15 minutes, only after credit scoring. "
     "Customer letter, after approval.",
     ["Loan file check", "Credit scoring", "Approval", "Customer letter"],
     {"Credit scoring": ["Loan file check"], "Approval": ["Credit scoring"],
      "Customer letter": ["Approval"]}),
    ("Both the audit and the inventory must be completed before the report is written. "
     "Audit 2h, inventory 3h, report 1h.",
     ["Audit", "inventory", "report"],
     {"report": ["Audit", "inventory"]}),
    ("There are three tasks: welding, painting and assembly. Assembly is last, painting "
     "follows welding.",
     ["welding", "painting", "assembly"],
     {"painting": ["welding"], "assembly": ["painting"]}),
    ("Scan documents takes 1 hour. Index documents takes 2 hours and can only begin when "
     "scanning has finished. Archive takes 30 minutes once indexing is over.",
     ["Scan documents", "Index documents", "Archive"],
     {"Index documents": ["Scan documents"], "Archive": ["Index documents"]}),
    ("Painting 3 hours, 5 people, priority 2, after welding, assembly 1 hour, 3 people, "
     "after painting. Welding 2 hours.",
     ["Painting", "assembly", "Welding"],
     {"Painting": ["Welding"], "assembly": ["Painting"]}),
    ("Interview applicants in the morning, then verify the papers. Meanwhile the mail is "
     "sorted. Issue permits when the papers are verified.",
     ["Interview applicants", "verify the papers", "the mail is sorted", "Issue permits"],
     {"verify the papers": ["Interview applicants"],
      "the mail is sorted": ["Interview applicants"], "Issue permits": ["verify the papers"]}),
    ("Deliver goods after packing and labelling.",
     ["Deliver goods", "packing", "labelling"],
     {"Deliver goods": ["packing", "labelling"]}),
    ("As soon as the stock arrives, count it.", ["count it"], {}),
    ("Wash 1 hour -> dry 2 hours -> fold 30 min",
     ["Wash", "dry", "fold"],
     {"dry": ["Wash"], "fold": ["dry"]}),
    ("Washing comes before drying, and drying before folding.",
     ["Washing", "drying", "folding"],
     {"drying": ["Washing"], "folding": ["drying"]}),
    ("Drying comes after washing, folding after drying.",
     ["Drying", "washing", "folding"],
     {"Drying": ["washing"], "folding": ["Drying"]}),
    ("If it rains, then move the chairs. Set tables takes 1 hour.",
     ["move the chairs", "Set tables"],
     {}),
    ("Painting takes 2 hours and assembly takes 1 hour after painting",
     ["Painting", "assembly"],
     {"assembly": ["Painting"]}),
    ("painting after welding and assembly after painting",
     ["painting", "welding", "assembly"],
     {"painting": ["welding"], "assembly": ["painting"]}),
    ("Step 2 needs step 1 done. 1. Wash 2. Dry", ["Wash", "Dry"], {"Dry": ["Wash"]}),
    ("Once the report is out, the manager approves it in 30 minutes. Write report takes 2 "
     "hours.",
     ["manager approves", "Write report"],
     {"manager approves": ["Write report"]}),
    ("Set up the chairs (2 people, 30 min) can happen while the sound check (1 person, 45 "
     "min) is going on. Open the doors after both are done.",
     ["Set up the chairs", "sound check", "Open the doors"],
     {"Open the doors": ["Set up the chairs", "sound check"]}),
    ("Grinding: 2 h, 2 workers. Polishing: 1 h, 1 worker, must follow grinding. Packing: "
     "30 min, needs polishing and labelling to be finished. Labelling: 20 min, no "
     "dependency.",
     ["Grinding", "Polishing", "Packing", "Labelling"],
     {"Polishing": ["Grinding"], "Packing": ["Polishing", "Labelling"]}),
    ("Clean the windows and mop the floor can be done at the same time. Once they are "
     "both done, restock the shelves.",
     ["Clean the windows", "mop the floor", "restock the shelves"],
     {"restock the shelves": ["Clean the windows", "mop the floor"]}),
    ("The permit can only be printed when the payment has arrived and the photo is taken. "
     "Collect payment 10 min, take photo 5 min, print permit 5 min.",
     ["Collect payment", "take photo", "print permit"],
     {"print permit": ["Collect payment", "take photo"]}),
    ("Start with the inventory (2 hours). The audit follows (3 hours). The report is "
     "written last (1 hour).",
     ["inventory", "audit", "report"],
     {"audit": ["inventory"], "report": ["audit"]}),
    ("Tasks in order: mix the dough, let it rise, bake.",
     ["mix the dough", "let it rise", "bake"],
     {"let it rise": ["mix the dough"], "bake": ["let it rise"]}),
    ("Cooking needs 3 people for 2 hours; serving needs 5 people for 1 hour and can't "
     "start until cooking is finished; washing up needs 2 people for 1 hour, after "
     "serving.",
     ["Cooking", "serving", "washing up"],
     {"serving": ["Cooking"], "washing up": ["serving"]}),
    ("The lab test (1 technician, 30 min) is needed before the diagnosis (1 doctor, 20 min).",
     ["lab test", "diagnosis"],
     {"diagnosis": ["lab test"]}),
    ("Only after the safety inspection may the machine be started. Safety inspection: 1 "
     "h. Start the machine: 10 min.",
     ["Safety inspection", "Start the machine"],
     {"Start the machine": ["Safety inspection"]}),
    ("Priming 1 h, painting 2 h (after priming), drying 4 h (after painting), meanwhile "
     "cleaning 1 h.",
     ["Priming", "painting", "drying", "cleaning"],
     {"painting": ["Priming"], "drying": ["painting"], "cleaning": ["painting"]}),
    ("A and B can run in parallel. C starts when both are finished. D is the last one.",
     ["A", "B", "C", "D"],
     {"C": ["A", "B"], "D": ["C"]}),
    ("First sweep, second mop, third polish.",
     ["sweep", "mop", "polish"],
     {"mop": ["sweep"], "polish": ["mop"]}),
]  # fmt: skip


@pytest.mark.parametrize(("message", "names", "expected"), CHINESE + ENGLISH)
def test_dependencies(message: str, names: list[str], expected: dict[str, list[str]]) -> None:
    found = dependencies(message, names).after
    assert list(found) == names
    assert {name: sorted(after) for name, after in found.items() if after} == {
        name: sorted(after) for name, after in expected.items()
    }


def test_a_cue_that_points_to_no_task_is_reported() -> None:
    (unclear,) = dependencies("After lunch, painting takes 2 hours.", ["painting"]).unclear
    assert unclear.task == "painting"
    assert unclear.words == "After lunch, painting takes 2 hours"
    (unclear,) = dependencies("检查1小时，会议之后检查。", ["检查"]).unclear
    assert unclear.task == "检查"


def test_a_contradiction_keeps_what_was_said_first_and_reports_the_rest() -> None:
    found = dependencies("B after A. A after B.", ["A", "B"])
    assert found.after == {"A": (), "B": ("A",)}
    assert [unclear.words for unclear in found.unclear] == ["A after B"]


def test_clear_orders_leave_nothing_unclear() -> None:
    assert not dependencies("喷涂在焊接之后。装配在喷涂之后。", ["焊接", "喷涂", "装配"]).unclear


NAMES = ["焊接", "喷涂", "print the labels", "paint", "搬床", "b"]
CUES = """之后 以后 完成后 等 先 然后 再 最后 同时 依次 才能 之前 前 不用 两者 全部完成后
第2步之后 第三步 后 after before once until then finally meanwhile first and both needs depends
is on done all order in this that step 2 followed by not cannot last comes with parallel
和 、 ， 。 ; . , : ( ) -> labels beds
床搬完 we the it 的前提是 是 的前提 要先"""
MESSAGES = st.lists(st.sampled_from(NAMES + CUES.split()), max_size=40)


@given(MESSAGES, st.booleans())
def test_any_message_gives_waits_that_can_be_planned(parts: list[str], spaced: bool) -> None:
    message = (" " if spaced else "").join(parts)
    after = dependencies(message, NAMES).after
    tasks = [{"name": name, "duration": 1, "after": after[name]} for name in NAMES]
    Problem.read({"tasks": tasks})  # refuses cycles, strangers and tasks that wait for themselves


@given(st.text(), st.lists(st.text(), max_size=5))
def test_any_text_and_names_are_read_without_fail(text: str, names: list[str]) -> None:
    assert set(dependencies(text, names).after) == set(names)


@pytest.mark.parametrize(
    "piece",
    ["焊接之后", "after ", "paint and ", "之后", "都完成", "同时焊接", "finally paint. ", "先", "(",
     "paint before that, ", "等焊接和喷涂", "first ", "1 ", "the ", "第1步", "\n", "不用等"],
)  # fmt: skip
def test_long_junk_is_read_to_its_end(piece: str) -> None:
    message = (piece * 20_000)[:20_000]
    dependencies(message, NAMES)
