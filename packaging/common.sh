# shellcheck shell=sh
# What run.sh and test.sh share: plain words, packages of the distribution, a virtual environment
# with this checkout's wheel in it, and leaving nothing behind. They source it and set `checkout`.
: "${checkout:?}"
PATH=$PATH:/usr/local/sbin:/usr/sbin:/sbin # where a plain user's may not look

say() { printf '%s\n' "$*"; }

fail() {
    printf '%s\n' "$*" >&2
    exit 1
}

# --- Leaving nothing behind -----------------------------------------------------------------------

started='' # what runs on our account, the newest first
work=$(mktemp -d) || fail "No temporary folder can be made; is the disk full?"
trap finish EXIT
trap 'exit 129' HUP
trap 'exit 130' INT
trap 'exit 143' TERM

tidy() { :; } # what else is to be done then; whoever needs it defines it anew

finish() {
    status=$?
    trap '' HUP INT TERM # nothing cuts the tidying short
    for process in $started; do
        { kill -- "-$process" || kill "$process"; } && wait "$process"
    done 2>/dev/null
    tidy
    rm -rf "$work"
    exit "$status"
}

# start COMMAND…: runs it beside us. A session of its own keeps Ctrl+C from it; `finish` ends it,
# with all that it started, after what leans on it.
start() { # a shell lets what runs beside it ignore some signals, for good
    setsid env --default-signal=INT,QUIT "$@" <&3 &
    started="$! $started"
}

# attend COMMAND…: runs it and waits, so that a signal that is meant for us ends it, too.
attend() {
    start "$@"
    attended=0
    wait "${started%% *}" || attended=$?
    started=${started#* }
    return "$attended"
}

# What runs beside a script is given no standard input, and the script may have none either.
if (: <&0) 2>/dev/null; then exec 3<&0; else exec 3</dev/null; fi

# quietly WHAT COMMAND…: keeps the output for the case that it fails.
quietly() {
    what=$1
    shift
    "$@" >"$work/output" 2>&1 && return
    tail -n 15 "$work/output" >&2
    fail "$what failed; the last that it said is above."
}

# --- Packages of the distribution -----------------------------------------------------------------

as_root() {
    if [ "$(id -u)" = 0 ]; then
        "$@"
    elif command -v sudo >/dev/null; then
        sudo "$@"
    else
        fail "This needs root, and there is no sudo: $*"
    fi
}

# need PACKAGE…: installs those that are not there.
need() {
    if ! command -v apt-get >/dev/null; then
        say "This is neither Debian nor Ubuntu; going on with what is here."
        return
    fi
    # shellcheck disable=SC2016 # the variables are dpkg's
    dpkg-query -W -f '${Package} ${db:Status-Status}\n' | sed -n 's/ installed$//p' >"$work/installed"
    missing=''
    for package; do # some have another name since time has 64 bits
        grep -qxF -e "$package" -e "${package}t64" "$work/installed" || missing="$missing $package"
    done
    [ -n "$missing" ] || return 0
    say "Installing packages of the distribution:$missing"
    quietly "apt-get update" as_root apt-get update
    # shellcheck disable=SC2086 # one word a package
    quietly "apt-get install" as_root env DEBIAN_FRONTEND=noninteractive \
        apt-get install -y --no-install-recommends -o DPkg::Lock::Timeout=300 $missing
}

# need_window: what Qt's window needs, and a font for each of our languages.
need_window() {
    set -- libglib2.0-0 libdbus-1-3 libegl1 libfontconfig1 libgl1 libxcb-cursor0 libxcb-icccm4 \
        libxcb-image0 libxcb-keysyms1 libxcb-randr0 libxcb-render-util0 libxcb-shape0 \
        libxcb-shm0 libxcb-sync1 libxcb-xfixes0 libxcb-xkb1 libxkbcommon-x11-0 libxkbcommon0 \
        libwayland-cursor0 libwayland-egl1 "$@"
    has_font en || set -- fonts-dejavu-core "$@"
    has_font zh-cn || set -- fonts-wqy-microhei "$@"
    need "$@"
}

has_font() { fc-list ":lang=$1" 2>/dev/null | grep -q .; }

# --- The program ----------------------------------------------------------------------------------

# find_python: sets `python` to one that is new enough.
find_python() {
    for python in python3 python3.14 python3.13 python3.12 python3.11 /usr/bin/python3; do
        "$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && return
    done
    fail "Python 3.11 or later is needed, and this computer has none."
}

# install_program FOLDER [EXTRA]: a virtual environment with this checkout's wheel, and with what
# the extra asks for. Nothing is done where the sources are those of the last time.
install_program() {
    find_python
    if ! "$python" -c 'import ensurepip' 2>/dev/null; then
        need "$("$python" -c 'import sys; print("python%d.%d-venv" % sys.version_info[:2])')"
    fi
    mkdir -p "$1" || fail "The folder $1 cannot be made."
    exec 9<"$1"
    flock 9 # two at a time would build into each other's arms
    sources=$(fingerprint)
    if [ "$(cat "$1/sources" 2>/dev/null)" != "$sources" ] || ! "$1/bin/python" -c ''; then
        rm -f "$1/sources"
        build_and_install "$@"
        echo "$sources" >"$1/sources"
    fi
    exec 9>&-
}

build_and_install() {
    if ! "$1/bin/python" -m pip --version >/dev/null 2>&1; then
        say "Making a virtual environment in $1"
        quietly "Making it" attend "$python" -m venv --clear "$1"
    fi
    say "Building the program and installing it there; the first time this takes minutes."
    quietly "Building" pip "$1" wheel --no-deps --wheel-dir "$work" "$checkout"
    wheel=$(echo "$work"/image_ferry-*.whl)
    # Twice, because pip takes the same version for the same program.
    quietly "Installing" pip "$1" install "$wheel${2:+[$2]}"
    quietly "Installing" pip "$1" install --force-reinstall --no-deps "$wheel"
}

# pip FOLDER ARGUMENT…: the one of that virtual environment; its temporary files are ours.
pip() {
    environment=$1
    shift
    attend env TMPDIR="$work" "$environment/bin/python" -m pip "$@"
}

# fingerprint: changes with whatever goes into the wheel.
fingerprint() (
    cd "$checkout" || exit
    find desktop_app resources packaging/hatch_build.py pyproject.toml README.md LICENSE \
        -type f ! -name '*.pyc' -exec sha256sum {} + | sort | sha256sum
)

# Qt and Python read file names as UTF-8 only where the locale says so.
if [ "$(locale charmap 2>/dev/null)" != UTF-8 ]; then
    if [ -n "${LC_ALL:-}" ]; then export LC_ALL=C.UTF-8; else export LC_CTYPE=C.UTF-8; fi
fi
