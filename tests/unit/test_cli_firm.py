import stat
from pathlib import Path

import pytest

from firm_cases import CONTACTS, ENTITY
from shell import Said, Shell

ANSWERS = {
    "name.zh": "示例支付",
    "name.en": "Example: Payments",
    "licences": "payment, fund_sales",
    "critical_infrastructure": "否",
    "domicile": "CN-SH",
    "regimes": "cn、cn-pboc",
    "zone": "Asia/Shanghai",
    "calendar": "",
}


@pytest.fixture
def shell(tmp_path: Path) -> Shell:
    return Shell(tmp_path)


def place(shell: Shell, name: str) -> Path:
    return shell.home / "config" / "netfin-incident" / name


def written(shell: Shell, name: str, text: str) -> Path:
    path = place(shell, name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    path.chmod(0o600)
    return path


def init(shell: Shell, *more: str, **changed: str) -> Said:
    answers = {**ANSWERS, **{key.replace("_en", ".en"): one for key, one in changed.items()}}
    given = [word for key, one in answers.items() for word in ("--set", f"{key}={one}")]
    return shell.here("entity", "init", *given, *more)


def rows(said: Said) -> dict[str, str]:
    return {line.split()[0]: line for line in said.answer.splitlines()}


def test_a_firm_is_shown_with_the_clocks_that_concern_it(shell: Shell) -> None:
    written(shell, "entity.yaml", ENTITY)
    shown = shell.here("entity", "show").out
    assert shown.startswith("Example Payments\n")
    for part in (
        "payment institution, fund sales", "CN-SH", "cn, cn-network-operator, cn-pboc",
        "enabled: cn-cac-operator", "advisory, unverified: cn-pboc-network-security",
    ):  # fmt: skip
        assert part in shown
    assert "支付机构" in shell.here("entity", "show", "--lang", "zh-Hans").out
    assert shell.here("entity", "show", "--json").json["entity"]["regimes"][0] == "cn"


def test_without_a_file_the_way_to_one_is_said(shell: Shell) -> None:
    for command in ("show", "check"):
        said = shell.here("entity", command)
        assert (said.code, said.out) == (0, "")
        assert "netfin-incident entity init" in said.err
    assert shell.here("entity", "show", "--json").json == {"entity": None}


def test_a_check_of_the_firm_names_each_fault_with_its_place(shell: Shell) -> None:
    path = written(shell, "entity.yaml", ENTITY.replace("cn-pboc", "cn-pbco"))
    said = shell.here("entity", "check")
    assert said.code == 1
    assert said.out.startswith(f"{path}:6:")
    assert "cn-pboc" in said.out
    findings = shell.here("entity", "check", "--json").json["findings"]
    assert [(one["code"], one["line"]) for one in findings] == [("NF-2732", 6)]
    written(shell, "entity.yaml", ENTITY)
    assert shell.here("entity", "check").code == 0


def test_clocks_say_whether_they_apply_and_those_of_others_stand_last(shell: Shell) -> None:
    before = shell.here("clock", "list")
    assert "not known" in rows(before)["eu-dora"]
    assert "netfin-incident entity init" in before.err
    written(shell, "entity.yaml", ENTITY)
    said = shell.here("clock", "list")
    ids = list(rows(said))
    assert "does not apply" in rows(said)["eu-dora"]
    assert "applies" in rows(said)["cn-cac-operator"]
    assert "advisory" in rows(said)["cn-pboc-network-security"]
    assert ids.index("firm-brief-leader") < ids.index("cn-cac-cii")
    assert len(ids) == len(rows(before))
    clocks = {one["id"]: one for one in shell.here("clock", "list", "--json").json["clocks"]}
    assert clocks["eu-dora"]["applies"] == "does_not_apply"
    assert clocks["cn-cac-operator"]["counts_as"] == "enabled"


def test_naming_a_regime_switches_its_clocks_on(shell: Shell) -> None:
    written(shell, "entity.yaml", ENTITY.replace("cn-pboc", "au-apra"))
    shown = shell.here("clock", "show", "au-cps234-incident").out
    assert shown.splitlines()[0].endswith("  enabled  applies")
    found = shell.here("clock", "show", "au-cps234-incident", "--json").json
    assert (found["state"], found["counts_as"]) == ("off", "enabled")


def test_a_firm_that_cannot_be_read_stops_no_clock(shell: Shell) -> None:
    path = written(shell, "entity.yaml", ENTITY.replace("CN-SH", "Shanghai"))
    said = shell.here("clock", "list")
    assert said.code == 0
    assert f"{path}:5:11" in said.err
    assert "not known" in rows(said)["eu-dora"]
    assert shell.here("entity", "show").code == 4


def test_a_trial_takes_zone_calendar_and_kinds_from_the_firm(shell: Shell) -> None:
    text = ENTITY.replace("Asia/Shanghai", "Europe/Berlin").replace("cn-pboc", "dora")
    written(shell, "entity.yaml", text)
    trial = ("clock", "simulate", "eu-dora-initial", "--anchor", "aware=2026-11-20 20:00",
             "--anchor", "classified=2026-11-21 01:00", "--at", "2026-11-21 02:00")  # fmt: skip
    said = shell.here(*trial)
    assert "due 2026-11-21 05:00:00 +01:00" in said.out
    assert "legally until" not in said.out
    assert "Europe/Berlin by calendar cn" in said.err
    other = shell.here(*trial, "--entity", "small_firm", "--calendar", "us-federal")
    assert "legally until 2026-11-23 12:00:00 +01:00" in other.out
    assert "us-federal" in other.err
    assert "Asia/Tokyo" in shell.here(*trial, "--zone", "Asia/Tokyo").err


def test_a_trial_of_a_clock_of_others_says_so(shell: Shell) -> None:
    written(shell, "entity.yaml", ENTITY)
    said = shell.here("clock", "simulate", "eu-dora", "--anchor", "aware=2026-11-20 20:00")
    assert said.code == 0
    assert "not under this clock" in said.err


def test_a_file_is_written_from_answers_for_its_owner_alone(shell: Shell) -> None:
    said = init(shell, "--json")
    path = place(shell, "entity.yaml")
    assert said.code == 0
    assert said.json == {"file": str(path)}
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    shown = shell.here("entity", "show", "--json").json["entity"]
    assert shown == {
        "name": {"en": "Example: Payments", "zh": "示例支付"},
        "licences": ["payment", "fund_sales"],
        "critical_infrastructure": False,
        "domicile": "CN-SH",
        "regimes": ["cn", "cn-pboc"],
        "zone": "Asia/Shanghai",
        "calendar": None,
        "kinds": [],
    }


def test_a_file_that_is_there_is_not_written_over_without_force(shell: Shell) -> None:
    path = written(shell, "entity.yaml", ENTITY)
    said = init(shell)
    assert (said.code, path.read_text(encoding="utf-8")) == (2, ENTITY)
    assert "--force" in said.err
    assert init(shell, "--force").code == 0
    assert path.read_text(encoding="utf-8") != ENTITY


def test_a_file_is_written_where_it_was_named_or_it_is_said_why_not(shell: Shell) -> None:
    path = shell.home / "firm" / "own.yaml"
    assert init(shell, "--entity-file", str(path)).code == 0
    assert "CN-SH" in shell.here("entity", "show", "--entity-file", str(path)).out
    said = init(shell, "--entity-file", str(path / "under.yaml"))
    assert (said.code, "own.yaml" in said.err) == (2, True)


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ((), "NF-9321"),
        (("--set", "zone"), "NF-9323"),
        (("--set", "zones=UTC"), "NF-9324"),
        (("--set", "zone=UTC", "--set", "zone=UTC"), "NF-9325"),
        (("--set", "zone=UTC"), "NF-9326"),
    ],
)
def test_answers_that_do_not_do_are_refused(
    words: tuple[str, ...], code: str, shell: Shell
) -> None:
    said = shell.here("entity", "init", *words)
    assert said.code == 2
    assert code in said.err
    assert not place(shell, "entity.yaml").exists()


def test_answers_are_read_as_strictly_as_the_file(shell: Shell) -> None:
    for changed in ({"regimes": "dorra"}, {"zone": "CST"}, {"name_en": ""}, {"licences": ""}):
        said = init(shell, **changed)
        assert said.code == 4, changed
        assert "entity.yaml" not in said.err
    assert not place(shell, "entity.yaml").exists()


def test_contacts_are_listed_with_a_number_and_stale_ones_are_marked(shell: Shell) -> None:
    written(shell, "contacts.yaml", CONTACTS.replace("2026-10-01", "2020-10-01"))
    said = shell.here("contact", "list")
    assert said.answer.splitlines() == [
        "cac     authority  +86 21 1234 5678  Cyberspace administration",
        "police  police     –                 Police (not checked for too long)",
    ]
    assert "police" in said.err
    for kind in ("police", "公安机关"):
        listed = shell.here("contact", "list", "--kind", kind, "--json").json["contacts"]
        assert [(one["id"], one["stale"]) for one in listed] == [("police", True)]
    refused = shell.here("contact", "list", "--kind", "polise")
    assert (refused.code, "police" in refused.err) == (2, True)


def test_a_contact_is_shown_with_every_way_to_it(shell: Shell) -> None:
    written(shell, "contacts.yaml", CONTACTS)
    shown = shell.here("contact", "show", "cac").out
    for part in (
        "+86 21 1234 5678", "https://report.example.org/in", "duty@example.org", "示例路 1 号",
        "police Police", "cn-cac-operator", "on 2026-09-01, again by 2026-12-31",
    ):  # fmt: skip
        assert part in shown
    assert shell.here("contact", "show", "cac", "--json").json["review_by"] == "2026-12-31"
    assert shell.here("contact", "show", "cca").code == 4


def test_a_check_of_contacts_names_clocks_that_nobody_receives(shell: Shell) -> None:
    fresh = CONTACTS.replace("2026-12-31", "2100-12-31").replace("90d", "366d")
    written(
        shell, "contacts.yaml", fresh.replace("2026-10-01", "2026-10-01\n    review_by: 2100-01-01")
    )
    alone = shell.here("contact", "check")
    assert (alone.code, alone.out) == (0, "")
    assert "netfin-incident entity init" in alone.err
    written(shell, "entity.yaml", ENTITY)
    said = shell.here("contact", "check")
    assert said.code == 1
    assert "cn-police-report" in said.out
    assert "cn-cac-operator" not in said.out
    assert "公安机关" in shell.here("contact", "check", "--lang", "zh-Hans").out


def test_without_contacts_the_example_is_named(shell: Shell) -> None:
    for command in ("list", "check"):
        said = shell.here("contact", command)
        assert (said.code, said.out) == (0, "")
        assert "docs/firm.md" in said.err


def test_other_files_may_be_named(shell: Shell) -> None:
    entity, contacts = shell.home / "e.yaml", shell.home / "c.yaml"
    entity.write_text(ENTITY, encoding="utf-8")
    contacts.write_text(CONTACTS, encoding="utf-8")
    contacts.chmod(0o600)
    assert "Example" in shell.here("entity", "show", "--entity-file", str(entity)).out
    assert "Example" in shell.here("entity", "show", NETFIN_ENTITY=str(entity)).out
    assert "police" in shell.here("contact", "list", "--contacts", str(contacts)).out
    assert "police" in shell.here("contact", "list", NETFIN_CONTACTS=str(contacts)).out
    assert shell.here("entity", "show", "--entity-file", "gone.yaml").code == 4
