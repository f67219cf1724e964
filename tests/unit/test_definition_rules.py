"""What the rules say about adopting and approving a version of a playbook."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

import pytest

from netfin_incident.domain.definition import events as e
from netfin_incident.domain.definition.commands import Adopt, Approve, Command
from netfin_incident.domain.definition.rules import decide
from netfin_incident.domain.definition.state import Definition, apply, digest_of, replay
from netfin_incident.domain.record import Act
from netfin_incident.domain.vocabulary import Basis, DefinitionKind
from netfin_incident.errors import CommandRefused
from story import LI, T0, WANG, ZHAO, minutes

ID = "small"
DAY = timedelta(days=1)
FIRST, SECOND = "revision: 3\n", "revision: 4\n"


def adopt(body: str = FIRST, start: datetime | None = None, **more: Any) -> Adopt:
    return Adopt(DefinitionKind.PLAYBOOK, ID, int(body.strip()[-1]), body, start, **more)


def approve(document: str = "RC 17", **more: Any) -> Approve:
    return Approve(ID, document, **more)


def adopted(body: str = FIRST, start: datetime = T0) -> e.DefinitionAdopted:
    revision = int(body.strip()[-1])
    return e.DefinitionAdopted(
        DefinitionKind.PLAYBOOK, ID, revision, digest_of(body), body, start
    )  # fmt: skip


def approved(body: str = FIRST, author: str = LI, document: str = "RC 17") -> e.DefinitionApproved:
    revision = int(body.strip()[-1])
    return e.DefinitionApproved(
        DefinitionKind.PLAYBOOK, ID, revision, digest_of(body), document, author
    )  # fmt: skip


@dataclass(frozen=True)
class Story:
    """What happened to one playbook so far."""

    state: Definition | None = None

    @property
    def now(self) -> Definition:
        assert self.state is not None
        return self.state

    def when(self, command: Command, by: str = LI, at: datetime = T0, **more: Any) -> "Answer":
        acting = Act(at, by, **more)
        try:
            return Answer(self, acting, decide(self.state, acting, command))
        except CommandRefused as refused:
            return Answer(self, acting, [], refused)


@dataclass(frozen=True)
class Answer:
    """What the rules said."""

    before: Story
    acting: Act
    events: list[e.Event]
    refusal: CommandRefused | None = None

    def then(self, *events: e.Event) -> Story:
        assert self.refusal is None, str(self.refusal)
        assert self.events == list(events)
        state = self.before.state
        for event in events:
            state = apply(state, self.acting, event)
        return Story(state)

    def refused(self, slug: str, **values: object) -> None:
        assert self.refusal is not None, self.events
        assert self.refusal.slug == slug
        assert values.items() <= self.refusal.values.items()


def begun() -> Story:
    """Li adopted the first version."""
    return Story().when(adopt()).then(adopted())


def replaced() -> Story:
    """And the second one an hour later."""
    later = minutes(60)
    return begun().when(adopt(SECOND), at=later).then(adopted(SECOND, later))


def test_a_version_is_adopted_with_its_text_and_counts_at_once() -> None:
    story = begun()
    assert story.now.newest.adopted_by == LI
    standing = story.now.in_force(T0)
    assert standing is not None
    assert (standing.version.sha256, standing.approval) == (digest_of(FIRST), None)
    assert story.now.in_force(T0 - timedelta(microseconds=1)) is None


def test_the_same_version_again_is_no_entry() -> None:
    begun().when(adopt(), by=WANG, at=minutes(5)).then()
    begun().when(adopt(start=T0), at=minutes(5)).then()


def test_the_same_version_from_another_day_is_an_entry() -> None:
    begun().when(adopt(start=T0 + DAY)).then(adopted(start=T0 + DAY))
    planned = Story().when(adopt(start=T0 + DAY)).then(adopted(start=T0 + DAY))
    planned.when(adopt(start=T0 + DAY)).then()
    planned.when(adopt()).then(adopted())


def test_the_first_version_may_have_counted_long_before() -> None:
    start = T0 - 400 * DAY
    story = Story().when(adopt(start=start)).then(adopted(start=start))
    assert story.now.in_force(start) is not None


def test_a_later_version_cannot_count_before_the_one_before_it_was_adopted() -> None:
    start = T0 - timedelta(seconds=1)
    answer = begun().when(adopt(SECOND, start), at=minutes(60))
    answer.refused("effective-too-early", id=ID, effective=start, before=T0)
    begun().when(adopt(SECOND, T0), at=minutes(60)).then(adopted(SECOND, T0))


def test_the_version_adopted_last_counts_from_its_own_date_on() -> None:
    at = T0 + DAY
    story = begun().when(adopt(SECOND, at + DAY), at=at).then(adopted(SECOND, at + DAY))
    urgent = "revision: 5\n"
    story = story.when(adopt(urgent), at=at + DAY / 2).then(adopted(urgent, at + DAY / 2))

    def revision(moment: datetime) -> int:
        standing = story.now.in_force(moment)
        assert standing is not None
        return standing.version.revision

    assert revision(at) == 3
    assert revision(at + DAY / 2) == 5
    assert revision(at + 2 * DAY) == 5, "the version planned before the urgent one is replaced"


def test_an_act_told_later_counts_from_when_it_happened() -> None:
    then = T0 - DAY
    Story().when(adopt(), occurred_at=then, zone="Asia/Shanghai").then(adopted(start=then))
    ahead = Story().when(adopt(), occurred_at=T0 + DAY)
    ahead.refused("not-yet-happened")


def test_another_person_approves_with_a_document() -> None:
    story = begun().when(approve(), by=WANG, at=minutes(5)).then(approved())
    approval = story.now.approval_of(digest_of(FIRST))
    assert approval is not None
    assert (approval.by, approval.document, approval.author, approval.alone) == (
        WANG, "RC 17", LI, "",
    )  # fmt: skip


def test_an_approval_counts_from_when_it_was_given() -> None:
    story = begun().when(approve(), by=WANG, at=minutes(5)).then(approved())
    for moment, is_approved in ((T0, False), (minutes(5), True)):
        standing = story.now.in_force(moment)
        assert standing is not None
        assert (standing.approval is not None) is is_approved


@pytest.mark.parametrize("document", ["", "  ", "\x1b[2J\n"])
def test_an_approval_names_its_document(document: str) -> None:
    begun().when(approve(document), by=WANG).refused("document-missing", id=ID)


def test_whoever_adopted_it_cannot_approve_it() -> None:
    begun().when(approve(), by=LI).refused("approver-not-apart", person=LI)
    begun().when(approve(author=ZHAO), by=LI).refused("approver-not-apart", person=LI)


def test_whoever_wrote_it_cannot_approve_it() -> None:
    begun().when(approve(author=f" {WANG} "), by=WANG).refused("approver-not-apart", person=WANG)
    begun().when(approve(author=ZHAO), by=WANG).then(approved(author=ZHAO))


def test_whoever_adopted_it_once_more_cannot_approve_it_either() -> None:
    story = begun().when(adopt(start=T0 + DAY), by=WANG).then(adopted(start=T0 + DAY))
    for person in (LI, WANG):
        story.when(approve(), by=person).refused("approver-not-apart", person=person)


def test_who_counts_is_the_person_who_approved_not_who_wrote_it_down() -> None:
    for_wang: dict[str, Any] = {"on_behalf_of": WANG, "basis": Basis.PHONE}
    story = begun().when(approve(), by=LI, **for_wang).then(approved())
    approval = story.now.approval_of(digest_of(FIRST))
    assert approval is not None
    assert (approval.by, approval.alone) == (WANG, "")
    for_li: dict[str, Any] = {"on_behalf_of": LI, "basis": Basis.PHONE}
    begun().when(approve(), by=WANG, **for_li).refused("approver-not-apart", person=LI)
    begun().when(approve(), by=LI, on_behalf_of=WANG).refused("basis-missing")


def test_one_person_alone_approves_with_a_reason_that_stays() -> None:
    story = begun().when(approve(), break_glass="nobody else").then(approved())
    approval = story.now.approval_of(digest_of(FIRST))
    assert approval is not None
    assert approval.alone == "nobody else"
    story.when(approve(), break_glass="nobody else", at=minutes(1)).then()
    story = story.when(approve(), by=WANG, at=minutes(9)).then(approved())
    approval = story.now.approval_of(digest_of(FIRST))
    assert approval is not None
    assert (approval.by, approval.alone) == (WANG, "")
    last = story.when(approve("RC 18"), break_glass="nobody else").then(approved(document="RC 18"))
    assert last.now.approval_of(digest_of(FIRST)) == approval, "the other person's still counts"


def test_a_break_glass_that_was_not_needed_is_not_held_against_the_approval() -> None:
    story = begun().when(approve(), by=WANG, break_glass="in a hurry").then(approved())
    approval = story.now.approval_of(digest_of(FIRST))
    assert approval is not None
    assert approval.alone == ""


def test_the_same_approval_again_is_no_entry_and_a_new_document_is_one() -> None:
    story = begun().when(approve(), by=WANG).then(approved())
    story.when(approve(), by=WANG, at=minutes(5)).then()
    story.when(approve("RC 18"), by=WANG).then(approved(document="RC 18"))
    story.when(approve(), by=ZHAO).then(approved())


def test_only_an_adopted_version_can_be_approved() -> None:
    Story().when(approve(), by=WANG).refused("definition-not-adopted", id=ID)
    strange = digest_of(SECOND)
    begun().when(approve(sha256=strange), by=WANG).refused(
        "version-not-adopted", id=ID, given=strange, known=(digest_of(FIRST)[:12],)
    )


def test_the_version_adopted_last_is_approved_unless_its_hash_is_given() -> None:
    replaced().when(approve(), by=WANG).then(approved(SECOND))
    replaced().when(approve(sha256=digest_of(FIRST)[:8].upper()), by=WANG).then(approved())
    short = digest_of(FIRST)[:7]
    replaced().when(approve(sha256=short), by=WANG).refused("version-not-adopted", given=short)


def test_an_approval_belongs_to_the_text_and_stays_when_it_is_adopted_again() -> None:
    story = begun().when(approve(), by=WANG).then(approved())
    story = story.when(adopt(SECOND), at=minutes(60)).then(adopted(SECOND, minutes(60)))
    standing = story.now.in_force(minutes(60))
    assert standing is not None
    assert standing.approval is None
    story = story.when(adopt(), at=minutes(90)).then(adopted(start=minutes(90)))
    standing = story.now.in_force(minutes(90))
    assert standing is not None
    assert standing.approval is not None


def test_what_was_typed_is_cleaned_and_measured() -> None:
    note = "\x1b[2Jwhy\u202e"
    event = adopted()
    Story().when(adopt(note=note)).then(
        e.DefinitionAdopted(
            event.kind, ID, 3, event.sha256, FIRST, T0, "why⟨U+202E⟩"
        )
    )  # fmt: skip
    begun().when(approve("x" * 201), by=WANG).refused("text-too-long")


@pytest.mark.parametrize(
    "impossible",
    [
        [approved()],
        [adopted(), approved(SECOND)],
        [e.DefinitionAdopted(DefinitionKind.PLAYBOOK, ID, 3, digest_of(SECOND), FIRST, T0)],
        [adopted(), e.DefinitionAdopted(DefinitionKind.PLAYBOOK, "x", 3, digest_of("a"), "a", T0)],
    ],
    ids=["approved-first", "approved-another", "another-text", "another-id"],
)
def test_what_cannot_have_happened_is_not_folded(impossible: list[e.Event]) -> None:
    with pytest.raises(ValueError, match=r".+"):
        replay((Act(T0, LI), event) for event in impossible)
