"""Which organisations were in which room: each by its own habit, but for what is planted."""

from __future__ import annotations

import numpy as np
import pandas as pd

from leadnet.simulate.scene import HOST, Planted, Scene, calendar

_LEAST, _MOST, _PLANTED = 0.45, 0.85, 0.48  # chances to come: least, most; those of planted pairs
_SPREAD = 0.3  # of a meeting's pull, in log odds: some meetings draw everybody
_YEAR = 365.25


def rooms(rng: np.random.Generator, made: Scene, meetings: int) -> tuple[pd.DataFrame, pd.DataFrame]:
    """The meetings (see `calendar`) and who could have been there: meeting_id, org_id, came (bool).

    An organisation comes with a chance of its own, moved by the meeting's pull and by nothing else; the host always:
    its officers serve every board. See Planted for what is put on top.
    """
    held = calendar(rng, made, meetings)
    orgs = sorted(made.members["org_id"].unique())
    chance = _chances(rng, made, held, orgs)
    came = (rng.random(chance.shape) < chance) | (np.array(orgs) == HOST)[:, None]
    _follow(rng, came, orgs, made.planted)
    place = {org: at for at, org in enumerate(orgs)}
    seats = held.reset_index(names="column").merge(made.members, on="body_id")
    seats = seats[(seats["since"] <= seats["day"]) & (seats["day"] <= seats["until"])]
    row = seats["org_id"].map(place).to_numpy()
    return held, seats.assign(came=came[row, seats["column"]])[["meeting_id", "org_id", "came"]].reset_index(drop=True)


def _chances(rng: np.random.Generator, made: Scene, held: pd.DataFrame, orgs: list[str]) -> np.ndarray:
    """Organisations by meetings: the chance to come."""
    own = rng.uniform(_LEAST, _MOST, size=len(orgs))
    paired = {org for pair in made.planted.more + made.planted.less for org in pair}
    own = np.where(np.isin(orgs, sorted(paired)), _PLANTED, own)
    odds = np.log(own / (1 - own))[:, None] + rng.normal(0, _SPREAD, size=len(held))
    chance = 1 / (1 + np.exp(-odds))
    if made.planted.drifting:
        year = ((held["day"] - made.first) / _YEAR).astype(int).clip(0, len(made.planted.falls) - 1)
        chance[orgs.index(made.planted.drifting)] = np.array(made.planted.falls)[year]
    return chance


def _follow(rng: np.random.Generator, came: np.ndarray, orgs: list[str], planted: Planted) -> None:
    """Let the second of each planted pair follow the first, or keep away when it comes."""
    for pairs, keeps_away in ((planted.more, False), (planted.less, True)):
        for first, second in pairs:
            follows = rng.random(came.shape[1]) < planted.strength
            led = came[orgs.index(first)] ^ keeps_away
            mine = orgs.index(second)
            came[mine] = np.where(follows, led, came[mine])


def there_of(held: pd.DataFrame, rows: pd.DataFrame) -> pd.DataFrame:
    """The organisations in the room, as the room of networks takes a table of two columns: organisation, event."""
    came = rows[rows["came"]]
    return pd.DataFrame({"organisation": came["org_id"].to_numpy(), "event": came["meeting_id"].to_numpy()})
