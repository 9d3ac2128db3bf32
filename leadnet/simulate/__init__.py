"""The room of simulation: made-up counties whose truth is known, as tables and as studies with papers."""

from leadnet.simulate.county import County, county, organisation_mentions, person_mentions
from leadnet.simulate.folder import files
from leadnet.simulate.rates import Rates
from leadnet.simulate.rooms import rooms, there_of
from leadnet.simulate.scene import NOTHING, STORY, Planted, scene
from leadnet.simulate.study import MEETINGS, YEARS, Made, simulated
from leadnet.simulate.truth import truth

__all__ = [
    "County",
    "MEETINGS",
    "Made",
    "NOTHING",
    "Planted",
    "Rates",
    "STORY",
    "YEARS",
    "county",
    "files",
    "organisation_mentions",
    "person_mentions",
    "rooms",
    "scene",
    "simulated",
    "there_of",
    "truth",
]
