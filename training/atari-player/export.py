"""From snapshots of a run to four tfjs GraphModels, `frames` [batch, 84, 84, 4] in 0..1 to `action_values` [batch, 3].

`python export.py --run DIRECTORY --out models/atari-player/rubble`
"""

from __future__ import annotations

import argparse
from collections.abc import Mapping
from pathlib import Path

import numpy as np
import tensorflow as tf
import torch
from common.export import export_graph_model

from network import on_ground

# The page's checkpoints, and the snapshots of the run that they are: how many decisions were learned from.
SNAPSHOTS = {"random": "random", "early": "0030000", "middle": "0040000", "final": "final"}


def forward(weights: Mapping[str, tf.Tensor], frames: tf.Tensor) -> dict[str, tf.Tensor]:
    x = tf.nn.conv2d(frames, weights["convolution1/kernel"], 4, "VALID")
    x = tf.nn.relu(tf.nn.bias_add(x, weights["convolution1/bias"]))
    x = tf.nn.conv2d(x, weights["convolution2/kernel"], 2, "VALID")
    x = tf.nn.relu(tf.nn.bias_add(x, weights["convolution2/bias"]))
    x = tf.reshape(x, [-1, weights["hidden/kernel"].shape[0]])
    x = tf.nn.relu(tf.nn.bias_add(tf.matmul(x, weights["hidden/kernel"]), weights["hidden/bias"]))
    return {"action_values": tf.nn.bias_add(tf.matmul(x, weights["values/kernel"]), weights["values/bias"])}


def export(snapshot: Path, directory: Path, ground: int = 0) -> None:
    """One snapshot of `train.py` to a GraphModel with float16 weights."""
    weights = {name: weight.numpy() for name, weight in on_ground(torch.load(snapshot), ground).items()}
    frames = tf.TensorSpec([None, 84, 84, 4], np.float32)
    export_graph_model(forward, weights, {"frames": frames}, directory, quantisation="float16")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--run", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--game", choices=("rubble", "pong"), default="rubble")
    arguments = parser.parse_args()
    if arguments.game == "pong":
        from pong import GROUND

        export(arguments.run / "final.pt", arguments.out / "final", GROUND)
        return
    for name, snapshot in SNAPSHOTS.items():
        export(arguments.run / f"{snapshot}.pt", arguments.out / name)


if __name__ == "__main__":
    main()
