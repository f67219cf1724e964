"""What was said of an incident's impact, as criteria read it."""

from netfin_incident.domain.criteria import QUESTIONS, Answer, Answers
from netfin_incident.domain.criteria.answers import read_answer
from netfin_incident.domain.incident.state import Incident


def impact_answers(incident: Incident) -> Answers:
    """The answers that stand; of a question that this version does not know, none."""
    answers: dict[str, Answer] = {}
    for name, stated in incident.impact.items():
        if name in QUESTIONS and stated.value:
            answer = read_answer(QUESTIONS[name], stated.value, estimate=stated.estimate)
            if answer is not None:
                answers[name] = answer
    return answers
