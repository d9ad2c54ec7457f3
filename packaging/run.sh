#!/bin/sh
# Starts Image Ferry from this checkout on Debian or Ubuntu; `--help` says how.

checkout=$(cd "$(dirname "$0")/.." && pwd) || exit
. "$checkout/packaging/common.sh"

environment=$checkout/.venv
screenshots=$checkout/.cache/screenshots

usage() {
    cat <<'END'
Usage: sh packaging/run.sh [--engine URL] [--yes] [FILE…]

Makes a virtual environment in .venv, installs what is missing and opens the
window, with the files if any are named. Without a display it runs on a virtual
one, saves an image and loads it again through its window.

  --engine URL  use this engine, such as unix:///var/run/docker.sock
  --yes         install a container engine without asking, if none answers
END
}

# --- A container engine ---------------------------------------------------------------------------

# look_for_engine: sets `state` to what can be expected of one.
look_for_engine() {
    attend "$environment/bin/python" "$checkout/packaging/engine_state.py" >"$work/state" || exit
    state=$(cat "$work/state")
}

# offer_engine: sees to it that one answers, where nothing of the kind is here and nobody objects.
offer_engine() {
    look_for_engine
    case $state in
    none) if [ "$(id -u)" = 0 ]; then offer_docker; else offer_podman; fi ;;
    refused) say "A container engine is here that cannot be used; the window says why." ;;
    esac
}

offer_podman() {
    if command -v dockerd >/dev/null; then
        say "Docker is installed and does not run; the window says what can be done."
        return
    fi
    agreed "No container engine answers. Install Podman from the distribution?" || return 0
    need podman uidmap
}

offer_docker() {
    if ! command -v dockerd >/dev/null; then
        agreed "No container engine answers. Install docker.io from the distribution?" || return 0
        need docker.io xz-utils # it unpacks .xz with that one's program
    elif [ -d /run/systemd/system ]; then
        agreed "Docker is installed and does not run. Start it?" || return 0
    fi
    if [ -d /run/systemd/system ]; then
        quietly "Starting Docker" systemctl start docker
    else
        start_docker
    fi
}

# start_docker: without systemd, for as long as this script runs.
start_docker() {
    say "Starting Docker, for as long as the program runs."
    docker_answers && return
    say "It did not start; once more, without a network for its containers."
    docker_answers --iptables=false --ip6tables=false --bridge=none && return
    tail -n 5 "$work/dockerd" >&2
    fail "Docker does not start; the last that it said is above."
}

docker_answers() {
    start dockerd "$@" >"$work/dockerd" 2>&1
    process=${started%% *}
    for _ in $(seq 60); do
        look_for_engine
        [ "$state" = answers ] && return
        kill -0 "$process" 2>/dev/null || return
        sleep 0.5
    done
    return 1
}

# agreed QUESTION: whether the answer is yes; where nobody can be asked, it is no.
agreed() {
    if [ -n "$yes" ]; then
        say "$1 Yes, because of --yes."
    elif [ -t 0 ]; then
        printf '%s [y/N] ' "$1"
        read -r answer
        case $answer in [yY]*) return 0 ;; *) return 1 ;; esac
    else
        say "$1 Nobody can be asked here; --yes says yes."
        return 1
    fi
}

# --- The window -----------------------------------------------------------------------------------

show_window() {
    attend "$environment/bin/image-ferry" ${engine:+--engine "$engine"} "$@"
    status=$?
    [ "$status" = 134 ] && fail "The window could not be opened; does the display answer?"
    return "$status"
}

# demonstrate: the same program, in front of nobody.
demonstrate() {
    say "There is no display: the program runs on a virtual one."
    [ -d /tmp/.X11-unix ] || mkdir -m 1777 /tmp/.X11-unix # only root's server would make it
    mkfifo "$work/display"
    # shellcheck disable=SC2016 # $0 is the inner shell's
    start sh -c 'exec Xvfb -displayfd 4 -screen 0 1280x800x24 -nolisten tcp 4>"$0"' \
        "$work/display" 2>"$work/xvfb"
    read -r number <"$work/display" || fail "The virtual display did not start: $(cat "$work/xvfb")"
    export DISPLAY=":$number"
    start openbox --sm-disable >"$work/openbox" 2>&1 # for frames and titles
    attend env QT_QPA_PLATFORM=xcb "$environment/bin/python" \
        "$checkout/packaging/demonstration.py" ${engine:+--engine "$engine"} "$screenshots"
}

# --------------------------------------------------------------------------------------------------

engine='' yes=''
left=$#
while [ "$left" -gt 0 ]; do
    argument=$1
    shift
    left=$((left - 1))
    case $argument in
    --help | -h) usage && exit ;;
    --yes) yes=yes ;;
    --engine=*) engine=${argument#*=} ;;
    --engine)
        [ "$left" -gt 0 ] || fail "--engine needs an address."
        engine=$1
        shift
        left=$((left - 1))
        ;;
    -*) fail "There is no option $argument; --help names those that there are." ;;
    *) set -- "$@" "$argument" ;;
    esac
done

display=${DISPLAY:-}${WAYLAND_DISPLAY:-}
if [ -n "$display" ]; then need_window; else need_window xvfb openbox; fi
install_program "$environment"
[ -n "$engine" ] || offer_engine
if [ -n "$display" ]; then show_window "$@"; else demonstrate; fi
