"""The Google questions put to the shipped vectors: by section, by method, before and after rounding to int8."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from analogy import Method, answers, nearest
from choose import Candidate
from common.metrics import Metric, Reference
from package import Vectors, unit
from questions import SEED, Question, as_rows, covered

_AGREEMENT_COUNT = 1_000
_METHODS: dict[Method, str] = {"add": "3CosAdd", "mul": "3CosMul"}
_FILE = "questions-words.txt, all 19,544 questions"
_COVERED = f"{_FILE}; those whose four words are in the vocabulary"

# Table 2 of the GloVe paper: vectors of 300 dimensions trained on 6 billion words, and of 100 on 1.6 billion. The
# word2vec rows are those that its authors trained on the same text.
_PAPER = {
    "semantic": (("GloVe 6B 300d", 77.4), ("word2vec skip-gram 6B 300d", 73.0)),
    "syntactic": (("GloVe 6B 300d", 67.0), ("word2vec skip-gram 6B 300d", 66.0)),
    "total": (("GloVe 6B 300d", 71.7), ("word2vec skip-gram 6B 300d", 69.1), ("GloVe 1.6B 100d", 60.3)),
}


@dataclass(frozen=True)
class Run:
    """Covered questions with one method's answers.

    Attributes:
        asked: the covered questions, in the file's order.
        rows: int64 `[questions, 4]`.
        best: by method, the row answered, int64 `[questions]`.
        plain: row of the nearest word to c, the baseline.
    """

    asked: list[Question]
    rows: np.ndarray
    best: dict[Method, np.ndarray]
    plain: np.ndarray

    def accuracy(self, best: np.ndarray, belongs: Callable[[Question], bool]) -> tuple[float, int]:
        """Share of right answers among the covered questions that belong, and how many those are."""
        member = np.array([belongs(question) for question in self.asked])
        return float((best == self.rows[:, 3])[member].mean()), int(member.sum())


def run(vectors: Vectors, questions: list[Question]) -> Run:
    """Answers every covered question with both methods; `vectors` are of length one."""
    index = vectors.index()
    asked = covered(questions, index)
    rows = as_rows(asked, index)
    best = {method: answers(vectors.rows, rows[:, :3], method) for method in _METHODS}
    return Run(asked, rows, best, nearest(vectors.rows, rows[:, :3], to=2))


def measure(
    whole: Vectors, exact: Vectors, shipped: Vectors, questions: list[Question], held_in: list[Question]
) -> list[Metric]:
    """All metrics of the card.

    Args:
        whole: every vector of the package, for comparison.
        exact: the selected words, float32.
        shipped: the same words decoded from int8.
        questions: the whole file.
        held_in: the validation questions, on which choices were made.
    """
    quantised, unquantised = run(shipped, questions), run(exact, questions)
    chosen_on = set(held_in)
    metrics = _groups(quantised, questions, chosen_on)
    metrics += _sections(quantised, questions)
    metrics += _before_rounding(unquantised, quantised)
    return [*metrics, _whole_package(whole, questions)]


def _groups(quantised: Run, questions: list[Question], chosen_on: set[Question]) -> list[Metric]:
    groups: dict[str, Callable[[Question], bool]] = {
        "semantic": lambda question: question.semantic,
        "syntactic": lambda question: not question.semantic,
        "total": lambda question: True,
    }
    metrics = []
    for group, belongs in groups.items():
        metrics.append(_coverage(group, quantised, questions, belongs))
        for method, name in _METHODS.items():
            value, count = quantised.accuracy(quantised.best[method], belongs)
            plain = Reference("nearest word to c", quantised.accuracy(quantised.plain, belongs)[0], "computed here")
            for position, paper in enumerate(_PAPER[group]):
                # One line a paper's row; the baseline is said once.
                metrics.append(
                    Metric(
                        f"accuracy, {name}, int8, {group}",
                        value,
                        "fraction",
                        _COVERED,
                        count,
                        baseline=None if position else plain,
                        paper=_reference(*paper),
                    )
                )
    unseen, count = quantised.accuracy(quantised.best["add"], lambda question: question not in chosen_on)
    split = f"{_COVERED} and were not used for any choice"
    metrics.append(Metric("accuracy, 3CosAdd, int8, not validation", unseen, "fraction", split, count, seed=SEED))
    return metrics


def _reference(name: str, percent: float) -> Reference:
    note = "3CosAdd; the paper's vocabulary of 400,000 words covers every question"
    return Reference(name, round(percent / 100, 3), "Pennington et al. 2014, table 2", note)


def _sections(quantised: Run, questions: list[Question]) -> list[Metric]:
    metrics = []
    for section in dict.fromkeys(question.section for question in questions):

        def belongs(question: Question, section: str = section) -> bool:
            return question.section == section

        metrics.append(_coverage(section, quantised, questions, belongs))
        plain = quantised.accuracy(quantised.plain, belongs)[0]
        for method, name in _METHODS.items():
            value, count = quantised.accuracy(quantised.best[method], belongs)
            baseline = Reference("nearest word to c", plain, "computed here")
            label = f"accuracy, {name}, int8, {section}"
            metrics.append(Metric(label, value, "fraction", _COVERED, count, baseline=baseline))
    return metrics


def _coverage(name: str, quantised: Run, questions: list[Question], belongs: Callable[[Question], bool]) -> Metric:
    asked = sum(map(belongs, questions))
    known = sum(map(belongs, quantised.asked))
    return Metric(f"coverage, {name}", known / asked, "fraction", _FILE, asked)


def _before_rounding(unquantised: Run, quantised: Run) -> list[Metric]:
    metrics = []
    order = np.random.default_rng(SEED).permutation(len(unquantised.asked))[:_AGREEMENT_COUNT]
    drawn = f"{_AGREEMENT_COUNT:,} questions drawn from the covered ones"
    for method, name in _METHODS.items():
        value, count = unquantised.accuracy(unquantised.best[method], lambda question: True)
        metrics.append(Metric(f"accuracy, {name}, float32, total", value, "fraction", _COVERED, count))
        same = quantised.best[method] == unquantised.best[method]
        label = f"same first answer, int8 and float32, {name}"
        metrics.append(Metric(label, float(same[order].mean()), "fraction", drawn, len(order), seed=SEED))
        metrics.append(Metric(label, float(same.mean()), "fraction", _COVERED, len(same)))
    return metrics


def _whole_package(whole: Vectors, questions: list[Question]) -> Metric:
    index = whole.index()
    rows = as_rows(covered(questions, index), index)
    right = answers(unit(whole.rows), rows[:, :3], "add") == rows[:, 3]
    split = f"{_FILE}; those whose four words are in the package"
    return Metric(
        f"accuracy, 3CosAdd, float32, all {len(index):,} words of the package",
        float(right.mean()),
        "fraction",
        split,
        len(rows),
        paper=_reference("GloVe 1.6B 100d", 60.3),
    )


def choices(candidates: list[Candidate], asked: list[Question]) -> list[Metric]:
    """The validation table as metrics: share of all validation questions answered, which weighs coverage too."""
    split = f"validation: a fifth of each section, {len(asked):,} questions"
    return [
        Metric(
            f"answered of all, 3CosAdd, float32: {candidate.name}"
            f" ({candidate.megabytes:.2f} MB, coverage {candidate.coverage:.3f}, of covered {candidate.accuracy:.4f})",
            candidate.accuracy * candidate.coverage,
            "fraction",
            split,
            len(asked),
            seed=SEED,
        )
        for candidate in candidates
    ]
