"""What every training run shares: seeds, export to the tfjs format, goldens, metrics, provenance, checksums.

Run with `PYTHONPATH=training`, so that `from common.export import export_graph_model` works from every run's folder.
"""

import os

# TensorFlow reads this once at import and otherwise prints a page about GPUs before each run.
os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "2")
