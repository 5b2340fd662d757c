"""golden.json: questions as typed, and what Python answers with the shipped and with the unrounded vectors."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from analogy import Method, scores, top
from common.golden import significant, write_golden
from package import Vectors
from questions import SEED, Question
from words import RULE, normalise

_TOP = 10
_EVERY_SECTION = 2

# As people type: capitals, spaces, accents in either Unicode form, one word twice or thrice, unknown words, markup.
_TYPED: tuple[tuple[str, str, str], ...] = (
    ("man", "king", "woman"),
    ("male", "king", "female"),
    ("Germany", "Berlin", "France"),
    ("eat", "eating", "fly"),
    ("  Man ", "KING", "woman\n"),
    ("france", "paris", "JAPAN"),
    ("mouse", "mice", "goose"),
    ("good", "better", "bad"),
    ("king", "king", "queen"),
    ("king", "queen", "king"),
    ("king", "king", "king"),
    ("cafe\u0301", "CAF\u00c9S", "z\u00fcrich"),
    ("part-time", "full-time", "amateur"),
    ("france", "paris", "u.s."),
    ("", "king", "woman"),
    ("man", "king", "qwertyuiopasdf"),
    ("new york", "usa", "paris"),
    ("<b>man</b>", "king", "woman"),
)
_NEIGHBOURS = ("king", "Paris", "frog", "Monday", "seven", "quickly", "microsoft", "blue")


def write(path: Path, exact: Vectors, shipped: Vectors, questions: list[Question], tolerance: float) -> Path:
    """Writes the golden file; `questions` are those the vocabulary covers."""
    typed = [{"a": a, "b": b, "c": c} for a, b, c in _TYPED] + _drawn(questions)
    inputs = [{**question, "method": method} for question in typed for method in ("add", "mul")]
    inputs += [{"neighboursOf": word} for word in _NEIGHBOURS]
    return write_golden(
        path,
        made_by=f"NumPy {np.__version__}, float32",
        inputs=inputs,
        preprocess={
            "rule": RULE,
            "add": "cosine with b - a + c",
            "mul": "cos(b) * cos(c) / (cos(a) + 0.001), each cosine shifted to (cos + 1) / 2",
            "excluded": "the three words of the question; the word itself among neighbours",
        },
        tolerance={"score": tolerance},
        cases=[_case(entry, exact, shipped) for entry in inputs],
    )


def _drawn(questions: list[Question]) -> list[dict[str, str]]:
    generator = np.random.default_rng(SEED)
    drawn = []
    for section in dict.fromkeys(question.section for question in questions):
        members = [question for question in questions if question.section == section]
        for position in sorted(generator.choice(len(members), _EVERY_SECTION, replace=False)):
            question = members[position]
            drawn.append({"a": question.a, "b": question.b, "c": question.c, "expected": question.d})
    return drawn


def _case(entry: dict[str, str], exact: Vectors, shipped: Vectors) -> dict:
    index = shipped.index()
    raw = [entry["neighboursOf"]] if "neighboursOf" in entry else [entry[name] for name in "abc"]
    words = [normalise(word) for word in raw]
    missing = [word for word in words if word not in index]
    if missing:
        return {"normalised": words, "missing": list(dict.fromkeys(missing))}
    rows = [index[word] for word in words]
    return {
        "normalised": words,
        "rows": rows,
        "shipped": _best(shipped, rows, entry.get("method", "add")),
        "unrounded": _best(exact, rows, entry.get("method", "add")),
    }


def _best(vectors: Vectors, rows: list[int], method: Method) -> dict[str, list]:
    # A word's neighbours are the answers to "a is to a as a is to …".
    asked = np.array([rows if len(rows) == 3 else rows * 3])
    row_of_scores = scores(vectors.rows, asked, method)[0]
    best = top(row_of_scores, _TOP)
    return {"words": [vectors.words[row] for row in best], "scores": significant(row_of_scores[best])}
