"""The room of simulation: made-up counties whose truth is known."""

from leadnet.simulate.county import County, county, organisation_mentions, person_mentions
from leadnet.simulate.rates import Rates

__all__ = ["County", "Rates", "county", "organisation_mentions", "person_mentions"]
