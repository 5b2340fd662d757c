"""BLEU (Papineni et al. 2002) and CIDEr-D (Vedantam et al. 2015) on lists of words, by the formulas of pycocoevalcap.

Written out because training against a score asks for it hundreds of times a second, and the package starts Java for
its tokeniser. `test_scores.py` holds both against the package.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

Words = Sequence[str]
Grams = Counter[tuple[str, ...]]

ORDERS = (1, 2, 3, 4)
_LENGTH_SPREAD = 6.0  # of CIDEr-D's penalty for another length than the reference's


def count_grams(words: Words) -> Grams:
    """How often each run of one to four words comes."""
    return Counter(tuple(words[i : i + order]) for order in ORDERS for i in range(len(words) - order + 1))


def bleu(candidates: Sequence[Words], references: Sequence[Sequence[Words]]) -> list[float]:
    """BLEU-1 to BLEU-4 of a whole set, 0 to 100; the reference of the closest length counts for brevity."""
    matched, tried = [0] * 4, [0] * 4
    length = wanted = 0
    for words, others in zip(candidates, references, strict=True):
        most: Grams = Counter()
        for other in others:
            most |= count_grams(other)
        for gram, count in count_grams(words).items():
            matched[len(gram) - 1] += min(count, most[gram])
        for order in ORDERS:
            tried[order - 1] += max(0, len(words) - order + 1)
        length += len(words)
        wanted += min((abs(len(other) - len(words)), len(other)) for other in others)[1]
    return _bleu(matched, tried, length, wanted)


def sentence_bleu4(words: Words, others: Sequence[Words]) -> float:
    """BLEU-4 of one sentence, 0 to 1, one match added to the longer runs (Lin and Och 2004) so that it is rarely 0."""
    most: Grams = Counter()
    for other in others:
        most |= count_grams(other)
    matched = [0, 1, 1, 1]
    for gram, count in count_grams(words).items():
        matched[len(gram) - 1] += min(count, most[gram])
    if not matched[0]:
        return 0.0
    tried = [max(1, len(words) - order + 1) + (order > 1) for order in ORDERS]
    wanted = min((abs(len(other) - len(words)), len(other)) for other in others)[1]
    return _bleu(matched, tried, len(words), wanted)[3] / 100


def _bleu(matched: Sequence[int], tried: Sequence[int], length: int, wanted: int) -> list[float]:
    brevity = min(1.0, math.exp(1 - wanted / length)) if length else 0.0
    logs, scores = 0.0, []
    for order in ORDERS:
        precision = matched[order - 1] / tried[order - 1] if tried[order - 1] else 0.0
        logs += math.log(precision) if precision else -math.inf
        scores.append(100 * brevity * math.exp(logs / order))
    return scores


class _Vector(NamedTuple):
    """A sentence as CIDEr sees it: weights of its runs of words, their norm an order, and how many pairs it has."""

    weights: dict[tuple[str, ...], float]
    norms: list[float]
    pairs: int


class Cider:
    """CIDEr-D against known references: how rare the shared runs of words are, and how like the lengths."""

    def __init__(self, references: Sequence[Sequence[Words]]) -> None:
        """`references`: of each picture; rarity is counted over these pictures."""
        self._seen_in: Counter[tuple[str, ...]] = Counter()
        for others in references:
            self._seen_in.update({gram for other in others for gram in count_grams(other)})
        self._log_pictures = math.log(len(references))
        self._references = [[self._vector(other) for other in others] for others in references]

    def score(self, picture: int, words: Words) -> float:
        """Score of a sentence for the picture of that number, 0 to 10."""
        candidate = self._vector(words)
        others = self._references[picture]
        return 10 * sum(self._similarity(candidate, other) for other in others) / len(others)

    def _vector(self, words: Words) -> _Vector:
        weights, norms = {}, [0.0] * 4
        pairs = max(0, len(words) - 1)
        for gram, count in count_grams(words).items():
            weight = count * (self._log_pictures - math.log(max(1, self._seen_in[gram])))
            weights[gram] = weight
            norms[len(gram) - 1] += weight**2
        return _Vector(weights, [math.sqrt(norm) for norm in norms], pairs)

    @staticmethod
    def _similarity(candidate: _Vector, other: _Vector) -> float:
        shared = [0.0] * 4
        for gram, weight in candidate.weights.items():
            if gram in other.weights:
                shared[len(gram) - 1] += min(weight, other.weights[gram]) * other.weights[gram]
        cosines = [
            product / (left * right) if left and right else 0.0
            for product, left, right in zip(shared, candidate.norms, other.norms, strict=True)
        ]
        unlike = candidate.pairs - other.pairs
        return math.exp(-(unlike**2) / (2 * _LENGTH_SPREAD**2)) * sum(cosines) / 4


def cider(candidates: Sequence[Words], references: Sequence[Sequence[Words]]) -> float:
    """Mean CIDEr-D of a set, 0 to 10, rarity counted over the set's own references as pycocoevalcap does."""
    judge = Cider(references)
    return sum(judge.score(number, words) for number, words in enumerate(candidates)) / len(candidates)
