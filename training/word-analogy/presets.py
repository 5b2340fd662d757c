"""demos/word-analogy/presets.json: questions worth asking, with what the shipped vectors answer.

PYTHONPATH=training python training/word-analogy/presets.py
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from common.document import write_document
from package import Vectors
from shipped import ROOT, ranking, read_model

_PRESETS = ROOT / "demos" / "word-analogy" / "presets.json"


@dataclass(frozen=True)
class Preset:
    """`a` is to `b` as `c` is to `expected`, or to what nobody should expect. `note` says what to see."""

    kind: str
    a: str
    b: str
    c: str
    expected: str | None
    note: str = ""


_FAILS = "fails"
_BIAS = "bias"

PRESETS = (
    Preset("slides", "man", "king", "woman", "queen"),
    Preset("slides", "male", "king", "female", "queen", "The slide's own words."),
    Preset("slides", "germany", "berlin", "france", "paris"),
    Preset("slides", "eat", "eating", "fly", "flying"),
    Preset("capitals", "france", "paris", "egypt", "cairo"),
    Preset("capitals", "germany", "berlin", "turkey", "ankara", "Not Istanbul, the larger city."),
    Preset("capitals", "paris", "france", "madrid", "spain", "The same arrow, from its tip to its tail."),
    Preset("plurals", "cat", "cats", "mouse", "mice", "An irregular plural by way of a regular one."),
    Preset("plurals", "car", "cars", "foot", "feet"),
    Preset("tenses", "walk", "walked", "eat", "ate", "No letter of the rule is left, only the use."),
    Preset("tenses", "speak", "spoke", "sing", "sang"),
    Preset("comparatives", "good", "better", "bad", "worse"),
    Preset("comparatives", "small", "smallest", "large", "largest"),
    Preset("family", "uncle", "aunt", "nephew", "niece"),
    Preset("family", "boy", "girl", "prince", "princess"),
    Preset("family", "actor", "actress", "waiter", "waitress"),
    Preset("family", "dog", "puppy", "cat", "kitten"),
    Preset("nations", "france", "french", "germany", "german"),
    Preset(_FAILS, "germany", "berlin", "australia", "canberra", "The best known city, not the capital."),
    Preset(_FAILS, "big", "bigger", "small", "smaller", "Opposites keep the same company, so they are neighbours."),
    Preset(_FAILS, "apple", "apples", "mouse", "mice", "Fruit in the plural leads to other animals in the plural."),
    Preset(_FAILS, "microsoft", "gates", "apple", "jobs", "One vector for all meanings of apple, gates and jobs."),
    Preset(_FAILS, "bread", "baker", "meat", "butcher", "In the news, Baker is a surname."),
    Preset(_FAILS, "chicago", "illinois", "miami", "florida", "The right part of the country, the wrong state."),
    Preset(
        _BIAS,
        "man",
        "doctor",
        "woman",
        None,
        "The vectors repeat the text they were made from. Note also the rule of the game: a question's own words are"
        " not allowed as answers; if they were, the answer would be doctor.",
    ),
)


def main() -> None:
    vectors = read_model()
    write_document(
        _PRESETS,
        {
            "source": ["pennington2014", "mikolov2013linguistic", "bolukbasi2016"],
            "computed": "training/word-analogy/presets.py, from the shipped int8 vectors with 3CosAdd",
            "presets": [_record(preset, vectors) for preset in PRESETS],
        },
    )


def _record(preset: Preset, vectors: Vectors) -> dict:
    order = ranking(vectors, preset.a, preset.b, preset.c)
    first = order[0]
    right = first == preset.expected
    if right == (preset.kind in (_FAILS, _BIAS)):
        raise ValueError(f"{preset.a} : {preset.b} as {preset.c} : {first} is not of the kind {preset.kind}")
    record = {
        "id": f"{preset.a}-{preset.b}-{preset.c}",
        "kind": preset.kind,
        "a": preset.a,
        "b": preset.b,
        "c": preset.c,
        "expected": preset.expected,
        "first": first,
        "note": preset.note,
    }
    if preset.kind == _FAILS:
        record["rankOfExpected"] = order.index(preset.expected) + 1
    if preset.kind == _BIAS:
        record["firstIfAllowed"] = _unrestricted(preset, vectors)
        record["source"] = "bolukbasi2016"
    return record


def _unrestricted(preset: Preset, vectors: Vectors) -> str:
    index = vectors.index()
    a, b, c = (vectors.rows[index[word]] for word in (preset.a, preset.b, preset.c))
    return vectors.words[int(np.argmax(vectors.rows @ (b - a + c)))]


if __name__ == "__main__":
    main()
