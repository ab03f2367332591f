#!/bin/sh
# run.sh COMPILER INCLUDE FOLDER: builds one program of files in C++20, C++23 and C++26 under AddressSanitizer and runs it, linked
# in both orders. clang 19 builds it where it is installed, because g++ 12 knows no C++26; what is used is said.
set -eu
compiler=$1 include=$2 folder=$3
here=$(dirname "$0")
rm -rf "$folder" && mkdir -p "$folder"
echo 'int main() {}' >"$folder/empty.cpp"

builds() { "$@" "$folder/empty.cpp" -o "$folder/empty" >/dev/null 2>&1 && "$folder/empty"; }

if builds clang++-19 -std=c++26 -fsanitize=address; then compiler=clang++-19; fi
sanitize=-fsanitize=address
builds "$compiler" $sanitize || { sanitize=; echo "no AddressSanitizer with $compiler"; }
newest() { for s in "$@"; do builds "$compiler" "-std=$s" && echo "$s" && return; done; }
a=c++20 b=$(newest c++23 c++2b c++20) c=$(newest c++26 c++2c c++23 c++2b c++20)
echo "$compiler $sanitize: $a, $b and $c"

compile() { "$compiler" $sanitize -O0 -Wall -Wextra -Werror -DTOML_EXCEPTIONS=0 -I "$include" "$@"; }
compile -std=$a -DSIDE=side_a -c "$here/side.cpp" -o "$folder/a.o"
compile "-std=$b" -DSIDE=side_b -c "$here/side.cpp" -o "$folder/b.o"
compile "-std=$c" -DSIDE=side_c -c "$here/side.cpp" -o "$folder/c.o"
compile -std=$a -c "$here/main.cpp" -o "$folder/main.o"
cd "$folder"
"$compiler" $sanitize main.o a.o b.o c.o -o forwards && ./forwards "$folder"
"$compiler" $sanitize c.o b.o a.o main.o -o backwards && ./backwards "$folder"
