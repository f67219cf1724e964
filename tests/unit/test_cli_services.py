from pathlib import Path

import pytest

from shell import Shell

SERVICES = """\
schema: netfin-services/1
services:
  mobile-payment:
    name: {zh: 手机支付, en: Mobile payment}
    owner: li-na
    deputy: zhao-min
    criticality: vital
    rto: 30m
    rpo: 0s
    depends_on: [ledger]
    channels: [App, web]
    playbooks: [payment-channel-outage]
  ledger:
    name: {zh: 核心账务, en: Core ledger}
    owner: ledger-team
    deputy: wang-lei
    criticality: important
"""


@pytest.fixture
def shell(tmp_path: Path) -> Shell:
    return Shell(tmp_path)


def written(shell: Shell, text: str = SERVICES) -> Path:
    """A file of services in the place where one is looked for."""
    path = shell.home / "config" / "netfin-incident" / "services.yaml"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def test_services_are_listed_with_who_answers_for_them(shell: Shell) -> None:
    written(shell)
    said = shell.here("service", "list")
    assert said.code == 0
    assert said.out.splitlines() == [
        "mobile-payment  vital      li-na / zhao-min        Mobile payment",
        "ledger          important  ledger-team / wang-lei  Core ledger",
    ]
    assert "核心  " in shell.here("service", "list", "--lang", "zh-Hans").out


def test_without_a_file_the_list_is_empty_and_says_where_one_would_be(shell: Shell) -> None:
    for command in ("list", "check"):
        said = shell.here("service", command)
        assert (said.code, said.out) == (0, "")
        assert str(shell.home / "config" / "netfin-incident" / "services.yaml") in said.err


def test_one_service_is_shown_with_what_it_stands_on_and_what_it_affects(shell: Shell) -> None:
    written(shell)
    payment = shell.here("service", "show", "mobile-payment").out
    assert payment.startswith("mobile-payment  Mobile payment\n")
    for part in ("30m", "0s", "stands on    ledger", "App, web", "payment-channel-outage"):
        assert part in payment
    assert "affects      mobile-payment" in shell.here("service", "show", "ledger").out


def test_an_unknown_service_is_refused_with_the_nearest(shell: Shell) -> None:
    written(shell)
    said = shell.here("service", "show", "mobil-payment")
    assert (said.code, said.out) == (4, "")
    assert "mobile-payment" in said.err
    assert "NF-2184" in said.err


def test_json_has_every_field(shell: Shell) -> None:
    written(shell)
    first, second = shell.here("service", "list", "--json").json["services"]
    assert first == {
        "id": "mobile-payment",
        "name": {"en": "Mobile payment", "zh": "手机支付"},
        "owner": "li-na",
        "deputy": "zhao-min",
        "criticality": "vital",
        "rto_seconds": 1800,
        "rpo_seconds": 0,
        "depends_on": ["ledger"],
        "channels": ["App", "web"],
        "playbooks": ["payment-channel-outage"],
    }
    shown = shell.here("service", "show", "ledger", "--json").json
    assert shown == {**second, "affects": ["mobile-payment"]}


def test_a_good_file_passes_the_check(shell: Shell) -> None:
    path = written(shell)
    said = shell.here("service", "check")
    assert (said.code, said.out) == (0, "")
    assert "Services: 2" in said.err
    found = shell.here("service", "check", "--json").json
    assert found == {"file": str(path), "findings": []}


def test_a_check_prints_every_fault_with_its_place(shell: Shell) -> None:
    bad = SERVICES.replace("deputy: zhao-min", "deputy: li-na").replace("-outage]", "-outrage]")
    path = written(shell, bad)
    said = shell.here("service", "check")
    assert said.code == 1
    first, second = said.out.splitlines()
    assert first.startswith(f"{path}:6:13 ")
    assert first.endswith("NF-2183")
    assert second.startswith(f"{path}:12:17 ")
    assert "payment-channel-outage" in second
    findings = shell.here("service", "check", "--json").json["findings"]
    assert [(one["code"], one["line"]) for one in findings] == [("NF-2183", 6), ("NF-2185", 12)]


def test_a_file_with_a_fault_is_not_used(shell: Shell) -> None:
    written(shell, SERVICES.replace("vital", "vitl"))
    said = shell.here("service", "list")
    assert (said.code, said.out) == (4, "")
    assert "services.yaml:7:18" in said.err


def test_another_file_may_be_named(shell: Shell) -> None:
    path = shell.home / "other.yaml"
    path.write_text(SERVICES, encoding="utf-8")
    by_option = shell.here("service", "list", "--services", str(path))
    by_variable = shell.here("service", "list", NETFIN_SERVICES=str(path))
    assert by_option.out == by_variable.out != ""


def test_playbooks_are_suggested_from_words_and_service(shell: Shell) -> None:
    written(shell)
    by_words = shell.here("playbook", "suggest", "支付通道超时")
    assert by_words.code == 0
    assert by_words.out.startswith("payment-channel-outage ")
    found = shell.here("playbook", "suggest", "?", "--service", "mobile-payment", "--json").json
    first = found["suggestions"][0]
    assert (first["id"], first["why"]) == ("payment-channel-outage", ["mobile-payment"])
    assert set(first["name"]) == {"en", "zh"}


def test_without_words_nothing_is_suggested_and_the_list_is_named(shell: Shell) -> None:
    said = shell.here("playbook", "suggest", "")
    assert (said.code, said.out) == (0, "")
    assert "netfin-incident playbook list" in said.err
    assert shell.here("playbook", "suggest", "", "--json").json == {"suggestions": []}


def test_a_fault_in_the_file_of_services_is_said_and_stops_no_suggestion(shell: Shell) -> None:
    written(shell, "services: [")
    said = shell.here("playbook", "suggest", "支付通道超时")
    assert said.code == 0
    assert said.out.startswith("payment-channel-outage ")
    assert "services.yaml" in said.err
