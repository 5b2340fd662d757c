"""The Google analogy questions, and the part of them on which choices are made."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np

SEED = 2014
VALIDATION_SHARE = 0.2

SEMANTIC = ("capital-common-countries", "capital-world", "currency", "city-in-state", "family")


@dataclass(frozen=True)
class Question:
    """`a` is to `b` as `c` is to `d`, lower case; `section` as the file names it."""

    section: str
    a: str
    b: str
    c: str
    d: str

    @property
    def words(self) -> tuple[str, str, str, str]:
        return self.a, self.b, self.c, self.d

    @property
    def semantic(self) -> bool:
        """The first five sections ask about the world, the other nine about grammar."""
        return self.section in SEMANTIC


def read_questions(path: Path) -> list[Question]:
    """All 19,544 questions in the order of the file."""
    questions, section = [], ""
    for line in path.read_text().splitlines():
        if line.startswith(":"):
            section = line[1:].strip()
        elif line.strip():
            questions.append(Question(section, *line.lower().split()))
    return questions


def validation(questions: list[Question]) -> list[Question]:
    """A fifth of each section, drawn without replacement."""
    generator = np.random.default_rng(SEED)
    chosen: list[Question] = []
    for section in dict.fromkeys(question.section for question in questions):
        members = [question for question in questions if question.section == section]
        order = generator.permutation(len(members))
        chosen += [members[position] for position in sorted(order[: int(len(members) * VALIDATION_SHARE)])]
    return chosen


def covered(questions: list[Question], index: Mapping[str, int]) -> list[Question]:
    """The questions whose four words all have a vector."""
    return [question for question in questions if all(word in index for word in question.words)]


def as_rows(questions: list[Question], index: Mapping[str, int]) -> np.ndarray:
    """int64 `[questions, 4]`: rows of a, b, c, d."""
    rows = [[index[word] for word in question.words] for question in questions]
    return np.array(rows, dtype=np.int64).reshape(-1, 4)
