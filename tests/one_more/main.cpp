// SPDX-License-Identifier: BSL-1.0
// Built with headers to whose schema page run.sh has added a kind, `care_setting`, and a relation to it, `offered_in`.
#include <treatise/query/diff.hpp>
#include <treatise/query/gaps.hpp>
#include <treatise/query/why.hpp>
#include <treatise/render/answers/gaps.hpp>
#include <treatise/toml/read.hpp>
#include <treatise/treatise.hpp>
#if __has_include(<yaml-cpp/yaml.h>)
#include <treatise/bulk/export_kgx.hpp>
#endif

#include <cstdio>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>

using namespace treatise;

namespace {

constexpr std::string_view base = R"toml([base]
key = "one-more"
name = "One more"
version = "1.0.0"
editors = "nobody"
notice = "Made up for tests; never for use."
released = 2024-10-01

[[cause]]
key = "pain"
name = "Pain"

[[therapy]]
key = "alphaprofen"
name = "Alphaprofen"

[[therapy]]
key = "betaprofen"
name = "Betaprofen"

[[care_setting]]
key = "day-clinic"
name = "Day clinic"

[[source]]
key = "trial"
name = "Trial"
kind = "trial"
title = "A trial"
authors = "not stated"
published = 2019

[[used_for]]
id = "use-of-alphaprofen"
subject = "alphaprofen"
object = "pain"
stance = "for"
source = "trial"
place = "page 1"
checked = 2024-10-01

[[used_for]]
id = "use-of-betaprofen"
subject = "betaprofen"
object = "pain"
stance = "for"
source = "trial"
place = "page 1"
checked = 2024-10-01
)toml";

constexpr std::string_view claim_of_it = R"toml(
[[offered_in]]
id = "alphaprofen-in-a-day-clinic"
subject = "alphaprofen"
object = "day-clinic"
stance = "for"
about = ["pain"]
source = "trial"
place = "page 2"
checked = 2024-10-01
)toml";

int failures = 0;
void found(char const* where, bool is) {
    std::printf("%-12s %s\n", where, is ? "found" : "NOT FOUND");
    failures += !is;
}
bool holds(std::string const& text, std::string_view part) { return text.find(part) != text.npos; }

}  // namespace

int main(int, char** arguments) {
    auto const without = read_toml({{"base.toml", std::string{base}}});
    auto const with = read_toml({{"base.toml", std::string{base}}, {"more.toml", std::string{claim_of_it}}});
    if (!without || !with) {
        for (auto const* made : {&without, &with})
            if (!*made)
                for (auto const& p : made->error()) std::printf("%s\n", to_string(p).c_str());
        return 1;
    }
    auto const kb = with->view();
    auto const pain = *find<cause>(kb, "pain");
    auto const alpha = *find<therapy>(kb, "alphaprofen"), beta = *find<therapy>(kb, "betaprofen");
    auto const has = [&](std::vector<statement> const& all) {
        for (auto const& s : all)
            if (kb.is<offered_in>(s.claim) && s.facet == facet::consideration && s.applies == applicability::exact) return true;
        return false;
    };
    found("why", has(why(kb, pain, alpha)));
    found("tradeoffs", has(tradeoffs(kb, alpha, pain)));

    bool gap_of_beta = false, gap_of_alpha = false;
    for (auto const& g : gaps(kb, pain))
        if (g.about == id<entity>{*find<care_setting>(kb, "day-clinic")}) (g.option == beta ? gap_of_beta : gap_of_alpha) = true;
    found("gaps", gap_of_beta && !gap_of_alpha);
    found("gaps told", holds(plain_text(tell_gaps(kb, pain)), "day clinic"));

    auto const table = compare(kb, pain, views::overview, {}, {.all = true});
    bool in_practical = false;
    for (std::uint32_t r = 0; r != table.rows.size(); ++r)
        for (std::uint32_t c = 0; c != table.view.columns.size(); ++c)
            if (table.view.columns[c].key == "practical")
                for (auto const& t : table.in(table.at(r, c))) in_practical = in_practical || kb.is<offered_in>(t.says.claim);
    found("column", in_practical);
    found("words", holds(plain_text(lay_out(table)), "ay clinic"));
    found("JSON", holds(json(table), "\"relation\":\"offered_in\"") || holds(json(table), "\"relation\": \"offered_in\""));

    bool in_diff = false;
    for (auto const& change : diff(without->view(), kb))
        in_diff = in_diff || (change.what == change::added && change.key == "alphaprofen-in-a-day-clinic");
    found("diff", in_diff);

#if __has_include(<yaml-cpp/yaml.h>)
    std::string const folder = std::string{arguments[1]} + "/kgx";
    (void)export_kgx(kb, folder);
    std::ifstream edges{folder + "/edges.tsv"}, nodes{folder + "/nodes.tsv"};
    std::string const edge_text{std::istreambuf_iterator<char>{edges}, {}}, node_text{std::istreambuf_iterator<char>{nodes}, {}};
    found("KGX", holds(edge_text, "offered_in") && holds(node_text, "care_setting"));
#else
    (void)arguments;
#endif
    return failures == 0 ? 0 : 1;
}
