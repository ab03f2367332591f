# Sourced by scripts/treatise and scripts/test: finds what is missing, installs it with the system's package manager, builds.
# Everything it says goes to standard error.

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
logs=$root/build/logs
jobs=$(getconf _NPROCESSORS_ONLN 2>/dev/null || echo 2)

say() { printf '%s\n' "$*" >&2; }

# One set-up at a time; the lock ends with the process.
lock() {
    mkdir -p "$logs" || exit 2
    command -v flock >/dev/null || return 0
    exec 9>"$root/build/lock"
    flock -n 9 || { say "Waiting for another set-up of this folder to end ..."; flock 9; }
}

# step NAME COMMAND...: runs it and shows how it goes; where it fails, shows its last lines and ends.
step() {
    local name=$1 log status
    shift
    log=$logs/$(printf '%s' "$name" | tr -cs 'A-Za-z0-9' '-').log
    say "$name ..."
    "$@" </dev/null 9>&- 2>&1 | tee "$log" | progress
    status=${PIPESTATUS[0]}
    if [ "$status" -ne 0 ]; then
        say "This step failed: $name. Its last lines:"
        tail -n 25 "$log" | sed 's/^/    /' >&2
        say "All of them: $log"
        exit 2
    fi
}

# On a terminal the last line, in place; elsewhere a line every five seconds.
progress() {
    local line shown=$SECONDS
    while IFS= read -r line; do
        if [ -t 2 ]; then
            printf '\r\033[K    %.74s' "$line" >&2
        elif [ $((SECONDS - shown)) -ge 5 ]; then
            say "    $line"
            shown=$SECONDS
        fi
    done
    if [ -t 2 ]; then printf '\r\033[K' >&2; fi
}

# The compiler: $CXX where it is set, else the first that is new enough.
usable_compiler() {
    command -v "${1%% *}" >/dev/null && $1 -std=c++20 -fsyntax-only -x c++ - >/dev/null 2>&1 <<'END'
#if defined(__apple_build_version__)
#if __clang_major__ < 15
#error
#endif
#elif defined(__clang__)
#if __clang_major__ < 16
#error
#endif
#elif __GNUC__ < 12
#error
#endif
#include <concepts>
#include <string>
END
}
find_compiler() {
    local candidate
    if [ -n "${CXX-}" ]; then
        usable_compiler "$CXX" && compiler=$CXX
        return
    fi
    for candidate in c++ g++ g++-15 g++-14 g++-13 g++-12 clang++ clang++-21 clang++-20 clang++-19 clang++-18 clang++-17 clang++-16; do
        if usable_compiler "$candidate"; then
            compiler=$candidate
            return
        fi
    done
    return 1
}

# Whether a thing is there is asked of the thing, not of the package manager.
command_there() { command -v "$1" >/dev/null; }
cmake_there() {
    command -v cmake >/dev/null || return 1
    local version
    version=$(cmake --version | sed -n '1s/[^0-9]*\([0-9]*\)\.\([0-9]*\).*/\1 \2/p')
    [ "${version% *}" -gt 3 ] || { [ "${version% *}" -eq 3 ] && [ "${version#* }" -ge 25 ]; }
}
compiles() { # a program on standard input
    [ -n "$compiler" ] && $compiler -std=c++20 -fsyntax-only ${brew_include:+-I "$brew_include"} -x c++ - >/dev/null 2>&1
}
header_there() { printf '#if !__has_include(<%s>)\n#error\n#endif\n' "$1" | compiles; }
boost_there() { printf '#include <boost/version.hpp>\n#if BOOST_VERSION < 107400\n#error\n#endif\n' | compiles; }
catch_there() { header_there catch2/catch_test_macros.hpp || header_there catch2/catch.hpp; }
jsonschema_there() { python3 -c 'import jsonschema' >/dev/null 2>&1; }

# need WHAT APT DNF PACMAN BREW TEST...: notes what is missing, and the package that has it.
need() {
    local what=$1 package
    case $manager in
        apt-get) package=$2 ;;
        dnf) package=$3 ;;
        pacman) package=$4 ;;
        *) package=$5 ;;
    esac
    shift 5
    "$@" && return
    missing+="    $what
"
    packages+=" $package"
}
needs() {
    missing='' packages='' compiler=''
    need "a C++20 compiler (g++ 12, clang 16 or newer), to build the tool" g++ gcc-c++ gcc llvm find_compiler
    need "CMake 3.25 or newer, to configure the build" cmake cmake cmake cmake cmake_there
    need "Ninja, to run the build" ninja-build ninja-build ninja ninja command_there ninja
    need "Boost 1.74 or newer (headers), for the checks of the knowledge graph" libboost-dev boost-devel boost boost boost_there
    need "toml++, to read knowledge files" libtomlplusplus-dev tomlplusplus-devel tomlplusplus tomlplusplus header_there toml++/toml.h
    need "CLI11, for the command line" libcli11-dev cli11-devel cli11 cli11 header_there CLI/CLI.hpp
    need "zlib, to read packed files" zlib1g-dev zlib-devel zlib zlib header_there zlib.h
    need "yaml-cpp, to read paths in YAML" libyaml-cpp-dev yaml-cpp-devel yaml-cpp yaml-cpp header_there yaml-cpp/yaml.h
    need "nlohmann/json, to read graphs in JSON" nlohmann-json3-dev json-devel nlohmann-json nlohmann-json header_there nlohmann/json.hpp
    [ "$1" = test ] || return 0
    need "Catch2, which runs the tests" catch2 catch-devel catch2 catch2 catch_there
    need "pkg-config, to test the installed package" pkg-config pkgconf-pkg-config pkgconf pkgconf command_there pkg-config
    need "Python 3, to check outputs in the tests" python3 python3 python python command_there python3
    need "Python's jsonschema, to check the JSON in the tests" python3-jsonschema python3-jsonschema python-jsonschema \
        python-jsonschema jsonschema_there
}

install_packages() {
    local as_root=
    [ "$(id -u)" -eq 0 ] || [ "$manager" = brew ] || as_root=sudo
    case $manager in
        apt-get)
            step "Reading the list of packages" $as_root apt-get update
            step "Installing$packages" $as_root env DEBIAN_FRONTEND=noninteractive \
                apt-get install -y --no-install-recommends $packages
            ;;
        dnf) step "Installing$packages" $as_root dnf install -y $packages ;;
        pacman) step "Installing$packages" $as_root pacman -Sy --needed --noconfirm $packages ;;
        brew) step "Installing$packages" brew install $packages ;;
    esac
}

# Makes sure that what the tool (or, with `test`, the tests) needs is there.
require() {
    manager=
    for candidate in apt-get dnf pacman brew; do
        if command -v $candidate >/dev/null; then
            manager=$candidate
            break
        fi
    done
    brew_include=
    [ "$manager" != brew ] || brew_include=$(brew --prefix)/include
    if [ -n "${CXX-}" ] && ! usable_compiler "$CXX"; then
        say "CXX is set to '$CXX', which is not here or too old: set it to g++ 12, clang 16 or newer, or leave it unset."
        exit 2
    fi
    needs "$1"
    [ -n "$missing" ] || return 0
    say "Treatise needs what is not here yet:"
    say "$missing"
    if [ -z "$manager" ]; then
        say "Please install it with your system's package manager, then run this again."
        exit 2
    fi
    if [ "$(id -u)" -ne 0 ] && [ "$manager" != brew ] && ! command -v sudo >/dev/null; then
        say "Please ask someone who may install packages for:"
        say "    $manager install$packages"
        say "then run this again."
        exit 2
    fi
    install_packages
    needs "$1"
    if [ -n "$missing" ]; then
        say "$manager installed its packages, but they are too old or not found. Please install by hand, then run this again:"
        say "$missing"
        exit 2
    fi
}

# build PRESET [TARGET]; with the tool of $TREATISE_TOOL_PROGRAM where that is set, and the quickest linker that is here.
build() {
    local linker=
    cd "$root" || exit 2
    if command_there mold && echo 'int main() {}' | $compiler -fuse-ld=mold -x c++ - -o /dev/null 2>/dev/null; then linker=-fuse-ld=mold; fi
    step "Configuring the build ($1)" env CXX="$compiler" cmake --preset "$1" --fresh \
        ${TREATISE_TOOL_PROGRAM:+-D "TREATISE_TOOL_PROGRAM=$TREATISE_TOOL_PROGRAM"} ${linker:+-D "CMAKE_EXE_LINKER_FLAGS=$linker"}
    step "Building ($1)" cmake --build "build/$1" -j "$jobs" ${2:+--target "$2"}
}
