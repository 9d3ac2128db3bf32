"""The briefing: from the findings of a build to a paper in council report form, as Word, PDF and web page."""

from leadnet.briefing.changed_publish import brief
from leadnet.briefing.charts import draw
from leadnet.briefing.paper import FORMATS, assemble, briefing_files, files_of, published_before
from leadnet.briefing.settings import Author, read_author

__all__ = ["FORMATS", "Author", "assemble", "brief", "briefing_files", "draw", "files_of", "published_before",
           "read_author"]  # fmt: skip
