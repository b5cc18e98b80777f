#!/bin/sh
# Builds and runs the program against the installed library: [CC=clang] sh build.sh [--static]
# PKG_CONFIG_PATH and LD_LIBRARY_PATH lead to a library that is installed elsewhere.
set -eu

cc=${CC:-cc}
here=$(cd "$(dirname "$0")" && pwd)
out=$(mktemp -d)
trap 'rm -rf "$out"' EXIT

case ${1:-} in
--static)
    # Only this library is linked statically; the C library need not be.
    cflags=$(pkg-config --cflags --static statusrules)
    libs="-Wl,-Bstatic $(pkg-config --libs --static statusrules) -Wl,-Bdynamic"
    ;;
'')
    cflags=$(pkg-config --cflags statusrules)
    libs=$(pkg-config --libs statusrules)
    ;;
*)
    echo "usage: [CC=clang] sh build.sh [--static]" >&2
    exit 2
    ;;
esac

# shellcheck disable=SC2086  # flags are words
$cc -std=c11 -Wall -Wextra -Werror $cflags "$here/main.c" $libs -o "$out/consumer"
"$out/consumer"
