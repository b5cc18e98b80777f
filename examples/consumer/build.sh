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

# pkg-config writes a space inside a folder's name as "\ ", which xargs reads as it is meant.
# shellcheck disable=SC2086  # the compiler may be several words
printf '%s %s\n' "$cflags" "$libs" | xargs $cc -std=c11 -Wall -Wextra -Werror -o "$out/consumer" "$here/main.c"
"$out/consumer"
