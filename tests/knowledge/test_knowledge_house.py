"""What is told to customers as the house's rules."""

import pytest
from letters import LetterEmbedder

from knowledge.fields import FIELDS
from knowledge.house import fields_in, rules
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


def test_a_house_is_found_however_many_examples_are_nearer(library):
    near = [EXAMPLE.model_copy(update={"source": f"procedures/{n}.md"}) for n in range(60)]
    library.add([*near, OWN.model_copy(update={"text": "We mend what is broken, a parcel too."})])
    assert found(library, doubtful=True) == {OWN.source}


def test_shelves_of_an_older_whyflow_are_put_in_order(tmp_path):
    with Library(tmp_path, LetterEmbedder()) as older:
        older.add([EXAMPLE, OWN])
        mine = older.look(ASKED, own=True).candidates
        older._register.do("UPDATE library SET shelves = ''")
        (ours,) = [name for name in older._shelves.standing() if "-ours-" in name]
        ids = sorted(older._shelves.standing()[ours])
        older._shelves.remove(ids, ours)
    with Library(tmp_path, LetterEmbedder()) as newer:
        assert newer._shelves.standing()[ours] == set(ids)
        assert newer.look(ASKED, own=True).candidates == mine


@pytest.mark.parametrize(
    ("text", "fields"),
    [
        ("Patients see the doctor on time. A nurse calls patients by name.", {"healthcare"}),
        ("患者先在门诊挂号，护士叫号后就诊。", {"healthcare"}),
        ("Customers bring goods to the shop with a receipt; a bank refunds orders.", {"retail"}),
        ("The museum is open on Sundays.", set(FIELDS)),
    ],
)
def test_a_houses_own_documents_tell_its_fields(library, text, fields):
    told = fields_in(library)
    library.add([EXAMPLE])
    assert told() == set(FIELDS)
    library.add([OWN.model_copy(update={"text": text})])
    assert told() == fields
