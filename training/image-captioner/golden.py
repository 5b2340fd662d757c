"""Writes golden.json: raw pictures, and what the shipped weights say of them in PyTorch.

PYTHONPATH=training python training/image-captioner/golden.py
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import torch
from PIL import Image, ImageOps

from captions import Vocabulary
from common.checksums import sha256
from common.golden import significant, write_golden
from common.seeds import fix_seeds
from decode import LONGEST, Sentence, Writer, ranked
from evaluate import WIDTH
from export import CAPTIONERS
from prepare import MEAN, SCALE, SIDE_PX, feature_extractor, square_of
from shipped import MODEL, ROOT, calibration, vocabulary, writer

PICTURES = (
    *sorted((ROOT / "demos/image-captioner/photos").glob("*.jpg")),
    *(
        ROOT / "demos/image-classifier/photos" / f"{name}.jpg"
        for name in ("bata-drums", "coffee-cup", "electric-guitar-and-drums", "giraffes", "goldfish", "tabby-cat")
    ),
    ROOT / "models/image-classifier/golden/turned.jpg",
)
SEED = 2014
WATCHED = 3  # words whose attention is kept
# Between PyTorch and a browser from the raw file on.
TOLERANCE = {"logProbability": 1e-2, "attention": 5e-3}


@torch.inference_mode()
def describe(captioner: Writer, words: Vocabulary, features: torch.Tensor, exponent: float) -> dict[str, Any]:
    """Greedy sentence, what else its first word might have been, where it looked; and the best beam."""
    greedy = captioner.greedy(features)[0]
    picture = captioner.captioner.start(features)
    state = picture.state(1)
    tokens, looks, first = torch.tensor([[captioner.begin]]), [], None
    for word in greedy.tokens[:WATCHED]:
        log_probabilities, attention, state = captioner.step(tokens, picture, state)
        first = log_probabilities[0, 0].topk(5) if first is None else first
        looks.append(significant(attention[0, 0].numpy(), 5))
        tokens = torch.tensor([[word]])
    record = {
        "greedy": _sentence(greedy, words),
        "firstWords": [
            {"word": words.words[index], "index": index, "logProbability": round(value, 5)}
            for value, index in zip(first.values.tolist(), first.indices.tolist(), strict=True)
        ],
        "beam": _sentence(ranked(captioner.beams(features, WIDTH)[0], exponent)[0], words),
    }
    return record | ({"attention": looks} if looks[0] else {})


def _sentence(sentence: Sentence, words: Vocabulary) -> dict[str, Any]:
    return {
        "words": words.decode(sentence.tokens),
        "ended": sentence.tokens[-1] == words.end,
        "logProbability": round(sentence.log_probability, 5),
    }


def main() -> None:
    fix_seeds(SEED)
    words, extract, settings = vocabulary(), feature_extractor(), calibration()
    writers = {name: writer(name) for name in CAPTIONERS}
    inputs, cases = [], []
    for path in PICTURES:
        inputs.append(_input(path))
        features = torch.from_numpy(extract(square_of(path)[None]).astype(np.float32))
        sayings = {
            name: describe(each, words, features, settings[name]["lengthExponent"]) for name, each in writers.items()
        }
        cases.append({"file": inputs[-1]["file"]} | sayings)
        print(f"{path.name:32} {' '.join(sayings['attention']['beam']['words'])}", flush=True)
    write_golden(
        MODEL / "golden.json",
        made_by=f"PyTorch {torch.__version__.split('+')[0]}, float32, weights as stored; features by TensorFlow from "
        "models/image-classifier as stored",
        inputs=inputs,
        preprocess={
            "decode": "upright by EXIF, colour profile ignored, grey and CMYK to RGB, translucent pixels laid on white",
            "crop": "the largest square in the middle",
            "resize": "bicubic (a = -0.5), window widened by the reduction, not rounded",
            "sidePx": SIDE_PX,
            "mean": MEAN,
            "scale": SCALE,
            "features": "the output of that name of models/image-classifier",
            "beamWidth": WIDTH,
            "maxWords": LONGEST,
        },
        tolerance=TOLERANCE,
        cases=cases,
    )


def _input(path: Path) -> dict[str, Any]:
    with Image.open(path) as image:
        width, height = ImageOps.exif_transpose(image).size
    return {"file": path.relative_to(ROOT).as_posix(), "sha256": sha256(path), "width": width, "height": height}


if __name__ == "__main__":
    main()
