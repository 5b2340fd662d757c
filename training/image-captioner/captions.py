"""Flickr8k as text: which pictures train and which validate, their captions as words, and the vocabulary."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

BEGIN, END, UNKNOWN = "<begin>", "<end>", "<unknown>"
LEAST_COUNT = 5  # as NeuralTalk and NIC: a word seen less often is unknown


def words_of(caption: str) -> list[str]:
    """Lower case, split at spaces, tokens without a letter or digit dropped.

    Flickr8k comes with its punctuation set apart, so this gives what the Penn Treebank tokeniser of the usual scripts
    gives, save for a few abbreviations.
    """
    return [token for token in caption.lower().split() if any(character.isalnum() for character in token)]


@dataclass(frozen=True)
class Dataset:
    """Captions as words, five a picture, by file name.

    Attributes:
        training: the 6,000 pictures of train.txt and those that stand in neither list, in the order of their names.
        validation: the 1,000 pictures of dev.txt. The official test split is not looked at.
    """

    captions: dict[str, list[list[str]]]
    training: list[str]
    validation: list[str]

    @classmethod
    def read(cls, data: Path) -> Dataset:
        """Reads `captions.tsv` (name, number, caption), `train.txt` and `dev.txt`.

        Raises:
            ValueError: a picture both trains and validates, or a listed one has no caption.
        """
        captions: dict[str, list[list[str]]] = {}
        for line in (data / "captions.tsv").read_text().splitlines():
            name, _, caption = line.split("\t")
            captions.setdefault(name, []).append(words_of(caption))
        listed = set((data / "train.txt").read_text().split())
        validation = (data / "dev.txt").read_text().split()
        if listed & set(validation) or (listed | set(validation)) - set(captions):
            raise ValueError(f"{data}: train.txt and dev.txt overlap, or name pictures without captions")
        return cls(captions, sorted(set(captions) - set(validation)), validation)

    @cached_property
    def names(self) -> list[str]:
        """All pictures, those that train first: the order of the rows of the feature files."""
        return [*self.training, *self.validation]


class Vocabulary:
    """Words by index, the most frequent first after the three marks."""

    def __init__(self, words: list[str]) -> None:
        self.words = words
        self.index = {word: index for index, word in enumerate(words)}
        self.begin, self.end, self.unknown = (self.index[mark] for mark in (BEGIN, END, UNKNOWN))

    @classmethod
    def build(cls, sentences: Iterable[list[str]]) -> Vocabulary:
        """Words seen at least five times, by falling count and then by the alphabet."""
        counts = Counter(word for sentence in sentences for word in sentence)
        kept = sorted((word for word, count in counts.items() if count >= LEAST_COUNT), key=lambda w: (-counts[w], w))
        return cls([BEGIN, END, UNKNOWN, *kept])

    @classmethod
    def of(cls, dataset: Dataset) -> Vocabulary:
        """The vocabulary of the captions that train."""
        return cls.build(sentence for name in dataset.training for sentence in dataset.captions[name])

    def __len__(self) -> int:
        return len(self.words)

    def encode(self, sentence: list[str]) -> list[int]:
        """Indices of the words, `end` after the last."""
        return [*(self.index.get(word, self.unknown) for word in sentence), self.end]

    def decode(self, indices: Iterable[int]) -> list[str]:
        """Words up to the first `end`, which is left out."""
        words = []
        for index in indices:
            if index == self.end:
                break
            words.append(self.words[index])
        return words
