"""What is told to customers as the house's rules."""

import pytest

from knowledge.house import rules
from knowledge.library import Library
from knowledge.passage import Document

EXAMPLE = Document(
    source="procedures/parcel.en.md",
    title="Broken parcel",
    text="A broken parcel is replaced within two days.",
    kind="procedure",
    language="en",
)
OWN = EXAMPLE.model_copy(
    update={"source": "docs-1a2b3c/parcel.md", "text": "We replace a broken parcel on Fridays."}
)
ASKED = "Is a broken parcel replaced?"


def found(library: Library, *, doubtful: bool) -> set[str]:
    return {each.source for each in rules(library, ASKED, doubtful=doubtful, language="en")}


def test_what_came_with_whyflow_answers_until_a_house_has_documents_of_its_own(library):
    library.add([EXAMPLE])
    assert found(library, doubtful=True) == {EXAMPLE.source}
    library.add([OWN])
    assert found(library, doubtful=True) == {OWN.source}
    assert found(library, doubtful=False) >= {OWN.source}
    library.retire([OWN.source])
    assert found(library, doubtful=True) == {EXAMPLE.source}


@pytest.mark.parametrize("source", ["uploads/rules.md", "procedures-0a1b2c/rules.md"])
def test_a_file_of_ones_own_is_known_by_its_name(library, source):
    library.add([OWN.model_copy(update={"source": source})])
    assert library.has_own()
