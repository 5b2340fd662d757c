"""A small dictionary out of sentence pairs: IBM model 1 in both directions, and the pairs on which both agree."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import numpy as np

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_LEAST_COUNT = 5
_ROUNDS = 8
# Product of both probabilities. Below it the list fills with words that merely stand near each other.
_LEAST_AGREEMENT = 0.04


def read_pairs(path: Path) -> list[tuple[set[str], set[str]]]:
    """The words of each sentence and of its translation, lower case; the first two columns of a tab-separated file."""
    with path.open(encoding="utf-8") as file:
        columns = (line.split("\t")[:2] for line in file)
        return [(set(_WORD.findall(left.lower())), set(_WORD.findall(right.lower()))) for left, right in columns]


def dictionary(pairs: list[tuple[set[str], set[str]]]) -> list[tuple[str, str]]:
    """One-to-one translations, surest first, each word used once."""
    left_words, right_words = (_frequent(pairs, side) for side in (0, 1))
    sentence, left, right = _links(pairs, left_words, right_words)
    both, link = np.unique(left * len(right_words) + right, return_inverse=True)
    of_left, of_right = both // len(right_words), both % len(right_words)
    agreement = _train(link, _groups(sentence, right), of_left) * _train(link, _groups(sentence, left), of_right)

    chosen: list[tuple[str, str]] = []
    used_left: set[int] = set()
    used_right: set[int] = set()
    for position in np.argsort(-agreement, kind="stable"):
        if agreement[position] < _LEAST_AGREEMENT:
            break
        one, other = int(of_left[position]), int(of_right[position])
        if one not in used_left and other not in used_right:
            used_left.add(one)
            used_right.add(other)
            chosen.append((left_words[one], right_words[other]))
    return chosen


def frequent_words(pairs: list[tuple[set[str], set[str]]], side: int) -> list[str]:
    """Words of at least five sentences on one side, most frequent first."""
    return _frequent(pairs, side)


def _frequent(pairs: list[tuple[set[str], set[str]]], side: int) -> list[str]:
    counts = Counter(word for pair in pairs for word in sorted(pair[side]))
    return [word for word, count in counts.most_common() if count >= _LEAST_COUNT]


def _links(
    pairs: list[tuple[set[str], set[str]]], left_words: list[str], right_words: list[str]
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Every word with every word of the same pair: sentence, left word, right word, int64 `[links]` each."""
    left_index = {word: row for row, word in enumerate(left_words)}
    right_index = {word: row for row, word in enumerate(right_words)}
    links = [
        (sentence, left_index[one], right_index[other])
        for sentence, (left, right) in enumerate(pairs)
        for one in left & left_index.keys()
        for other in right & right_index.keys()
    ]
    sentence, left, right = np.array(sorted(links), dtype=np.int64).T
    return sentence, left, right


def _groups(sentence: np.ndarray, word: np.ndarray) -> np.ndarray:
    """Numbers the (sentence, word) pairs: the words among which one explained word shares itself out."""
    return np.unique(sentence * (word.max() + 1) + word, return_inverse=True)[1]


def _train(link: np.ndarray, explained: np.ndarray, given: np.ndarray) -> np.ndarray:
    """IBM model 1 by expectation maximisation: p(explained word | given word) for each distinct word pair.

    Args:
        link: distinct word pair of each link, `[links]`.
        explained: which explained word of which sentence a link belongs to, `[links]`.
        given: the given word of each distinct word pair, `[pairs]`.
    """
    probability = np.ones(len(given))
    for _ in range(_ROUNDS):
        share = probability[link]
        share /= np.bincount(explained, share)[explained]
        count = np.bincount(link, share, len(given))
        probability = count / np.bincount(given, count)[given]
    return probability
