#!/bin/sh
# Prepares the machine for Whyflow; `make` calls it. What is already there is left alone.
#   ./setup.sh run       .venv with Whyflow in it
#   ./setup.sh dev       the same, and what tests and linters need
#   ./setup.sh browser   Chromium and Chinese fonts from Debian, for the browser tests
set -eu
cd "$(dirname "$0")"
python=.venv/bin/python

stop() {
    printf '%s\n' "$@" >&2
    exit 1
}

# The first Python that is new enough; PYTHON=... leaves no choice.
find_python() {
    for name in ${PYTHON:-python3 python3.13 python3.12 python3.11 /usr/bin/python3}; do
        if "$name" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
            echo "$name"
            return
        fi
    done
    stop "Whyflow needs Python 3.11 or newer; ${PYTHON:-python3} is $(version "${PYTHON:-python3}")." \
        "Install one (sudo apt-get install python3 python3-venv), or name one: make run PYTHON=python3.12"
}

version() {
    "$1" -c 'import platform; print(platform.python_version())' 2>/dev/null || echo "not there"
}

make_venv() {
    # An interrupted creation, or a Python that has been removed since, leaves a .venv without pip.
    "$python" -m pip --version >/dev/null 2>&1 && return
    base=$(find_python)
    "$base" -c 'import ensurepip, venv' 2>/dev/null || stop \
        "$base comes without venv. On Debian and Ubuntu this brings it:" \
        "    sudo apt-get install $("$base" -c 'import sys; print("python%d.%d-venv" % sys.version_info[:2])')"
    echo "Making .venv with $base ($(version "$base"))."
    rm -rf .venv
    "$base" -m venv .venv
}

check_compiler() {
    "$python" -c 'import importlib.metadata as m; m.version("llama-cpp-python")' 2>/dev/null && return
    for name in "${CXX:-}" c++ g++ clang++; do
        [ -n "$name" ] && command -v "$name" >/dev/null && return
    done
    stop "llama-cpp-python is compiled for this machine, and there is no C++ compiler." \
        "On Debian and Ubuntu this brings one:" "    sudo apt-get install build-essential"
}

pip_do() {
    action=$1
    shift
    "$python" -m pip "$action" --disable-pip-version-check --no-input -c constraints.txt "$@"
}

# Without what only llama.cpp's own programs and images need, which is half of the compilation. The
# option for the former is forced by the package; an ordinary variable of its name goes before it.
compile_llama() {
    echo "set(LLAMA_BUILD_COMMON OFF)" >.venv/llama.cmake
    CMAKE_ARGS="${CMAKE_ARGS:-} -DLLAVA_BUILD=OFF -DCMAKE_PROJECT_INCLUDE=$PWD/.venv/llama.cmake" \
        CMAKE_BUILD_PARALLEL_LEVEL=$(getconf _NPROCESSORS_ONLN) \
        pip_do wheel --no-deps --wheel-dir .venv/wheels llama-cpp-python
}

# What the solver's search needs to be compiled, see compile_search.
search="numba pydantic fluent.runtime pyyaml"

# Takes a core for a minute or two, while pip needs the other. It goes on after this script if it is
# not done by then: whoever needs the search waits for it, and compiles it if nothing came of this.
compile_search() {
    "$python" -m tools.solver.search.compile 2>/dev/null
}

# In steps, so that an interruption keeps the steps already done. torch comes first: pip would
# otherwise weigh versions that bring several GB of CUDA.
install() {
    make_venv
    check_compiler
    echo "Installing, once: 1 of 2, torch; meanwhile llama-cpp-python is compiled (about 3 minutes)."
    trap 'trap - INT TERM; kill 0' INT TERM  # what runs in the background does not hear Ctrl-C
    compile_llama &
    compiling=$!
    pip_do install torch==2.13.0 $search
    wait "$compiling"
    echo "2 of 2, everything else; meanwhile the search for plans is compiled."
    compile_search &
    pip_do install --find-links .venv/wheels -e "$1"
}

# What an installation depends on; the folder, because .venv holds its absolute path.
state() {
    { pwd && cat constraints.txt pyproject.toml; } | cksum
}

installed() {
    [ "$(cat ".venv/installed-$1" 2>/dev/null)" = "$(state)" ]
}

have_browser() {
    command -v chromium >/dev/null || command -v google-chrome >/dev/null
}

have_fonts() {
    command -v fc-list >/dev/null && [ -n "$(fc-list :lang=zh)" ]
}

as_root() {
    if [ "$(id -u)" = 0 ]; then "$@"; else sudo -n "$@"; fi
}

# A missing browser is no failure: its tests are skipped, with the reason.
get_browser() {
    have_browser && have_fonts && return
    packages="chromium fonts-noto-cjk fontconfig"
    if command -v apt-get >/dev/null && as_root true 2>/dev/null; then
        as_root apt-get update -q && as_root env DEBIAN_FRONTEND=noninteractive \
            apt-get install -y -q --no-install-recommends $packages && return
    fi
    echo "Chromium or Chinese fonts are missing, so the browser tests will be skipped. To run them:"
    echo "    sudo apt-get install $packages"
}

# Not `installed ... || install`: in such a list the shell would not stop at the first failure.
case "${1:-}" in
run)
    if ! installed run && ! installed dev; then
        install .
        state >.venv/installed-run
    fi
    ;;
dev)
    if ! installed dev; then
        install '.[dev]'
        state >.venv/installed-dev
    fi
    ;;
browser) get_browser ;;
*) stop "Usage: ./setup.sh run | dev | browser" ;;
esac
