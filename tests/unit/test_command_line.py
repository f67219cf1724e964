from itertools import product

import pytest

from netfin_incident.domain.command_line import (
    RISKS,
    AllowedCommand,
    allowed_argv,
    fill,
)
from netfin_incident.domain.playbook import CommandPlan
from netfin_incident.errors import CommandRefused
from netfin_incident.wording.explain import explain
from netfin_incident.wording.language import Language
from running_allowed import check_allowed

SYSTEMCTL = "/usr/bin/systemctl"


def filled(*run: str, **values: str) -> tuple[str, ...]:
    return fill(CommandPlan(run, "read"), values)


def refusal(*run: str, **values: str) -> str:
    with pytest.raises(CommandRefused) as raised:
        filled(*run, **values)
    assert_said(raised.value)
    return raised.value.slug


def assert_said(error: CommandRefused) -> None:
    for language in (Language.EN, Language.ZH_HANS):
        explained = explain(error, language)
        assert explained.code.startswith("NF-111")
        assert explained.line.isprintable()


def test_a_value_takes_the_place_of_its_variable() -> None:
    assert filled("systemctl", "restart", "{unit}", unit="pay.service") == (
        "systemctl", "restart", "pay.service",
    )  # fmt: skip
    assert filled("dig", "@{server}", "{name}.{zone}", server="10.0.0.1", name="api", zone="x") == (
        "dig", "@10.0.0.1", "api.x",
    )  # fmt: skip


@pytest.mark.parametrize(
    "value",
    [
        "two words",
        "a;reboot",
        "$(reboot)",
        "`reboot`",
        "a|b",
        "a&&b",
        "*",
        "'",
        '"',
        "{other}",
        "支付 服务",
        "a\\b",
        "~",
    ],
)
def test_a_value_stays_one_argument_whatever_it_holds(value: str) -> None:
    assert filled("echo", "{text}", text=value, other="x") == ("echo", value)
    assert filled("echo", "a={text}", text=value, other="x") == ("echo", f"a={value}")


@pytest.mark.parametrize("literal", ["{}", "{a b}", "{1}", "{A}", "${", "{print $1}", "{{", "}"])
def test_braces_that_name_no_variable_stay_as_they_are(literal: str) -> None:
    assert filled("awk", literal) == ("awk", literal)


@pytest.mark.parametrize("values", [{}, {"unit": ""}, {"unit": "  "}, {"other": "x"}])
def test_a_variable_without_value_is_refused(values: dict[str, str]) -> None:
    assert refusal("systemctl", "restart", "{unit}", **values) == "command-variable-unset"


@pytest.mark.parametrize("value", ["-f", "--force", "-"])
def test_a_value_cannot_become_an_option(value: str) -> None:
    assert refusal("rm", "{path}", path=value) == "command-value-option"
    assert refusal("rm", "{path}.old", path=value) == "command-value-option"
    assert filled("rm", "./{path}", path=value) == ("rm", f"./{value}")


@pytest.mark.parametrize(
    "value", ["a\nb", "a\0b", "a\tb", "\x1b[2J", "a\x7f", "\x9b1m", "a\u2028b", "\udcff"]
)
def test_a_value_with_a_control_character_is_refused(value: str) -> None:
    assert refusal("echo", "{text}", text=value) == "command-value-control"


def test_a_variable_cannot_say_which_program_runs() -> None:
    assert refusal("{tool}", "x", tool="/bin/sh") == "command-program-varies"
    assert refusal("/opt/{tool}", tool="sh") == "command-program-varies"


def allowed(*run: str, risk: str = "read") -> tuple[AllowedCommand, ...]:
    return (AllowedCommand(run, risk),)


def may(argv: tuple[str, ...], *run: str) -> bool:
    refused = check_allowed(argv, "read", allowed(*run))
    if refused is not None:
        assert_said(refused)
    return refused is None


@pytest.mark.parametrize(
    ("argv", "patterns"),
    [
        ((SYSTEMCTL, "status", "pay"), ("status", "*")),
        (("systemctl", "status", "pay"), ("status", "*")),
        ((SYSTEMCTL, "status", "pay-1"), ("status", "pay-[0-9]")),
        ((SYSTEMCTL, "status", "a b\nc"), ("status", "*")),
        ((SYSTEMCTL,), ()),
        ((SYSTEMCTL,), ("**",)),
        ((SYSTEMCTL, "status", "a", "--no-pager"), ("status", "**")),
        ((SYSTEMCTL, "status"), ("status", "**")),
        ((SYSTEMCTL, "--user", "x"), ("--*", "x")),
    ],
)
def test_what_fits_a_pattern_argument_by_argument_may_run(
    argv: tuple[str, ...], patterns: tuple[str, ...]
) -> None:
    assert may(argv, SYSTEMCTL, *patterns)


@pytest.mark.parametrize(
    ("argv", "patterns"),
    [
        ((SYSTEMCTL, "restart", "pay"), ("status", "*")),
        ((SYSTEMCTL, "status", "pay", "ledger"), ("status", "*")),
        ((SYSTEMCTL, "status"), ("status", "*")),
        ((SYSTEMCTL, "status", "--host=evil"), ("status", "*")),
        ((SYSTEMCTL, "-H", "pay"), ("?H", "*")),
        ((SYSTEMCTL, "STATUS"), ("status",)),
        ((SYSTEMCTL, "status", "pay2"), ("status", "pay")),
        (("/srv/systemctl", "status"), ("status",)),
        (("./systemctl", "status"), ("status",)),
        (("bin/systemctl", "status"), ("status",)),
        (("SYSTEMCTL", "status"), ("status",)),
        (("", "status"), ("status",)),
        ((SYSTEMCTL,), ("x", "**")),
    ],
)  # fmt: skip
def test_what_does_not_fit_may_not_run(argv: tuple[str, ...], patterns: tuple[str, ...]) -> None:
    assert not may(argv, SYSTEMCTL, *patterns)


def test_nothing_may_run_where_nothing_is_allowed() -> None:
    refused = check_allowed(("ls",), "read", ())
    assert refused is not None
    assert refused.slug == "command-not-allowed"


@pytest.mark.parametrize(("said", "listed"), product(RISKS, RISKS))
def test_the_playbook_and_the_list_must_agree_on_the_risk(said: str, listed: str) -> None:
    refused = check_allowed(("ls",), said, allowed("/bin/ls", risk=listed))
    assert (refused is None) == (said == listed)
    assert refused is None or refused.slug == "command-risk-differs"


def test_of_several_entries_the_one_of_the_same_risk_counts() -> None:
    both = (*allowed("/bin/ls", "**", risk="change"), *allowed("/bin/ls", "*"))
    assert check_allowed(("ls", "x"), "read", both) is None


def test_what_runs_is_the_program_that_the_list_names() -> None:
    listed = allowed(SYSTEMCTL, "status", "*")
    assert allowed_argv(("systemctl", "status", "x"), "read", listed) == (SYSTEMCTL, "status", "x")


@pytest.mark.parametrize(
    "argument", ["/var/log/../../etc/shadow", "/var/log/a/b", "/var/log/..", "/etc/x"]
)
def test_a_wildcard_in_a_path_stands_for_one_part_of_it(argument: str) -> None:
    assert not may(("cat", argument), "/bin/cat", "/var/log/*")
    assert may(("cat", "/var/log/pay.log"), "/bin/cat", "/var/log/*")


@pytest.mark.parametrize("value", ["../../etc", "a/../b", ".."])
def test_a_value_that_leads_out_of_its_folder_is_refused(value: str) -> None:
    with pytest.raises(CommandRefused) as refused:
        fill(CommandPlan(("ls", "/srv/{name}"), "read"), {"name": value})
    assert refused.value.slug == "command-value-path"
