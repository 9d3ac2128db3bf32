"""The reading room: papers of a partnership in, records out, every row with the line it came from."""

from leadnet.documents.as_json import as_json
from leadnet.documents.model import Paper, Unread
from leadnet.documents.papers import read_paper
from leadnet.documents.records import records
from leadnet.documents.worker import read, read_papers

__all__ = ["Paper", "Unread", "as_json", "read", "read_paper", "read_papers", "records"]
