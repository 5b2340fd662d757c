"""Coordinates for the figures of slides 23 and 26-28, from the shipped vectors.

PYTHONPATH=training python training/word-analogy/figures.py
"""

from __future__ import annotations

import numpy as np

from common.document import write_document
from families import FAMILIES, Family, ends_of
from package import Vectors
from plane import Plane, difference_plane, question_plane, shared_share
from shipped import ROOT, ranking, read_model

_FIGURES = ROOT / "slides" / "figures"
_DIGITS = 4

_QUESTIONS = (
    ("man", "king", "woman"),
    ("male", "king", "female"),
    ("germany", "berlin", "france"),
    ("eat", "eating", "fly"),
)
_CANDIDATES = 10

_DRAWN = ("man-woman", "company-city", "company-ceo", "country-capital")

# Three degrees of one adjective; the direction shown is the one from the first to the last.
_DEGREES = Family(
    "comparatives",
    "adjective",
    "superlative",
    "slow slower slowest, short shorter shortest, strong stronger strongest, loud louder loudest, dark darker darkest,"
    " small smaller smallest, big bigger biggest, fast faster fastest, cold colder coldest, rich richer richest",
)

_MAP_PAIRS = "man woman, king queen, uncle aunt, actor actress, he she, prince princess, nephew niece"
_MAP_WORDS = "throne crown palace film stage cousin berlin paris germany france family theatre"


def main() -> None:
    vectors = read_model()
    write_document(_FIGURES / "analogy-parallelogram.json", _parallelograms(vectors))
    write_document(_FIGURES / "difference-plot.json", _differences(vectors))
    write_document(_FIGURES / "map-words.json", _map(vectors))


def _parallelograms(vectors: Vectors) -> dict:
    return {
        "source": ["pennington2014", "levy2014"],
        "computed": "training/word-analogy/figures.py. x and y: the two main directions of a, b, c and"
        " the first answer, all shipped unit vectors; a to b points right, a to c up; one unit is one unit of the"
        " vectors. off: how far the word stands from the plane. cosine: with target = b - a + c",
        "questions": [_parallelogram(vectors, *question) for question in _QUESTIONS],
    }


def _parallelogram(vectors: Vectors, a: str, b: str, c: str) -> dict:
    index = vectors.index()
    corners = [vectors.rows[index[word]] for word in (a, b, c)]
    answers = ranking(vectors, a, b, c)[:_CANDIDATES]
    plane = question_plane(*corners, vectors.rows[index[answers[0]]])
    target = corners[1] - corners[0] + corners[2]

    def point(word: str) -> dict:
        row = vectors.rows[index[word]]
        cosine = float(row @ target / np.linalg.norm(target))
        return {"word": word, **_xy(plane, row), "off": _round(plane.distance(row)), "cosine": _round(cosine)}

    return {
        "a": point(a),
        "b": point(b),
        "c": point(c),
        "target": _xy(plane, target),
        "answers": [point(word) for word in answers],
    }


def _differences(vectors: Vectors) -> dict:
    chosen = [
        family for family in FAMILIES if family.id in ("man-woman", "company-city", "company-ceo", "country-capital")
    ]
    return {
        "source": ["pennington2014", "glovepage"],
        "computed": "training/word-analogy/figures.py. y: the first principal direction of the differences (last word"
        " less first), about zero; x: the direction at right angles to it in which the pairs' midpoints spread most."
        " sharedShare: part of the differences' squared length that lies along y",
        "families": [_family(vectors, family) for family in (*chosen, _DEGREES)],
    }


def _family(vectors: Vectors, family: Family) -> dict:
    chains = family.words()
    starts, ends = ends_of(chains, vectors)
    plane = difference_plane(starts, ends)
    index = vectors.index()
    return {
        "id": family.id,
        "start": family.start,
        "end": family.end,
        "sharedShare": round(shared_share(starts, ends), 3),
        "note": family.note,
        "chains": [[{"word": word, **_xy(plane, vectors.rows[index[word]])} for word in chain] for chain in chains],
    }


def _map(vectors: Vectors) -> dict:
    index = vectors.index()
    pairs = [pair.split() for pair in _MAP_PAIRS.split(", ")]
    words = _MAP_WORDS.split()
    plane = difference_plane(*ends_of(pairs, vectors), vectors.rows[[index[word] for word in words]])

    def point(word: str) -> dict:
        return {"word": word, **_xy(plane, vectors.rows[index[word]])}

    return {
        "source": ["pennington2014"],
        "computed": "training/word-analogy/figures.py. y: the first principal direction of the pairs' differences; x:"
        " the direction at right angles to it in which midpoints and words spread most",
        "pairs": [[point(word) for word in pair] for pair in pairs],
        "words": [point(word) for word in words],
    }


def _xy(plane: Plane, row: np.ndarray) -> dict[str, float]:
    x, y = plane.project(row)
    return {"x": _round(x), "y": _round(y)}


def _round(value: float) -> float:
    return round(float(value), _DIGITS)


if __name__ == "__main__":
    main()
