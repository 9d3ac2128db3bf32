"""The room of networks: presence in; the two-mode table, the tie table and a graph out."""

from leadnet.network.ties import graph, no_information, ties
from leadnet.network.two_mode import meetings_together, opportunity, two_mode

__all__ = ["graph", "meetings_together", "no_information", "opportunity", "ties", "two_mode"]
