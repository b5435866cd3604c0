import loops
import pytest
from hashing import Hashing
from replydesk import FEW, Backed

from knowledge.feedback import Feedback
from knowledge.templates.reading import built_in
from knowledge.templates.record import Template
from knowledge.templates.store import Templates
from tools.replies.desk import Desk
from ui.replying import page
from ui.replying.events import Replying
from ui.replying.handed import Handed
from ui.replying.keeping import Keeping
from ui.replying.widgets import Widgets


@pytest.fixture(scope="package")
def built() -> Widgets:
    return loops.built(page._layout)


@pytest.fixture(scope="package")
def templates() -> list[Template]:
    return built_in()


@pytest.fixture
def backed(templates: list[Template]) -> Backed:
    desk = Desk(Templates(None, templates), Feedback(None), Hashing(), examples=FEW)
    return Backed(desk)


@pytest.fixture
def events(backed: Backed, built: Widgets) -> Replying:
    return Replying(backed, "en", built)


@pytest.fixture
def handed(backed: Backed, built: Widgets) -> Handed:
    return Handed(backed, "en", built)


@pytest.fixture
def keeping(backed: Backed, built: Widgets) -> Keeping:
    return Keeping(backed, "en", built)
