"""Families of word pairs, and demos/word-analogy/families.json with how much each family shares.

PYTHONPATH=training python training/word-analogy/families.py
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from common.document import write_document
from package import Vectors
from plane import shared_share, shuffled_share
from questions import SEED
from shipped import ROOT, read_model

_FAMILIES = ROOT / "demos" / "word-analogy" / "families.json"


@dataclass(frozen=True)
class Family:
    """`pairs` is one string: pairs divided by commas, words by a space. `note` is for what a reader may ask."""

    id: str
    start: str
    end: str
    pairs: str
    note: str = ""

    def words(self) -> list[list[str]]:
        """The pairs as `[start, end]`."""
        return [pair.split() for pair in self.pairs.split(", ")]


FAMILIES = (
    Family(
        "man-woman",
        "man",
        "woman",
        "man woman, king queen, uncle aunt, brother sister, nephew niece, father mother, son daughter, actor actress,"
        " prince princess, duke duchess, heir heiress, emperor empress",
    ),
    Family(
        "company-ceo",
        "company",
        "chief executive",
        "google schmidt, microsoft ballmer, oracle ellison, facebook zuckerberg, amazon bezos, yahoo bartz, ge immelt,"
        " jpmorgan dimon, ford mulally, nissan ghosn, boeing mcnerney, xerox mulcahy",
        "Chief executives of the years whose news the vectors were made from.",
    ),
    Family(
        "company-city",
        "company",
        "city",
        "microsoft redmond, boeing chicago, starbucks seattle, kodak rochester, fedex memphis, caterpillar peoria,"
        " siemens munich, volkswagen wolfsburg, porsche stuttgart, novartis basel, volvo gothenburg, infosys bangalore",
        "Head offices of the years whose news the vectors were made from.",
    ),
    Family(
        "city-state",
        "city",
        "state",
        "chicago illinois, houston texas, philadelphia pennsylvania, phoenix arizona, detroit michigan,"
        " boston massachusetts, miami florida, cleveland ohio, honolulu hawaii, baltimore maryland,"
        " milwaukee wisconsin, portland oregon",
        "In place of the talk's cities and zip codes: the package carries no numbers.",
    ),
    Family(
        "adjective-comparative",
        "adjective",
        "comparative",
        "slow slower, short shorter, strong stronger, loud louder, dark darker, clear clearer, soft softer, big bigger,"
        " small smaller, fast faster, cold colder, rich richer",
    ),
    Family(
        "comparative-superlative",
        "comparative",
        "superlative",
        "slower slowest, shorter shortest, stronger strongest, louder loudest, darker darkest, bigger biggest,"
        " smaller smallest, faster fastest, colder coldest, higher highest, younger youngest, richer richest",
    ),
    Family(
        "country-capital",
        "country",
        "capital",
        "france paris, germany berlin, italy rome, spain madrid, portugal lisbon, poland warsaw, russia moscow,"
        " japan tokyo, greece athens, turkey ankara, egypt cairo, norway oslo",
    ),
)


def ends_of(pairs: list[list[str]], vectors: Vectors) -> tuple[np.ndarray, np.ndarray]:
    """Vectors of the first and of the last word of each chain, `[pairs, dimensions]` each.

    Raises:
        KeyError: a word that the vocabulary lacks.
    """
    index = vectors.index()
    starts = vectors.rows[[index[pair[0]] for pair in pairs]]
    return starts, vectors.rows[[index[pair[-1]] for pair in pairs]]


def main() -> None:
    vectors = read_model()
    records = []
    for family in FAMILIES:
        pairs = family.words()
        starts, ends = ends_of(pairs, vectors)
        records.append(
            {
                "id": family.id,
                "start": family.start,
                "end": family.end,
                "pairs": pairs,
                "sharedShare": round(shared_share(starts, ends), 3),
                "shuffledShare": round(shuffled_share(starts, ends, SEED), 3),
                "note": family.note,
            }
        )
    write_document(
        _FAMILIES,
        {
            "source": ["pennington2014", "glovepage"],
            "computed": "training/word-analogy/families.py, from the shipped int8 vectors. sharedShare: part of the"
            " differences' squared length along their first principal direction; shuffledShare: the same with the"
            " pairs' ends dealt out anew, mean of 200",
            "families": records,
        },
    )


if __name__ == "__main__":
    main()
