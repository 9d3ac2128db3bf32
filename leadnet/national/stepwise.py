"""The law of meetings together for pairs whose law is narrow, built meeting by meeting (a convolution with each).

It runs from nought to the most meetings that are asked for; all beyond is one last state. Nothing is subtracted, so
that a small tail keeps its digits. States that hold less than 1e-30 are passed over, far below the floor of a p-value.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

import numpy as np

_NOTHING, _LOOK = 1e-30, 16  # what a state may be passed over for; after how many meetings that is looked at
_NUMBERS = 40_000  # of laws in the making: they fit a processor's cache


def tails(
    chance: np.ndarray, many: np.ndarray, starts: np.ndarray, asked: np.ndarray, each: Callable = map
) -> np.ndarray:
    """The chance of as many meetings together as asked, or more: some numbers (rows) for each pair (columns).

    chance, many, starts: as in `fourier.tails`; each: map, or that of a pool of threads.

    >>> tails(np.array([0.5]), np.array([2]), np.array([0]), np.array([[0], [1], [2]])).ravel().tolist()
    [1.0, 0.75, 0.25]
    """
    found, upto = np.empty(asked.shape), np.concatenate([[0], np.cumsum(many)])
    if not len(starts):
        return found
    stops = np.append(starts[1:], len(chance))
    possible, expected = (np.add.reduceat(part, starts) for part in (many, chance * many))

    def put(batch: np.ndarray) -> None:
        steps = _steps(chance, many, starts[batch], stops[batch], upto)
        beyond = np.cumsum(_law(steps, int(asked[:, batch].max()) + 1)[::-1], axis=0)[::-1]
        found[:, batch] = beyond[asked[:, batch], np.arange(len(batch))]

    list(each(put, _batches(np.lexsort([expected, possible]), asked.max(axis=0), possible)))
    return found


def _batches(order: np.ndarray, most: np.ndarray, possible: np.ndarray) -> Iterator[np.ndarray]:
    """Runs of pairs whose laws, as far as they hold anything, fit a processor's cache."""
    width = np.minimum(most, 12 * np.sqrt(possible)).astype(np.int64)[order] + 2
    at = 0
    while at < len(order):
        end = at + max(1, _NUMBERS // int(width[at]))
        end = at + max(1, _NUMBERS // int(width[at:end].max()))
        yield order[at:end]
        at = end


def _steps(chance: np.ndarray, many: np.ndarray, starts: np.ndarray, stops: np.ndarray, upto: np.ndarray) -> np.ndarray:
    """The chances of some pairs meeting by meeting, a column a pair, nought where a pair has no more meetings."""
    classes, meetings = stops - starts, upto[stops] - upto[starts]
    entry = np.repeat(starts - np.cumsum(classes) + classes, classes) + np.arange(classes.sum())
    times = many[entry]
    pair = np.repeat(np.repeat(np.arange(len(starts)), classes), times)
    step = np.arange(len(pair)) - np.repeat(np.cumsum(meetings) - meetings, meetings)
    found = np.zeros((int(step.max(initial=-1)) + 1, len(starts)))
    found[step, pair] = np.repeat(chance[entry], times)
    return found


def _law(steps: np.ndarray, states: int) -> np.ndarray:
    """States by pairs: the chance of 0, 1, … meetings together, the last state holding all beyond."""
    law, moved = np.zeros((states, steps.shape[1])), np.empty((states - 1, steps.shape[1]))
    law[0] = 1.0
    low, high = 0, 0  # states outside hold next to nothing
    for number, q in enumerate(steps, start=1):
        held, high = slice(low, min(high + 1, states - 1)), min(high + 1, states - 1)
        np.multiply(law[held], q, out=moved[held])
        law[held] *= 1 - q
        law[low + 1 : high + 1] += moved[held]
        if number % _LOOK == 0:
            holds = law[low : high + 1].max(axis=1) >= _NOTHING
            low, high = low + int(holds.argmax()), high - int(holds[::-1].argmax())
    return law
