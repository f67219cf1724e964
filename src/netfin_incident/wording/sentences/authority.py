"""In whose name an act was done and by which exception: what stands beside its sentence."""

from typing import Final

from netfin_incident.domain.record import Act
from netfin_incident.domain.text import Text
from netfin_incident.wording.labels import label
from netfin_incident.wording.language import Language, say
from netfin_incident.wording.sentences.teller import JOINT

_BEHALF: Final = Text("for {person}, {basis}", "代 {person} 操作，{basis}授权")
_BREAK_GLASS: Final = Text("break-glass: {reason}", "紧急授权：{reason}")


def authority(act: Act, language: Language) -> str:
    """For whom and on what basis, and the reason of a break-glass; empty for an ordinary act."""
    parts: list[str] = []
    if act.on_behalf_of and act.basis:
        basis = say(label(act.basis), language)
        parts.append(say(_BEHALF, language).format(person=act.on_behalf_of, basis=basis))
    if act.break_glass:
        parts.append(say(_BREAK_GLASS, language).format(reason=act.break_glass))
    return say(JOINT, language).join(parts)
