#!/bin/sh
# Runs the Spark jobs of examples/spark from the installed wheel, with a real Spark on this machine.
#
#   sh tests/spark/run.sh FOLDER WHEEL RESULT     FOLDER is made anew; RESULT is the JUnit file to write
set -eu
cd "$(dirname "$0")/../.."
folder=$1
wheel=$2
result=$3
unset LD_LIBRARY_PATH PYTHONPATH

rm -rf "$folder"
mkdir -p "$folder"
sh tests/support/environment.sh "$folder/venv" -r tests/spark/requirements.txt
bin=$folder/venv/bin
"$bin/pip" install -q --disable-pip-version-check --no-deps "$wheel"
"$bin/python" -m pytest -q -p no:cacheprovider --junitxml="$result" tests/spark
