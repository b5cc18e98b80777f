#!/bin/sh
# Runs mutation.py in an environment that has the parser of C which it needs.
set -eu
here=$(dirname "$0")
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
sh "$here/../support/environment.sh" "$folder/venv" -r "$here/requirements.txt"
"$folder/venv/bin/python" "$here/mutation.py" "$@"
