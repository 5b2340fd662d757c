"""metrics.json: what was measured, on what, beside what others reached."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import Path

from common.document import write_document


@dataclass(frozen=True)
class Reference:
    """A figure to hold a metric against. `source` says where it stands, `note` what is not alike (split, crops)."""

    name: str
    value: float
    source: str
    note: str = ""


@dataclass(frozen=True)
class Metric:
    """One measured number.

    Attributes:
        name: what was measured, e.g. `top-1 accuracy, float16 graph`.
        unit: e.g. `fraction`, `bits`, `BLEU`.
        split: the data it was measured on and how that was chosen; never an official test split.
        count: how many examples, questions or episodes.
        seed: of the run that gave it; None where nothing is drawn.
        baseline: what the simplest rival, or another's copy of the same model, reaches.
        paper: what the paper of the talk states.
    """

    name: str
    value: float
    unit: str
    split: str
    count: int
    seed: int | None = None
    baseline: Reference | None = None
    paper: Reference | None = None


def write_metrics(path: Path, metrics: Iterable[Metric]) -> Path:
    """Writes `{"metrics": [...]}` and returns `path`."""
    return write_document(path, {"metrics": [asdict(metric) for metric in metrics]})
