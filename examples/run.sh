#!/bin/sh
# Builds the library and answers the sample register, on a fresh Debian machine too: sh examples/run.sh
# What is missing is installed with apt-get; nothing is fetched when everything is there.
set -eu

root=$(cd "$(dirname "$0")/.." && pwd)
build=$root/build-examples
register=examples/data/register.csv
answers=build-examples/answers.csv
export LC_ALL=C.UTF-8
cd "$root"

say() {
    printf '\n== %s\n' "$*"
}

fail() {
    printf 'run.sh: %s\n' "$*" >&2
    exit 1
}

# ---- What is needed ----

has_header() {
    printf '#include <%s>\n' "$1" | "${CC:-cc}" -E -x c - >/dev/null 2>&1
}

missing=
need() {
    missing="$missing $1"
}
command -v "${CC:-cc}" >/dev/null || need gcc
command -v meson >/dev/null || need meson
command -v ninja >/dev/null || need ninja-build
command -v pkg-config >/dev/null || need pkg-config
command -v python3 >/dev/null || need python3
has_header stdio.h || need libc6-dev
has_header csv.h || need libcsv-dev

if [ -n "$missing" ]; then
    say "Installing with apt-get:$missing"
    command -v apt-get >/dev/null || fail "there is no apt-get here; please install:$missing"
    [ "$(id -u)" = 0 ] || fail "please run as root, or install first:$missing"
    apt-get update -q
    # shellcheck disable=SC2086  # a list of packages
    DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends $missing
fi

# ---- Building ----

say "Building (some seconds)"
if [ ! -f "$build/build.ninja" ]; then
    meson setup "$build" --buildtype=release -Dtests=false
fi
ninja -C "$build" examples/caseload examples/first_answer

# ---- One case ----

caseload=$build/examples/caseload
say "One case: a residence permit that ends on 31 December 2021"
"$caseload" --one --explain term=permanent_residence_permit last_day=2021-12-31
say "The same in Russian, with a Russian label"
"$caseload" --one --explain --lang ru term="вид на жительство" last_day=2021-12-31

# ---- The register ----

say "The register: $register (some of its rows are wrong on purpose)"
status=0
"$caseload" "$register" --output "$answers" || status=$?
[ "$status" = 1 ] || fail "caseload should report bad rows and exit with 1, but exited with $status"

say "First lines of $answers"
head -n 11 "$answers"

# What the file itself says, counted independently of caseload.
python3 - "$register" "$answers" <<'END'
import csv, sys

def rows(name):
    with open(name, encoding="utf-8", newline="") as file:
        return list(csv.reader(file))

register, answers = rows(sys.argv[1]), rows(sys.argv[2])
if len(register) != len(answers):
    sys.exit(f"run.sh: {len(register) - 1} rows in the register, {len(answers) - 1} in the answers")
error, outcome = answers[0].index("error"), answers[0].index("outcome")
bad = sum(row[error] != "" for row in answers[1:])
answered = sum(row[outcome] != "" for row in answers[1:])
print(f"\nstatusrules: {len(answers) - 1:,} rows read, {answered:,} answered, {bad:,} bad rows reported; "
      f"written to {sys.argv[2]}")
END
