#!/bin/sh
# Runs duckdb_vectors.py in an environment that has DuckDB.
set -eu
here=$(dirname "$0")
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder"
"$folder/bin/pip" install -q --disable-pip-version-check -c "$here/../python/requirements.txt" duckdb
"$folder/bin/python" "$here/duckdb_vectors.py" "$@"
