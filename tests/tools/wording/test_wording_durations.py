import pytest
from hypothesis import given
from hypothesis import strategies as st

from tools.wording.durations import duration, durations, is_range, minutes

CASES = {
    "三个钟": 180, "半个钟": 30, "三个钟表": None,
    "2小时": 120, "2个小时": 120, "两个半小时": 150, "一刻钟": 15, "三刻钟": 45, "半小时": 30,
    "半个小时": 30, "半天": 240, "一天": 480, "1天半": 720, "三天半": 1680, "三个半天": 720,
    "1h30": 90, "1h 30m": 90, "1h30min": 90, "90min": 90, "an hour and a half": 90,
    "an hour ten and": 70, "an hour twenty.": 80, "an hour ten people": 60,
    "one and a half hours": 90, "half an hour": 30, "half a day": 240, "a half-day": 240,
    "a quarter of an hour": 15, "three quarters of an hour": 45, "2 hours and 15 minutes": 135,
    "1小时20分": 80, "1小时20分钟": 80, "1小时20": 80, "1:30 h": 90, "90 to 120 minutes": 120,
    "2-3小时": 180, "2到3个小时": 180, "2小时到3小时": 180, "30 min - 1 hour": 60,
    "an hour or two": 120, "一两天": 960, "两到三天": 1440, "半小时到一小时": 60, "1周": 2400,
    "2 weeks": 4800, "90 seconds": 2, "1.5 minutes": 2, "-2小时": -120, "负1小时": -60,
    "0 minutes": 0, "两小时半": 150, "一个半钟头": 90, "3个工作日": 1440, "2 working days": 960,
    "a full day": 480, "90-minute": 90, "½ hour": 30, "1 and 3/4 hours": 105, "１．５小时": 90,
    "一小时一刻钟": 75, "1小时零5分": 65, "between 1 and 2 hours": 120, "1 day and 2 hours": 600,
    "焊接-3小时": 180, "约40分钟": 40, "二十来分钟": 20, "the MRI takes 45 mins": 45,
    "每位客户10分钟": 10, "2 hours 5 people": 120, "2小时，3小时": 120, "9999小时": 599940,
    "3": None, "1:30": None, "十分紧急": None, "三分之一": None, "5 people": None, "": None,
    "1h30 with 2 people": 90, "焊接1h30需要2人": 90, "1h30\n- Painting": 90,
    "2h45 after packing": 165,
    "1h30: weld": 90, "1h30 to 2h": 120, "1h 2": 60, "2h30人": 120, "1,5 h": 90,
    "1,500 minutes": 1500, "彩排要做-2小时": -120, "12月9日": None, "改到12月9日早上9点": None,
    "十二月十九日": None, "12月9日-11日": None, "变为9日下午": None, "5月3日需要2日": 960,
    "3个月9天": 33120, "做9日": 4320,
    "a month": 9600, "两个月": 19200, "priority 3": None, "at 9:30": None, "天亮": None,
}  # fmt: skip


@pytest.mark.parametrize(("words", "expected"), CASES.items())
def test_minutes(words: str, expected: int | None) -> None:
    assert minutes(words) == expected


def test_a_duration_knows_its_place() -> None:
    text = "Scanning takes 2 hours and 15 minutes, then rest"
    found = duration(text)
    assert found is not None
    assert text[found.start : found.end] == "2 hours and 15 minutes"


@given(st.integers(0, 10**9))
def test_whole_hours(n: int) -> None:
    assert minutes(f"{n}小时") == 60 * n
    assert minutes(f"{n} hours") == 60 * n


@given(st.text(alphabet=st.sampled_from("0123456789.:-~ 半两个小时分钟到天hmandtoa½,")))
def test_any_text_is_read_without_fail(text: str) -> None:
    minutes(text)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Welding takes 90 to 120 minutes, then rest", "90 to 120 minutes"),
        ("painting 2-3 hours", "2-3 hours"),
        ("drying takes between two and three days", "between two and three days"),
        ("焊接要90到120分钟", "90到120分钟"),
        ("喷涂2至3小时", "2至3小时"),
        ("包装一两个小时", "一两个小时"),
        ("half an hour to 45 minutes for the test", "half an hour to 45 minutes"),
        ("an hour or two", "an hour or two"),
    ],
)
def test_a_range_is_one_duration_and_known_to_be_a_range(text: str, words: str) -> None:
    (found,) = durations(text)
    assert text[found.start : found.end] == words
    assert is_range(words)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("2 people and 3 hours", "3 hours"),
        ("weld for 2 hours and 15 minutes", "2 hours and 15 minutes"),
        ("两个半小时", "两个半小时"),
        ("cut 4, 2 hours", "2 hours"),
        ("1h30", "1h30"),
        ("十五分钟", "十五分钟"),
        ("line B-3 hours", "3 hours"),
    ],
)
def test_what_is_no_range_is_none(text: str, words: str) -> None:
    (found,) = durations(text)
    assert text[found.start : found.end].strip("- ") == words
    assert not is_range(words)


def test_a_hundred_days_in_a_name_are_no_time():
    """A portrait of a baby of a hundred days took 48,000 minutes."""
    assert [each.minutes for each in durations("宝宝百天照，一个半小时")] == [90]
    assert [each.minutes for each in durations("一百天")] == [48000]
