"""What Graves, Wayne and Danihelka (2014) state in numbers, by (run, size, score) as evaluate.py names them."""

from __future__ import annotations

from common.metrics import Reference

PAPER: dict[tuple[str, str, str], Reference] = {
    ("copy", "length 120", "exact"): Reference(
        "NTM, LSTM controller",
        0.0,
        "section 4.1, figure 4",
        'the one sequence of 120 shown has a row twice and all after it one step late; up to 50 "very few mistakes"',
    ),
    ("repeat-copy", "every size trained on", "exact"): Reference(
        "NTM and LSTM", 1.0, "section 4.2", 'in words only: both "were able to solve it perfectly"'
    ),
    ("repeat-copy", "length 10, repeats 20", "exact"): Reference(
        "NTM", 0.0, "section 4.2, figure 8", 'in words only: it goes on copying but "does not predict the end marker"'
    ),
    ("associative-recall", "items 6", "cost_bits"): Reference(
        "NTM", 0.0, "section 4.3", 'in words only: "near zero cost within approximately 30,000 episodes"'
    ),
    ("associative-recall", "items 15", "cost_bits"): Reference(
        "NTM, feedforward controller, 4 heads", 1.0, "section 4.3, figure 11", 'an upper bound: "below 1 bit"'
    ),
    ("dynamic-ngrams", "every size trained on", "cost_bits"): Reference(
        "NTM, LSTM controller", 133.5, "figure 13", "read off the chart; a million sequences at most"
    ),
    ("dynamic-ngrams", "optimal", "cost_bits"): Reference(
        "optimal estimator", 133.0, "figure 13", "read off the chart"
    ),
    ("priority-sort", "rows 20", "cost_bits"): Reference(
        "NTM, LSTM controller, 5 heads", 18.0, "figure 18", "read off the chart, give or take a few bits, at a million"
    ),
}
