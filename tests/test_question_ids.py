"""The id of a question is the same in every build, and nothing a name can be tried on without the papers."""

import hashlib
from types import SimpleNamespace

import pandas as pd

from leadnet.review.ids import FILE, question_id, question_key

ASKED = {"kind": "person", "left": "board-1: Al Ash", "right": "alan-ash"}


def built(folder, *lines):
    return SimpleNamespace(folder=SimpleNamespace(path=folder), lines=pd.DataFrame({"text": list(lines)}))


def test_the_id_is_kept_when_papers_are_added_and_the_same_on_another_machine(tmp_path):
    first = question_id(ASKED, question_key(built(tmp_path / "a", "Present: Al Ash")))
    assert question_id(ASKED, question_key(built(tmp_path / "a", "Present: Al Ash", "Absent: Bo Birch"))) == first
    assert question_id(ASKED, question_key(built(tmp_path / "b", "Present: Al Ash"))) == first
    (tmp_path / "a" / FILE).unlink()
    assert question_id(ASKED, question_key(built(tmp_path / "a", "Present: Al Ash"))) == first
    assert question_id(ASKED, question_key(built(tmp_path / "c", "Present: Al Ashe"))) != first


def test_a_hash_of_the_names_alone_is_not_the_id(tmp_path):
    found = question_id(ASKED, question_key(built(tmp_path, "Present: Al Ash")))
    said = "\n".join(ASKED.values())
    tried = {hashlib.sha256(said.encode()).hexdigest()[:10], question_id(ASKED, bytes(32)).removeprefix("q-")}
    assert found.removeprefix("q-") not in tried


def test_a_damaged_key_is_made_again_and_a_study_that_cannot_be_written_has_one_too(tmp_path):
    study = built(tmp_path / "a", "Present: Al Ash")
    key = question_key(study)
    for damage in ("", "zz", "ab" * 31):
        (tmp_path / "a" / FILE).write_text(damage)
        assert question_key(study) == key
    (tmp_path / "b").write_text("a file, so that nothing can be written below it")
    assert question_key(built(tmp_path / "b", "Present: Al Ash")) == key
