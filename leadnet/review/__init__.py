"""The review: what a person is asked about names and clauses, what each answer would change, and the answers taken."""

from leadnet.review.bands import bands
from leadnet.review.effects import Effect, between, changes, if_answered
from leadnet.review.files import carried_over, file_of, in_full
from leadnet.review.proposing import propose_seats
from leadnet.review.queue import LIMIT, Asked, asked, queue_table, ranked, review_queue, weighed
from leadnet.review.taking import Taken, answers_of, put
from leadnet.review.telling import how_to_answer, proposals, summary, what_changed

__all__ = ["LIMIT", "Asked", "Effect", "Taken", "answers_of", "asked", "bands", "between", "carried_over", "changes",
           "file_of", "how_to_answer", "if_answered", "in_full", "proposals", "propose_seats", "put", "queue_table",
           "ranked", "review_queue", "summary", "weighed", "what_changed"]  # fmt: skip
