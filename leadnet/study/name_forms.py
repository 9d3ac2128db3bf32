"""The forms in which papers print one person's name, each as words in small letters."""

from __future__ import annotations

from collections.abc import Iterable

from leadnet.study.forgotten import words_of

_TITLES = (
    *("mr", "mrs", "ms", "miss", "mx", "dr", "cllr", "councillor", "ald", "alderman", "sir", "dame", "lord", "lady"),
    *("prof", "professor", "rev", "revd", "reverend", "canon", "pc", "sgt", "insp", "inspector", "supt", "acc", "dcc"),
    *("cc", "major", "col", "colonel", "captain"),
)


def full_forms(names: Iterable[str]) -> set[str]:
    """Every form that holds more than the surname: as given, turned round, with initials, run together as in addresses.

    >>> sorted(full_forms(["Dilys Marrable"]))[:4]
    ['d marrable', 'dilys marrable', 'dilysmarrable', 'dmarrable']
    """
    forms: set[str] = set()
    for name in names:
        *given, surname = without_titles(name) or [""]
        if not given:
            continue
        initials = [word[0] for word in given]
        for front in (given, given[:1], initials, initials[:1], ["".join(initials)]):
            forms |= {" ".join([*front, surname]), " ".join([surname, *front])}
            forms |= {"".join([*front, surname]), "".join([surname, *front])}
    return forms


def titled_forms(surnames: Iterable[str]) -> set[str]:
    """A surname after a title, as "mr marrable"."""
    return {f"{title} {surname}" for surname in surnames for title in _TITLES}


def surnames_of(names: Iterable[str]) -> set[str]:
    """The last word of each name of more than one."""
    return {words[-1] for name in names if len(words := without_titles(name)) > 1}


def may_be(name: str, other: str) -> bool:
    """Whether two names may be one person's: one surname, and first names of which neither contradicts the other.

    >>> may_be("Dilys Marrable", "Ms D.J. Marrable"), may_be("Dilys Marrable", "Rory Marrable")
    (True, False)
    """
    (*given, surname), (*others, same) = (without_titles(each) or [""] for each in (name, other))
    if not surname or surname != same:
        return False
    return not given or not others or given[0].startswith(others[0]) or others[0].startswith(given[0])


def without_titles(name: str) -> list[str]:
    """The words of a name in the order given name, surname, without titles.

    >>> without_titles("Cllr Marrable, Dilys")
    ['dilys', 'marrable']
    """
    last, comma, first = name.partition(",")
    if comma and len(words_of(first)) < 3:
        turned = [word for word in words_of(last) if word not in _TITLES]
        return [*(word for word in words_of(first) if word not in _TITLES), *turned]
    return [word for word in words_of(name) if word not in _TITLES]
