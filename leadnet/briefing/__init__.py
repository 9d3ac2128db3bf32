"""The briefing: from the findings of a build to a paper in council report form, as Word, PDF and web page."""

from leadnet.briefing.exhibits import draw
from leadnet.briefing.paper import FORMATS, assemble, brief, briefing_files, files_of
from leadnet.briefing.settings import Author, read_author

__all__ = ["FORMATS", "Author", "assemble", "brief", "briefing_files", "draw", "files_of", "read_author"]
