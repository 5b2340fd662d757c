"""The model folder as the page reads it."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np

from analogy import scores
from binary import read_vectors
from package import Vectors

ROOT = Path(__file__).parents[2]
MODEL = ROOT / "models" / "word-analogy"


def read_model(directory: Path = MODEL) -> Vectors:
    """Words and vectors decoded from int8, each of length one."""
    model = json.loads((directory / "model.json").read_text())
    words = (directory / "words.txt").read_text().splitlines()
    return Vectors(words, read_vectors(directory / "vectors.bin", model["words"], model["dimensions"]).decode())


def ranking(vectors: Vectors, a: str, b: str, c: str) -> list[str]:
    """All words but a, b and c as answers to "a is to b as c is to …" by 3CosAdd, best first."""
    index = vectors.index()
    asked = np.array([[index[a], index[b], index[c]]])
    order = np.argsort(-scores(vectors.rows, asked, "add")[0], kind="stable")
    return [vectors.words[row] for row in order if row not in asked[0]]
