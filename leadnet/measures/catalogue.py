"""Every measure, in the order of the findings. A new one is a function in a file of its own and a name here."""

from __future__ import annotations

from leadnet.measures import actions, held, pairs, participation, progress, two_tier, workstreams

MEASURES = (
    participation.at_meetings,
    participation.of_each,
    two_tier.councils_in_room,
    pairs.of_ties,
    pairs.of_people,
    held.meetings_by_knowledge,
    held.by_hand,
    workstreams.by_organisation,
    progress.stages_of,
    progress.slip,
    progress.time_left,
    progress.authorities_meant,
    actions.of_ledger,
)
