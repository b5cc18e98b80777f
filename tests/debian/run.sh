#!/bin/sh
# Runs the two commands of README on a bare Debian, where nothing is installed yet: sh tests/debian/run.sh --help
set -eu

usage() {
    cat <<'END'
usage: sh tests/debian/run.sh [--folder FOLDER] [--again] [bookworm|trixie] [COMMAND...]

Makes a bare Debian (bookworm is 12, the default; trixie is 13) in a folder, clones the last commit of this tree into
it, and runs there, as a root user who has just come,

    sh examples/run.sh
    sh tests/run.sh

in the root of the clone. COMMAND takes their place, such as

    sh -c 'sh examples/run.sh && build-examples/examples/first_answer'

Ends with a line that says what happened; exits with 0 if every command did, else with the
code of the first that did not, and with 2 where the Debian could not be made. Takes as long as the tests and the packages do, and some gigabytes.

  --folder FOLDER   where the Debian is made; build/debian/bookworm or build/debian/trixie if not given
  --again           goes on in the Debian that stands there, with what is installed in it; it is made anew otherwise
  -h, --help        says this

Needs root. Packages come from the mirror that apt is set up with here, signed by Debian's keys. What lets the clients
of this machine reach their registries is passed on:

  apt       proxies, and whether dates are checked
  pip       /etc/pip.conf, ~/.config/pip/pip.conf, ~/.pip/pip.conf
  Maven     ~/.m2/settings.xml
  all       the authorities in /usr/local/share/ca-certificates (if there are any, ca-certificates is installed),
            the variables PIP_*, MAVEN_*, SSL_CERT_*, *_CA_BUNDLE, *_proxy, *_PROXY, and the files that they name

What is mounted and what still runs in the Debian ends with this command, however it ends. The folder stays.
END
}

fail() {
    printf 'debian: %s\n' "$*" >&2
    exit 2
}

# ---- What is asked ----

root=$(cd "$(dirname "$0")/../.." && pwd)
folder=
again=no
suite=bookworm
while [ $# -gt 0 ]; do
    case $1 in
        -h | --help) usage; exit ;;
        --folder)
            [ $# -gt 1 ] || fail "--folder needs a folder"
            folder=$2
            shift
            ;;
        --again) again=yes ;;
        -*) usage >&2; exit 2 ;;
        *) break ;;
    esac
    shift
done
case ${1:-} in
    bookworm | trixie)
        suite=$1
        shift
        ;;
esac
folder=$(realpath -m -- "${folder:-$root/build/debian/$suite}")
case $folder in
    *[[:space:]]*) fail "debootstrap takes no folder with spaces: $folder" ;;
esac
[ "$(id -u)" = 0 ] || fail "please run as root"

# In namespaces of its own, nothing that is mounted or started outlives this command.
if [ -z "${STATUSRULES_DEBIAN:-}" ]; then
    again_option=
    [ "$again" = no ] || again_option=--again
    # shellcheck disable=SC2086  # one word or none
    STATUSRULES_DEBIAN=inside unshare --mount --pid --fork --kill-child \
        sh "$0" --folder "$folder" $again_option "$suite" "$@" &
    # unshare heeds no gentler signal.
    trap 'kill -KILL $!; exit 130' INT
    trap 'kill -KILL $!; exit 143' HUP TERM
    code=0
    wait $! || code=$?
    exit "$code"
fi

# ---- A bare Debian ----

# mirror LABEL: the first place that apt knows by this label.
mirror() {
    apt-get indextargets --format '$(LABEL) $(REPO_URI)' 'Created-By: Packages' | sed -n "s/^$1 //p" | head -n 1
}

mark=.made-by-statusrules-tests

make_debian() {
    if ! command -v debootstrap >/dev/null; then
        apt-get update -qq
        DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends debootstrap >/dev/null
    fi
    main=$(mirror Debian)
    if [ -z "$main" ]; then
        apt-get update -qq
        main=$(mirror Debian)
    fi
    [ -n "$main" ] || fail "apt is set up with no mirror of Debian here"
    security=$(mirror Debian-Security)

    # Only what this command made is its own to empty: a Debian may be somebody else's.
    if [ -d "$folder" ] && [ -n "$(ls -A "$folder")" ]; then
        [ -e "$folder/$mark" ] || fail "$folder holds something that this command did not make; empty it, or name another with --folder"
        rm -rf --one-file-system "$folder"
    fi
    mkdir -p "$folder"
    : >"$folder/$mark"
    include=
    if [ -n "$authorities" ]; then
        include=--include=ca-certificates
    fi
    # shellcheck disable=SC2086  # one word or none
    debootstrap --variant=minbase $include "$suite" "$folder" "$main" ||
        fail "debootstrap failed; its log is $folder/debootstrap/debootstrap.log"

    {
        echo "deb $main $suite main"
        echo "deb $main $suite-updates main"
        [ -z "$security" ] || echo "deb $security $suite-security main"
    } >"$folder/etc/apt/sources.list"
    apt-config dump | grep -E '^Acquire::(https?(::| )|Check-)' >"$folder/etc/apt/apt.conf.d/90machine" || true
    # The installer of Debian writes this file, debootstrap does not.
    echo '127.0.0.1 localhost' >"$folder/etc/hosts"
}

# pass FILE [PLACE]: the file of this machine, if it is there, at the same or another place of the Debian.
pass() {
    [ -f "$1" ] || return 0
    mkdir -p "$(dirname "$folder${2:-$1}")"
    cp "$1" "$folder${2:-$1}"
}

authorities=$(find /usr/local/share/ca-certificates -name '*.crt' 2>/dev/null || true)
if [ "$again" = yes ]; then
    [ -x "$folder/bin/sh" ] || fail "no Debian stands in $folder"
else
    printf '== A bare %s in %s\n' "$suite" "$folder"
    make_debian
fi

# Where the user who runs the commands is at home, as that Debian says.
home=$(sed -n 's/^root:.*:\([^:]*\):[^:]*$/\1/p' "$folder/etc/passwd")

# ---- What is passed on ----

pass /etc/resolv.conf
pass /etc/pip.conf
pass "$HOME/.config/pip/pip.conf" "$home/.config/pip/pip.conf"
pass "$HOME/.pip/pip.conf" "$home/.pip/pip.conf"
pass "$HOME/.m2/settings.xml" "$home/.m2/settings.xml"

mount --make-rprivate /
mount -t proc proc "$folder/proc"
mount -t sysfs sysfs "$folder/sys"
mount --rbind /dev "$folder/dev"
mount -t tmpfs tmpfs "$folder/dev/shm"

# inside COMMAND...: in a fresh clone of the last commit, with nothing of this machine's environment but what is passed.
inside() {
    for name in $(env | sed -n 's/^\([A-Za-z_][A-Za-z_0-9]*\)=.*/\1/p'); do
        case $name in
            PIP_* | MAVEN_* | SSL_CERT_* | *_CA_BUNDLE | *_proxy | *_PROXY)
                eval "value=\${$name-}"
                set -- "$name=$value" "$@"
                # The Debian's own list of authorities is as good as this machine's.
                case $value in
                    /*) [ -e "$folder$value" ] || pass "$value" ;;
                esac
                ;;
        esac
    done
    env -i HOME="$home" USER=root LOGNAME=root SHELL=/bin/bash TERM="${TERM:-dumb}" \
        PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin \
        chroot "$folder" /usr/bin/env -C "$home/statusrules" "$@"
}

if [ -n "$authorities" ]; then
    mkdir -p "$folder/usr/local/share/ca-certificates"
    for file in $authorities; do
        pass "$file"
    done
    chroot "$folder" update-ca-certificates >/dev/null
fi
rm -rf --one-file-system "$folder${home:?}/statusrules"
git -c safe.directory='*' clone -q --no-hardlinks "$root" "$folder$home/statusrules"
commit=$(git -c safe.directory='*' -C "$folder$home/statusrules" rev-parse --short HEAD)
if [ -n "$(git -c safe.directory='*' -C "$root" status --porcelain)" ]; then
    echo "debian: what is not committed here is not tested" >&2
fi

# ---- The commands ----

result=0
told=
# run COMMAND...: runs it, and keeps how it ended.
run() {
    code=0
    begun=$(date +%s)
    printf '\n== %s, commit %s: %s\n' "$suite" "$commit" "$*"
    inside "$@" </dev/null || code=$?
    told="${told:+$told; }$* exited with $code after $((($(date +%s) - begun + 30) / 60)) minutes"
    [ "$result" != 0 ] || result=$code
}

if [ $# -gt 0 ]; then
    run "$@"
else
    run sh examples/run.sh
    run sh tests/run.sh
fi

version=$(cat "$folder/etc/debian_version")
printf '\ndebian %s (%s), commit %s: %s\n' "$version" "$suite" "$commit" "$told"
exit "$result"
