"""Our scores against pycocoevalcap's, on random sentences with one word changed."""

from __future__ import annotations

import random

import pytest
from pycocoevalcap.bleu.bleu import Bleu
from pycocoevalcap.cider.cider import Cider as PackageCider

from scores import bleu, cider, sentence_bleu4

WORDS = "a dog runs through the grass with ball man in red shirt".split()


def _sentences(count: int, seed: int) -> list[list[str]]:
    draw = random.Random(seed)
    return [draw.choices(WORDS, k=draw.randint(4, 12)) for _ in range(count)]


def _mistaken(words: list[str], seed: int) -> list[str]:
    draw = random.Random(seed)
    place = draw.randrange(len(words))
    return [*words[:place], draw.choice(WORDS), *words[place + 1 :]]


REFERENCES = [_sentences(5, 100 + number) for number in range(40)]
CANDIDATES = [_mistaken(several[0], number) for number, several in enumerate(REFERENCES)]
WRITTEN = {number: [" ".join(words)] for number, words in enumerate(CANDIDATES)}
TRUTH = {number: [" ".join(words) for words in several] for number, several in enumerate(REFERENCES)}


def test_bleu_is_the_packages() -> None:
    package, _ = Bleu(4).compute_score(TRUTH, WRITTEN, verbose=0)
    assert bleu(CANDIDATES, REFERENCES) == pytest.approx([100 * score for score in package], rel=1e-5)


def test_cider_is_the_packages() -> None:
    package, _ = PackageCider().compute_score(TRUTH, WRITTEN)
    assert cider(CANDIDATES, REFERENCES) == pytest.approx(float(package), rel=1e-6)


def test_a_sentence_of_the_references_is_best() -> None:
    others = REFERENCES[0]
    assert sentence_bleu4(others[0], others) == pytest.approx(1.0)
    assert sentence_bleu4(others[0][:3], others) < sentence_bleu4(others[0], others)
    assert sentence_bleu4(["nothing"], others) == 0.0
