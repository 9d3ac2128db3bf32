"""What posts people hold in each kind of organisation, and their rank."""

from __future__ import annotations

import numpy as np

_THEMES = (
    "Adult Social Care", "Children and Young People", "Communities", "Community Safety", "Corporate Services",
    "Economy and Growth", "Environment", "Finance", "Health and Wellbeing", "Highways and Transport", "Housing",
    "Human Resources", "Legal Services", "Leisure and Culture", "Partnerships", "Planning", "Policy and Performance",
    "Public Health", "Regeneration", "Strategy",
)  # fmt: skip
_COUNCIL = {
    "Leader of the Council": 3, "Deputy Leader": 3, "Cabinet Member for {}": 12, "Councillor": 22, "Chief Executive": 4,
    "Director of {}": 14, "Assistant Director, {}": 10, "Head of {}": 16, "{} Manager": 10, "{} Officer": 8,
}  # fmt: skip
_POLICE = {"Chief Constable": 2, "Assistant Chief Constable": 3, "Chief Superintendent": 6, "Superintendent": 8,
           "Chief Inspector": 6, "Head of {}": 3}  # fmt: skip
_FIRE = {"Chief Fire Officer": 2, "Area Manager": 4, "Group Manager": 5, "Head of {}": 3}
_OTHER = {"Chief Executive": 4, "Director of {}": 8, "Head of {}": 8, "{} Manager": 6, "Partnership Manager": 3,
          "Development Officer": 3}  # fmt: skip
_BY_KIND = {
    "county council": _COUNCIL,
    "district or borough council": _COUNCIL,
    "unitary or other council named plain Council": _COUNCIL,
    "police force": _POLICE,
    "fire and rescue": _FIRE,
}
_ELECTED = ("Leader", "Deputy Leader", "Cabinet Member", "Councillor")
_CHIEF = ("Chief Executive", "Chief Constable", "Chief Fire Officer", "Director of")
_SENIOR = ("Assistant", "Chief", "Head", "Superintendent", "Area Manager", "Group Manager")
_HIGHER = {"Assistant Director, ": "Director of ", "Head of ": "Assistant Director, ", "Councillor": "Deputy Leader",
           "Chief Inspector": "Superintendent", "Superintendent": "Chief Superintendent"}  # fmt: skip


_OTHER_WORDS = {
    "Leader of the Council": "Leader", "Cabinet Member for ": "Portfolio Holder, ", "Chief Executive": "Chief Exec",
    "Director of ": "Corporate Director, ", "Assistant Director, ": "AD ", "Head of ": "Service Head, ",
    "Chief Superintendent": "Divisional Commander", "Partnership Manager": "Partnerships Lead",
    "Councillor": "Elected Member", "Development Officer": "Project Officer",
}  # fmt: skip


def draw_post(rng: np.random.Generator, kind: str) -> str:
    """A post in an organisation of this kind, by how many there are of each."""
    posts = _BY_KIND.get(kind, _OTHER)
    weights = np.array(list(posts.values()), dtype=float)
    form = list(posts)[int(rng.choice(len(posts), p=weights / weights.sum()))]
    return form.format(_THEMES[int(rng.integers(len(_THEMES)))])


def promoted(post: str) -> str:
    """The next post up, "" where there is none.

    >>> promoted("Head of Housing"), promoted("Chief Executive")
    ('Assistant Director, Housing', '')
    """
    found = next((lower for lower in _HIGHER if post.startswith(lower)), None)
    return _HIGHER[found] + post.removeprefix(found) if found else ""


def in_other_words(post: str) -> str:
    """The post as another clerk might print it; as it is where there is no other word for it.

    >>> in_other_words("Head of Housing"), in_other_words("Superintendent")
    ('Service Head, Housing', 'Superintendent')
    """
    found = next((words for words in _OTHER_WORDS if post.startswith(words)), "")
    return _OTHER_WORDS.get(found, "") + post.removeprefix(found)


def seniority_of(post: str) -> str:
    """The rank of a post, in the words of people.csv.

    >>> seniority_of("Head of Housing"), seniority_of("Cabinet Member for Housing")
    ('senior', 'elected')
    """
    if post.startswith(_ELECTED):
        return "elected"
    if post.startswith(_CHIEF):
        return "chief officer"
    return "senior" if post.startswith(_SENIOR) else "other"
