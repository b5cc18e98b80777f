#!/bin/sh
# Builds the wheel, installs it into a fresh environment, and runs tests/python against what is installed.
#
#   sh tests/python/run.sh FOLDER RESULT     FOLDER is made anew; RESULT is the JUnit file to write
set -eu
cd "$(dirname "$0")/../.."
folder=$1
result=$2
unset LD_LIBRARY_PATH PYTHONPATH

rm -rf "$folder"
mkdir -p "$folder"
sh tests/support/environment.sh "$folder/venv" -r tests/python/requirements.txt
bin=$folder/venv/bin
"$bin/python" -m build --wheel -Cbuild-dir="$folder/build" --outdir "$folder/dist" . >"$folder/build.log" 2>&1 || {
    tail -n 40 "$folder/build.log"
    exit 1
}
"$bin/pip" install -q --disable-pip-version-check --no-deps "$folder"/dist/statusrules-*.whl
STATUSRULES_WHEEL=$(ls "$(cd "$folder" && pwd)"/dist/statusrules-*.whl)
STATUSRULES_BUILD=$(cd "$folder/build" && pwd)
export STATUSRULES_WHEEL STATUSRULES_BUILD
# What Hypothesis remembers stays out of the tree.
HYPOTHESIS_STORAGE_DIRECTORY=$folder/hypothesis
export HYPOTHESIS_STORAGE_DIRECTORY
# Nothing is skipped: what a test needs is in requirements.txt.
"$bin/python" -m pytest -q -p no:cacheprovider --junitxml="$result" tests/python
