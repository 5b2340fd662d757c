"""Measures the finished runs on sequences of a seed apart, and writes all JSON of the model folder.

PYTHONPATH=training python training/ntm-copy/evaluate.py --runs RUNS --out models/ntm-copy [--spread RUNS2 RUNS3]
"""

from __future__ import annotations

import argparse
import math
from dataclasses import asdict, dataclass
from itertools import product
from pathlib import Path

import torch
from torch.nn import functional

from common.document import write_document
from common.metrics import Metric, Reference, write_metrics
from common.provenance import write_provenance
from common.seeds import fix_seeds
from golden import write_goldens
from paper import PAPER
from recipes import RECIPES
from runs import Trained, finished
from tasks import TASKS, Batch, bayes_optimal_bits

TEST_SEED = 2_000_003
TEST_SEQUENCES = 200
CURVE_SEQUENCES = 50
LONGEST = 120

SIZES: dict[str, tuple[dict[str, int], ...]] = {
    "copy": tuple({"length": length} for length in (1, 10, 20, 50, 120)),
    "repeat-copy": (
        {},
        {"length": 10, "repeats": 10},
        {"length": 20, "repeats": 10},
        {"length": 10, "repeats": 11},
        {"length": 10, "repeats": 20},
    ),
    "associative-recall": tuple({"items": items} for items in (2, 6, 8, 10, 12, 15, 20)),
    "dynamic-ngrams": ({},),
    "priority-sort": ({"rows": 10}, {"rows": 20}),
}


@dataclass(frozen=True)
class Score:
    """Means over test sequences."""

    wrong_bits: float  # a sequence
    cost_bits: float  # cross-entropy of a sequence
    exact: float  # share of sequences with every bit right


@torch.no_grad()
def measure(run: Trained, batches: list[Batch]) -> Score:
    """Scores a network, a bit being right if its probability is on the right side of one half."""
    wrong, cost = [], 0.0
    for batch in batches:
        logits = run.network(batch.inputs, batch.start)
        wrong.append(((logits > 0) != (batch.targets > 0.5)).sum((0, 2)).float())
        cost += float(functional.binary_cross_entropy_with_logits(logits, batch.targets, reduction="sum"))
    each = torch.cat(wrong)
    return Score(float(each.mean()), cost / math.log(2) / len(each), float((each == 0).float().mean()))


def test_batches(task: str, size: dict[str, int]) -> list[Batch]:
    """200 test sequences of one size; where ranges are left open, ten sequences of every size that they hold."""
    generator = torch.Generator().manual_seed(TEST_SEED)
    ranges = {name: range(low, high + 1) for name, (low, high) in TASKS[task].ranges.items() if name not in size}
    sizes = [size | dict(zip(ranges, chosen, strict=True)) for chosen in product(*ranges.values())]
    count = TEST_SEQUENCES if len(sizes) == 1 else 10
    return [TASKS[task].sample(count, generator, **each) for each in sizes]


def chance(batches: list[Batch]) -> Score:
    """What knowing nothing comes to: every bit a coin toss."""
    bits = sum(batch.targets.numel() for batch in batches) / sum(batch.targets.shape[1] for batch in batches)
    return Score(bits / 2, bits, 0.0)


def describe(size: dict[str, int]) -> str:
    return ", ".join(f"{name} {value}" for name, value in size.items()) or "every size trained on"


def describe_rival(baseline: Trained | None) -> str:
    if baseline is None:
        return "coin tosses"
    return f"LSTM 3 × {baseline.recipe.hidden}, {baseline.recipe.batch * baseline.chosen_at:,} sequences"


def metrics_of(run: Trained, baseline: Trained | None) -> list[Metric]:
    """Every size of a run's task, beside the LSTM where one was trained, and beside chance where not."""
    metrics = []
    for size in SIZES[run.recipe.task]:
        batches = test_batches(run.recipe.task, size)
        score = asdict(measure(run, batches))
        other = asdict(measure(baseline, batches) if baseline else chance(batches))
        rival = describe_rival(baseline)
        for key, unit in (("wrong_bits", "bits a sequence"), ("cost_bits", "bits a sequence"), ("exact", "fraction")):
            metrics.append(
                Metric(
                    name=f"{run.name}: {key.replace('_', ' ')}, {describe(size)}",
                    value=round(score[key], 4),
                    unit=unit,
                    split=f"drawn with seed {TEST_SEED}; training and validation have other seeds",
                    count=sum(batch.targets.shape[1] for batch in batches),
                    seed=run.recipe.seed,
                    baseline=Reference(rival, round(other[key], 4), "measured on the same sequences"),
                    paper=PAPER.get((run.name, describe(size), key)),
                )
            )
    return metrics


def bayes_metric() -> Metric:
    """The floor under every n-gram predictor, on the sequences that the networks were measured on."""
    cost = torch.cat([bayes_optimal_bits(batch) for batch in test_batches("dynamic-ngrams", {})])
    return Metric(
        name="dynamic-ngrams: cost bits of the optimal Bayesian estimator",
        value=round(float(cost.mean()), 4),
        unit="bits a sequence",
        split=f"drawn with seed {TEST_SEED}",
        count=len(cost),
        paper=PAPER.get(("dynamic-ngrams", "optimal", "cost_bits")),
    )


def spread_of(runs: list[Trained]) -> list[Metric]:
    """Wrong bits of runs of other seeds, which do not ship."""
    return [
        Metric(
            name=f"{run.name}, another seed: wrong bits, {describe(size)}",
            value=round(measure(run, batches).wrong_bits, 4),
            unit="bits a sequence",
            split=f"drawn with seed {TEST_SEED}; training and validation have other seeds",
            count=sum(batch.targets.shape[1] for batch in batches),
            seed=run.recipe.seed,
        )
        for run in runs
        for size in SIZES[run.recipe.task]
        for batches in [test_batches(run.recipe.task, size)]
    ]


def write_curve(path: Path, runs: dict[str, Trained]) -> None:
    """Mean wrong bits of the copy networks at every length from 1 to 120."""
    document: dict = {
        "metric": "wrong bits a sequence, mean",
        "sequencesPerLength": CURVE_SEQUENCES,
        "seed": TEST_SEED,
        "trainedLengths": [1, 20],
        "lengths": list(range(1, LONGEST + 1)),
    }
    for key, name in (("ntm", "copy"), ("lstm", "copy-lstm")):
        generator = torch.Generator().manual_seed(TEST_SEED)
        document[key] = [
            round(measure(runs[name], [TASKS["copy"].sample(CURVE_SEQUENCES, generator, length=length)]).wrong_bits, 4)
            for length in document["lengths"]
        ]
    write_document(path, document)


def write_origin(path: Path, runs: list[Trained]) -> None:
    write_provenance(
        path,
        source="trained here",
        command="sh training/ntm-copy/run.sh RUNS",
        data="drawn by training/ntm-copy/tasks.py; no data set",
        minutes=sum(run.minutes for run in runs),
        packages=("torch", "numpy", "tensorflow", "tensorflowjs"),
        seed=runs[0].recipe.seed,
        details={
            "runs": [
                {
                    "folder": run.name,
                    **{key: value for key, value in asdict(run.recipe).items() if key != "checks"},
                    "iterationsRun": run.iterations,
                    "sequencesUntilChosen": run.recipe.batch * run.chosen_at,
                    "parameters": sum(weight.numel() for weight in run.network.parameters()),
                    "chosenAtIteration": run.chosen_at,
                    "minutes": run.minutes,
                }
                for run in runs
            ]
        },
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=Path, required=True, help="folder that train.py wrote")
    parser.add_argument("--out", type=Path, required=True, help="model folder")
    parser.add_argument("--spread", type=Path, nargs="*", default=[], help="folders of runs with other seeds")
    options = parser.parse_args()
    fix_seeds(TEST_SEED)
    runs = {run.name: run for run in finished(options.runs)}
    metrics = []
    for name, run in runs.items():
        if not name.endswith("-lstm"):
            metrics += metrics_of(run, runs.get(f"{name}-lstm"))
            print(name, "measured", flush=True)
    if "dynamic-ngrams" in runs:
        metrics.append(bayes_metric())
    metrics += spread_of([run for folder in options.spread for run in finished(folder)])
    write_metrics(options.out / "metrics.json", metrics)
    if {"copy", "copy-lstm"} <= set(runs):
        write_curve(options.out / "errors-by-length.json", runs)
    write_goldens(options.out / "golden.json", list(runs.values()))
    write_origin(options.out / "provenance.json", list(runs.values()))
    missing = set(RECIPES) - set(runs)
    if missing:
        print("not finished, so not measured:", ", ".join(sorted(missing)))


if __name__ == "__main__":
    main()
