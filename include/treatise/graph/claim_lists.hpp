// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/graph/claim_key.hpp>
#include <treatise/graph/knowledge_base.hpp>
#include <treatise/graph/problem.hpp>
#include <treatise/graph/source_text.hpp>
#include <treatise/model/fields.hpp>
#include <treatise/model/nearest.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

// Lists of claim ids, as text: the recalled ones, and every one that was ever released.
namespace treatise::inline v0_3 {

/// A claim id on a line of a list, and what stands behind it.
struct listed_claim {
    std::string id;
    std::string says;    ///< of a released claim: its relation, subject and object, a space between them
    std::string reason;  ///< why it was recalled, or why it was removed
    location where;
    date on{};  ///< the day of its recall, where the line gives one
};

/// A line at the head of a recall file, such as `number: 3`.
struct recall_field {
    std::string name, value;
    location where;
};
/// The names of these lines.
inline constexpr std::array<std::string_view, 4> recall_fields{"recalls", "number", "released", "hash"};

/// The lines of a list, and what is wrong with those that are not among them.
struct claim_list {
    std::vector<recall_field> head{};  ///< of recalls, where they are a file that a program can load
    std::vector<listed_claim> claims{};
    std::vector<listed_claim> comments{};  ///< comments that begin like `#an-id`, which may be meant as one
    std::vector<problem> problems{};
};

namespace graph_detail {

/// Calls `f(line, its number)` for each line, without its line break.
template <class F>
void each_line(std::string_view text, F&& f) {
    if (text.starts_with("\xef\xbb\xbf")) text.remove_prefix(3);
    for (std::uint32_t number = 1; !text.empty(); ++number) {
        auto const end = (std::min)(text.find('\n'), text.size());
        auto line = text.substr(0, end);
        if (line.ends_with('\r')) line.remove_suffix(1);
        f(line, number);
        text.remove_prefix((std::min)(end + 1, text.size()));
    }
}

/// Refuses a list that is not UTF-8: nothing of it is read.
inline bool is_text(claim_list& to, std::string const& name, std::string_view text) {
    auto const wrong = source_text{text}.not_utf8();
    if (wrong)
        to.problems.push_back({{name, wrong->line, wrong->column}, "", "is no UTF-8; expected the file to be saved as UTF-8"});
    return !wrong;
}

constexpr std::string_view trimmed(std::string_view s) {
    constexpr std::string_view blank = " \t";
    auto const first = s.find_first_not_of(blank);
    return first == s.npos ? std::string_view{} : s.substr(first, s.find_last_not_of(blank) + 1 - first);
}

constexpr std::string_view expected_claim_id = "expected lower-case letters and digits in parts joined by -";

/// "affects gabapentin pain-halved": what the id of a claim stands for.
inline std::string what_it_says(knowledge_base const& kb, claim_id c) {
    auto const r = kb.relation(c);
    std::string s{r < relations::size ? relation_names[r] : std::string_view{}};
    return s.append(" ").append(kb.key(kb.subject(c))).append(" ").append(kb.key(kb.object(c)));
}

}  // namespace graph_detail

namespace graph_detail {

/// Reads `name: value` into the head of a list.
inline void read_recall_field(claim_list& to, std::string_view name, std::string_view value, location const& where) {
    recall_field const found{std::string{name}, std::string{trimmed(value)}, where};
    auto const known = std::find(recall_fields.begin(), recall_fields.end(), name) != recall_fields.end();
    auto const twice = std::any_of(to.head.begin(), to.head.end(), [&](recall_field const& f) { return f.name == name; });
    if (!known) {
        auto const nearest_name = nearest(name, recall_fields);
        to.problems.push_back({where, found.name,
            nearest_name.empty() ? "is no line of a recall file; expected `recalls`, `number`, `released` or `hash`"
                                 : "is no line of a recall file; the nearest: `" + std::string{nearest_name} + '`'});
    } else if (twice) {
        to.problems.push_back({where, found.name, "stands twice; expected one such line"});
    } else if (!to.claims.empty()) {
        to.problems.push_back({where, found.name, "stands behind a claim id; expected it before all of them"});
    } else {
        to.head.push_back(found);
    }
}

}  // namespace graph_detail

/// A list of recalled claims: an id a line, behind it the day and the reason where there are any; `#` begins a comment. A file
/// that a program can load (`recall`) has lines such as `number: 3` before them.
///
/// `name` is what messages print. Every line that is wrong is reported.
inline claim_list read_recalls(std::string const& name, std::string_view text) {
    claim_list list;
    if (!graph_detail::is_text(list, name, text)) return list;
    graph_detail::each_line(text, [&](std::string_view line, std::uint32_t number) {
        auto const first = line.find_first_not_of(" \t");
        if (first == line.npos) return;
        location const where{name, number, static_cast<std::uint32_t>(first + 1)};
        bool const comment = line[first] == '#';
        auto rest = line.substr(first + comment);
        auto const id = rest.substr(0, (std::min)(rest.find_first_of(" \t#"), rest.size()));
        rest.remove_prefix(id.size());
        if (!comment && id.ends_with(':')) return graph_detail::read_recall_field(list, id.substr(0, id.size() - 1), rest, where);
        auto reason = graph_detail::trimmed(rest);
        reason = graph_detail::trimmed(reason.substr(0, reason.starts_with('#') ? 0 : reason.find(" # ")));
        listed_claim found{std::string{id}, {}, {}, where, {}};
        auto const first_word = reason.substr(0, reason.find_first_of(" \t"));
        if (auto const day = parse_date(first_word); day && first_word.size() == std::string_view{"2026-01-01"}.size()) {
            found.on = *day;
            reason = graph_detail::trimmed(reason.substr(first_word.size()));
        }
        found.reason = reason;
        if (comment) {
            if (is_key(id)) list.comments.push_back(std::move(found));
        } else if (is_key(id)) {
            list.claims.push_back(std::move(found));
        } else {
            list.problems.push_back({where, std::string{id}, "is no claim id; " + std::string{graph_detail::expected_claim_id}});
        }
    });
    return list;
}

/// A list of released claims, as `released_text` writes it: id, relation, subject and object with tabs between them, and
/// behind a fifth tab why a claim was removed; a line that begins with `#` is a comment.
inline claim_list read_released(std::string const& name, std::string_view text) {
    claim_list list;
    if (!graph_detail::is_text(list, name, text)) return list;
    std::unordered_map<std::string, std::uint32_t> lines;
    graph_detail::each_line(text, [&](std::string_view line, std::uint32_t number) {
        if (graph_detail::trimmed(line).empty() || line.starts_with('#')) return;
        location const where{name, number, 1};
        std::vector<std::string_view> parts;
        for (auto rest = line;;) {
            auto const tab = rest.find('\t');
            parts.push_back(graph_detail::trimmed(rest.substr(0, tab)));
            if (tab == rest.npos) break;
            rest.remove_prefix(tab + 1);
        }
        listed_claim found{std::string{parts[0]}, {}, {}, where, {}};
        auto const refuse = [&](std::string what) { list.problems.push_back({where, found.id, std::move(what)}); };
        if (!is_key(parts[0])) return refuse("is no claim id; " + std::string{graph_detail::expected_claim_id});
        if (parts.size() < 4 || parts.size() > 5 || !is_key(parts[2]) || !is_key(parts[3]))
            return refuse(
                "is not followed by relation, subject and object; expected tabs between them, and behind a removed "
                "claim one more and the reason");
        if (std::find(relation_names.begin(), relation_names.end(), parts[1]) == relation_names.end())
            return refuse("names the unknown relation `" + std::string{parts[1]} + "`");
        found.says = std::string{parts[1]}.append(" ").append(parts[2]).append(" ").append(parts[3]);
        if (parts.size() == 5) found.reason = parts[4];
        if (auto const [at, added] = lines.try_emplace(found.id, number); !added)
            return refuse("stands twice; first on line " + std::to_string(at->second));
        list.claims.push_back(std::move(found));
    });
    return list;
}

/// What became of released ids that must not: gone without being withdrawn or a reason, or standing for something else.
///
/// Each problem stands at its line of the list. N log N.
inline std::vector<problem> broken_promises(knowledge_base const& kb, claim_list const& released) {
    std::vector<problem> found;
    auto const ids = claims_by_key(kb);
    for (auto const& r : released.claims) {
        auto const c = find_claim(ids, r.id);
        auto const refuse = [&](std::string what) { found.push_back({r.where, r.id, std::move(what)}); };
        if (!c && r.reason.empty())
            refuse(
                "was released and is gone; expected it withdrawn with a date and a reason, or, on this line behind one more "
                "tab, why it was removed");
        else if (c && !r.reason.empty())
            refuse("was removed (" + r.reason + ") and is there again; an id is never used again");
        else if (c && graph_detail::what_it_says(kb, c) != r.says)
            refuse("was released as \"" + r.says + "\" and now says \"" + graph_detail::what_it_says(kb, c) +
                   "\"; an id is never used again: expected another id for another statement");
    }
    return found;
}

/// Every claim id of the base and of the releases before it, for the next release to be compared with; sorted by id.
inline std::string released_text(knowledge_base const& kb, claim_list const& before = {}) {
    std::vector<std::string> lines;
    auto const add = [&](std::string_view id, std::string says, std::string_view reason) {
        std::replace(says.begin(), says.end(), ' ', '\t');
        lines.push_back(std::string{id}.append("\t").append(says));
        if (!reason.empty()) lines.back().append("\t").append(reason);
    };
    auto const ids = claims_by_key(kb);
    for (auto const& [id, c] : ids) add(id, graph_detail::what_it_says(kb, c), {});
    for (auto const& r : before.claims)
        if (!find_claim(ids, r.id)) add(r.id, r.says, r.reason);
    std::sort(lines.begin(), lines.end());
    std::string text = "# Every claim id that was released up to " + std::string{kb[kb.base().key]} + ' ' +
                       std::string{kb[kb.base().version]} +
                       ": id, relation, subject, object; behind a removed claim the reason.\n"
                       "# Written by `treatise ids`; none of them may disappear or stand for something else.\n";
    for (auto const& l : lines) text.append(l).append("\n");
    return text;
}

}  // namespace treatise::inline v0_3
