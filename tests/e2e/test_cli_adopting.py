"""Adopting and approving from a shell, and asking later what was in force."""

from pathlib import Path

import pytest

from netfin_incident.domain.definition.state import digest_of
from playbook_text import SMALL, changed, write
from shell import Said, Shell

NEXT = changed(("revision: 3", "revision: 4"))
FIRST, SECOND = digest_of(SMALL), digest_of(NEXT)


@pytest.fixture
def shell(tmp_path: Path) -> Shell:
    """With a folder of playbooks in which there is one of the firm's own."""
    found = Shell(tmp_path)
    folder = tmp_path / "playbooks"
    folder.mkdir()
    write(folder, SMALL)
    found.environment["NETFIN_PLAYBOOKS"] = str(folder)
    return found


def edit(shell: Shell, text: str = NEXT) -> None:
    write(shell.home / "playbooks", text)


def playbook(shell: Shell, *words: str, by: str = "") -> Said:
    return shell.here("playbook", *words, *(["--as", by] if by else []))


def adopted(shell: Shell, *words: str, by: str = "li") -> Said:
    said = playbook(shell, "adopt", "small", *words, by=by)
    assert said.code == 0, said
    return said


def approved(shell: Shell, *words: str, by: str = "wang") -> Said:
    said = playbook(shell, "approve", "small", "--document", "RC 17", *words, by=by)
    assert said.code == 0, said
    return said


def beside(shell: Shell) -> dict[str, object]:
    """What `playbook list` says of the file, as JSON."""
    listed = playbook(shell, "list", "--json").json["playbooks"]
    found: dict[str, object] = next(one for one in listed if one["id"] == "small")["adoption"]
    return found


def line_of(shell: Shell) -> str:
    return next(line for line in playbook(shell, "list").out.splitlines() if line[:6] == "small ")


def attached(shell: Shell) -> tuple[bool, str]:
    """Whether the playbook of a new incident is approved, and what `show` says."""
    incident = shell.here("declare", "down", "--sev", "3", "--playbook", "small").answer
    run = shell.here("show", incident, "--json").json["playbooks"][0]
    return run["approved"], shell.here("show", incident).out


def test_adopting_makes_the_database_and_says_what_is_next(shell: Shell) -> None:
    said = adopted(shell, "--note", "年度修订")
    assert said.answer == f"small r3 {FIRST[:12]}"
    assert "a new database was made" in said.err
    assert "Adopted the playbook small, revision 3" in said.err
    assert "年度修订" in said.err
    assert "playbook approve small --document NO" in said.err


def test_a_file_may_be_adopted_from_anywhere(shell: Shell) -> None:
    path = write(shell.home, NEXT)
    assert playbook(shell, "adopt", str(path)).answer == f"small r4 {SECOND[:12]}"
    assert playbook(shell, "adopt", "smal").code == 4
    assert playbook(shell, "adopt", "./missing.yaml").code == 4
    write(shell.home, SMALL.replace("goal:", "gaol:"))
    assert playbook(shell, "adopt", str(path)).code == 4
    assert len(playbook(shell, "history", "small", "--json").json["entries"]) == 1


def test_adopting_or_approving_again_records_nothing(shell: Shell) -> None:
    adopted(shell)
    again = adopted(shell, by="wang")
    assert "nothing to record" in again.err
    assert again.answer == f"small r3 {FIRST[:12]}"
    approved(shell)
    assert "nothing to record" in approved(shell).err
    assert shell.here("journal", "head").answer.startswith("2:")


def test_an_edited_file_leaves_the_answer_about_the_past(shell: Shell) -> None:
    adopted(shell, "--from", "2025-01-01")
    approved(shell, "--at", "-1d")
    edit(shell)
    adopted(shell, "--from", "+1d")
    for day, revision in (("2025-01-01", "r3"), ("today", "r3"), ("+2d", "r4")):
        rows = playbook(shell, "list", "--at", day).out.splitlines()
        assert len(rows) == 1
        assert rows[0].split()[:2] == ["small", revision]
    nothing = playbook(shell, "list", "--at", "2024-12-31")
    assert (nothing.code, nothing.out) == (0, "")
    assert "nothing was in force" in nothing.err


def test_a_day_begins_in_the_firms_zone(shell: Shell) -> None:
    adopted(shell, "--from", "2025-03-01")
    version = playbook(shell, "list", "--at", "now", "--json").json["playbooks"][0]
    assert version["effective_from"] == "2025-02-28T16:00:00.000000Z"
    assert playbook(shell, "list", "--at", "2025-03-01").out
    assert not playbook(shell, "list", "--at", "2025-02-28 23:59").out
    london = playbook(shell, "list", "--at", "2025-02-28", "--zone", "Europe/London")
    assert not london.out
    assert playbook(shell, "list", "--at", "2025-03-01", "--zone", "Europe/London").out


def test_the_list_at_a_day_says_who_adopted_and_who_approved(shell: Shell) -> None:
    adopted(shell, "--at", "-2d")
    row = playbook(shell, "list", "--at", "now", "--lang", "zh").answer
    assert row.endswith("未经审批版本")
    approved(shell, "--author", "zhao", "--note", "no objections")
    row = playbook(shell, "list", "--at", "now").answer
    assert FIRST[:12] in row
    assert "adopted by li" in row
    assert row.endswith("approved by wang, RC 17")
    assert playbook(shell, "list", "--at", "-1d").answer.endswith("version not approved")
    version = playbook(shell, "list", "--at", "now", "--json").json["playbooks"][0]
    assert version["sha256"] == FIRST
    approval = version["approval"]
    assert (approval["by"], approval["author"], approval["note"]) == (
        "wang",
        "zhao",
        "no objections",
    )


@pytest.mark.parametrize(
    ("words", "by", "code", "slug"),
    [
        (["--document", "RC 17"], "li", 3, "NF-1124"),
        (["--document", "RC 17", "--author", "wang"], "wang", 3, "NF-1124"),
        ([], "wang", 3, "NF-1123"),
        (["--document", "  "], "wang", 3, "NF-1123"),
        (["--document", "RC 17", "--hash", SECOND], "wang", 3, "NF-1125"),
    ],
)
def test_an_approval_that_is_none_is_refused(
    shell: Shell, words: list[str], by: str, code: int, slug: str
) -> None:
    adopted(shell)
    said = playbook(shell, "approve", "small", *words, by=by)
    assert (said.code, said.out) == (code, "")
    assert said.err.rstrip().endswith(slug)
    assert len(playbook(shell, "history", "small", "--json").json["entries"]) == 1


def test_what_was_never_adopted_has_no_approval_no_history_and_no_past(shell: Shell) -> None:
    shell.here("declare", "down", "--sev", "3")
    for words in (
        ["approve", "small", "--document", "RC 17"], ["history", "small"],
        ["show", "small", "--at", "now"],
    ):  # fmt: skip
        said = playbook(shell, *words)
        assert said.code == 3
        assert "NF-1121" in said.err
    assert shell.here("journal", "export", "--playbook", "small").code == 3


def test_one_person_alone_approves_and_it_is_said(shell: Shell) -> None:
    adopted(shell)
    said = approved(shell, "--break-glass", "the only one here", by="li")
    assert "break-glass: the only one here" in said.err
    assert "within 24 hours another person" in said.err
    assert "approved alone (break-glass) by li, RC 17" in line_of(shell)
    assert attached(shell)[0]
    said = approved(shell)
    assert "alone" not in said.err
    assert line_of(shell).endswith("approved by wang, RC 17")


def test_an_older_version_is_approved_by_its_hash(shell: Shell) -> None:
    adopted(shell)
    edit(shell)
    adopted(shell, by="zhao")
    said = approved(shell, "--hash", FIRST[:8])
    assert said.answer == f"small r3 {FIRST[:12]}"
    assert "the file as it is now is another text" in said.err
    assert "version not approved" in line_of(shell)


def test_a_text_that_kept_its_revision_is_adopted_with_a_word_about_it(shell: Shell) -> None:
    adopted(shell)
    edit(shell, changed(("Restore service", "Restore all services")))
    assert "still calls itself revision 3" in adopted(shell).err


def test_the_list_says_beside_each_file_how_it_stands(shell: Shell) -> None:
    assert line_of(shell).endswith("not adopted")
    assert beside(shell) == {"state": "not_adopted", "version": None}
    assert not shell.database.exists()
    adopted(shell)
    assert line_of(shell).endswith("in force · version not approved")
    approved(shell)
    assert line_of(shell).endswith("in force · approved by wang, RC 17")
    edit(shell)
    assert line_of(shell).endswith(f"differs from the adopted r3 ({FIRST[:12]})")
    assert beside(shell)["state"] == "differs"
    adopted(shell, "--from", "2100-01-01")
    assert "in force from 2100-01-01 00:00:00 +08:00 · version not approved" in line_of(shell)
    assert beside(shell)["state"] == "scheduled"


def test_playbooks_are_listed_though_the_record_cannot_be_read(shell: Shell) -> None:
    shell.database.write_text("no database")
    said = playbook(shell, "list")
    assert said.code == 0
    assert "record not readable" in said.out
    assert "NF-3" in said.err
    assert beside(shell) is None


def test_the_version_of_a_past_day_is_shown_whole(shell: Shell) -> None:
    adopted(shell, "--from", "2025-01-01")
    edit(shell, NEXT.replace("zh: 修复, en: Fix", "zh: 修好, en: Mend"))
    adopted(shell, "--from", "2100-01-01")
    said = playbook(shell, "show", "small", "--at", "2025-06-01")
    assert said.code == 0
    assert "adopted by li" in said.out
    assert "small r3 (draft)  Small" in said.out
    assert "small r4 (draft)  Small" in playbook(shell, "show", "small").out
    shown = playbook(shell, "show", "small", "--at", "2025-06-01", "--json").json
    assert (shown["body"], shown["version"]["sha256"]) == (SMALL, FIRST)
    assert shown["plan"]["source_sha256"] == FIRST
    early = playbook(shell, "show", "small", "--at", "2024-06-01")
    assert early.code == 3
    assert "NF-1126" in early.err


def test_the_history_is_told_in_words(shell: Shell) -> None:
    adopted(shell)
    approved(shell, "--behalf-of", "zhao", "--basis", "phone")
    first, second = playbook(shell, "history", "small", "--lang", "zh").out.splitlines()
    assert first.split()[0] == "#1"
    assert "采用预案 small 第 3 版" in first
    assert "[代 zhao 操作，电话授权] 审批通过预案 small 第 3 版；文号：RC 17；编制人：li" in second
    entries = playbook(shell, "history", "small", "--json").json["entries"]
    assert [one["kind"] for one in entries] == ["definition-adopted", "definition-approved"]
    assert entries[0]["event"]["body"] == SMALL
    assert (entries[1]["by"], entries[1]["on_behalf_of"]) == ("wang", "zhao")


def test_an_incident_says_whether_its_version_was_approved(shell: Shell) -> None:
    is_approved, shown = attached(shell)
    assert not is_approved
    assert "version not approved" in shown
    adopted(shell)
    assert not attached(shell)[0]
    approved(shell)
    is_approved, shown = attached(shell)
    assert is_approved
    assert "version not approved" not in shown
    edit(shell)
    assert not attached(shell)[0], "the file is not the text that was approved"
    incident = shell.here("declare", "down", "--sev", "3").answer
    edit(shell, SMALL)
    assert shell.here("attach", incident, "small").code == 0
    assert shell.here("show", incident, "--json").json["playbooks"][0]["approved"]


def test_one_playbook_is_exported_alone(shell: Shell) -> None:
    adopted(shell)
    shell.here("declare", "down", "--sev", "3")
    approved(shell)
    file = shell.home / "small.jsonl"
    assert shell.here("journal", "export", "--playbook", "small", "--out", str(file)).code == 0
    verified = shell.here("journal", "verify", str(file), "--json").json
    assert (verified["good"], verified["entries"]) == (True, 2)
    assert verified["stream"] == "definition/playbook/small"
    both = shell.here("journal", "export", "--playbook", "small", "--incident", "1")
    assert both.code == 2


def test_effective_dates_do_not_rewrite_what_was_in_force(shell: Shell) -> None:
    adopted(shell, "--at", "-2d")
    edit(shell)
    said = playbook(shell, "adopt", "small", "--from", "-3d", by="li")
    assert said.code == 3
    assert "NF-1122" in said.err
    adopted(shell, "--from", "-1d")
    assert playbook(shell, "list", "--at", "-36h").answer.split()[1] == "r3"
    assert playbook(shell, "list", "--at", "-12h").answer.split()[1] == "r4"
