"""The captioners as the page has them: weights read back from models/image-captioner, rounding included."""

from __future__ import annotations

import json
from pathlib import Path

from captions import Vocabulary
from common.export import read_graph_weights
from decode import Writer
from graph import GRAPHS, state_of
from model import CAPTIONERS

ROOT = Path(__file__).resolve().parents[2]
MODEL = ROOT / "models/image-captioner"


def vocabulary() -> Vocabulary:
    return Vocabulary(json.loads((MODEL / "vocabulary.json").read_text())["words"])


def writer(name: str) -> Writer:
    """The shipped captioner of that name, `plain` or `attention`."""
    words = vocabulary()
    captioner = CAPTIONERS[name](len(words))
    weights = {}
    for part, graph in GRAPHS[name].items():
        # A graph also holds constants of the converter's.
        stored = read_graph_weights(MODEL / name / part)
        weights |= {key: stored[key] for key in graph.weights}
    captioner.load_state_dict(state_of(weights))
    return Writer(captioner, words.begin, words.end, words.unknown)


def calibration() -> dict[str, dict]:
    """How the page searches, by captioner."""
    return json.loads((MODEL / "calibration.json").read_text())
