#!/bin/sh
# Makes models/ntm-copy again. The one argument is a folder for checkpoints, logs and weights; a run that stopped goes on.
set -eu
runs=$(realpath -m "$1")
cd "$(dirname "$0")/../.."
export PYTHONPATH=training
python training/ntm-copy/train.py --out "$runs"
python training/ntm-copy/evaluate.py --runs "$runs" --out models/ntm-copy
python training/ntm-copy/export.py --runs "$runs" --out models/ntm-copy
