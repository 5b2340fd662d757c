"""Measures the captioners as shipped on the validation pictures: metrics.json, calibration.json, provenance.json.

PYTHONPATH=training python training/image-captioner/evaluate.py --data FLICKR8K --runs RUNS

METEOR and the Penn Treebank tokeniser come from pycocoevalcap and want Java; without it they are left out, and said so.
"""

from __future__ import annotations

import argparse
import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch

from captions import Dataset, Vocabulary
from common.document import write_document
from common.metrics import Metric, Reference, write_metrics
from common.provenance import write_provenance
from common.seeds import fix_seeds
from decode import LONGEST, Sentence, Writer, ranked
from export import CAPTIONERS, POLISHED_SHARE, write_sums
from features import Features
from model import Attention
from paper import reference
from polish import BLEU_WEIGHT, TRIES
from polish import RECIPE as POLISHING
from scores import bleu, cider
from shipped import MODEL, vocabulary, writer
from train import RECIPES

SPLIT = "Flickr8k dev.txt, five captions a picture; it also chose epochs and length exponents. Not the test split"
WIDTH = 3
EXPONENTS = (0.0, 0.3, 0.5, 0.7, 0.8, 0.9, 1.0, 1.1, 1.2, 1.3, 1.5)
GUESS_PERCENT = 15
SEED = 1
# What no English sentence ends with.
OPEN_ENDS = frozenset("a an the and or of in on at with to from for by into onto near its his her their while".split())
BEFORE = "attention, before self-critical training"


@dataclass(frozen=True)
class Result:
    """What one captioner wrote for the validation pictures.

    Attributes:
        exponent: of the length, the one of `EXPONENTS` with the highest sum of BLEU-4 and CIDEr-D with beams.
        certainty: natural-log probability a token of the first beam's sentences, ascending.
    """

    greedy: list[list[str]]
    beam: list[list[str]]
    exponent: float
    certainty: np.ndarray


@torch.inference_mode()
def write_all(captioner: Writer, words: Vocabulary, features: Features, references: list[list[list[str]]]) -> Result:
    """Every validation picture, greedily and with beams."""
    greedy: list[Sentence] = []
    beams: list[list[Sentence]] = []
    for batch in features.validation(100):
        greedy += captioner.greedy(batch)
        beams += captioner.beams(batch, WIDTH)

    def first(exponent: float) -> list[Sentence]:
        return [ranked(sentences, exponent)[0] for sentences in beams]

    def text(sentences: Sequence[Sentence]) -> list[list[str]]:
        return [words.decode(sentence.tokens) for sentence in sentences]

    def quality(exponent: float) -> float:
        candidates = text(first(exponent))
        return bleu(candidates, references)[3] + 100 * cider(candidates, references)

    exponent = max(EXPONENTS, key=quality)
    certainty = np.sort([sentence.log_probability / len(sentence.tokens) for sentence in first(exponent)])
    return Result(text(greedy), text(first(exponent)), exponent, certainty)


def scores_of(candidates: list[list[str]], references: list[list[list[str]]]) -> dict[str, tuple[float, str]]:
    """Value and unit by name."""
    scores = {f"BLEU-{order}": (value, "BLEU") for order, value in enumerate(bleu(candidates, references), 1)}
    scores["CIDEr-D"] = (100 * cider(candidates, references), "CIDEr-D × 100")
    open_ended = sum(not words or words[-1] in OPEN_ENDS for words in candidates)
    scores["sentences that break off"] = (open_ended / len(candidates), "fraction")
    scores["different sentences"] = (len({tuple(words) for words in candidates}), "sentences")
    scores["words used"] = (len({word for words in candidates for word in words}), "words")
    return scores


def with_java(candidates: list[list[str]], references: list[list[list[str]]]) -> dict[str, tuple[float, str]]:
    """The package's own BLEU-4 behind its Penn Treebank tokeniser, and METEOR."""
    from pycocoevalcap.bleu.bleu import Bleu
    from pycocoevalcap.meteor.meteor import Meteor
    from pycocoevalcap.tokenizer.ptbtokenizer import PTBTokenizer

    def captions(sentences: list[list[str]]) -> list[dict[str, str]]:
        return [{"caption": " ".join(words)} for words in sentences]

    tokenizer = PTBTokenizer()
    truth = tokenizer.tokenize({number: captions(several) for number, several in enumerate(references)})
    written = tokenizer.tokenize({number: captions([words]) for number, words in enumerate(candidates)})
    package = Bleu(4).compute_score(truth, written, verbose=0)[0]
    meteor, _ = Meteor().compute_score(truth, written)
    return {"BLEU-4 of pycocoevalcap": (100 * package[3], "BLEU"), "METEOR": (100 * meteor, "METEOR × 100")}


def metrics_of(results: dict[str, Result], references: list[list[list[str]]]) -> list[Metric]:
    """All numbers, the plain captioner's first, which the others are held against."""
    java = shutil.which("java") is not None
    if not java:
        print("no Java: METEOR and the Penn Treebank tokeniser are left out")
    metrics: list[Metric] = []
    baseline: dict[str, float] = {}
    for name, result in results.items():
        for way, candidates in (("greedy", result.greedy), (f"beam {WIDTH}", result.beam)):
            scores = scores_of(candidates, references)
            if java and way != "greedy" and name != BEFORE:
                scores |= with_java(candidates, references)
            for score, (value, unit) in scores.items():
                plain, paper = _beside(name, way, score, baseline)
                metrics.append(
                    Metric(f"{score}, {name}, {way}", round(value, 4), unit, SPLIT, len(candidates), SEED, plain, paper)
                )
                if name == "plain":
                    baseline[f"{score}, {way}"] = round(value, 4)
    return metrics


def _beside(name: str, way: str, score: str, plain: dict[str, float]) -> tuple[Reference | None, Reference | None]:
    """Baseline and paper's figure of one score."""
    order = int(score[-1]) if score[:-1] == "BLEU-" else None
    if name == "plain":
        return (reference("NeuralTalk", order), reference("NIC", order)) if order else (None, None)
    rival = f"{score}, {way}"
    baseline = Reference("plain captioner", plain[rival], "measured on the same pictures") if rival in plain else None
    return baseline, reference("hard attention, VGG", order) if order else None


def calibration(result: Result) -> dict[str, object]:
    """How the page searches, and how sure a caption is beside those of the validation pictures."""
    quantiles = np.quantile(result.certainty, np.linspace(0, 1, 101))
    return {
        "beamWidth": WIDTH,
        "lengthExponent": result.exponent,
        "maxWords": LONGEST,
        "guessBelow": round(float(quantiles[GUESS_PERCENT]), 4),
        "guessBelowMeaning": f"natural-log probability a token, the end counted, of the best sentence of beam {WIDTH}: "
        f"{GUESS_PERCENT} % of the {len(result.certainty)} validation pictures are below",
        "quantiles": [round(float(value), 4) for value in quantiles],
    }


def run_of(folder: Path, name: str) -> dict:
    return torch.load(folder / f"{name}.pt")


def write_source(runs: Path, dataset: Dataset) -> None:
    chosen = {name: run_of(runs, name) for name in (*CAPTIONERS, "polished")}
    minutes = {name: run_of(runs, f"{name}.checkpoint")["seconds"] / 60 for name in chosen}
    write_provenance(
        MODEL / "provenance.json",
        source="trained here, from chance; features by models/image-classifier as it is shipped",
        command="sh training/image-captioner/run.sh FLICKR8K RUNS",
        data="Flickr8k (Hodosh, Young and Hockenmaier 2013; research and education; its photographs are not shipped): "
        f"{len(dataset.training):,} pictures train, train.txt and those in no list, {len(dataset.validation):,} of "
        "dev.txt validate",
        minutes=sum(minutes.values()),
        packages=["numpy", "pillow", "pycocoevalcap", "tensorflow", "tensorflowjs", "torch"],
        seed=SEED,
        details={
            "runs": [
                {
                    "run": name,
                    **vars(POLISHING if name == "polished" else RECIPES[name]),
                    "chosenAtEpoch": run["epoch"],
                    "validationGreedyCiderD": round(run["score"], 2),
                    "minutes": round(minutes[name], 1),
                    "parameters": sum(value.numel() for value in run["weights"].values()),
                }
                for name, run in chosen.items()
            ],
            "selfCritical": {
                "tries": TRIES,
                "reward": f"CIDEr-D (0 to 10) + {BLEU_WEIGHT} × BLEU-4, the end as a word",
                "shareOfShippedWeights": POLISHED_SHARE,
            },
            "stored": "kernels and embeddings as uint8, one scale and offset a tensor; biases as float32",
        },
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="captions.tsv, train.txt, dev.txt")
    parser.add_argument("--runs", type=Path, required=True, help="folder of features and trained weights")
    options = parser.parse_args()
    fix_seeds(SEED)
    dataset, words = Dataset.read(options.data), vocabulary()
    features = Features(options.runs / "features", dataset)
    references = [dataset.captions[name] for name in dataset.validation]
    before = Attention(len(words))
    before.load_state_dict(run_of(options.runs, "attention")["weights"])
    writers = {name: writer(name) for name in CAPTIONERS} | {
        BEFORE: Writer(before, words.begin, words.end, words.unknown)
    }
    results = {name: write_all(each, words, features, references) for name, each in writers.items()}
    metrics = metrics_of(results, references)
    write_metrics(MODEL / "metrics.json", metrics)
    write_document(MODEL / "calibration.json", {name: calibration(results[name]) for name in CAPTIONERS})
    write_source(options.runs, dataset)
    write_sums()
    for metric in metrics:
        print(f"{metric.value:9.3f}  {metric.name}")


if __name__ == "__main__":
    main()
