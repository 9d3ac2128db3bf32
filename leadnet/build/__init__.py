"""The stairs: opens a study, runs the rooms in order, and holds every result. The only pipeline there is."""

from leadnet.build.built import CLOSED, Built
from leadnet.build.chances import attending_table, brokers_table, kept_apart, tier_law
from leadnet.build.opening import study, write_records
from leadnet.build.reading import fingerprint
from leadnet.build.texts import NOT_READ

__all__ = ["CLOSED", "NOT_READ", "Built", "attending_table", "brokers_table", "fingerprint", "kept_apart",
           "study", "tier_law", "write_records"]  # fmt: skip
