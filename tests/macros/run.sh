#!/bin/sh
# run.sh COMPILER INCLUDE FOLDER: compiles every header that needs no library behind the macros that <windows.h> and others define.
# The standard headers stand before them: a standard library keeps itself clear of them, or does not.
set -eu
compiler=$1 include=$2 folder=$3
mkdir -p "$folder"
cd "$include"
{
    grep -rhoE '#include <[a-z_]+>' treatise --exclude-dir=boost --exclude-dir=toml --exclude-dir=bulk | sort -u
    printf '#if __has_include(<nlohmann/json.hpp>)\n#include <nlohmann/json.hpp>\n#endif\n'  # it keeps itself clear of some alone
    cat <<'MACROS'
#define min(a, b) (((a) < (b)) ? (a) : (b))
#define max(a, b) (((a) > (b)) ? (a) : (b))
#define near
#define far
#define small char
#define interface struct
#define IN
#define OUT
#define OPTIONAL
#define TRUE 1
#define FALSE 0
#define ERROR 0
#define DELETE (0x00010000L)
#define CONST const
#define VOID void
MACROS
    find treatise -name '*.hpp' ! -path 'treatise/boost*' ! -path 'treatise/toml*' ! -path 'treatise/bulk*' | sort |
        sed 's/.*/#include <&>/'
} >"$folder/macros.cpp"
exec "$compiler" -std=c++20 -fsyntax-only -I . "$folder/macros.cpp"
