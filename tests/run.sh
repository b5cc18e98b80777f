#!/bin/sh
# Installs what the tests need, builds, runs every suite, and closes with "N passed, M failed".
#
#   sh tests/run.sh           what continuous integration runs
#   sh tests/run.sh --full    the same, then Spark, the proofs, the whole product of facts and ten minutes for each fuzz target
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

packages="meson ninja-build pkg-config gcc g++ libc6-dev binutils python3 python3-dev python3-venv git nodejs locales valgrind
          make sqlite3 libsqlite3-dev libjansson-dev postgresql postgresql-server-dev-all
          libcriterion-dev libcsv-dev abigail-tools clang-19 lld-19 llvm-19 libclang-rt-19-dev clang-format-19
          swig maven default-jdk-headless"
if [ "$full" = yes ]; then
    packages="$packages frama-c-base why3 z3 cvc4"
fi
missing=
for package in $packages; do
    dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q 'install ok installed' || missing="$missing $package"
done
# A program that was installed by other means counts as well.
if [ -n "$missing" ] && command -v node >/dev/null; then
    missing=$(echo "$missing" | sed 's/ nodejs//')
fi
if [ -n "$missing" ]; then
    echo "== Installing:$missing"
    apt-get update -qq
    # shellcheck disable=SC2086  # a list of packages
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing >/dev/null
fi
if ! locale -a | grep -qi '^tr_TR\.utf-\?8$'; then
    localedef -i tr_TR -f UTF-8 tr_TR.UTF-8
fi
export LC_ALL=C.UTF-8

# ---- Running ----

results=
wrong=0

# build FOLDER OPTION...: configures the folder, or configures it again, and builds.
build() {
    folder=$1
    shift
    echo
    echo "== Building $folder"
    mkdir -p "$folder"
    if [ -f "$folder/build.ninja" ]; then
        set -- --reconfigure "$@"
    fi
    if ! { meson setup "$folder" "$@" && ninja -C "$folder"; } >"$folder/build.log" 2>&1; then
        tail -n 60 "$folder/build.log"
        echo "1 failed: $folder does not build"
        echo "0 passed, 1 failed"
        exit 1
    fi
}

# suites NAME FOLDER OPTION...: runs suites of a built folder, and keeps what they counted.
suites() {
    name=$1
    folder=$2
    shift 2
    echo
    echo "== Running $name"
    result=$folder/meson-logs/$name.junit.xml
    rm -f "$result"
    meson test -C "$folder" --no-rebuild --print-errorlogs --logbase "$name" "$@" || wrong=1
    results="$results $result"
}

build build/release -Dwerror=true -Dsqlite=true -Djava=true
suites release build/release --no-suite full
export LC_ALL=tr_TR.UTF-8 TZ=Asia/Kathmandu
suites turkish build/release --suite quick --suite programs
export LC_ALL=C.UTF-8
unset TZ

# The Python package, from its wheel in a fresh environment.
echo
echo "== Running python"
sh tests/python/run.sh build/python build/python.junit.xml || wrong=1
results="$results build/python.junit.xml"

# Memory and undefined behaviour, with the other compiler. A finding ends the program.
CC=clang-19 build build/sanitize -Dbuildtype=debugoptimized -Dwerror=true -Db_sanitize=address,undefined \
    -Db_lundef=false '-Dc_args=-fno-sanitize-recover=all -DSTATUSRULES_ONE_MACHINE'
suites sanitize build/sanitize --suite quick --suite programs

# Races: eight threads on the same facts.
CC=clang-19 build build/threads -Dbuildtype=debugoptimized -Dexamples=false -Db_sanitize=thread -Db_lundef=false \
    -Dc_args=-DSTATUSRULES_ONE_MACHINE
suites threads build/threads --suite threads

# The tests reach every line, branch and condition of lib but those that a list names. Even the programs with which
# meson tries the compiler write a profile.
mkdir -p build/coverage
LLVM_PROFILE_FILE="$PWD/build/coverage/%4m.profraw"
export LLVM_PROFILE_FILE
CC=clang-19 build build/coverage -Dbuildtype=debug -Dexamples=false \
    '-Dc_args=-fprofile-instr-generate -fcoverage-mapping -fcoverage-mcdc -DSTATUSRULES_ONE_MACHINE' -Dc_link_args=-fprofile-instr-generate
rm -f build/coverage/*.profraw
suites coverage build/coverage --suite quick --suite reach
suites reached build/coverage --suite coverage

if [ "$full" = yes ]; then
    suites full build/release --suite full
    echo
    echo "== Running spark"
    sh tests/spark/run.sh build/spark "$(ls build/python/dist/statusrules-*.whl)" build/spark.junit.xml || wrong=1
    results="$results build/spark.junit.xml"
fi

# ---- What happened ----

echo
# shellcheck disable=SC2086  # a list of files without spaces
python3 tests/count.py $results || wrong=1
exit $wrong
