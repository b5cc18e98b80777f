#!/bin/sh
# Makes an environment of Python anew, with what pip is told to install.
#
#   sh tests/support/environment.sh FOLDER ARGUMENT...     as of `pip install`
set -eu
folder=$1
shift
unset LD_LIBRARY_PATH PYTHONPATH
rm -rf "$folder"
python3 -m venv "$folder"
"$folder/bin/pip" install -q --disable-pip-version-check "$@"
