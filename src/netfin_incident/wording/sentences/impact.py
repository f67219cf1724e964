"""Sentences about what was said of the impact."""

from netfin_incident.domain.criteria import QUESTIONS
from netfin_incident.domain.criteria.answers import read_answer
from netfin_incident.domain.incident import events as e
from netfin_incident.domain.text import Text
from netfin_incident.wording.criteria import QUESTION_SAID, amount_said
from netfin_incident.wording.sentences.teller import Teller

_KNOWN = Text("Impact: {question}: {value}", "影响：{question}：{value}")
_ESTIMATED = Text("Impact (estimate): {question}: {value}", "影响（估计）：{question}：{value}")
_UNKNOWN = Text("Impact: {question}: not known any more", "影响：{question}：不再明确")


def told(teller: Teller, event: e.ImpactStated) -> str:
    """What `event` says; a question of a newer version by its id."""
    question = QUESTIONS.get(event.question)
    answer = read_answer(question, event.value) if question else None
    name = QUESTION_SAID.get(event.question, Text(event.question, event.question))
    value = amount_said(question, answer, teller.language) if question and answer else event.value
    if not event.value:
        return teller.tell(_UNKNOWN, question=name)
    return teller.tell(_ESTIMATED if event.estimate else _KNOWN, question=name, value=value)
