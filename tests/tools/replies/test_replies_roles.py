import pytest

from knowledge.index import BUILT_IN
from tools.replies.procedures import steps_of
from tools.replies.roles import who_does

PROCEDURES = sorted((BUILT_IN / "procedures").glob("*.md"))
TOGETHER = ("manufacturing-nonconforming-product", 5)
"""Three departments meet: no one role does that step."""


@pytest.mark.parametrize(
    ("step", "who"),
    [
        ("Operator calls the shift leader and gives the time", "Operator"),
        ("The team leader approves the refund", "Team leader"),
        ("The person with the right limit approves it", "Person with the right limit"),
        ("Head of legal services checks and signs", "Head of legal services"),
        ("Whoever finds the defect stops the work", "Whoever finds the defect"),
        ("Teams of 2 count each zone", "Teams of 2"),
        ("If it costs more, the team leader approves it", "Team leader"),
        ("The refund is approved by the team leader", "Team leader"),
        ("护士对照检查表验收并签字", "护士"),
        ("首位接待的员工耐心倾听", "首位接待的员工"),
        ("赔付金额超出专员权限的，由客服主管审批", "客服主管"),
        ("客户选择补发的，仓库管理员打包并寄出新品", "仓库管理员"),
        ("法制部门负责人审核", "法制部门负责人"),
        ("保管资料的部门检索", "保管资料的部门"),
        ("由检查人员实地查看", "检查人员"),
    ],
)
def test_who_acts_is_found_wherever_the_step_names_it(step, who):
    assert who_does(step) == who


@pytest.mark.parametrize(
    "step",
    [
        *("Check the order with the team leader", "Call the store manager", "Enter the figures"),
        *("Order parts from the supplier", "Notify team leader", "After the shift leader has gone"),
        *("Quality, production and sales meet", "通知相关人员", "检查设备部件", "将工单转给技术部"),
        *("核对订单，通知仓库主管", "请主管审批", "生成工单", "人工复核", "登记申请人资料"),
    ],
)
def test_who_is_only_spoken_of_does_nothing(step):
    assert who_does(step) == ""


def test_work_of_ours_counts_before_what_the_customer_does():
    step = "Customer fills in the form; the branch clerk checks it"
    assert who_does(step, ["Branch clerk"]) == "Branch clerk"
    assert who_does("Customer signs the form") == "Customer"


@pytest.mark.parametrize("file", PROCEDURES, ids=lambda file: file.stem)
def test_every_built_in_step_but_one_names_who_does_it(file):
    steps = steps_of(file.read_text(encoding="utf-8"))
    nobody = [(file.stem.split(".")[0], step.number) for step in steps if not step.who]
    assert nobody in ([], [TOGETHER])
