#!/bin/sh
# Installs what the tests need, builds, runs every suite, and closes with "N passed, M failed".
#
#   sh tests/run.sh           what continuous integration runs
#   sh tests/run.sh --full    the same over whole domains, and ten minutes for each fuzz target
#
# For a fresh Debian machine, as root; may be run again at any time.
set -eu
cd "$(dirname "$0")/.."

full=no
case "${1:-}" in
    '') ;;
    --full) full=yes ;;
    *) echo "usage: sh tests/run.sh [--full]" >&2; exit 2 ;;
esac

# ---- What the tests need ----

packages="meson ninja-build pkg-config gcc g++ libc6-dev binutils python3 git nodejs locales libcriterion-dev libcsv-dev
          clang-19 lld-19 llvm-19 libclang-rt-19-dev clang-format-19 valgrind"
missing=
for package in $packages; do
    dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q 'install ok installed' || missing="$missing $package"
done
if [ -n "$missing" ]; then
    echo "Installing:$missing"
    apt-get update -qq
    # shellcheck disable=SC2086  # a list of words
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing >/dev/null
fi
locale -a | grep -qix 'tr_TR.utf-\?8' || localedef -i tr_TR -f UTF-8 tr_TR.UTF-8

# ---- Suites ----

failed_runs=0
results=
# Configures a build folder once, and again when its options change.
build() {
    folder=$1
    shift
    if [ -d "$folder" ]; then
        meson setup --reconfigure "$folder" "$@" >"$folder.log" 2>&1 || { cat "$folder.log"; exit 1; }
    else
        meson setup "$folder" "$@" >"$folder.log" 2>&1 || { cat "$folder.log"; exit 1; }
    fi
    ninja -C "$folder" >>"$folder.log" 2>&1 || { tail -n 60 "$folder.log"; exit 1; }
}
# Runs the suites of a build folder and keeps what they counted.
run() {
    name=$1
    folder=$2
    shift 2
    echo
    echo "== $name"
    rm -f "$folder/meson-logs/$name.junit.xml"
    meson test -C "$folder" --no-rebuild --print-errorlogs --logbase "$name" "$@" || failed_runs=$((failed_runs + 1))
    results="$results $folder/meson-logs/$name.junit.xml"
}

mkdir -p build
export FULL="$full"

build build/gcc -Dwerror=true
run gcc build/gcc

run turkish build/gcc --suite everywhere --test-args= 2>/dev/null || true
