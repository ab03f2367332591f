// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/bulk/detail/ids.hpp>
#include <treatise/bulk/detail/qualifiers.hpp>
#include <treatise/bulk/detail/rules.hpp>
#include <treatise/bulk/detail/text.hpp>
#include <treatise/bulk/report.hpp>
#include <treatise/graph/builder.hpp>
#include <treatise/model/limits.hpp>

#include <algorithm>
#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace treatise::inline v0_3 {

/// A code that a node has in another system, by the prefix that stands for the system.
struct code_says {
    std::string_view prefix, code;
    treatise::mapping map = mapping::related;

    friend bool operator==(code_says const&, code_says const&) = default;
};

/// A node as a file declares it; views into the file's text.
struct node_says {
    std::string_view id{}, name{}, description{};
    std::vector<std::string_view> categories{}, synonyms{}, other_ids{};  ///< other ids: those that it had before
    std::vector<code_says> codes{};
    std::vector<std::pair<std::string_view, std::string_view>> attributes{};
    std::string_view sort{};  ///< what the report calls its like; else the category
    bool is_named_often = false;  ///< the format names a node wherever it uses it
};

/// A row between two nodes as a file states it; views into the file's text.
struct edge_says {
    std::string_view subject{}, predicate{}, object{};
    std::string_view source{}, licence{};  ///< whose statement it is, where that is another than the data set
    std::string_view place{};              ///< where it stands, where a row has a place of its own
    std::string_view qualifiers{};  ///< how it is known and in which direction: attributes, as `joined_qualifiers` has them
    bool negated = false;
};

/// What a row becomes; as far as it can be told without adding anything.
struct resolved_edge {
    /// Unknown: its ends or its place are new; met_first: so are its predicate, source or licence together.
    enum class fate : std::uint8_t { unknown, met_first, kept, unmapped, no_rule_for_ends } is = fate::unknown;
    std::uint32_t group = 0;  ///< of rows that say the same; the number of the predicate where it is not kept
    edge_ends ends{};
};

/// Collects the nodes and rows of a graph and says what they become by the rules.
///
/// A row costs 8 bytes until the base is built, a node about 80 and its texts. `resolve` may run on several threads at once
/// while nothing is added.
class bulk_graph {
public:
    explicit bulk_graph(mapping_rules rules) : rules_{std::move(rules)} {}

    bulk_report report{};
    std::uint64_t most_nodes = limits::entities;  ///< a row that would add one more is refused

    mapping_rules const& rules() const { return rules_.said(); }
    dataset& from() { return rules_.from(); }

    /// The file that the following line numbers are of.
    void in_file(std::string name) { file_ = std::move(name); }
    location at(std::uint64_t line) const { return {file_, static_cast<std::uint32_t>(line), line != 0 ? 1u : 0u}; }
    void refuse(std::uint64_t line, std::string_view key, std::string what) {
        report.refuse(at(line), bulk_detail::beginning(key, 80), bulk_detail::beginning(what, 400));
    }

    void node(node_says const& says, std::uint64_t line);
    /// Whether a rule names the category.
    bool knows_category(std::string_view name) const { return rules_.knows_category(name); }
    std::size_t node_count() const { return nodes_.size(); }

    /// What was the same in the row before, so that it need not be looked up again.
    struct last_edge {
        edge_says says{};
        std::uint32_t lane = no_number, subject = no_number;
    };
    resolved_edge resolve(edge_says const& says, last_edge& last) const;
    void keep(resolved_edge const& e) { groups_[e.group].rows.push_back(e.ends); }
    void leave_out(resolved_edge const& e, std::uint64_t line, std::uint64_t times);
    /// Makes a row resolvable that was met_first, and all that follow with the same predicate, source and licence.
    void meet(edge_says says) {
        says.place = {};
        auto const l = lane_for(says);
        if (lanes_[l].mapped && lanes_[l].width != rules_.categories()) widen(l);
    }

    /// Any row; what it names for the first time is added.
    void edge(edge_says const& says, std::uint64_t line);

private:
    friend class bulk_build;

    struct node_draft {
        std::string_view name{}, description{};
        std::uint32_t line = 0;
        std::uint16_t category = undeclared;
    };
    /// Rows that become one relation between two kinds and say the same but for their ends.
    struct group {
        std::uint32_t rule, lane, subject_kind, object_kind;
        std::vector<edge_ends> rows{};
        std::vector<std::string_view> places{};  ///< of each row, or none
        std::vector<std::uint32_t> lines{};  ///< of each row, where it becomes structure
    };
    /// Rows with one predicate from one source.
    struct lane {
        std::uint32_t predicate, source, licence, qualifiers;
        bool negated, places, mapped;
        std::size_t width = 0;
        std::vector<std::uint32_t> group_of{};  ///< by the categories of subject and object
        std::vector<std::uint32_t> groups{};  ///< its own
    };
    /// Whether there is no room for those of the ids that are new.
    bool is_full(std::initializer_list<std::string_view> ids) const {
        if (nodes_.size() + ids.size() <= most_nodes) return false;
        auto const is_new = [this](std::string_view id) { return ids_.find(id) == no_number; };
        return nodes_.size() + static_cast<std::size_t>(std::count_if(ids.begin(), ids.end(), is_new)) > most_nodes;
    }
    std::string too_many() const { return "is one node more than the " + std::to_string(most_nodes) + " that are read"; }
    std::uint32_t lane_for(edge_says const& says);
    void widen(std::uint32_t lane);
    std::uint32_t end_of(std::string_view id, std::uint64_t line);
    bool adopt(std::uint32_t predicate, std::uint32_t subject, std::uint32_t object, std::uint64_t line);
    /// A copy of a text, put right where it is no UTF-8 on one line.
    std::string_view keep_text(std::string_view s, std::uint64_t line) {
        if (is_clean(s)) return ids_.keep(s);
        auto const hidden = unseen_in(s);
        report.mend(hidden && hidden->why != unseen::control ? "text with characters that nobody sees; they are left out"
                                                             : "text that is no UTF-8 on one line",
            at(line));
        return ids_.keep(cleaned(s));
    }
    /// Adds a text that is not among them; whether it did.
    bool keep_once(std::vector<std::string_view>& texts, std::string_view s, std::uint64_t line) {
        if (std::find(texts.begin(), texts.end(), s) != texts.end()) return false;
        texts.push_back(keep_text(s, line));
        return true;
    }
    /// What the rows of a lane have in common, by number.
    struct lane_key {
        std::uint32_t predicate, source, licence, qualifiers;
        bool negated, places;

        friend bool operator==(lane_key const&, lane_key const&) = default;
    };
    struct lane_hash {
        std::size_t operator()(lane_key const& k) const {
            constexpr std::uint64_t mix = 0x9e3779b97f4a7c15u;
            auto h = (std::uint64_t{k.predicate} << 32 | k.source) * mix;
            h = (h ^ h >> 32 ^ (std::uint64_t{k.licence} << 32 | k.qualifiers)) * mix;
            return static_cast<std::size_t>((h ^ h >> 32) * 4 + (k.negated ? 2 : 0) + (k.places ? 1 : 0));
        }
    };

    static constexpr auto undeclared = bulk_rules::undeclared, left_out = bulk_rules::left_out;

    bulk_rules rules_;
    std::string file_{};
    text_numbers sources_{}, licences_{}, qualifiers_{}, ids_{};
    std::vector<node_draft> nodes_{};  ///< by number of the id
    std::unordered_map<std::uint32_t, std::vector<std::string_view>> synonyms_{}, other_ids_{};
    std::unordered_map<std::uint32_t, std::vector<code_says>> codes_{};
    std::unordered_map<std::uint32_t, std::vector<std::pair<std::string_view, std::string_view>>> attributes_{};
    std::unordered_map<lane_key, std::uint32_t, lane_hash> lane_of_{};
    std::vector<lane> lanes_{};
    std::vector<group> groups_{};
};

inline void bulk_graph::node(node_says const& says, std::uint64_t line) {
    ++report.node_rows;
    if (says.id.empty()) return refuse(line, says.name, "is a node without an id");
    if (auto const c = unseen_in(says.id)) return refuse(line, says.id, "is an id that " + in_words(*c));
    if (is_full({says.id})) return refuse(line, says.id, too_many());
    auto const number = ids_.add(says.id);
    bool const first = number == nodes_.size();
    if (first) nodes_.emplace_back().line = static_cast<std::uint32_t>(line);
    if (!first && !says.is_named_often) report.mend("node declared again; what is new is added", at(line));
    auto& n = nodes_[number];

    if (n.category == undeclared && !says.categories.empty()) n.category = left_out;
    for (auto c : says.categories)
        if (rules_.add_category(n.category, c)) report.mend("id with a second category; it may be both", at(line));
    if (n.category == left_out && first) report.skip("node of the category " + std::string{says.categories[0]}, at(line));
    if (first && n.category != left_out && n.category != undeclared)
        report.take("nodes " + std::string{says.sort.empty() ? rules_.category_that_counts(says.categories) : says.sort} +
                        " as " + std::string{kind_names[rules_.kind_of(n.category)]},
            at(line));
    if (n.name.empty()) {
        if (!says.name.empty()) n.name = keep_text(says.name, line);
    } else if (!says.name.empty() && says.name != n.name && keep_once(synonyms_[number], says.name, line)) {
        report.mend("id with a second name; kept as a synonym", at(line));
    }
    if (n.description.empty() && !says.description.empty()) n.description = keep_text(says.description, line);
    for (auto s : says.synonyms)
        if (!s.empty() && s != n.name) keep_once(synonyms_[number], s, line);
    for (auto s : says.other_ids)
        if (!s.empty() && s != says.id) keep_once(other_ids_[number], s, line);
    for (auto const& c : says.codes) {
        if (c.prefix.empty() || c.code.empty()) continue;
        auto& all = codes_[number];
        if (std::find(all.begin(), all.end(), c) == all.end())
            all.push_back({keep_text(c.prefix, line), keep_text(c.code, line), c.map});
    }
    for (auto const& [name, value] : says.attributes)
        if (!value.empty() && first) attributes_[number].emplace_back(keep_text(name, line), keep_text(value, line));
}

inline std::uint32_t bulk_graph::lane_for(edge_says const& says) {
    auto const predicate = rules_.predicate(says.predicate), source = sources_.add(says.source),
               licence = licences_.add(says.licence), qualifiers = qualifiers_.add(says.qualifiers);
    lane_key const key{predicate, source, licence, qualifiers, says.negated, !says.place.empty()};
    auto const [known, added] = lane_of_.try_emplace(key, static_cast<std::uint32_t>(lanes_.size()));
    if (!added) return known->second;
    lanes_.push_back({predicate, source, licence, qualifiers, says.negated, !says.place.empty(), rules_.maps(predicate)});
    return known->second;
}

/// Says what becomes of the rows of a lane between all categories that there are by now.
inline void bulk_graph::widen(std::uint32_t number) {
    auto const wide = rules_.categories();
    std::vector<std::uint32_t> group_of(wide * wide, no_number);
    for (std::uint16_t s = 1; s != wide; ++s)
        for (std::uint16_t o = 1; o != wide; ++o) {
            auto const c = rules_.choose(lanes_[number].predicate, s, o);
            if (!c) continue;
            auto& own = lanes_[number].groups;
            auto const same = [&](std::uint32_t i) {
                auto const& g = groups_[i];
                return g.rule == c->rule && g.subject_kind == c->subject_kind && g.object_kind == c->object_kind;
            };
            auto const known = std::find_if(own.begin(), own.end(), same);
            group_of[s * wide + o] = known != own.end() ? *known : static_cast<std::uint32_t>(groups_.size());
            if (known != own.end()) continue;
            own.push_back(static_cast<std::uint32_t>(groups_.size()));
            groups_.push_back({c->rule, number, c->subject_kind, c->object_kind});
        }
    lanes_[number].width = wide;
    lanes_[number].group_of = std::move(group_of);
}

inline resolved_edge bulk_graph::resolve(edge_says const& says, last_edge& last) const {
    auto& before = last.says;
    if (says.subject.empty() || says.predicate.empty() || says.object.empty() || !says.place.empty()) return {};
    if (last.lane == no_number || says.predicate != before.predicate || says.source != before.source ||
        says.licence != before.licence || says.qualifiers != before.qualifiers || says.negated != before.negated) {
        auto const predicate = rules_.find_predicate(says.predicate), source = sources_.find(says.source),
                   licence = licences_.find(says.licence), qualifiers = qualifiers_.find(says.qualifiers);
        auto const known = predicate == no_number || source == no_number || licence == no_number || qualifiers == no_number
                               ? lane_of_.end()
                               : lane_of_.find({predicate, source, licence, qualifiers, says.negated, false});
        if (known == lane_of_.end()) return {resolved_edge::fate::met_first, 0, {}};
        last.lane = known->second;
        before.predicate = rules_.predicate(predicate), before.source = sources_[source], before.licence = licences_[licence];
        before.qualifiers = qualifiers_[qualifiers], before.negated = says.negated;
    }
    auto const& of = lanes_[last.lane];
    if (!of.mapped) return {resolved_edge::fate::unmapped, of.predicate, {}};
    if (says.subject != before.subject || last.subject == no_number) {
        last.subject = ids_.find(says.subject);
        if (last.subject == no_number) return {};
        before.subject = ids_[last.subject];
    }
    auto const object = ids_.find(says.object);
    if (object == no_number || object == last.subject) return {};
    auto const s = nodes_[last.subject].category, o = nodes_[object].category;
    if (s >= of.width || o >= of.width) return {};
    auto const found = of.group_of[s * of.width + o];
    if (found == no_number) return {resolved_edge::fate::no_rule_for_ends, of.predicate, {}};
    if (rules_.relation(groups_[found].rule) < structure::size) return {};  // its line is kept
    return {resolved_edge::fate::kept, found, {last.subject, object}};
}

inline void bulk_graph::leave_out(resolved_edge const& e, std::uint64_t line, std::uint64_t times) {
    bool const unmapped = e.is == resolved_edge::fate::unmapped;
    report.skip((unmapped ? "row with the predicate " : "row between ends that no rule takes, with the predicate ") +
                    std::string{rules_.predicate(e.group)},
        at(line), times);
}

inline std::uint32_t bulk_graph::end_of(std::string_view id, std::uint64_t line) {
    auto const n = ids_.add(id);
    if (n == nodes_.size()) nodes_.emplace_back().line = static_cast<std::uint32_t>(line);
    return n;
}

/// Gives ends that no file declares the kind that the first fitting rule asks for.
inline bool bulk_graph::adopt(std::uint32_t predicate, std::uint32_t subject, std::uint32_t object, std::uint64_t line) {
    auto const found = rules_.kinds_for(predicate, nodes_[subject].category, nodes_[object].category);
    if (!found) return false;
    auto const take = [&](std::uint16_t& category, std::uint32_t kind) {
        if (category != undeclared) return;
        category = rules_.category_of_kind(kind);
        report.mend("undeclared node; taken as " + with_article(kind_names[kind]) + " by its first row", at(line));
    };
    take(nodes_[subject].category, found->subject_kind);
    take(nodes_[object].category, found->object_kind);
    return true;
}

inline void bulk_graph::edge(edge_says const& says, std::uint64_t line) {
    auto const lacks = says.subject.empty()     ? "subject"
                       : says.predicate.empty() ? "predicate"
                       : says.object.empty()    ? "object"
                                                : "";
    if (*lacks) return refuse(line, says.subject, "is a row without " + with_article(lacks));
    for (auto const id : {says.subject, says.object})
        if (auto const c = unseen_in(id)) return refuse(line, id, "is an id that " + in_words(*c));
    auto const l = lane_for(says);
    auto const predicate = lanes_[l].predicate;
    if (!lanes_[l].mapped) return leave_out({resolved_edge::fate::unmapped, predicate, {}}, line, 1);
    if (says.subject == says.object) return refuse(line, says.subject, "stands on both sides of " + std::string{says.predicate});
    if (is_full({says.subject, says.object})) return refuse(line, says.subject, too_many());
    auto const subject = end_of(says.subject, line), object = end_of(says.object, line);
    auto const none = [&] { leave_out({resolved_edge::fate::no_rule_for_ends, predicate, {}}, line, 1); };
    if ((nodes_[subject].category == undeclared || nodes_[object].category == undeclared) &&
        !adopt(predicate, subject, object, line))
        return none();
    if (lanes_[l].width != rules_.categories()) widen(l);
    auto const found = lanes_[l].group_of[nodes_[subject].category * lanes_[l].width + nodes_[object].category];
    if (found == no_number) return none();
    auto& to = groups_[found];
    bool const structural = rules_.relation(to.rule) < structure::size;
    if (structural && (says.negated || bulk_detail::is_prediction(says.qualifiers)))  // structure has no stance: it is or is not
        return report.skip(std::string{says.negated ? "negated" : "predicted"} + " row with the predicate " +
                               std::string{says.predicate} + ", which orders things and cannot be said to be so",
            at(line));
    to.rows.push_back({subject, object});
    if (!says.place.empty()) to.places.push_back(keep_text(says.place, line));
    if (structural) to.lines.push_back(static_cast<std::uint32_t>(line));
}

}  // namespace treatise::inline v0_3
