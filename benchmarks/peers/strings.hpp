// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "answer.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace peers {

/// Knowledge as people first write it: everything is a string, everything hangs in an unordered_map.
class strings {
    struct stored_claim {
        std::string key, subject, relation, object, source;
        std::uint32_t place;
        treatise::facet facet;
        treatise::stance stance;
        treatise::claim_status status;
        treatise::intent intent;
        bool lists, first;
        std::vector<std::string> about, excludes;
    };
    using lists = std::unordered_map<std::string, std::vector<std::string>>;

    std::unordered_map<std::string, stored_claim> claims_;
    lists claims_about_, claims_on_;  // by cause, by option
    lists parents_, children_, listed_under_, lists_;
    std::unordered_map<std::string, std::uint32_t> place_;
    std::vector<std::string> references_;
    std::unordered_map<std::string, bool> is_class_;

    static std::vector<std::string> const& at(lists const& m, std::string const& key) {
        static std::vector<std::string> const none;
        auto const found = m.find(key);
        return found == m.end() ? none : found->second;
    }
    bool is_reference(std::string const& o) const {
        return std::find(references_.begin(), references_.end(), o) != references_.end();
    }

public:
    using option = std::string;
    using claim = stored_claim const*;
    using near_causes = std::unordered_map<std::string, side>;

    explicit strings(treatise::knowledge_base const& kb) {
        using namespace treatise;
        auto const key = [&](auto e) { return std::string{kb.key(e)}; };
        for (std::uint32_t i = 0; i != kb.entity_count(); ++i) place_[key(id<entity>::from_number(i))] = i;
        for (auto c : kb.all<therapy_class>()) is_class_[key(c)] = true;
        for (auto t : kb.all<therapy>())
            if (kb.details(t).reference) references_.push_back(key(t));
        for (auto e : kb.every<is_a>()) {
            parents_[key(e.subject)].push_back(key(e.object));
            children_[key(e.object)].push_back(key(e.subject));
        }
        for (auto e : kb.every<listed_under>()) {
            listed_under_[key(e.subject)].push_back(key(e.object));
            lists_[key(e.object)].push_back(key(e.subject));
        }
        for (auto const& r : claims_of(kb)) {
            stored_claim c{r.key, key(r.subject), r.relation, key(r.object), key(r.source), r.place, r.facet, r.stance, r.status,
                r.intent, r.lists, r.first, {}, {}};
            for (auto x : r.about) c.about.push_back(key(x));
            for (auto x : r.excludes) c.excludes.push_back(key(x));
            for (auto const& x : c.about) claims_about_[x].push_back(c.key);
            claims_on_[c.subject].push_back(c.key);
            claims_.emplace(r.key, std::move(c));
        }
    }

    near_causes near(std::string const& cause) const {
        near_causes found{{cause, side::same}};
        walk(found, parents_, cause, side::above);
        walk(found, children_, cause, side::below);
        return found;
    }

    std::vector<peers::candidate<option, std::string>> candidates(near_causes const& near) const {
        std::unordered_map<std::string, std::vector<std::pair<reason<std::string>, std::uint32_t>>> by_option;
        for (auto const& [cause, where] : near)
            for (auto const& key : at(claims_about_, cause)) {
                auto const& c = claims_.at(key);
                if (!c.lists || !is_asked_for(c.status, c.intent) || is_reference(c.subject)) continue;
                auto& reasons = by_option[c.subject];
                auto const same = [&](auto const& r) { return r.first.claim == key; };
                if (std::none_of(reasons.begin(), reasons.end(), same))
                    reasons.push_back({{key, of(near, c), c.stance}, c.place});
            }
        std::vector<peers::candidate<option, std::string>> made;
        for (auto& [o, reasons] : by_option) {
            std::sort(reasons.begin(), reasons.end(), [](auto const& a, auto const& b) {
                return a.first.applies != b.first.applies ? a.first.applies < b.first.applies : a.second < b.second;
            });
            made.push_back({o, {}});
            for (auto& r : reasons) made.back().reasons.push_back(std::move(r.first));
        }
        std::sort(made.begin(), made.end(), [&](auto const& a, auto const& b) { return place(a.option) < place(b.option); });
        return made;
    }

    std::vector<told<claim>> statements(near_causes const& near, option const& o) const {
        std::vector<told<claim>> found;
        add(found, near, o, treatise::said_of::itself);
        for (auto const& t : at(lists_, o)) add(found, near, t, treatise::said_of::member);
        return found;
    }

    // Structure.

    option row_of(option const& o) const {
        auto const& rows = at(listed_under_, o);
        return rows.empty() ? o : rows.front();
    }
    std::vector<option> lineage(option const& o) const {
        if (!is_class_.contains(o)) return {};
        std::vector<option> up{o};
        for (std::size_t i = 0; i != up.size(); ++i)
            for (auto const& p : at(parents_, std::string{up[i]}))
                if (std::find(up.begin(), up.end(), p) == up.end()) up.push_back(p);
        return up;
    }
    bool has_classes_below(option const& o) const { return !at(children_, o).empty(); }
    bool is_root(option const& o) const { return at(parents_, o).empty(); }
    std::vector<option> const& references() const { return references_; }
    std::uint32_t place(option const& o) const { return place_.at(o); }

    option find(std::string_view key) const { return std::string{key}; }
    std::string_view key(option const& o) const { return o; }
    std::string_view claim_key(std::string const& c) const { return c; }
    std::string_view claim_key(claim c) const { return c->key; }
    treatise::stance stance(claim c) const { return c->stance; }
    std::string const& source(claim c) const { return c->source; }
    std::string const& relation(claim c) const { return c->relation; }
    std::string const& subject(claim c) const { return c->subject; }
    std::string const& object(claim c) const { return c->object; }
    bool is_effect(claim c) const { return c->relation == "affects"; }

private:
    void walk(near_causes& found, lists const& next, std::string const& from, side s) const {
        for (auto const& n : at(next, from))
            if (found.emplace(n, s).second) walk(found, next, n, s);
    }
    treatise::applicability of(near_causes const& near, stored_claim const& c) const {
        auto const where = [&](std::string const& cause) {
            auto const n = near.find(cause);
            return n == near.end() ? side::none : n->second;
        };
        reach r;
        for (auto const& cause : c.about) r.about(where(cause));
        for (auto const& cause : c.excludes) r.excludes(where(cause));
        return r.applies();
    }
    void add(std::vector<told<claim>>& found, near_causes const& near, option const& o, treatise::said_of whom) const {
        for (auto const& key : at(claims_on_, o)) {
            auto const& c = claims_.at(key);
            auto const how = of(near, c);
            if (is_told(c.status, c.intent, c.first) && how != treatise::applicability::excluded &&
                how != treatise::applicability::unrelated)
                found.push_back({c.facet, c.first, how, whom, c.place, &c});
        }
    }
};

}  // namespace peers
