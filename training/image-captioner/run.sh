#!/bin/sh
# Makes models/image-captioner again. Arguments: the folder of Flickr8k, and one for features, checkpoints and logs.
# What is there already is kept; a run that stopped goes on.
set -eu
data=$(realpath "$1")
runs=$(realpath -m "$2")
cd "$(dirname "$0")/../.."
export PYTHONPATH=training
python training/image-captioner/prepare.py --data "$data" --runs "$runs"
python training/image-captioner/train.py --data "$data" --runs "$runs"
python training/image-captioner/polish.py --data "$data" --runs "$runs"
python training/image-captioner/export.py --data "$data" --runs "$runs"
python training/image-captioner/evaluate.py --data "$data" --runs "$runs"
python training/image-captioner/golden.py
