"""Slide 29: numbers and animals in an English and a French plane, and a linear map learned from other words.

    PYTHONPATH=training python training/word-analogy/languages.py --sentences fra.txt

After Mikolov, Le and Sutskever 2013, section 4: English vectors are the shipped GloVe, French ones fastText's from
spaCy's `fr_core_news_md`; neither saw the other language. The dictionary that the map learns from comes out of
Tatoeba's sentence pairs and contains none of the words drawn.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import numpy as np
import spacy

from alignment import dictionary, frequent_words, read_pairs
from common.document import write_document
from package import Vectors, unit
from questions import SEED
from shipped import ROOT, read_model

_FIGURE = ROOT / "slides" / "figures" / "language-maps.json"
_HELD_OUT = 400
_RIDGES = (0.0, 0.1, 0.3, 1.0, 3.0)
_DIGITS = 4
# Of spaCy's pipeline only the table of vectors is wanted.
_PARTS = ["tok2vec", "morphologizer", "parser", "senter", "ner", "attribute_ruler", "lemmatizer"]

Pair = tuple[str, str]

_GROUPS = {
    "numbers": "one un, two deux, three trois, four quatre, five cinq, six six, seven sept, eight huit, nine neuf,"
    " ten dix",
    "animals": "horse cheval, cow vache, dog chien, cat chat, pig cochon, sheep mouton, lion lion, elephant éléphant",
}
_NOTES = {
    "numbers": "Un is also the article, and neuf also means new: a word has one vector for all that it means.",
    "animals": "",
}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sentences", type=Path, required=True, help="fra.txt: English and French, tab-separated")
    sentences = read_pairs(parser.parse_args().sentences)

    groups = {name: [tuple(pair.split()) for pair in text.split(", ")] for name, text in _GROUPS.items()}
    english = read_model()
    drawn = {word for pairs in groups.values() for _, word in pairs}
    french = read_french(dict.fromkeys([*frequent_words(sentences, 1), *sorted(drawn)]))
    train, tune, test = _split(dictionary(sentences), groups, english, french)
    ridge = max(_RIDGES, key=lambda value: _precision(_fit(train, english, french, value), tune, english, french, 5))
    matrix = _fit(train, english, french, ridge)
    write_document(
        _FIGURE,
        {
            "source": ["mikolov2013exploiting", "pennington2014", "tatoeba"],
            "computed": "training/word-analogy/languages.py. English: shipped GloVe, 100 dimensions; French: fastText"
            " vectors of fr_core_news_md 3.8.0, 300 dimensions. Each plane: the group's own two main directions; the"
            " French one is then turned, or mirrored, but not stretched, to lie like the English one. mapped: where the"
            " linear map, learned from other words, puts the English word, its image scaled to length one. rank: of the"
            " right French word among all, by cosine with that image. likeness: correlation of the two planes'"
            " coordinates",
            "map": {
                "pairsTrained": len(train),
                "pairsTested": len(test),
                "frenchWords": len(french.words),
                "ridge": ridge,
                "precisionAt1": round(_precision(matrix, test, english, french, 1), 3),
                "precisionAt5": round(_precision(matrix, test, english, french, 5), 3),
            },
            "groups": [_group(name, pairs, english, french, matrix) for name, pairs in groups.items()],
        },
    )


def read_french(words: dict[str, None]) -> Vectors:
    """Those of the words that have a vector, as unit vectors, float32 `[words, 300]`."""
    pipeline = spacy.load("fr_core_news_md", exclude=_PARTS)
    table = pipeline.vocab.vectors
    rows = {word: table.find(key=pipeline.vocab.strings.add(word)) for word in words}
    known = {word: row for word, row in rows.items() if row >= 0}
    return Vectors(list(known), unit(table.data[list(known.values())]))


def _split(
    pairs: list[Pair], groups: dict[str, list[Pair]], english: Vectors, french: Vectors
) -> tuple[list[Pair], list[Pair], list[Pair]]:
    """Pairs to learn from, to choose the ridge on, and to test on; no word of a figure in any."""
    left, right = english.index(), french.index()
    barred = {word for members in groups.values() for pair in members for word in pair}
    usable = [pair for pair in pairs if pair[0] in left and pair[1] in right and not barred & set(pair)]
    order = np.random.default_rng(SEED).permutation(len(usable))
    shuffled = [usable[position] for position in order]
    return shuffled[2 * _HELD_OUT :], shuffled[:_HELD_OUT], shuffled[_HELD_OUT : 2 * _HELD_OUT]


def _rows(vectors: Vectors, words: list[str]) -> np.ndarray:
    index = vectors.index()
    return vectors.rows[[index[word] for word in words]]


def _fit(pairs: list[Pair], english: Vectors, french: Vectors, ridge: float) -> np.ndarray:
    """Least squares from English to French vectors, `[100, 300]`."""
    left = _rows(english, [pair[0] for pair in pairs]).astype(np.float64)
    right = _rows(french, [pair[1] for pair in pairs]).astype(np.float64)
    return np.linalg.solve(left.T @ left + ridge * np.eye(left.shape[1]), left.T @ right)


def _precision(matrix: np.ndarray, pairs: list[Pair], english: Vectors, french: Vectors, count: int) -> float:
    """Share of English words whose French word is among the `count` nearest to their image, by cosine."""
    return float(np.mean(_ranks(matrix, pairs, english, french) <= count))


def _ranks(matrix: np.ndarray, pairs: list[Pair], english: Vectors, french: Vectors) -> np.ndarray:
    images = _rows(english, [pair[0] for pair in pairs]) @ matrix
    nearness = images @ french.rows.T
    own = np.sum(images * _rows(french, [pair[1] for pair in pairs]), axis=1, keepdims=True)
    # The tolerance keeps a word from outranking itself where the two products round differently.
    return 1 + (nearness > own + 1e-9).sum(axis=1)


def _group(name: str, pairs: list[Pair], english: Vectors, french: Vectors, matrix: np.ndarray) -> dict:
    left, right = (_rows(vectors, [pair[side] for pair in pairs]) for side, vectors in ((0, english), (1, french)))
    left_flat, left_share, _ = _flatten(left)
    right_flat, right_share, axes = _flatten(right)
    turn = _turn(right_flat, left_flat)
    mapped = (unit(left @ matrix) - right.mean(axis=0)) @ axes.T @ turn
    right_flat = right_flat @ turn
    ranks = _ranks(matrix, pairs, english, french)
    return {
        "id": name,
        "note": _NOTES[name],
        "shareInPlane": {"english": round(left_share, 3), "french": round(right_share, 3)},
        "likeness": round(float(np.corrcoef(left_flat.ravel(), right_flat.ravel())[0, 1]), 3),
        "words": [
            {
                "english": {"word": one, **_xy(left_flat[position])},
                "french": {"word": other, **_xy(right_flat[position])},
                "mapped": _xy(mapped[position]),
                "rank": int(ranks[position]),
            }
            for position, (one, other) in enumerate(pairs)
        ],
    }


def _flatten(rows: np.ndarray) -> tuple[np.ndarray, float, np.ndarray]:
    """Coordinates on the two main directions `[words, 2]`, the share of variance they keep, and those directions."""
    centred = rows - rows.mean(axis=0)
    _, lengths, axes = np.linalg.svd(centred, full_matrices=False)
    energy = lengths**2
    return centred @ axes[:2].T, float(energy[:2].sum() / energy.sum()), axes[:2]


def _turn(points: np.ndarray, onto: np.ndarray) -> np.ndarray:
    """The rotation or reflection `[2, 2]` that brings `points` nearest to `onto` (orthogonal Procrustes)."""
    left, _, right = np.linalg.svd(points.T @ onto)
    return left @ right


def _xy(point: np.ndarray) -> dict[str, float]:
    return {"x": round(float(point[0]), _DIGITS), "y": round(float(point[1]), _DIGITS)}


if __name__ == "__main__":
    main()
