"""Walking small plans every way they can go: what is gone, what is not, where a walk stops."""

import pytest

from netfin_incident.app import paths as walking_paths
from netfin_incident.app.paths import Paths, paths
from netfin_incident.app.ways import STRAIGHT, Fork, Way, ways
from netfin_incident.domain.incident import events as e
from netfin_incident.domain.playbook import (
    Approval,
    Assignment,
    OnFail,
    Plan,
    RolePlan,
    Round,
    Step,
    VariableKind,
    Verb,
)
from netfin_incident.domain.severity import Severity
from netfin_incident.domain.vocabulary import Milestone, Mode
from netfin_incident.wording.language import Language, say
from netfin_incident.wording.path_sayings import way_said
from small_plans import ALWAYS, branch, plan, step, variable
from story import T0

BACK = step("back", Verb.MILESTONE, milestone="recovered")
ENDS = ("straight", "", "")


def walked(one: Plan, *called: Plan, alone: bool = False) -> Paths:
    shelf = {each.id: each for each in called}
    return paths(one, T0, shelf.get, alone=alone)


def gone(found: Paths) -> set[tuple[str, str, str]]:
    return {(way.fork.value, way.step, way.taken) for walk in found.walks for way in walk.gone} - {
        ENDS
    }


def choice(*more: Step, when: str = "") -> tuple[Step, ...]:
    options = (branch("a", "in-a"), branch("b", "in-b", when=when))
    nested = (step("in-a", under=("pick", "a")), step("in-b", under=("pick", "b")))
    return (*more, step("pick", Verb.DECIDE, options=options), *nested, BACK)


def test_a_playbook_that_forks_nowhere_is_walked_once() -> None:
    found = walked(plan(step("do"), BACK))
    assert found.ways == (STRAIGHT,)
    (walk,) = found.walks
    assert [one.view.step.id for one in walk.acts if one.view] == ["do", "back"]
    assert (walk.milestones, found.is_sound) == ((Milestone.RECOVERED,), True)


def test_every_option_is_gone_with_the_steps_in_it() -> None:
    found = walked(plan(*choice()))
    assert found.is_sound
    assert gone(found) == {("option", "pick", "a"), ("option", "pick", "b")}
    done = [{one.view.step.id for one in walk.acts if one.view} for walk in found.walks]
    assert done == [{"pick", "in-a", "back"}, {"pick", "in-b", "back"}]


def test_what_an_option_needs_is_known_in_the_walk_that_takes_it() -> None:
    spare = variable("spare", VariableKind.NUMBER)
    found = walked(plan(*choice(when="spare >= 3"), variables=(spare,)))
    assert found.is_sound
    assert found.walks[1].end.answers["spare"].value == "3"


def test_an_option_that_is_never_free_is_not_gone() -> None:
    used = variable("used")
    never = choice(when="used and not used")
    found = walked(plan(*never, variables=(used,)))
    assert found.unwalked == (Way(Fork.OPTION, "pick", "b"),)
    assert not found.is_sound


def test_a_condition_is_gone_both_ways() -> None:
    one = plan(step("ring", when="severity <= S2"), BACK)
    found = walked(one)
    assert found.is_sound
    assert gone(found) == {("condition", "ring", "yes"), ("condition", "ring", "no")}
    assert {walk.end.severity for walk in found.walks} == {Severity.S1, Severity.S3}


def test_a_condition_that_always_holds_is_gone_one_way_only() -> None:
    found = walked(plan(step("ring", when="severity <= S4"), BACK))
    assert found.unwalked == (Way(Fork.CONDITION, "ring", "no"),)


def test_a_condition_inside_an_option_that_was_not_taken_says_nothing() -> None:
    late = variable("late", value="true")
    steps = (
        step("pick", Verb.DECIDE, options=(branch("a", "in-a"), branch("b", when="not late"))),
        step("in-a", under=("pick", "a"), when="late"),
        BACK,
    )
    one = plan(*steps, variables=(late,))
    found = walked(one)
    assert found.is_sound
    (leaving,) = [walk for walk in found.walks if walk.way.taken == "b"]
    assert leaving.gone == {STRAIGHT, Way(Fork.OPTION, "pick", "b")}


def test_a_condition_that_a_step_settles_beforehand_is_not_gone_otherwise() -> None:
    known = variable("known")
    setting = step("set", sets=(Assignment("known", "true"),))
    one = plan(setting, step("then", when="not known", needs=("set",)), BACK, variables=(known,))
    assert walked(one).unwalked == (Way(Fork.CONDITION, "then", "yes"),)


def test_conditions_may_ask_for_a_drill_a_level_and_a_service() -> None:
    one = plan(
        step("play", when="mode == drill"),
        step("call", when="level <= S1"),
        BACK,
    )
    found = walked(one)
    assert found.is_sound
    assert {walk.end.mode for walk in found.walks} == {Mode.DRILL, Mode.LIVE}
    assert {walk.end.level for walk in found.walks} >= {Severity.S1, Severity.S2}
    told = plan(step("tell", when="service == 'pay'"), BACK)
    assert [walk.end.service for walk in walked(told).walks] == ["pay", "other-pay"]


def test_an_approval_that_nobody_may_give_stops_a_team() -> None:
    one = plan(
        step("pay", role="technical"),
        step(
            "check", Verb.APPROVE, approval=Approval(("technical",), 1, ("pay",)), role="technical"
        ),
        BACK,
    )
    found = walked(one)
    (walk,) = found.walks
    assert walk.stuck is not None
    assert walk.stuck.step.id == "check"
    assert walk.refused is not None
    assert walk.refused.slug == "approver-not-entitled"
    assert (walk.gone, found.unwalked) == (frozenset(), (STRAIGHT,))


def test_one_person_alone_breaks_the_glass_of_an_approval() -> None:
    approval = Approval(("commander", "technical"), 2)
    found = walked(plan(step("check", Verb.APPROVE, approval=approval), BACK), alone=True)
    assert found.is_sound
    assert found.walks[0].acts[0].act.break_glass
    assert len(found.walks[0].end.owed) == 1


def test_two_people_of_a_team_give_an_approval_of_two() -> None:
    approval = Approval(("commander", "technical"), 2)
    found = walked(plan(step("check", Verb.APPROVE, approval=approval), BACK))
    assert [one.act.by for one in found.walks[0].acts[:2]] == ["commander", "technical"]
    assert found.is_sound


def calling(name: str, other: str) -> Plan:
    return plan(step(f"call-{other}", Verb.CALL, call=other), BACK, name=name)


def test_playbooks_that_call_each_other_in_a_circle_never_end() -> None:
    found = walked(calling("one", "two"), calling("two", "one"))
    (walk,) = found.walks
    assert walk.stuck is not None
    assert (walk.stuck.step.id, walk.refused) == ("call-two", None)


def test_a_called_playbook_is_walked_and_staffed_too() -> None:
    roles = (RolePlan("commander"), RolePlan("legal"))
    other = plan(step("file", role="legal"), name="two", roles=roles)
    found = walked(calling("one", "two"), other)
    assert found.is_sound
    assert found.walks[0].end.holder("legal") == "legal"
    assert "file" in found.walks[0].end.runs["two"].marks


def test_a_called_playbook_that_is_missing_is_left_out() -> None:
    found = walked(calling("one", "two"))
    assert found.is_sound
    assert set(found.walks[0].end.runs) == {"one"}


def rounds(until: str = "", most: int = 3, each: str = "") -> tuple[Step, ...]:
    repeated = Round(most, until, each=each)
    return (
        step("watch", Verb.REPEAT, options=(branch("round", "look"),), round=repeated),
        step("look", under=("watch", "round")),
    )


def begun(found: Paths) -> list[int]:
    events = [[event for one in walk.acts for event in one.events] for walk in found.walks]
    return [sum(isinstance(event, e.RoundBegun) for event in each) for each in events]


def test_a_repeat_is_walked_once_round_and_once_more() -> None:
    found = walked(plan(*rounds(), BACK))
    assert found.is_sound
    assert gone(found) == {("round", "watch", "enough"), ("round", "watch", "again")}
    assert begun(found) == [0, 1]


def test_a_condition_that_a_later_step_settles_still_allows_a_second_round() -> None:
    settled = step("settle", sets=(Assignment("quiet", "true"),))
    one = plan(settled, *rounds("quiet", most=24), BACK, variables=(variable("quiet"),))
    found = walked(one)
    assert found.is_sound
    assert begun(found) == [0, 1]


def test_a_repeat_whose_condition_never_holds_stops_at_its_cap() -> None:
    wrong = variable("wrong", VariableKind.NUMBER)
    one = plan(*rounds("wrong < 1 and wrong > 1"), BACK, variables=(wrong,))
    found = walked(one)
    assert found.is_sound
    assert begun(found) == [2]


def test_a_repeat_over_a_list_ends_with_its_lines() -> None:
    hosts = variable("hosts", VariableKind.LIST)
    found = walked(plan(*rounds(each="hosts"), BACK, variables=(hosts,)))
    assert found.is_sound
    assert gone(found) == {("round", "watch", "enough")}


def arms(*, any_arm: bool) -> Plan:
    return plan(
        step("both", Verb.PARALLEL, options=(branch("a", "a1"), branch("b", "b1", "b2")), any_arm=any_arm),
        step("a1", under=("both", "a")),
        step("b1", under=("both", "b")),
        step("b2", under=("both", "b")),
        BACK,
    )  # fmt: skip


def test_arms_that_are_all_waited_for_are_gone_in_one_walk() -> None:
    found = walked(arms(any_arm=False))
    assert (found.is_sound, len(found.walks)) == (True, 1)


def test_where_one_arm_is_enough_each_has_a_walk_of_its_own() -> None:
    found = walked(arms(any_arm=True))
    assert found.is_sound
    assert [len(walk.acts) for walk in found.walks] == [2, 3]


def test_steps_that_fail_back_and_forth_come_to_an_end() -> None:
    one = plan(
        step("stop"),
        step("switch", on_fail=OnFail(goto="stop"), required=ALWAYS, needs=("stop",)),
        BACK,
    )
    found = walked(one)
    assert found.is_sound
    done = [act.view.step.id for act in found.walks[0].acts if act.view]
    assert done == ["stop", "switch", "stop", "back"]


def test_a_failure_that_gives_the_playbook_up_before_any_milestone_is_not_sound() -> None:
    found = walked(plan(step("switch", on_fail=OnFail(abort=True)), BACK))
    (walk,) = found.walks
    assert (walk.stuck, walk.milestones, found.is_sound) == (None, (), False)


def test_work_of_a_role_that_nobody_holds_is_said() -> None:
    found = walked(plan(step("file", role="legal"), BACK))
    assert found.walks[0].unstaffed == ("legal",)
    assert not found.is_sound


def test_too_many_ways_are_said_to_be_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(walking_paths, "MOST_WALKS", 1)
    found = walked(plan(*choice()))
    assert (len(found.walks), found.left_out) == (1, 1)
    assert found.unwalked == (Way(Fork.OPTION, "pick", "b"),)


def test_every_way_has_words_in_both_languages() -> None:
    failing = step("switch", on_fail=OnFail(abort=True), when="severity == S1")
    one = plan(*choice(failing, *rounds()), *arms(any_arm=True).steps[:4])
    said = [way_said(one, way.fork, way.step, way.taken) for way in (*ways(one), STRAIGHT)]
    assert len(set(said)) == len(said) == 10
    assert "“switch: switch” does not succeed" in {text.en for text in said}
    assert "“pick：pick”决定为“b”" in {say(text, Language.ZH_HANS) for text in said}
