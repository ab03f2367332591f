// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/query/statements.hpp>
#include <treatise/query/wider.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace treatise::inline v0_3 {

/// How much of what is said of an option bears on another one: all, what protects with the guidance for and against, or what
/// protects alone.
enum class bearing : std::uint8_t { all, guidance, protection };

/// An option whose claims bear on another one.
struct option_around {
    id<treatise::option> option{};
    said_of of{};
    bearing bears{};

    friend constexpr bool operator==(option_around const&, option_around const&) = default;
};

namespace query_detail {

class around_search {
    knowledge_base const& kb_;
    std::vector<option_around> found_{};

    constexpr bool add(id<option> o, said_of of, bearing bears) {
        for (auto const& x : found_)
            if (x.option == o) return false;
        found_.push_back({o, of, bears});
        return true;
    }
    constexpr bool is_direct(id<option> o, id<option> above) const {
        auto const t = kb_.as<therapy>(o);
        if (!t) return false;
        for (auto e : kb_.out<listed_under>(t))
            if (above == id<option>{e.object}) return true;
        for (auto e : kb_.out<member_of>(t))
            if (above == id<option>{e.object}) return true;
        return false;
    }
    constexpr void forms_of(id<therapy> t, said_of of, bearing bears) {
        for (auto e : kb_.in<form_of>(t))
            if (add(e.subject, of, bears)) forms_of(e.subject, of, bears);
    }
    constexpr void parts_of(id<option> o) {
        auto const t = kb_.as<therapy>(o);
        if (!t) return;
        for (auto e : kb_.out<combines>(t)) {
            add(e.object, said_of::part, bearing::protection);
            for (auto above : wider_options(kb_, e.object)) add(above, kb_.as<therapy>(above) ? said_of::part : said_of::its_class, bearing::protection);
        }
    }
    constexpr void below(id<therapy_class> c) {
        for (auto e : kb_.in<listed_under>(c)) add(e.subject, said_of::member, bearing::all);
        std::vector<id<therapy_class>> classes{c};
        for (std::size_t i = 0; i != classes.size(); ++i) {
            for (auto e : kb_.in<is_a>(classes[i])) {
                add(e.subject, said_of::member, bearing::protection);
                if (std::find(classes.begin(), classes.end(), e.subject) == classes.end()) classes.push_back(e.subject);
            }
            for (auto e : kb_.in<listed_under>(classes[i])) add(e.subject, said_of::member, bearing::protection);
            for (auto e : kb_.in<member_of>(classes[i])) add(e.subject, said_of::member, bearing::protection);
        }
        auto const under = found_;
        for (auto const& x : under) {
            if (auto const t = kb_.as<therapy>(x.option)) forms_of(t, said_of::form, bearing::protection);
            parts_of(x.option);
        }
    }

public:
    constexpr explicit around_search(knowledge_base const& kb) : kb_{kb} {}

    constexpr std::vector<option_around> find(id<option> o) && {
        add(o, said_of::itself, bearing::all);
        if (auto const t = kb_.as<therapy>(o)) forms_of(t, said_of::form, bearing::all);
        if (auto const c = kb_.as<therapy_class>(o)) below(c);
        for (auto above : wider_options(kb_, o)) {
            bool const medicine = static_cast<bool>(kb_.as<therapy>(above));
            add(above, medicine ? said_of::whole : said_of::its_class,
                medicine || is_direct(o, above) ? bearing::all : bearing::guidance);
            if (medicine) parts_of(above);
        }
        parts_of(o);
        return std::move(found_);
    }
};

}  // namespace query_detail

/// The option and what is around it: its forms, its members, the therapy that it is a form of, its classes and theirs, and the
/// parts of a combination. Each once.
///
/// Quadratic in what is around it.
constexpr std::vector<option_around> options_around(knowledge_base const& kb, id<option> o) {
    return o ? query_detail::around_search{kb}.find(o) : std::vector<option_around>{};
}

}  // namespace treatise::inline v0_3
