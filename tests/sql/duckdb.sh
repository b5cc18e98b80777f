#!/bin/sh
# Runs duckdb_vectors.py in an environment that has DuckDB.
set -eu
here=$(dirname "$0")
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
sh "$here/../support/environment.sh" "$folder/venv" -c "$here/../python/requirements.txt" duckdb
"$folder/venv/bin/python" "$here/duckdb_vectors.py" "$@"
