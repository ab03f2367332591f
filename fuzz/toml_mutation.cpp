// SPDX-License-Identifier: BSL-1.0
#include "toml_mutation.hpp"

#include <treatise/toml/format.hpp>

#include <algorithm>
#include <array>
#include <random>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "fixtures.hpp"

namespace fuzz {

namespace {

using namespace treatise;

/// An entity that a file may name.
struct named {
    std::uint32_t kind;
    std::string key;
};

class editor {
public:
    editor(std::string& text, std::uint32_t seed, bool overlay) : text_{text}, dice_{seed}, overlay_{overlay} { take_apart(); }

    void edit() {
        for (auto n = 1 + roll(3); n != 0; --n) {
            switch (roll(10)) {
                case 0: add_entity(); break;
                case 1:
                case 2:
                case 3: add_claim(); break;
                case 4: add_other(); break;
                case 5: drop_line(); break;
                case 6: double_table(); break;
                case 7: move_table(); break;
                default: change_value(); break;
            }
        }
        put_together();
    }

private:
    std::uint32_t roll(std::size_t n) { return n == 0 ? 0 : static_cast<std::uint32_t>(dice_() % n); }
    template <class All>
    auto const& one(All const& all) {
        return all[roll(std::size(all))];
    }

    // The file as tables: a heading and its lines.

    using table = std::vector<std::string>;

    void take_apart() {
        if (overlay_)
            for (auto const& kb = fixture::knee(); auto e : kb.all<entity>())
                known_.push_back({kb.kind(e), std::string{kb.key(e)}});
        tables_.emplace_back();
        auto kind = kinds::size;
        for (std::string_view rest = text_; !rest.empty();) {
            auto const line = rest.substr(0, rest.find('\n'));
            rest.remove_prefix((std::min)(rest.size(), line.size() + 1));
            if (line.starts_with('[')) {
                tables_.emplace_back();
                kind = 0;
                while (kind != kinds::size && line != "[[" + std::string{kind_names[kind]} + "]]") ++kind;
            }
            if (line.starts_with("key = \"") && line.size() > 8 && kind != kinds::size)
                known_.push_back({kind, std::string{line.substr(7, line.size() - 8)}});
            if (!line.empty()) tables_.back().emplace_back(line);
        }
    }
    void put_together() {
        text_.clear();
        for (auto const& t : tables_) {
            for (auto const& line : t) (text_ += line) += '\n';
            if (!t.empty()) text_ += '\n';
        }
    }

    // Values, by the type of their field.

    static std::string quoted(std::string_view s) { return '"' + std::string{s} + '"'; }
    std::string words() {
        static constexpr std::array<std::string_view, 16> some{"A", "page 1", "not stated", "trial-2019", "a; b", "=1+1",
            "<b>&amp;", "x | y", "\\u202e", "Ménière’s", "\\\"", "100 %", "\\n", "—", "https://example.org/a_b", "$x^2$ \\\\ {}"};
        return quoted(one(some));
    }
    std::string key_of(std::uint32_t bits) {
        std::vector<std::string_view> fit;
        for (auto const& k : known_)
            if (bits >> k.kind & 1u) fit.push_back(k.key);
        return quoted(fit.empty() || roll(40) == 0 ? std::string_view{"nobody"} : one(fit));
    }
    template <class T>
    std::string value() {
        if constexpr (std::same_as<T, flag>)
            return roll(2) != 0 ? "true" : "false";
        else if constexpr (std::same_as<T, std::uint32_t>)
            return std::to_string(roll(5));
        else if constexpr (std::same_as<T, decimal>) {
            static constexpr std::array<std::string_view, 14> some{"0", "1", "1.0", "-2.5", "7.10", "45", "30", "100", "0.93",
                "inf", "\"-inf\"", "\"not stated\"", "12345678", "0.00000000001"};
            return std::string{one(some)};
        } else if constexpr (std::same_as<T, date>) {
            static constexpr std::array<std::string_view, 7> some{
                "2024-10-01", "2019", "\"2020-05\"", "\"not stated\"", "2020-06-01", "1999", "2024-02-29"};
            return std::string{one(some)};
        } else if constexpr (vocabulary<T>)
            return quoted(one(words_of<T>));
        else if constexpr (is_id<T>)
            return key_of(bits_of(T{}));
        else if constexpr (is_level<T>) {
            static constexpr std::array<std::string_view, 6> some{"strong", "weak", "high", "low", "first line", "not stated"};
            return quoted(one(some));
        } else if constexpr (is_list<T>) {
            std::string s = "[";
            for (auto n = roll(3); n != 0; --n) s += value<typename list_element<T>::type>() + ", ";
            return s + ']';
        } else
            return words();
    }
    template <class Kind>
    static constexpr std::uint32_t bits_of(id<Kind>) {
        return kinds_of<Kind>::bits;
    }

    // Tables of the schema.

    /// What is required is nearly always there, the rest now and then. `spell`: how the table spells the field.
    template <class Row, class Spell>
    void fields(table& to, Spell&& spell) {
        Row::fields([&](std::string_view name, auto member, presence p = optional) {
            using type = typename field_type<decltype(member)>::type;
            if (p == required ? roll(30) != 0 : roll(5) == 0) to.push_back(spell(name) + " = " + this->value<type>());
        });
    }
    template <class Kind>
    void entity_table() {
        auto const key = std::string{Kind::name.substr(0, 4)} + std::to_string(roll(4));
        auto at = key.find('_');
        auto const plain = at == key.npos ? key : std::string{key}.replace(at, 1, "-x");
        table t{"[[" + std::string{Kind::name} + "]]", "key = " + quoted(plain), "name = " + words()};
        if (roll(4) == 0) t.push_back("synonyms = [" + words() + "]");
        if (roll(4) == 0) t.push_back("description = " + words());
        fields<typename Kind::details>(t, [](std::string_view n) { return std::string{n}; });
        each(structure{}, [&]<class R>() {
            if constexpr (has_structure<Kind, R>)
                if (this->roll(2) != 0)
                    t.push_back(std::string{R::name} + " = [" +
                                this->key_of(R::same_kind ? kinds_of<Kind>::bits : kinds_of<typename R::object>::bits) + ']');
        });
        known_.push_back({kind_number<Kind>, plain});
        tables_.push_back(std::move(t));
    }
    void add_entity() {
        with_type(kinds{}, roll(kinds::size), [this]<class K>() { this->entity_table<K>(); });
    }
    template <class Relation>
    void claim_table() {
        if constexpr (claim_relation<Relation>) {
            table t{"[[" + std::string{Relation::name} + "]]"};
            if (roll(2) != 0) t.push_back("id = \"c" + std::to_string(roll(60)) + '"');
            t.push_back("subject = " + key_of(kinds_of<typename Relation::subject>::bits));
            t.push_back("object = " + key_of(kinds_of<typename Relation::object>::bits));
            if (roll(4) == 0) t.push_back("stance = " + value<stance>());
            if (roll(6) == 0) t.push_back("note = " + words());
            fields<typename Relation::payload>(t, [](std::string_view n) { return std::string{n}; });
            fields<attribution>(t, [](std::string_view n) { return attribution_field<Relation>(n); });
            tables_.push_back(std::move(t));
        }
    }
    void add_claim() {
        auto const n = structure::size + roll(relations::size - structure::size);
        with_type(relations{}, n, [this]<class R>() { this->claim_table<R>(); });
    }
    /// What stands in a file besides entities and claims.
    void add_other() {
        if (!overlay_)
            return tables_.push_back(
                {"[defaults]", "source = " + key_of(kinds_of<source>::bits), "checked = 2024-10-01", "place = " + words()});
        auto const& kb = fixture::knee();
        auto const c = claim_id::from_number(kb.first_claim() + roll(kb.claim_count()));
        auto const claim = "claim = " + quoted(kb.claim_key(c));
        if (roll(2) == 0)
            tables_.push_back({"[[withdrawal]]", claim, "date = " + value<date>(), "reason = " + words()});
        else
            tables_.push_back({"[[addition]]", roll(2) == 0 ? claim : "entity = " + key_of(~0u), "synonyms = [" + words() + "]",
                "own.tier = " + words()});
    }

    // Accidents.

    table& some_table() { return tables_[roll(tables_.size())]; }
    void drop_line() {
        auto& t = some_table();
        if (!t.empty()) t.erase(t.begin() + roll(t.size()));
    }
    void double_table() {
        auto copy = some_table();
        tables_.push_back(std::move(copy));
    }
    void move_table() { std::swap(some_table(), some_table()); }
    /// Puts behind one name the value of another line, or one of any type.
    void change_value() {
        auto& t = some_table();
        if (t.size() < 2) return;
        auto& line = t[1 + roll(t.size() - 1)];
        auto const equals = line.find(" = ");
        if (equals == line.npos) return;
        auto const& other = some_table();
        std::string instead;
        switch (roll(5)) {
            case 0: instead = words(); break;
            case 1: instead = value<decimal>(); break;
            case 2: instead = key_of(~0u); break;
            case 3: instead = value<date>(); break;
            default:
                if (other.empty()) return;
                auto const& from = other[roll(other.size())];
                auto const at = from.find(" = ");
                if (at == from.npos) return;
                instead = from.substr(at + 3);
        }
        line.replace(equals + 3, line.npos, instead);
    }

    std::string& text_;
    std::mt19937 dice_;
    bool overlay_;
    std::vector<table> tables_{};
    std::vector<named> known_{};
};

}  // namespace

void mutate_toml(std::string& input, std::uint32_t seed) { editor{input, seed, false}.edit(); }
void mutate_overlay(std::string& input, std::uint32_t seed) { editor{input, seed, true}.edit(); }

}  // namespace fuzz
