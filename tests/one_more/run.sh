#!/bin/sh
# run.sh COMPILER INCLUDE FOLDER: copies the headers, adds one kind and one relation to the schema page, and runs a
# program that asks for a claim of it everywhere. What the page says in one place is all that is added.
set -eu
compiler=$1 include=$2 folder=$3
here=$(dirname "$0")
rm -rf "$folder" && mkdir -p "$folder"
cp -R "$include" "$folder/include"
rm -f "$folder/include/treatise/knowledge/"*.hpp  # baked with the other schema
page=$folder/include/treatise/model/schema.hpp
sed -e 's/^using kinds = list</&struct care_setting, /' \
    -e 's/^using claim_relations = list</&struct offered_in, /' \
    -e '/^\/\/ What the relations of claims carry/i\
struct care_setting : kind {\
    static constexpr std::string_view name = "care_setting";\
    static constexpr auto gaps = gap_of::object;\
};\
' -e '/^struct used_for : relation</i\
struct offered_in : relation<option, care_setting> {\
    static constexpr std::string_view name = "offered_in";\
    static constexpr auto tells = facet::consideration;\
};' "$include/treatise/model/schema.hpp" >"$page"
compile() { "$compiler" -std=c++20 -O0 -w -DTOML_EXCEPTIONS=0 -I "$folder/include" "$@"; }
mkdir "$folder/kgx" "$folder/docs"
compile "$here/main.cpp" -o "$folder/one_more"
"$folder/one_more" "$folder"

# The reference page, as its own test writes it.
catch=
echo '#include <catch2/catch.hpp>' | compile -x c++ -fsyntax-only - 2>/dev/null || catch=-lCatch2
compile -I "$here/../support" -DTREATISE_SOURCE_DIR="\"$folder\"" -DTREATISE_SHARED_DIR='""' -DTREATISE_TOOL='""' \
    "$here/../support/main.cpp" "$here/../support/fixtures.cpp" "$here/../whole/reference_test.cpp" -o "$folder/reference" $catch
# It also asks for a sentence on each new field, which this schema has not.
TREATISE_UPDATE=1 "$folder/reference" "the reference pages say what the code says" >/dev/null || true
grep -q '`care_setting`' "$folder/docs/reference.md"
grep -q '`offered_in`' "$folder/docs/reference.md"
echo 'reference    found'
