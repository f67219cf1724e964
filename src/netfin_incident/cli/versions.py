"""Adopted versions as the command line shows them: in columns, in words, and as JSON."""

from collections.abc import Mapping
from datetime import datetime
from typing import Final

from netfin_incident.app.definitions import FileStanding, FileState, file_standing
from netfin_incident.bootstrap import now
from netfin_incident.cli.call import Call
from netfin_incident.domain.definition.state import Approval, Definition, Standing
from netfin_incident.errors import RecordError, StoreBusy
from netfin_incident.library.shelf import Shelved
from netfin_incident.store.codec import format_time
from netfin_incident.wording import adopting as said
from netfin_incident.wording.moments import stamp

DIGITS: Final = 12
"""Digits of a hash that are shown."""


def version_name(standing: Standing) -> tuple[str, str, str]:
    """A version by its id, its revision and the first digits of its hash."""
    version = standing.version
    return standing.id, f"r{version.revision}", version.sha256[:DIGITS]


def version_said(call: Call, standing: Standing) -> tuple[str, ...]:
    """Who adopted a version and when, since when it counts, and who approved it."""
    version = standing.version
    return (
        call.say(
            said.ADOPTED_BY,
            person=call.session.config.name_of(version.adopted_by),
            moment=_at(call, version.adopted_at),
        ),
        call.say(said.IN_FORCE_FROM, moment=_at(call, version.effective_from)),
        approval_said(call, standing.approval),
    )


def approval_said(call: Call, approval: Approval | None) -> str:
    """By whom and in which document; or that nobody approved it."""
    if approval is None:
        return call.say(said.UNAPPROVED)
    return call.say(
        said.APPROVED_BY_ONE if approval.alone else said.APPROVED_BY,
        person=call.session.config.name_of(approval.by),
        document=approval.document,
    )


def version_in_json(standing: Standing) -> dict[str, object]:
    """A version with its approval, for other programs."""
    version, approval = standing.version, standing.approval
    return {
        "id": standing.id,
        "revision": version.revision,
        "sha256": version.sha256,
        "adopted_by": version.adopted_by,
        "adopted_at": format_time(version.adopted_at),
        "effective_from": format_time(version.effective_from),
        "note": version.note,
        "approved": approval is not None,
        "approval": approval
        and {
            "by": approval.by, "at": format_time(approval.at), "document": approval.document,
            "author": approval.author, "note": approval.note, "break_glass": approval.alone,
        },
    }  # fmt: skip


class FilesBeside:
    """How the files on the shelf stand to what was adopted."""

    def __init__(self, call: Call) -> None:
        """Read what was adopted; a record that cannot be read is said to be so and stops nobody."""
        self._call = call
        self._at = now()
        self._adopted: Mapping[str, Definition] | None = None
        try:
            self._adopted = call.session.definitions.adopted()
        except (RecordError, StoreBusy) as error:
            if error.slug == "database-missing":
                self._adopted = {}
            else:
                call.output.refuse(error)

    def said(self, one: Shelved) -> str:
        """How a file stands, in a few words."""
        call, found = self._call, self._found(one)
        if found is None:
            return call.say(said.FILE_UNKNOWN)
        standing = found.standing
        if standing is None:
            return call.say(said.FILE_NOT_ADOPTED)
        if found.state is FileState.DIFFERS:
            version = standing.version
            return call.say(
                said.FILE_DIFFERS_FROM, revision=version.revision, digits=version.sha256[:DIGITS]
            )
        begins = call.say(said.FILE_IN_FORCE)
        if found.state is FileState.SCHEDULED:
            moment = _at(call, standing.version.effective_from)
            begins = call.say(said.IN_FORCE_FROM, moment=moment)
        return f"{begins} · {approval_said(call, standing.approval)}"

    def in_json(self, one: Shelved) -> dict[str, object] | None:
        """How a file stands; None where there is no plan or no record to tell."""
        found = self._found(one)
        if found is None:
            return None
        version = found.standing and version_in_json(found.standing)
        return {"state": found.state.value, "version": version}

    def _found(self, one: Shelved) -> FileStanding | None:
        if self._adopted is None or one.plan is None:
            return None
        return file_standing(self._adopted.get(one.id), one.plan.source_sha256, self._at)


def _at(call: Call, at: datetime) -> str:
    return stamp(at, call.session.zone)
