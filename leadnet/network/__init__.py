"""The room of networks: presence in; the two-mode table, the tie table and a graph out."""

from leadnet.network.ties import graph, no_information, ties
from leadnet.network.two_mode import meetings_together, opportunity, people_sharing_an_item, two_mode

__all__ = ["graph", "meetings_together", "no_information", "opportunity", "people_sharing_an_item", "ties", "two_mode"]
