// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/graph/attributes.hpp>
#include <treatise/graph/content_hash.hpp>
#include <treatise/graph/detail/display_order.hpp>
#include <treatise/graph/detail/indexes.hpp>
#include <treatise/graph/detail/layer_hash.hpp>
#include <treatise/graph/detail/overlay_checks.hpp>
#include <treatise/graph/draft.hpp>
#include <treatise/graph/storage.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <type_traits>
#include <unordered_map>
#include <utility>
#include <vector>

namespace treatise::inline v0_3::graph_detail {

/// Lays the arrays of a base and a checked draft over it out as those of one base.
///
/// Every row is moved: names and keys of what is added stand among those of the base, so that all texts behind them have other
/// numbers. What is below is read through its view, so that damaged arrays lead nowhere.
class layer_maker {
    static constexpr std::uint32_t own_bit = 0x8000'0000;  ///< of what is moved: it is the draft's

    draft const& d_;
    overlay_checks const& checks_;
    knowledge_base below_ = d_.below;
    tables const& t_ = below_.tables();
    arrays s_{};
    std::uint32_t const entities_below_ = below_.entity_count(), own_ = static_cast<std::uint32_t>(d_.entities.size());
    std::uint32_t const entities_ = entities_below_ + own_;
    std::uint32_t const texts_below_ = static_cast<std::uint32_t>(t_.text_begin.empty() ? 0 : t_.text_begin.size() - 1);
    std::vector<std::uint32_t> number_{};  ///< of each entity of the draft, those below first: its number
    std::vector<std::uint32_t> order_{};   ///< the entities of the draft in that order

    // Texts.

    std::vector<text> own_text_{};          ///< of each text of the draft, once it is known
    std::vector<std::string_view> added_{};  ///< the texts that stand behind all others
    std::vector<std::uint32_t> list_of_texts_{}, list_of_ids_{};  ///< where each list of the base has come to stand
    std::map<std::vector<std::uint32_t>, std::uint32_t> own_lists_{};

    // Claims.

    std::vector<std::uint32_t> from_{};  ///< of each edge: the edge below, or with `own_bit` which of the draft's relation
    std::vector<std::uint32_t> new_number_{};  ///< of each edge below
    std::vector<std::vector<std::uint32_t>> own_number_ = std::vector<std::vector<std::uint32_t>>(relations::size);
    std::unordered_map<std::uint32_t, std::uint32_t> withdrawn_{};  ///< claim below: its attribution

    // Entities: those of the base keep their numbers, those that are added stand behind them, kind by kind and layer by layer.

    void number_entities() {
        s_.kind_begin.assign(t_.kind_begin.begin(), t_.kind_begin.end());
        auto const bottom = s_.kind_begin.back();
        display_order in{d_};
        auto const own_begin = in.begin(true);
        number_.assign(entities_, 0);
        for (std::uint32_t e = 0; e != bottom; ++e) order_.push_back(e);
        s_.added_begin.push_back(bottom);
        for (std::uint32_t k = 0; k != kinds::size; ++k) {
            for (auto e = t_.added_begin[k]; e != t_.added_begin[k + 1]; ++e) order_.push_back(e);
            for (auto i = own_begin[k]; i != own_begin[k + 1]; ++i) order_.push_back(entities_below_ + in.order[i]);
            s_.added_begin.push_back(static_cast<std::uint32_t>(order_.size()));
        }
        for (std::uint32_t n = 0; n != entities_; ++n) number_[order_[n]] = n;
        for (auto n = bottom; n != entities_; ++n)
            s_.entity_layer.push_back(static_cast<std::uint8_t>(d_.layer(id<entity>::from_number(order_[n]))));
    }

    /// The texts of the draft that the base has keep the base's number, so that equal texts have equal numbers.
    void find_known_texts() {
        auto const& own = d_.texts.texts();
        own_text_.assign(own.size(), text::from_number(no_index));
        own_text_[0] = {}, own_text_[1] = not_stated;
        std::unordered_map<std::string_view, std::uint32_t> wanted;
        std::vector<bool> sizes(1024, false);
        for (std::uint32_t i = 2; i < own.size(); ++i) {
            wanted.emplace(own[i], i);
            sizes[own[i].size() % 1024] = true;
        }
        for (std::uint32_t v = first_name; v < texts_below_ && !wanted.empty(); ++v) {
            auto const s = below_[text::from_number(v)];
            if (!sizes[s.size() % 1024]) continue;
            auto const at = wanted.find(s);
            if (at == wanted.end()) continue;
            own_text_[at->second] = moved(text::from_number(v), false);
            wanted.erase(at);
        }
        for (bool const keys : {false, true})
            for (auto n = s_.kind_begin.back(); n != entities_; ++n)
                if (order_[n] >= entities_below_) {
                    auto const& e = d_.entities[order_[n] - entities_below_];
                    auto& to = own_text_[(keys ? e.key : e.name).value];
                    if (to.value == no_index) to = text::from_number(first_name + (keys ? entities_ : 0) + n);
                }
    }
    std::string_view chars(text moved) const {
        auto const v = moved.value;
        if (v < first_name) return v == 0 ? std::string_view{} : std::string_view{"not stated"};
        auto const entity_at = [&](std::uint32_t n) { return id<entity>::from_number(order_[n]); };
        if (v < first_name + entities_) return d_.name(entity_at(v - first_name));
        if (v < first_name + 2 * entities_) return d_.key(entity_at(v - first_name - entities_));
        if (v < texts_below_ + 2 * own_) return below_[text::from_number(v - 2 * own_)];
        return added_[v - texts_below_ - 2 * own_];
    }

    /// A text that the base does not have; it must stand until all of them are written.
    text put_behind(std::string_view s) {
        added_.push_back(s);
        return text::from_number(texts_below_ + 2 * own_ + static_cast<std::uint32_t>(added_.size() - 1));
    }

    // Values; `own`: the draft's and not the base's.

    text moved(text t, bool own) {
        if (own) {
            auto& to = own_text_[t.value];
            if (to.value == no_index) to = put_behind(d_.texts[t]);
            return to;
        }
        auto const v = t.value, keys = first_name + entities_below_, others = keys + entities_below_;
        if (v < first_name) return t;
        if (v < keys) return text::from_number(first_name + number_[v - first_name]);
        if (v < others) return text::from_number(first_name + entities_ + number_[v - keys]);
        return v < texts_below_ ? text::from_number(v + 2 * own_) : text{};
    }
    template <class Kind>
    id<Kind> moved(id<Kind> e, bool) const {
        if (e.value >= unstated_number) return e;
        return e.value < entities_ ? id<Kind>::from_number(number_[e.value]) : id<Kind>{};
    }
    template <class T>
    many<T> moved(many<T> list, bool own) {
        if (list.empty()) return {};
        if (own) {
            auto values = d_.texts[list];
            std::vector<std::uint32_t> raw;
            for (auto v : values) raw.push_back(moved(v, true).value);
            return put_own<T>(std::move(raw));
        }
        if (list.first >= list.last || list.last > t_.lists.size()) return {};
        auto& known = std::is_same_v<T, text> ? list_of_texts_ : list_of_ids_;
        if (known.empty()) known.assign(t_.lists.size(), no_index);
        auto& first = known[list.first];
        if (first == no_index) {
            first = static_cast<std::uint32_t>(s_.lists.size());
            for (auto i = list.first; i != list.last; ++i) s_.lists.push_back(moved(T::from_number(t_.lists[i]), false).value);
        }
        return {first, first + list.size()};
    }
    template <class T>
    many<T> put_own(std::vector<std::uint32_t> raw) {
        auto const [known, added] = own_lists_.try_emplace(std::move(raw), static_cast<std::uint32_t>(s_.lists.size()));
        if (added) s_.lists.insert(s_.lists.end(), known->first.begin(), known->first.end());
        return {known->second, known->second + static_cast<std::uint32_t>(known->first.size())};
    }
    template <class Row>
    Row moved_row(Row row, bool own) {
        Row::fields([&](std::string_view, auto member, presence = optional) {
            if constexpr (requires { this->moved(row.*member, own); }) row.*member = this->moved(row.*member, own);
        });
        return row;
    }

    void entities() {
        std::unordered_map<std::uint32_t, std::vector<std::uint32_t>> more;  // names of entities below, moved
        for (auto const& n : d_.names)
            for (auto t : d_.texts[n.synonyms]) more[n.of.value].push_back(moved(t, true).value);
        for (auto const e : order_) {
            bool const own = e >= entities_below_;
            if (own) {
                auto const& of = d_.entities[e - entities_below_];
                s_.entities.push_back(moved_row(entity_row{of.description, of.synonyms}, true));
            } else {
                auto const one = id<entity>::from_number(e);
                auto row = entity_row{};
                if (!t_.entities.empty()) row = moved_row(t_.entities.size() == 1 ? t_.entities[0] : row_below(e), false);
                if (auto const at = more.find(e); at != more.end()) {
                    std::vector<std::uint32_t> all;
                    for (auto t : below_.synonyms(one)) all.push_back(moved(t, false).value);
                    for (auto t : at->second)
                        if (std::find(all.begin(), all.end(), t) == all.end()) all.push_back(t);
                    row.synonyms = put_own<text>(std::move(all));
                }
                s_.entities.push_back(row);
            }
            with_type(kinds{}, d_.kind(id<entity>::from_number(e)), [&]<class K>() { this->details<K>(e); });
        }
        keep_once(s_.entities, 0);
        each(kinds{}, [this]<class K>() { this->keep_details_once<K>(); });
    }
    entity_row row_below(std::uint32_t e) const { return e < t_.entities.size() ? t_.entities[e] : entity_row{}; }
    template <class Kind>
    void details(std::uint32_t e) {
        if constexpr (kind_with_details<Kind>)
            s_.rows<Kind>().push_back(moved_row(d_.details(id<Kind>::from_number(e)), e >= entities_below_));
    }
    template <class Kind>
    void keep_details_once() {
        if constexpr (kind_with_details<Kind>) keep_once(s_.rows<Kind>(), 0);
    }

    // Edges: those of the base in their order, those that are added behind the base's with the same ends.

    /// The numbers of an end, which exists.
    std::uint32_t end(id<entity> e, std::uint32_t kinds_of_end) const {
        return entity_numbers(s_.kind_begin, s_.added_begin, kinds_of_end).clamp(moved(e, false).value);
    }
    std::vector<std::uint32_t> own_in_order(std::uint32_t r) const {
        auto const& all = d_.edges[r];
        std::vector<std::uint32_t> made(all.size());
        for (std::uint32_t i = 0; i != made.size(); ++i) made[i] = i;
        std::sort(made.begin(), made.end(), [&](auto i, auto j) {
            auto const &x = all[i], &y = all[j];
            if (x.subject != y.subject) return moved(x.subject, true) < moved(y.subject, true);
            if (x.object != y.object) return moved(x.object, true) < moved(y.object, true);
            if (x.key != y.key) return d_.texts[x.key] < d_.texts[y.key];
            return x.of_relation < y.of_relation;
        });
        return made;
    }
    void edges(std::uint32_t r) {
        auto const first = static_cast<std::uint32_t>(s_.subject.size());
        auto const own = own_in_order(r);
        own_number_[r].assign(own.size(), 0);
        auto next = own.begin();
        auto const put = [&](std::uint32_t subject, std::uint32_t object, std::uint32_t from) {
            s_.subject.push_back(subject);
            s_.object.push_back(object);
            from_.push_back(from);
        };
        auto const put_own_before = [&](std::uint32_t subject, std::uint32_t object) {
            for (; next != own.end(); ++next) {
                auto const& e = d_.edges[r][*next];
                auto const x = moved(e.subject, true).value, y = moved(e.object, true).value;
                if (x > subject || (x == subject && y >= object)) return;
                own_number_[r][e.of_relation] = static_cast<std::uint32_t>(from_.size());
                put(x, y, *next | own_bit);
            }
        };
        for (auto c : below_.edges_of(r)) {
            auto const subject = end(below_.subject(c), subject_kinds[r]), object = end(below_.object(c), object_kinds[r]);
            put_own_before(subject, object);
            new_number_[c.value] = static_cast<std::uint32_t>(from_.size());
            put(subject, object, c.value);
        }
        put_own_before(no_number, no_number);
        s_.relation_begin.push_back(static_cast<std::uint32_t>(s_.subject.size()));
        if (r < structure::size) return;
        claims(r, first);
        with_type(relations{}, r, [&]<class R>() { this->payloads<R>(first); });
    }
    /// The columns of the claims of one relation.
    void claims(std::uint32_t r, std::uint32_t first) {
        arrays own;
        for (auto const& e : d_.edges[r]) {
            own.stance.rows.push_back(static_cast<std::uint8_t>(e.stance));
            own.attributed.rows.push_back(static_cast<std::uint32_t>(s_.attributions.size()));
            s_.attributions.push_back(moved_row(e.said, true));
            own.claim_key.rows.push_back(moved(e.key, true).value);
            own.note.rows.push_back(moved(e.note, true).value);
            own.marks.rows.push_back(0);
            own.layer.rows.push_back(e.layer);
        }
        auto const begin = below_.edges_of(r).first;
        each_claim_column(
            [&](std::string_view name, auto, auto const& from, auto& to, auto const& added) {
                using value = typename std::remove_cvref_t<decltype(to.rows)>::value_type;
                auto const of = from.begin[r - structure::size], rows = from.begin[r - structure::size + 1] - of;
                bool const is_text = name == "claim_key" || name == "note";
                for (auto c = first; c != from_.size(); ++c) {
                    if ((from_[c] & own_bit) != 0) {
                        to.rows.push_back(added.rows[from_[c] & ~own_bit]);
                        continue;
                    }
                    auto const i = of + (rows == 1 ? 0 : from_[c] - begin);
                    auto v = i - of < rows && i < from.rows.size() ? from.rows[i] : value{};
                    if (is_text) v = static_cast<value>(moved(text::from_number(v), false).value);
                    to.rows.push_back(v);
                }
            },
            t_, s_, own);
        for (auto c = first; c != from_.size(); ++c)
            if (auto const at = withdrawn_.find(from_[c]); at != withdrawn_.end())
                s_.attributed.rows[s_.attributed.begin.back() + (c - first)] = at->second;
        each_claim_column([](auto, auto, auto& column) { end_of_relation(column); }, s_);
    }
    template <class Relation>
    void payloads(std::uint32_t first) {
        if constexpr (relation_with_payload<Relation>) {
            auto& rows = s_.rows<Relation>();
            auto const& below = t_.rows<Relation>();
            auto const& own = d_.edges[relation_number<Relation>];
            if (own.empty() && below.size() <= 1) {
                for (auto const& row : below) rows.push_back(moved_row(row, false));
                return;
            }
            for (auto c = first; c != from_.size(); ++c)
                rows.push_back((from_[c] & own_bit) != 0
                                   ? moved_row(d_.rows<Relation>()[own[from_[c] & ~own_bit].of_relation], true)
                                   : moved_row(below_.payload<Relation>(claim_id::from_number(from_[c])), false));
            keep_once(rows, 0);
        }
    }
    void attributions() {
        for (auto const& a : t_.attributions) s_.attributions.push_back(moved_row(a, false));
        for (auto const& w : d_.withdrawals) {
            auto const c = checks_.claim_named(w.claim_key);
            auto said = moved_row(below_.said(c), false);
            said.status = claim_status::withdrawn;
            said.status_date = w.on;
            said.status_reason = moved(w.reason, true);
            withdrawn_.emplace(c.value, static_cast<std::uint32_t>(s_.attributions.size()));
            s_.attributions.push_back(said);
        }
    }

    void codes() {
        if (t_.codes.empty() && d_.codes.empty()) return;
        struct code {
            code_row row;
            std::uint32_t was;
        };
        std::vector<code> all;
        for (std::uint32_t i = 0; i != t_.codes.size(); ++i) all.push_back({moved_row(t_.codes[i], false), i});
        auto const below = all.size();
        for (auto const& c : d_.codes) all.push_back({moved_row(c.row, true), no_index});
        sort_into(all, below, [&](code const& x, code const& y) {
            if (x.row.of != y.row.of) return x.row.of < y.row.of;
            if (x.row.system != y.row.system) return x.row.system < y.row.system;
            return chars(x.row.code) < chars(y.row.code);
        });
        count_into(s_.codes_begin, entities_, 0, all, [&](code const& c) { return (std::min)(c.row.of.value, entities_ - 1); });
        std::vector<std::uint32_t> now(below, 0), added;
        for (std::uint32_t i = 0; i != all.size(); ++i) {
            s_.codes.push_back(all[i].row);
            if (all[i].was == no_index)
                added.push_back(i);
            else
                now[all[i].was] = i;
        }
        for (auto i : t_.codes_by_text)
            if (i < below) s_.codes_by_text.push_back(now[i]);
        auto const sorted = s_.codes_by_text.size();
        s_.codes_by_text.insert(s_.codes_by_text.end(), added.begin(), added.end());
        sort_into(s_.codes_by_text, sorted, [&](auto x, auto y) {
            auto const c = compare_folded(chars(s_.codes[x].code), chars(s_.codes[y].code));
            return c != 0 ? c < 0 : x < y;
        });
    }

    void attributes() {
        for (auto const& a : t_.entity_attributes)
            if (a.of < entities_below_)
                s_.entity_attributes.push_back({number_[a.of], moved(a.name, false), moved(a.value, false)});
        for (auto const& a : t_.claim_attributes)
            if (a.of < new_number_.size())
                s_.claim_attributes.push_back({new_number_[a.of], moved(a.name, false), moved(a.value, false)});
        auto const put = [&](draft_attribute const& a, std::vector<attribute_row>& to, std::uint32_t of) {
            to.push_back({of, moved(a.name, true), moved(a.value, true)});
        };
        for (auto const& a : d_.attributes)
            if (a.claim.relation != no_index)
                put(a, s_.claim_attributes, own_number_[a.claim.relation][a.claim.of_relation]);
            else if (a.claim_key)
                put(a, s_.claim_attributes, new_number_[checks_.claim_named(a.claim_key).value]);
            else
                put(a, s_.entity_attributes, moved(a.of, true).value);
        if (!d_.withdrawals.empty()) {
            auto const name = put_behind(withdrawn_by_attribute);
            for (auto const& w : d_.withdrawals)
                s_.claim_attributes.push_back(
                    {new_number_[checks_.claim_named(w.claim_key).value], name, moved(d_.base.key, true)});
        }
        for (auto* const all : {&s_.entity_attributes, &s_.claim_attributes})
            std::sort(all->begin(), all->end(), [&](attribute_row const& x, attribute_row const& y) {
                return x.of != y.of ? x.of < y.of : chars(x.name) < chars(y.name);
            });
    }

    void frame(std::string_view content, std::string_view onto) {
        s_.base.push_back(moved_row(below_.base(), false));
        for (auto const& l : below_.layers()) s_.layers.push_back(moved_row(l, false));
        auto const said = moved_row(d_.base, true);
        s_.layers.push_back({said.key, said.name, said.version, said.editors, said.notice, said.released, put_behind(content),
            onto.empty() ? text{} : put_behind(onto)});
    }

    void write_texts() {
        auto const n = texts_below_ + 2 * own_ + static_cast<std::uint32_t>(added_.size());
        s_.pool.reserve(t_.pool.size() + 64 * added_.size());
        s_.text_begin.reserve(n + 1u);
        s_.text_begin.push_back(0);
        for (std::uint32_t v = 0; v != n; ++v) {
            auto const of = chars(text::from_number(v));
            s_.pool.insert(s_.pool.end(), of.begin(), of.end());
            s_.text_begin.push_back(static_cast<std::uint32_t>(s_.pool.size()));
        }
    }

    void names(index_maker& index) {
        auto const spans = spans_of(s_);
        knowledge_base const kb{spans};
        for (auto const& row : t_.names) s_.names.push_back(moved_row(row, false));
        auto const below = s_.names.size();
        for (auto n = s_.kind_begin.back(); n != entities_; ++n)
            if (order_[n] >= entities_below_) index_maker::names_of(kb, id<entity>::from_number(n), s_.names);
        for (auto const& more : d_.names)
            for (auto t : d_.texts[more.synonyms]) s_.names.push_back({moved(t, true), moved(more.of, true)});
        index.put_names_in_order(kb, below);
    }

public:
    layer_maker(draft const& of, overlay_checks const& checks) : d_{of}, checks_{checks} {}

    /// `recall`: the hash of a recall file, where the draft is one.
    [[nodiscard]] storage run(std::string const& recall = {}) {
        auto const content = recall.empty() ? hash_digits(layer_hasher{d_}.run()) : recall;
        auto const onto = t_.content != 0 ? hash_digits(t_.content) : std::string{};
        number_entities();
        find_known_texts();
        entities();
        attributions();
        new_number_.assign(below_.edge_count(), 0);
        s_.relation_begin.push_back(0);
        each_claim_column([](auto, auto, auto& column) { column.begin.push_back(0); }, s_);
        for (std::uint32_t r = 0; r != relations::size; ++r) edges(r);
        frame(content, onto);
        codes();
        attributes();
        write_texts();
        index_maker index{s_};
        index.edges();
        names(index);
        // Where a warning is recalled, what it had replaced stands again.
        bool const changes_all =
            !recall.empty() || std::any_of(d_.attributes.begin(), d_.attributes.end(),
                                   [this](draft_attribute const& a) { return d_.texts[a.name] == knowledge_level_attribute; });
        index.standing([this, changes_all](claim_id c, claim_marks& marks) {
            if (changes_all || (from_[c.value] & own_bit) != 0 || withdrawn_.contains(from_[c.value])) return false;
            marks = below_.marks(claim_id::from_number(from_[c.value]));
            return true;
        });
        if (t_.content == 0) return storage{std::move(s_)};
        auto const spans = spans_of(s_);
        auto const of_both = content_hash(knowledge_base{spans});
        return storage{std::move(s_), of_both};
    }
};

}  // namespace treatise::inline v0_3::graph_detail
