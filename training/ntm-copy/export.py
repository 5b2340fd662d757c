"""Writes every finished run as a tfjs GraphModel of one time step, and the sums of all files the page fetches.

PYTHONPATH=training python training/ntm-copy/export.py --runs RUNS --out models/ntm-copy
"""

from __future__ import annotations

import argparse
from pathlib import Path

import numpy as np

from common.checksums import write_checksums
from common.export import export_graph_model, read_graph_weights
from model import Ntm
from runs import Trained, finished
from step_graph import lstm_inputs, lstm_step, lstm_weights, ntm_inputs, ntm_step, ntm_weights


def export(run: Trained, folder: Path) -> None:
    """Writes one run's graph, and makes sure that it holds the very weights of the run.

    Raises:
        ValueError: the converter changed or dropped a weight.
    """
    state = run.network.state_dict()
    if isinstance(run.network, Ntm):
        shape = run.network.shape
        weights, step, inputs = ntm_weights(state, shape), ntm_step(shape), ntm_inputs(shape)
    else:
        lstm = run.network.lstm
        weights, step = lstm_weights(state, lstm.num_layers), lstm_step(lstm.num_layers)
        inputs = lstm_inputs(lstm.input_size, lstm.hidden_size, lstm.num_layers)
    # A machine is small, and its addressing multiplies what rounding does to it: it keeps float32.
    stored_as = "float32" if isinstance(run.network, Ntm) else "float16"
    biases = [name for name in weights if name.endswith("/bias")]
    export_graph_model(step, weights, inputs, folder, stored_as, keep_float32=biases)
    stored = read_graph_weights(folder)
    for name, values in weights.items():
        if name not in stored or not np.array_equal(stored[name], values):
            raise ValueError(f"{folder} does not hold {name} as trained")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=Path, required=True, help="folder that train.py wrote")
    parser.add_argument("--out", type=Path, required=True, help="model folder")
    options = parser.parse_args()
    for run in finished(options.runs):
        export(run, options.out / run.name)
        print(run.name, "exported", flush=True)
    write_checksums(options.out, ("*/model.json", "*/*.bin", "errors-by-length.json"))


if __name__ == "__main__":
    main()
