"""The organisations of a study as names find them: by what they are called on a day, by kind and words, by letters."""

from __future__ import annotations

from collections import defaultdict
from typing import NamedTuple

import pandas as pd
from rapidfuzz import process
from rapidfuzz.distance import OSA

from leadnet.names.kinds import told
from leadnet.names.organisation_names import Parts, abbreviations, expansion, fits, is_abbreviation, parts
from leadnet.names.register import COUNCIL_TIERS, authorities
from leadnet.study import in_force, plain, split

_SHORTEST_SLIP = 6  # letters: in a shorter name one letter more or less makes another name


class Found(NamedTuple):
    """What answers to a printed name: candidates, and by what right (exact, rule) or "" where a person must say."""

    ids: tuple[str, ...] = ()
    how: str = ""
    because: str = ""
    against: str = ""
    lost_place: bool = False


class Known:
    """The organisations of a study, with the register's other names for those that stand in it."""

    def __init__(self, organisations: pd.DataFrame):
        self.rows = {row.org_id: row for row in organisations.itertuples()}
        self.counties = _counties(organisations)
        self.names: dict[str, set[str]] = defaultdict(set)
        self.letters: dict[str, set[str]] = defaultdict(set)
        self.parts: dict[str, list[Parts]] = {}
        register = authorities().set_index("org_id")
        self.elsewhere = _elsewhere(register, frozenset(self.rows))
        for org_id, row in self.rows.items():
            aliases = split(register.at[org_id, "aliases"]) if org_id in register.index else []
            for name in filter(plain, (row.name, row.short, *aliases)):
                self.names[plain(name)].add(org_id)
            for name in (row.name, row.short):
                for letters in abbreviations(name):
                    self.letters[letters].add(org_id)
            whole = parts(row.name, self.counties, row.kind)
            short = parts(row.short, self.counties, row.kind)._replace(form=whole.form)
            self.parts[org_id] = [whole, short] if row.short else [whole]
        self.held: dict[str, tuple[Found, ...]] = {}

    def find(self, printed: str, on: str) -> Found:
        """What answers to a print on a day (ISO, or "" for any day); several candidates are left to be asked."""
        if printed not in self.held:
            self.held[printed] = tuple(self._ways(printed))
        for way in self.held[printed]:
            ids = self._in_force(way.ids, on)
            if ids or way.lost_place:
                return way._replace(ids=ids, against=self._why_not(way, len(ids)))
            if way.ids and way.how == "exact":  # the name of another time: no other form of it is meant
                return way._replace(how="", against=f"not in force on {on}")
        return Found(self._near(printed, on), against="no organisation of organisations.csv answers to the name")

    def _why_not(self, way: Found, n: int) -> str:
        if way.lost_place:
            return "the name has lost its place"
        return f"{n} organisations answer to the name" if n > 1 else ""

    def _in_force(self, ids: tuple[str, ...], on: str) -> tuple[str, ...]:
        return tuple(id for id in ids if in_force(self.rows[id].since, self.rows[id].until, on))

    def _ways(self, printed: str) -> list[Found]:
        """The ways a print may be answered to, the surest first, each with all candidates of any time."""
        name, letters = expansion(printed)
        taken = parts(name, self.counties)
        exact = self.names.get(plain(printed)) or self.names.get(plain(name), set())
        ways = [Found(tuple(sorted(exact)), "exact", "the name, short name or alias in the register at that date")]
        if taken.lost_place:
            return [*ways, Found(lost_place=True)]
        if plain(name) in self.elsewhere:
            return ways  # a council of the register that is not in the study, so no slip or form of one that is
        short = letters or (name.strip(". ") if is_abbreviation(name) else "")
        by_words = [id for id, known in self.parts.items() if not short and any(fits(taken, one) for one in known)]
        by_letters = self.letters.get(short.replace(".", ""), set()) | self._of_kind(short)
        return [
            *ways,
            Found(tuple(sorted(by_words)), "rule", "its kind and distinctive words"),
            Found(tuple(sorted(by_letters)), "rule", f"the only organisation here that {short} could stand for"),
            Found(self._slips(plain(name)), "rule", "its name but for one letter"),
        ]

    def _of_kind(self, letters: str) -> set[str]:
        """The organisations of a place and of the kind an abbreviation by itself stands for, as PCT."""
        kind = told(letters).kind if letters else ""
        of_place = {id for id, known in self.parts.items() if any(one.words or one.counties for one in known)}
        return {id for id in of_place if kind and self.rows[id].kind == kind}

    def _slips(self, name: str) -> tuple[str, ...]:
        if len(name) < _SHORTEST_SLIP:
            return ()
        close = process.extract(name, list(self.names), scorer=OSA.distance, score_cutoff=1, limit=None, processor=None)
        return tuple(sorted({id for found, _, _ in close for id in self.names[found] if len(found) >= _SHORTEST_SLIP}))

    def _near(self, printed: str, on: str) -> tuple[str, ...]:
        """Organisations whose short name stands whole in the print, the longest first; only to be asked."""
        words = f" {plain(printed)} "
        found = [(row.short, id) for id, row in self.rows.items() if row.short and f" {plain(row.short)} " in words]
        near = [id for _, id in sorted(found, key=lambda pair: (-len(pair[0]), pair[1]))]
        return self._in_force(tuple(near), on)[:3]


def _counties(organisations: pd.DataFrame) -> frozenset[str]:
    """The names of the counties the study is in: of its county councils, and of the areas its organisations serve."""
    register = authorities().set_index("org_id")["short"]
    named = organisations[organisations["tier"] == "county"]
    words = [told(name).rest for name in named["name"]]
    words += [register[area] for area in sorted(set(organisations["area"])) if area in register.index]
    return frozenset(word for name in words for word in plain(name).split()) - {"county", "and", "of", "the"}


def _elsewhere(register: pd.DataFrame, own: frozenset[str]) -> frozenset[str]:
    """Plain official names of councils that are not in the study."""
    others = register[~register.index.isin(own) & register["tier"].isin(COUNCIL_TIERS)]
    own_names = set(register.loc[register.index.isin(own), "name"])
    return frozenset(plain(name) for name in others["name"] if name not in own_names)
