"""Analogies over unit vectors: 3CosAdd and 3CosMul of Levy and Goldberg 2014, sections 3 and 6."""

from __future__ import annotations

from typing import Literal

import numpy as np

Method = Literal["add", "mul"]

# Levy and Goldberg's ε, which keeps 3CosMul's division finite.
_EPSILON = 0.001
_EXCLUDED = -np.inf
# Scores of one batch over 341,479 words: 350 MB.
_BATCH = 256


def target(unit_rows: np.ndarray, a: np.ndarray, b: np.ndarray, c: np.ndarray) -> np.ndarray:
    """b − a + c, `[questions, dimensions]`, not normalised."""
    return unit_rows[b] - unit_rows[a] + unit_rows[c]


def scores(unit_rows: np.ndarray, asked: np.ndarray, method: Method) -> np.ndarray:
    """How well each word answers each question; the question's own words get −∞.

    Args:
        unit_rows: float32 `[words, dimensions]`, each of length one.
        asked: int `[questions, 3]`, rows of a, b, c.
        method: `add` gives the cosine with b − a + c; `mul` gives cos(b) · cos(c) / (cos(a) + ε) with every cosine
            shifted to 0…1, which is no cosine and may exceed one.

    Returns:
        float32 `[questions, words]`.
    """
    a, b, c = asked.T
    if method == "add":
        wanted = target(unit_rows, a, b, c)
        # a = b = c leaves a vector of length one; only a + c = b could leave none, and no three unit vectors here do.
        result = (wanted / np.linalg.norm(wanted, axis=1, keepdims=True)) @ unit_rows.T
    else:
        near_a, near_b, near_c = ((unit_rows[word] @ unit_rows.T + 1) / 2 for word in (a, b, c))
        result = near_b * near_c / (near_a + np.float32(_EPSILON))
    np.put_along_axis(result, asked, _EXCLUDED, axis=1)
    return result


def answers(unit_rows: np.ndarray, asked: np.ndarray, method: Method) -> np.ndarray:
    """Row of the best word for each question, int64 `[questions]`."""
    batches = range(0, len(asked), _BATCH)
    best = [scores(unit_rows, asked[at : at + _BATCH], method).argmax(axis=1) for at in batches]
    return np.concatenate(best) if best else np.empty(0, dtype=np.int64)


def nearest(unit_rows: np.ndarray, asked: np.ndarray, to: int) -> np.ndarray:
    """The baseline without arithmetic: the nearest word to a (0), b (1) or c (2) that is not in the question."""
    best = []
    for at in range(0, len(asked), _BATCH):
        batch = asked[at : at + _BATCH]
        result = unit_rows[batch[:, to]] @ unit_rows.T
        np.put_along_axis(result, batch, _EXCLUDED, axis=1)
        best.append(result.argmax(axis=1))
    return np.concatenate(best)


def top(row_of_scores: np.ndarray, count: int) -> np.ndarray:
    """Rows of the `count` highest scores, best first; equal scores in order of frequency."""
    return np.argsort(-row_of_scores, kind="stable")[:count]
