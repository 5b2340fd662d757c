"""What was tried on the validation questions before the vocabulary and the vectors were settled."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from analogy import answers
from package import VOCABULARY_SIZE, Vectors, is_word, unit
from questions import Question, as_rows, covered

_SIZES = (30_000, 40_000, 50_000, VOCABULARY_SIZE, 60_000, 80_000)
_REMOVED_DIRECTIONS = (0, 1, 2, 3)


@dataclass(frozen=True)
class Candidate:
    """One choice and what it reached with 3CosAdd, unquantised.

    Attributes:
        coverage: share of the validation questions whose words are all there.
        accuracy: share of those answered rightly.
        megabytes: vectors and words as shipped, 10⁶ bytes, uncompressed.
        count: validation questions covered.
    """

    name: str
    coverage: float
    accuracy: float
    megabytes: float
    count: int


def try_all(vectors: Vectors, asked: list[Question]) -> list[Candidate]:
    """Sizes with the shipped filter, then filters and then corrections at the shipped size."""
    wordlike = [row for row, token in enumerate(vectors.words) if is_word(token)]
    letters = [row for row, token in enumerate(vectors.words) if token.isalpha()]
    every = list(range(VOCABULARY_SIZE))
    result = [_judge(f"{size:,} words", vectors.take(wordlike[:size]), asked) for size in _SIZES]
    result.append(_judge("every token, punctuation too", vectors.take(every), asked))
    result.append(_judge("letters alone, no hyphens", vectors.take(letters[:VOCABULARY_SIZE]), asked))
    chosen = vectors.take(wordlike[:VOCABULARY_SIZE])
    for directions in _REMOVED_DIRECTIONS:
        corrected = Vectors(chosen.words, all_but_the_top(chosen.rows, directions))
        result.append(_judge(f"mean and {directions} main directions removed", corrected, asked))
    return result


def all_but_the_top(rows: np.ndarray, directions: int) -> np.ndarray:
    """Mu and Viswanath 2018, algorithm 1: rows less their mean, and less their first principal directions."""
    centred = rows - rows.mean(axis=0)
    if directions == 0:
        return centred
    _, eigenvectors = np.linalg.eigh(centred.T @ centred)
    main = eigenvectors[:, -directions:]
    return centred - centred @ main @ main.T


def _judge(name: str, vectors: Vectors, asked: list[Question]) -> Candidate:
    index = vectors.index()
    known = covered(asked, index)
    rows = as_rows(known, index)
    right = answers(unit(vectors.rows), rows[:, :3], "add") == rows[:, 3]
    count, dimensions = vectors.rows.shape
    size = count * (dimensions + 4) + sum(len(word.encode()) + 1 for word in vectors.words)
    return Candidate(name, len(known) / len(asked), float(right.mean()), size / 1e6, len(known))
