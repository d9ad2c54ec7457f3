#!/bin/sh
# Runs every check and every test of this checkout on Debian or Ubuntu; `--help` says how.

checkout=$(cd "$(dirname "$0")/.." && pwd) || exit
. "$checkout/packaging/common.sh"

environment=$checkout/.cache/test
bin=$environment/bin

usage() {
    cat <<'END'
Usage: sh packaging/test.sh [--engines none|ci|all] [--soak] [PYTEST'S OPTIONS…]

Installs what the tests need, builds the program, and runs every check and,
against the program as it was installed, every test. Engines are started by the
tests, which takes root: a plain user is asked for sudo.

  --engines none  leave out the tests that need an engine
  --engines ci    Debian 12's own Docker and Podman, and a newer Docker for
                  archives of every form (the default)
  --engines all   engines of more versions: gigabytes, and minutes
  --soak          add the long runs: each fault ten times, the program killed at
                  20 points, an image of 10 GB (which wants 40 GB of room), a
                  quarter of an hour of damaged files. Hours, and best on a
                  computer that does nothing else

With options of your own, as in `tests/archives -k whole`, no coverage is asked,
and run.sh does not have to show that a save and a load work.
END
}

engines=ci narrowed='' previous=''
for argument; do
    case $argument in
    --help | -h) usage && exit ;;
    --engines=*) engines=${argument#*=} ;;
    --engines | --soak) ;;
    *) if [ "$previous" = --engines ]; then engines=$argument; else narrowed=yes; fi ;;
    esac
    previous=$argument
done
case $engines in none | ci | all) ;; *) fail "--engines is none, ci or all, not $engines." ;; esac

if [ "$engines" != none ] && [ "$(id -u)" != 0 ]; then
    command -v sudo >/dev/null || fail "The tests start engines, which takes root: there is no sudo."
    say "The tests start engines of their own, which takes root: going on with sudo."
    rm -rf "$work"
    exec sudo -E -H sh "$0" "$@"
fi

policy=/usr/sbin/policy-rc.d # where Debian asks whether a package may start its service
is_policy_ours=''

tidy() {
    allow_services
    # Whoever came by sudo gets what was made here.
    if [ -n "${SUDO_UID:-}" ] && [ "$(stat -c %u "$checkout")" = "$SUDO_UID" ]; then
        find "$checkout" -user root -exec chown -h "$SUDO_UID" {} +
    fi
}

forbid_services() {
    [ ! -e "$policy" ] || return 0
    is_policy_ours=yes
    printf '#!/bin/sh\nexit 101\n' >"$policy"
    chmod +x "$policy"
}

allow_services() {
    [ -z "$is_policy_ours" ] || rm -f "$policy"
    is_policy_ours=''
}

# need_engines: their programs alone; the tests start what they need, and nothing is left running.
need_engines() {
    forbid_services
    need docker.io podman xz-utils # Docker unpacks .xz with that one's program
    need skopeo buildah umoci # they write archives that are to be known
    need debootstrap # for engines of other versions
    need libfuse2 openssl # a stick that can be pulled out, certificates for an engine
    command -v docker >/dev/null || need docker-cli # Debian 13 has it in a package of its own
    allow_services
}

# check NAME COMMAND…: one that fails does not keep the others from being run.
check() {
    name=$1
    shift
    say "--- $name"
    attend "$@" || failed="${failed:+$failed, }$name"
}

# demonstrate: run.sh as where there is no display and Docker does not run. In namespaces of its own
# its Docker meets no engine and no network of this computer, and ends with them.
demonstrate() {
    install_program "$checkout/.venv" # where run.sh looks for it; there it has no network
    mkdir -p /etc/docker /var/lib/docker
    # shellcheck disable=SC2016 # $folder is the inner shell's
    check "demonstration" env -i PATH="$PATH" HOME="$work" \
        unshare --mount --propagation private --net --pid --fork --kill-child --mount-proc \
        sh -euc 'for folder in /run /etc/docker /var/lib/docker; do
            mount -t tmpfs -o mode=755 tmpfs "$folder"
        done
        exec sh packaging/run.sh --yes'
}

need_window xvfb openbox xdotool procps shellcheck
need dbus-daemon python3-dbusmock openssl # a desktop that keeps awake, engines that encrypt
need at-spi2-core python3-pyatspi # what a screen reader hears of the program
need zstd libarchive-tools # they must be able to read what the program compresses
[ "$engines" = none ] || need_engines
install_program "$environment" dev
cd "$checkout" || exit

failed=''
check "rules" "$bin/ruff" check
check "format" "$bin/ruff" format --check
check "types" "$bin/mypy"
check "imports" "$bin/lint-imports"
check "shell scripts" shellcheck -x packaging/*.sh .ci/run
check "translations" "$bin/python" packaging/translations.py --check

# The tests come from the tree, the program from the environment. PYTHONSAFEPATH keeps the current
# folder, where the program's sources are, out of every Python's path, and so does an empty
# pythonpath. pytest gives `tests` its name by itself, as it does with import-mode=importlib.
set -- -o pythonpath= "$@"
export COVERAGE_FILE="$checkout/.cache/coverage"
measured=''
if [ -z "$narrowed" ] && [ "$engines" != none ]; then
    measured=yes
    # Two at a time, because many tests only wait for an engine; each file stays with one engine.
    set -- -n 2 --dist loadfile --cov --cov-report=term:skip-covered --cov-fail-under=95 "$@"
fi
check "tests" env PYTHONSAFEPATH=1 "$bin/pytest" "$@"
# What looks into files from anywhere has no line that no test has seen.
[ -z "$measured" ] || check "coverage of archives" "$bin/coverage" report \
    --include='*/desktop_app/archives/*' --skip-covered --fail-under=100
[ -z "$measured" ] || demonstrate

[ -z "$failed" ] || fail "Not everything is well: $failed."
say "Everything is well."
