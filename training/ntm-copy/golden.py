"""golden.json: raw sequences, the rows that the step is fed, and what PyTorch makes of them."""

from __future__ import annotations

from pathlib import Path

import torch
from torch import Tensor

from common.golden import sample, significant, write_golden
from model import Ntm
from runs import Trained, trace
from tasks import TASKS, bayes_optimal_bits

GOLDEN_SEED = 3_000_017
SAMPLED = 400
SHORT, LONG = 1e-4, 1e-3  # largest difference of a probability after up to about 50 steps, and after up to 240

CASES: tuple[tuple[str, dict[str, int], float], ...] = (
    ("copy", {"length": 20}, SHORT),
    ("copy", {"length": 100}, LONG),
    ("copy-lstm", {"length": 20}, SHORT),
    ("repeat-copy", {"length": 4, "repeats": 5}, SHORT),
    ("associative-recall", {"items": 6}, SHORT),
    ("priority-sort", {"rows": 20}, LONG),
    ("dynamic-ngrams", {}, LONG),
    ("dynamic-ngrams-lstm", {}, LONG),
)


def digits(rows: Tensor) -> list[str]:
    """Rows of bits [rows, width] as strings of 0 and 1."""
    return ["".join(str(int(bit)) for bit in row) for row in rows.tolist()]


def write_goldens(path: Path, runs: list[Trained]) -> None:
    """One record a case of CASES whose run is finished; all with one sequence."""
    named = {run.name: run for run in runs}
    inputs, cases, tolerance = [], [], {}
    for name, size, bound in CASES:
        if name not in named:
            continue
        network, task = named[name].network, TASKS[named[name].recipe.task]
        batch = task.sample(1, torch.Generator().manual_seed(GOLDEN_SEED), **size)
        case = "/".join([name, *(str(value) for value in size.values())])
        shown = batch.inputs[:, 0]
        # Bits are bits; a priority or a count is a number and keeps its seven digits.
        rows = digits(shown) if bool(((shown == 0) | (shown == 1)).all()) else significant(shown.numpy())
        inputs.append({"case": case, "model": name, **size, "rows": rows, "answersFrom": batch.start})
        with torch.no_grad():
            outputs = torch.sigmoid(network(batch.inputs, batch.start))[:, 0]
        record = {"case": case, "target": digits(batch.targets[:, 0]), "output": significant(outputs.numpy(), 6)}
        if isinstance(network, Ntm):
            record["weightings"] = sample(trace(network, batch.inputs)[1][:, 0].numpy(), SAMPLED, GOLDEN_SEED)
        if task.name == "dynamic-ngrams":
            record["leastCostBits"] = round(float(bayes_optimal_bits(batch)), 4)
        cases.append(record)
        tolerance[case] = bound
    write_golden(
        path,
        made_by=f"PyTorch {torch.__version__}, float32, one sequence at a time",
        inputs=inputs,
        preprocess={
            "rows": "the step is fed one row after another, each as [1, width]; a string holds a bit a channel",
            "output": "probabilities [steps from answersFrom on, width]",
            "leastCostBits": "what the optimal Bayesian estimator pays for the targets",
            "weightings": "row-major positions in [steps, heads, locations], read heads first",
        },
        tolerance=tolerance,
        cases=cases,
    )
