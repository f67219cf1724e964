"""Rules of what is said about the impact."""

from netfin_incident.domain.criteria import QUESTIONS
from netfin_incident.domain.criteria.answers import answer_text, read_answer
from netfin_incident.domain.incident import commands as c
from netfin_incident.domain.incident import events as e
from netfin_incident.domain.incident.rules.typed import line
from netfin_incident.domain.incident.state import Incident
from netfin_incident.domain.nearest import nearest
from netfin_incident.domain.vocabulary import Field
from netfin_incident.errors import CommandRefused


def state_impact(incident: Incident, asked: c.StateImpact) -> list[e.Event]:
    """Record an answer, unless it stands so already.

    Raises:
        CommandRefused: there is no such question, or the answer is not of its kind.
    """
    question = QUESTIONS.get(asked.question)
    if question is None:
        close = nearest(asked.question, QUESTIONS)
        raise CommandRefused("impact-question-unknown", given=asked.question, nearest=close)
    typed = line(Field.VALUE, asked.value, optional=True)
    answer = read_answer(question, typed) if typed else None
    if typed and answer is None:
        raise CommandRefused("impact-unread", question=question.id, given=typed)
    value = answer_text(question, answer) if answer else ""
    known = incident.impact.get(question.id)
    stands = (known.value, known.estimate) if known else ("", False)
    estimate = asked.estimate and bool(value)
    return [] if (value, estimate) == stands else [e.ImpactStated(question.id, value, estimate)]
