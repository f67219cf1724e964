"""Writing playbooks from the shell: begun, put in order, shown, compared."""

import stat
from pathlib import Path

import pytest

from playbook_text import DUE, LOOK, SMALL, changed
from shell import Said, Shell


@pytest.fixture
def shell(tmp_path: Path) -> Shell:
    shell = Shell(tmp_path)
    (tmp_path / "own").mkdir()
    edit(shell, SMALL)
    shell.environment["NETFIN_PLAYBOOKS"] = str(tmp_path / "own")
    return shell


def edit(shell: Shell, text: str, name: str = "small") -> Path:
    path = shell.home / "own" / f"{name}.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def playbook(shell: Shell, *words: str) -> Said:
    return shell.here("playbook", *words)


@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_new_playbook_is_right_as_it_is(shell: Shell, language: str) -> None:
    path = shell.home / "own" / "sms-outage.yaml"
    said = playbook(shell, "new", "sms-outage", "--out", str(path), "--lang", language)
    assert (said.code, said.out) == (0, "")
    assert playbook(shell, "lint", "sms-outage").out == ""
    assert playbook(shell, "fmt", str(path), "--check").code == 0
    assert playbook(shell, "rehearse", "sms-outage").code == 0
    assert playbook(shell, "paths", "sms-outage").code == 0
    assert playbook(shell, "new", "sms-outage").out == path.read_text(encoding="utf-8")
    again = playbook(shell, "new", "sms-outage", "--out", str(path))
    assert (again.code, "NF-9153" in again.err) == (2, True)
    assert playbook(shell, "new", "sms-outage", "--out", str(path), "--force").code == 0


@pytest.mark.parametrize("name", ["短信", "a b", "../x", "-x", "x" * 65, ""])
def test_a_name_that_cannot_be_an_id_is_refused(shell: Shell, name: str) -> None:
    said = playbook(shell, "new", "--", name)
    assert (said.code, said.out, "NF-9187" in said.err) == (2, "", True)


def test_fmt_writes_the_file_anew_and_keeps_who_may_read_it(shell: Shell) -> None:
    path = edit(shell, SMALL)
    path.chmod(0o640)
    check = playbook(shell, "fmt", str(path), "--check")
    assert (check.code, "not in order" in check.out) == (1, True)
    assert path.read_text(encoding="utf-8") == SMALL
    shown = playbook(shell, "fmt", str(path), "--stdout")
    assert (shown.code, path.read_text(encoding="utf-8")) == (0, SMALL)
    assert playbook(shell, "fmt", str(path)).code == 0
    assert path.read_text(encoding="utf-8") == shown.out
    assert stat.S_IMODE(path.stat().st_mode) == 0o640
    assert playbook(shell, "fmt", str(path), "--check").code == 0
    assert playbook(shell, "fmt", str(path), "--json").json == {"files": 1, "changed": []}
    assert [one.name for one in path.parent.iterdir()] == ["small.yaml"]


def test_fmt_leaves_every_file_alone_where_one_cannot_be_used(shell: Shell) -> None:
    good, bad = edit(shell, SMALL), edit(shell, SMALL.replace("zh: 核实", "zz: 核实"), "bad")
    said = playbook(shell, "fmt", str(good), str(bad))
    assert (said.code, "NF-2" in said.err) == (4, True)
    assert good.read_text(encoding="utf-8") == SMALL
    link = shell.home / "own" / "link.yaml"
    link.symlink_to(good)
    assert playbook(shell, "fmt", str(link)).code == 4
    assert playbook(shell, "fmt").code == 2
    assert good.read_text(encoding="utf-8") == SMALL


def test_diff_says_in_words_what_differs(shell: Shell) -> None:
    other = edit(
        shell, changed((DUE, "{S1: 3m, default: 5m}"), (LOOK, "do: {zh: 核对, en: Look}")), "other"
    )
    said = playbook(shell, "diff", "small", str(other))
    assert said.code == 1
    assert said.out == (
        "Steps\n  look (Look)\n    title: wording changed (Chinese)\n    due at I: 2m → 3m\n"
    )
    assert "2 differences" in said.err
    chinese = playbook(shell, "diff", "small", str(other), "--lang", "zh")
    assert "Ⅰ级的时限：2分 → 3分" in chinese.out
    found = playbook(shell, "diff", "small", str(other), "--json").json
    assert found["equal"] is False
    assert found["changes"][1] == {
        "section": "steps", "id": "look", "what": "changed", "field": "due", "item": "",
        "grades": [1], "before": 120, "after": 180, "text": "due at I: 2m → 3m",
    }  # fmt: skip


def test_diff_of_the_same_says_so(shell: Shell) -> None:
    same = playbook(shell, "diff", "small", "small")
    assert (same.code, same.out, "say the same" in same.err) == (0, "", True)
    other = edit(shell, f"# remark\n{SMALL}", "other")
    paper = playbook(shell, "diff", "small", str(other))
    assert (paper.code, "only comments or paperwork" in paper.err) == (0, True)


def test_diff_reads_versions_that_were_adopted(shell: Shell) -> None:
    adopted = playbook(shell, "adopt", "small", "--as", "li")
    digits = adopted.answer.split()[-1]
    edit(shell, changed(("revision: 3", "revision: 4"), (DUE, "9m")))
    assert playbook(shell, "adopt", "small", "--as", "li").code == 0
    by_revision = playbook(shell, "diff", "small@3", "small@r4")
    by_hash = playbook(shell, "diff", f"small@{digits}", "small")
    assert by_revision.out == by_hash.out
    assert "revision: 3 → 4" in by_revision.out
    unknown = playbook(shell, "diff", "small@9", "small")
    assert (unknown.code, "NF-9186" in unknown.err) == (2, True)
    never = playbook(shell, "diff", "ransomware@1", "small")
    assert never.code == 3


def test_show_answers_for_one_severity_and_for_one_step(shell: Shell) -> None:
    whole = playbook(shell, "show", "small").out
    assert "due in 2m at I; 5m at II, III, IV" in whole
    assert "Not to be held together: commander and technical" in whole
    assert "> Fix [fix]" in whole
    worst = playbook(shell, "show", "small", "--severity", "1").out
    assert "due in 2m\n" in worst
    step = playbook(shell, "show", str(shell.home / "own" / "small.yaml"), "--step", "repair")
    assert step.out.startswith("repair  Repair the service\n")
    assert "in Fix of step choose" in step.out
    nowhere = playbook(shell, "show", "small", "--step", "repare")
    assert (nowhere.code, "NF-9181" in nowhere.err, "repair" in nowhere.err) == (2, True, True)
    assert playbook(shell, "show", "small", "--json").json["steps"][0]["due"]["s1"] == 120


def test_rehearse_names_what_a_script_has_wrong(shell: Shell) -> None:
    said = playbook(shell, "rehearse", "small", "--choose", "choose=fox")
    assert (said.code, "NF-9182" in said.err, "“fix”" in said.err) == (2, True, True)
    found = playbook(shell, "rehearse", "small", "--choose", "choose=leave", "--json").json
    assert [act["step"] for act in found["acts"]] == ["look", "choose", "sit", "back"]
    assert found["summary"]["milestones"] == [{"id": "recovered", "seconds": 240}]
    assert not shell.database.exists()
