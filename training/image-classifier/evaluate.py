"""Measures the published weights in PyTorch and the exported ones in TensorFlow, and writes metrics.json.

PYTHONPATH=training python training/image-classifier/evaluate.py --sample FOLDER
"""

from __future__ import annotations

import argparse
from pathlib import Path

import numpy as np
import tensorflow as tf

from common.export import read_graph_weights
from common.metrics import Metric, Reference, write_metrics
from common.seeds import fix_seeds
from model import forward, load_weights, reference
from prepare import MODEL, preprocess, read_sample

BATCH = 20
SPLIT = "ILSVRC-2012, one picture a class, its 256 x 256 centre crop; no official test split"
GOOGLE = Reference(
    "EfficientNet-Lite0, float32, as its authors measured it",
    0.751,
    "tensorflow/tpu, models/official/efficientnet/lite/README.md",
    "all 50,000 validation pictures of ILSVRC-2012, centre crop; the sample here is smaller and easier",
)
ALEXNET_TOP_1 = Reference(
    "AlexNet, one network", 0.593, "krizhevsky2012, table 2", "50,000 validation pictures, ten crops"
)
ALEXNET_TOP_5 = Reference(
    "AlexNet, one network", 0.818, "krizhevsky2012, table 2", "50,000 validation pictures, ten crops"
)
GOOGLENET_TOP_5 = Reference(
    "GoogLeNet, seven networks", 0.9333, "szegedy2014, table 2", "100,000 test pictures, 144 crops"
)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sample", type=Path, required=True, help="folder with labels.tsv (file, class index)")
    files, truth = read_sample(parser.parse_args().sample)
    fix_seeds(0)
    tf.config.threading.set_intra_op_parallelism_threads(1)
    tf.config.threading.set_inter_op_parallelism_threads(1)
    state = load_weights()
    constants = {name: tf.constant(value) for name, value in read_graph_weights(MODEL).items()}
    published, exported = [], []
    for start in range(0, len(files), BATCH):
        images = np.stack([preprocess(path) for path in files[start : start + BATCH]])
        published.append(reference(state, images)[0])
        exported.append(forward(constants, tf.constant(images))["probabilities"].numpy())
    metrics = measure(np.concatenate(published), np.concatenate(exported), truth)
    write_metrics(MODEL / "metrics.json", metrics)
    for metric in metrics:
        print(f"{metric.value:.4f}  {metric.name}")


def measure(published: np.ndarray, exported: np.ndarray, truth: np.ndarray) -> list[Metric]:
    """Both networks' accuracies and their distance, from probabilities `[n, 1000]` and true indices `[n]`."""

    def metric(name: str, value: float, unit: str = "fraction", baseline=None, paper=None) -> Metric:
        return Metric(name, float(value), unit, SPLIT, len(truth), baseline=baseline, paper=paper)

    metrics = []
    for name, probabilities in (("PyTorch, float32", published), ("float16 graph", exported)):
        order = np.argsort(-probabilities, axis=1)[:, :5]
        correct = order == truth[:, None]
        metrics += [
            metric(f"top-1 accuracy, {name}", correct[:, 0].mean(), baseline=GOOGLE, paper=ALEXNET_TOP_1),
            metric(
                f"top-5 accuracy, {name}", correct.any(axis=1).mean(), baseline=ALEXNET_TOP_5, paper=GOOGLENET_TOP_5
            ),
        ]
    difference = np.abs(published - exported).max(axis=1)
    same = (published.argmax(axis=1) == exported.argmax(axis=1)).mean()
    against = "float16 graph against PyTorch, float32"
    return [
        *metrics,
        metric(f"same first class, {against}", same),
        metric(f"largest probability difference, mean over pictures, {against}", difference.mean(), "probability"),
        metric(f"largest probability difference, {against}", difference.max(), "probability"),
    ]


if __name__ == "__main__":
    main()
