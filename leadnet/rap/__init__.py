"""A self-check against the levels of RAP (reproducible analytical pipelines): what is met, and what cannot be seen."""

from leadnet.rap.levels import CRITERIA, LEVELS, Answer, Criterion, answers, told
from leadnet.rap.seen import MET, NOT_MET, UNSEEN, Seen, look_at

__all__ = [
    "CRITERIA",
    "LEVELS",
    "MET",
    "NOT_MET",
    "UNSEEN",
    "Answer",
    "Criterion",
    "Seen",
    "answers",
    "look_at",
    "told",
]
