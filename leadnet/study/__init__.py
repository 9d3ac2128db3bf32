"""The ground floor: what every room agrees on. Rooms import this and never each other."""

from leadnet._lazy import on_first_use

_HOMES = {
    **dict.fromkeys(
        ("Column", "StudyError", "Table", "TableError", "check", "file_line", "joined", "read_table", "split"), "tables"
    ),
    **dict.fromkeys(("Folder", "Settings", "find_study", "folder_faults", "open_folder"), "folder"),
    **dict.fromkeys(("Rules", "rules_from"), "rules"),
    **dict.fromkeys(("heads", "presence", "shares_item"), "attending"),
    "links_by_post": "posts_held",
    **dict.fromkeys(("cited", "counted", "evidence", "finding", "findings", "in_force", "spread", "tally"), "counting"),
    **dict.fromkeys(("joins", "open_questions", "question", "verdict"), "judgements"),
    **dict.fromkeys(("body_of", "plain"), "bodies"),
    **dict.fromkeys(("masker", "withheld"), "mask"),
    **dict.fromkeys(("Sentence", "Span", "sentence"), "words"),
    **dict.fromkeys(("Window", "WindowPlan", "fixed", "rolling", "windows_from"), "windows"),
    "corrected": "corrections",
}
__all__ = sorted(_HOMES)
__getattr__ = on_first_use(__name__, {name: f"{__name__}.{home}" for name, home in _HOMES.items()})
