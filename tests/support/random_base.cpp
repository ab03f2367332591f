// SPDX-License-Identifier: BSL-1.0
#include "random_base.hpp"

#include "fixtures.hpp"

#include <treatise/graph/builder.hpp>

#include <algorithm>
#include <random>
#include <utility>

namespace fixture {
namespace {

/// Makes the base, and keeps the record of what went in.
class maker {
public:
    maker(std::uint32_t seed, sizes n) : random_{seed} {
        using namespace treatise;
        b_.base({b_.text("random"), b_.text("A random base (fixture)"), b_.text("0"), b_.text("nobody"), b_.text("random"),
            date{2024, 1, 1}});
        auto const causes = add<cause>("cause", n.causes);
        auto const classes = add<therapy_class>("class", n.classes);
        auto const therapies = add<therapy>("therapy", n.therapies);
        auto const mechanisms = add<mechanism>("mechanism", n.mechanisms);
        auto const outcomes = add<outcome>("outcome", n.outcomes);
        auto const circumstances = add<circumstance>("circumstance", n.circumstances);
        auto const sources = add<source>("source", n.sources,
            {source_kind::review, b_.text("Fixture"), b_.text("Nobody"), text{}, date{2000, 0, 0}, {}, {}, {}, {}, {}, {}, {}});
        auto const grade = b_.add<scheme>({"grade", "Grade"}, {b_.list({"1", "2", "3"}), {}, b_.list({"1", "2", "3"})});

        for (std::uint32_t i = 0; i != n.hierarchy && n.causes > 1; ++i) {  // acyclic: from later to earlier
            auto const child = 1 + below(n.causes - 1);
            relate<is_a>(causes[child], causes[below(child)]);
        }
        std::vector<bool> is_parent(n.classes, false);
        for (std::uint32_t child = 1; child < n.classes; ++child)
            if (auto const parent = below(child); below(2) == 0)
                relate<is_a>(classes[child], classes[parent]), is_parent[parent] = true;
        std::vector<id<therapy_class>> rows;
        for (std::uint32_t i = 0; i != n.classes; ++i)
            if (!is_parent[i]) rows.push_back(classes[i]);
        for (auto t : therapies) {
            if (!rows.empty() && below(5) != 0) relate<listed_under>(t, rows[below(static_cast<std::uint32_t>(rows.size()))]);
            if (n.classes != 0 && below(2) == 0) relate<member_of>(t, classes[below(n.classes)]);
        }

        if (n.sources == 0) return;
        std::vector<id<option>> options{therapies.begin(), therapies.end()};
        options.insert(options.end(), classes.begin(), classes.end());
        auto const one_of_them = [&](auto const& from) { return from[below(static_cast<std::uint32_t>(from.size()))]; };
        for (std::uint32_t i = 0; i != n.claims; ++i) {
            attribution a;
            a.source = one_of_them(sources);
            a.place = b_.text("page " + std::to_string(below(4)));
            a.checked = date{2024, 1, 1};
            auto const number = static_cast<std::int32_t>(i);
            std::vector<id<cause>> about;
            if (n.causes != 0)
                for (auto k = below(3); k != 0; --k) {
                    auto const c = one_of_them(causes);
                    if (std::find(about.begin(), about.end(), c) == about.end()) about.push_back(c);
                }
            a.about = b_.list(about);
            auto const which = below(8);
            if (which < 3 && !options.empty() && n.outcomes != 0) {
                effect e;
                e.statistic = statistic::percent;
                e.value = decimal{number, 1};
                e.compared_with = b_.text("nothing");
                e.time_frame = not_stated;
                e.participants = decimal::unstated();
                e.scheme = grade;
                e.certainty = {static_cast<std::uint8_t>(1 + below(3))};
                claim<affects>(one_of_them(options), one_of_them(outcomes), a, about, i, e, number);
            } else if (which == 3 && !options.empty() && n.causes != 0) {
                auto const purpose = static_cast<intent>(below(4));
                claim<used_for>(
                    one_of_them(options), one_of_them(causes), a, about, i, {purpose}, static_cast<std::int32_t>(purpose));
            } else if (which == 4 && !options.empty() && n.causes != 0) {
                auto const strength = static_cast<std::uint8_t>(1 + below(3));
                claim<recommended_for>(
                    one_of_them(options), one_of_them(causes), a, about, i, {grade, {strength}, {}, {}, {}}, strength);
            } else if (which == 5 && !options.empty() && n.mechanisms != 0) {
                claim<acts_by>(one_of_them(options), one_of_them(mechanisms), a, about, i, {}, 0);
            } else if (which == 6 && n.mechanisms != 0 && n.causes != 0) {
                claim<implicated_in>(one_of_them(mechanisms), one_of_them(causes), a, about, i, {}, 0);
            } else if (!options.empty() && n.circumstances + n.causes != 0) {
                std::vector<id<one_of<cause, circumstance>>> ends{causes.begin(), causes.end()};
                ends.insert(ends.end(), circumstances.begin(), circumstances.end());
                claim<contraindicated_in>(one_of_them(options), one_of_them(ends), a, about, i, {}, 0);
            }
        }
    }

    std::vector<recorded>& record() { return record_; }
    treatise::storage freeze() { return frozen(std::move(b_)); }

private:
    std::uint32_t below(std::uint32_t n) { return static_cast<std::uint32_t>(random_()) % n; }

    // Names in another order than keys, so that display order is put to the test.
    template <class Kind>
    std::vector<treatise::id<Kind>> add(std::string const& kind, std::uint32_t n, typename Kind::details const& details = {}) {
        std::vector<treatise::id<Kind>> ids;
        for (std::uint32_t i = 0; i != n; ++i) {
            std::string const name = std::string{"AbCdEfGh"[below(8)], "nopq"[below(4)]} + ' ' + std::to_string(below(100));
            std::string const key = kind + '-' + std::to_string(i);
            ids.push_back(b_.add<Kind>({key, name}, details));
        }
        return ids;
    }
    template <class Relation, class Subject, class Object>
    void relate(Subject s, Object o) {
        for (auto const& r : record_)
            if (r.relation == treatise::relation_number<Relation> && r.subject == b_.key(s) && r.object == b_.key(o)) return;
        b_.relate<Relation>(s, o);
        record_.push_back(
            {treatise::relation_number<Relation>, std::string{b_.key(s)}, std::string{b_.key(o)}, {}, {}, {}, {}, {}, {}});
    }
    template <class Relation, class Subject, class Object>
    void claim(Subject s, Object o, treatise::attribution const& a, std::vector<treatise::id<treatise::cause>> const& about,
        std::uint32_t number, typename Relation::payload const& carries, std::int32_t payload) {
        auto const key = "claim-" + std::to_string(number);
        auto const stance = static_cast<treatise::stance>(below(5));
        b_.claim<Relation>(s, o, a, {key, stance}, carries);
        recorded r{treatise::relation_number<Relation>, std::string{b_.key(s)}, std::string{b_.key(o)}, key,
            std::string{b_.key(a.source)}, std::string{b_[a.place]}, {}, stance, payload};
        for (auto c : about) r.about.emplace_back(b_.key(c));
        record_.push_back(std::move(r));
    }

    std::mt19937 random_;
    treatise::builder b_;
    std::vector<recorded> record_;
};

}  // namespace

random_base::random_base(std::uint32_t seed, sizes n) {
    maker made{seed, n};
    record_ = std::move(made.record());
    owner_ = made.freeze();
}

}  // namespace fixture
