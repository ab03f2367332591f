// SPDX-License-Identifier: BSL-1.0
#include "shapes.hpp"

#include <treatise/graph/builder.hpp>

#include <stdexcept>

namespace fixture {
namespace {

using namespace treatise;

/// Builds a base about one cause, `c`, with a guideline and a therapy, `t`, under the class `k`.
class maker {
public:
    builder b{};
    id<source> said_by;
    id<scheme> words;
    id<cause> asked;
    id<therapy_class> row;
    id<therapy> medicine;
    id<outcome> relief;
    std::uint32_t claims = 0;

    maker() {
        b.base({b.text("shape"), b.text("A shape"), b.text("0"), b.text("nobody"), b.text("made up"), date{2024, 1, 1}});
        said_by = source_of("s", 2020);
        words = b.add<scheme>({"g", "Grade"}, {b.list({"strong", "weak"}), {}, b.list({"high", "low"})});
        asked = b.add<cause>({"c", "Ache"});
        row = b.add<therapy_class>({"k", "Pills"}, {.order = 1});
        medicine = b.add<therapy>({"t", "Pill"});
        b.relate<listed_under>(medicine, row);
        relief = b.add<outcome>({"less-pain", "less pain"}, {.valence = valence::desirable});
    }
    id<source> source_of(std::string const& key, std::uint32_t year) {
        source_details s{};
        s.kind = source_kind::guideline;
        s.title = b.text("Fixture");
        s.authors = b.text("Authors of " + key);
        s.published = date{static_cast<int>(year), 0, 0};
        return b.add<source>({key, key}, s);
    }
    attribution said(id<source> by) {
        attribution a{};
        a.source = by;
        a.place = b.text("page 1");
        a.checked = date{2024, 1, 1};
        return a;
    }
    void use(id<option> o, id<cause> c) { b.claim<used_for>(o, c, said(said_by), {}); }
    void recommend(id<option> o, id<cause> c, id<source> by, stance s = stance::in_favour) {
        recommendation r{};
        r.scheme = words;
        r.strength = {1};
        b.claim<recommended_for>(o, c, said(by), {{}, s, {}}, r);
    }
    void warn(id<option> o, id<outcome> of) {
        warning w{};
        w.authority = b.text("Office");
        w.form = warning_form::label;
        auto a = said(said_by);
        a.jurisdiction = id<jurisdiction>::unstated();
        b.claim<warned_of>(o, of, a, {}, w);
    }
    void forbid(id<option> o, id<circumstance> where, id<source> by) {
        restriction r{};
        r.avoidance = avoidance::contraindication;
        b.claim<contraindicated_in>(o, where, said(by), {}, r);
    }
    /// What people were found to say, without a figure.
    void tell(id<option> o, id<outcome> of, id<source> by, stance s) {
        effect e{};
        e.statistic = statistic::narrative;
        e.compared_with = b.text("placebo");
        auto a = said(by);
        a.about = b.list(std::vector{asked});
        b.claim<affects>(o, of, a, {{}, s, {}}, e);
    }
    void measure(id<option> o, id<outcome> of, id<source> by, std::int32_t n, stance s = stance::in_favour) {
        effect e{};
        e.statistic = statistic::percent;
        e.value = decimal{n % 90 + 1, 0};
        e.baseline = decimal{5, 0};
        e.compared_with = b.text("placebo");
        e.time_frame = not_stated;
        e.participants = decimal::unstated();
        e.scheme = words;
        e.certainty = {1};
        auto a = said(by);
        a.about = b.list(std::vector{asked});
        b.claim<affects>(o, of, a, {{}, s, {}}, e);
    }
    storage done() { return *freeze(b); }
};

std::string numbered(std::string const& s, std::uint32_t i) { return s + std::to_string(i); }

/// Relates each of `n` entities to `width` before it, level by level.
template <class Kind, class Relate>
std::vector<id<Kind>> levels(std::uint32_t n, std::uint32_t width, std::vector<id<Kind>> all, Relate relate) {
    for (std::uint32_t i = width; i < n; ++i)
        for (std::uint32_t k = 0; k != width; ++k) relate(all[i], all[i - i % width - width + k]);
    return all;
}
template <class Kind>
std::vector<id<Kind>> entities(maker& m, std::string const& key, std::uint32_t n) {
    std::vector<id<Kind>> all;
    for (std::uint32_t i = 0; i != n; ++i) all.push_back(m.b.add<Kind>({numbered(key, i), numbered(key, i)}));
    return all;
}

/// Classes over classes, each named as an option.
template <std::uint32_t Width>
storage classes(std::uint32_t n) {
    maker m;
    auto const all = levels<therapy_class>(
        n, Width, entities<therapy_class>(m, "a", n), [&](auto below, auto above) { m.b.relate<is_a>(below, above); });
    for (auto k : all) m.use(k, m.asked);
    m.b.relate<is_a>(m.row, all.back());
    m.recommend(m.medicine, m.asked, m.said_by);
    return m.done();
}
/// Each with a recommendation, for and against.
storage recommended_classes(std::uint32_t n) {
    maker m;
    auto const all = levels<therapy_class>(
        n, 1, entities<therapy_class>(m, "a", n), [&](auto below, auto above) { m.b.relate<is_a>(below, above); });
    for (std::uint32_t i = 0; i != n; ++i)
        m.recommend(all[i], m.asked, m.said_by, i % 2 == 0 ? stance::in_favour : stance::against);
    m.b.relate<is_a>(m.row, all.back());
    m.use(m.medicine, m.asked);
    return m.done();
}
/// Causes over causes, each with a medicine of its own.
template <std::uint32_t Width>
storage causes(std::uint32_t n) {
    maker m;
    auto const all =
        levels<cause>(n, Width, entities<cause>(m, "d", n), [&](auto below, auto above) { m.b.relate<is_a>(below, above); });
    auto const medicines = entities<therapy>(m, "m", n);
    m.b.relate<is_a>(m.asked, all.back());
    for (std::uint32_t i = 0; i != n; ++i) m.recommend(medicines[i], all[i], m.said_by);
    return m.done();
}
/// Many claims of many sources with the same ends: guidelines that agree.
storage one_pair(std::uint32_t n) {
    maker m;
    for (std::uint32_t i = 0; i != n; ++i) m.recommend(m.medicine, m.asked, m.source_of(numbered("g", i), 1990 + i % 30));
    return m.done();
}
/// The same of figures.
storage one_figure(std::uint32_t n) {
    maker m;
    m.recommend(m.medicine, m.asked, m.said_by);
    for (std::uint32_t i = 0; i != n; ++i)
        m.measure(m.medicine, m.relief, m.source_of(numbered("g", i), 1990 + i % 30), static_cast<std::int32_t>(i));
    return m.done();
}
/// Editions over editions, each of which says it again.
template <std::uint32_t Width>
storage many_editions(std::uint32_t n) {
    maker m;
    std::vector<id<source>> all;
    for (std::uint32_t i = 0; i != n; ++i) all.push_back(m.source_of(numbered("e", i), 1000 + i / Width));
    levels<source>(n, Width, all, [&](auto newer, auto older) { m.b.relate<supersedes>(newer, older); });
    for (auto s : all) m.recommend(m.medicine, m.asked, s);
    return m.done();
}
/// Medicines of one class.
storage one_class(std::uint32_t n) {
    maker m;
    for (auto t : entities<therapy>(m, "m", n)) {
        m.b.relate<listed_under>(t, m.row);
        m.recommend(t, m.asked, m.said_by);
    }
    return m.done();
}
/// Classes beside each other, each a row.
storage rows(std::uint32_t n) {
    maker m;
    auto const classes = entities<therapy_class>(m, "a", n);
    auto const medicines = entities<therapy>(m, "m", n);
    for (std::uint32_t i = 0; i != n; ++i) {
        m.b.relate<listed_under>(medicines[i], classes[i]);
        m.recommend(classes[i], m.asked, m.said_by);
        m.measure(medicines[i], m.relief, m.said_by, static_cast<std::int32_t>(i));
    }
    return m.done();
}
/// A medicine in many forms, each a form of the one before.
storage forms(std::uint32_t n) {
    maker m;
    auto last = m.medicine;
    for (auto t : entities<therapy>(m, "m", n)) {
        m.b.relate<form_of>(t, last);
        m.b.relate<listed_under>(t, m.row);
        m.recommend(t, m.asked, m.said_by);
        last = t;
    }
    return m.done();
}
/// Outcomes over outcomes, with a warning of each.
storage outcomes(std::uint32_t n) {
    maker m;
    m.recommend(m.medicine, m.asked, m.said_by);
    std::vector<id<outcome>> all;
    for (std::uint32_t i = 0; i != n; ++i)
        all.push_back(m.b.add<outcome>({numbered("o", i), numbered("o", i)}, {.valence = valence::undesirable}));
    levels<outcome>(n, 1, all, [&](auto below, auto above) { m.b.relate<is_a>(below, above); });
    for (auto o : all) m.warn(m.medicine, o);
    return m.done();
}
/// Regions in regions, each with an approval.
template <std::uint32_t Width>
storage regions(std::uint32_t n) {
    maker m;
    auto const all = levels<jurisdiction>(
        n, Width, entities<jurisdiction>(m, "j", n), [&](auto below, auto above) { m.b.relate<is_a>(below, above); });
    for (auto j : all) {
        approval p{};
        p.authority = m.b.text("Office");
        p.status = approval_status::approved;
        auto a = m.said(m.said_by);
        a.jurisdiction = j;
        m.b.claim<approved_for>(m.medicine, m.asked, a, {}, p);
    }
    return m.done();
}
/// Mechanisms between a medicine and the cause.
storage mechanisms(std::uint32_t n) {
    maker m;
    m.recommend(m.medicine, m.asked, m.said_by);
    for (auto x : entities<mechanism>(m, "x", n)) {
        auto a = m.said(m.said_by);
        m.b.claim<acts_by>(m.medicine, x, a, {});
        m.b.claim<implicated_in>(x, m.asked, a, {});
    }
    return m.done();
}

/// Rows under one class, of which a source warns: each row tells of it.
storage rows_with_one_warning(std::uint32_t n) {
    maker m;
    auto const wide = m.b.add<therapy_class>({"w", "Wide"}, {.order = 2});
    auto const harm = m.b.add<outcome>({"harm", "harm"}, {.valence = valence::undesirable});
    for (auto c : entities<therapy_class>(m, "a", n)) {
        m.b.relate<is_a>(c, wide);
        m.recommend(c, m.asked, m.said_by);
    }
    m.warn(wide, harm);
    return m.done();
}
/// Medicines, and as many that combine two of them.
storage combinations(std::uint32_t n) {
    maker m;
    auto const parts = entities<therapy>(m, "m", n), both = entities<therapy>(m, "n", n);
    auto const harm = m.b.add<outcome>({"harm", "harm"}, {.valence = valence::undesirable});
    for (std::uint32_t i = 0; i != n; ++i) {
        m.b.relate<combines>(both[i], parts[i]);
        m.b.relate<combines>(both[i], parts[(i + 1) % n]);
        m.recommend(both[i], m.asked, m.said_by);
        m.recommend(parts[i], m.asked, m.said_by);
        m.warn(parts[i], harm);
    }
    return m.done();
}
/// A medicine that is a member of many classes, each with a warning.
storage many_classes_of_one(std::uint32_t n) {
    maker m;
    m.recommend(m.medicine, m.asked, m.said_by);
    auto const harm = m.b.add<outcome>({"harm", "harm"}, {.valence = valence::undesirable});
    for (auto c : entities<therapy_class>(m, "a", n)) {
        m.b.relate<member_of>(m.medicine, c);
        m.warn(c, harm);
    }
    return m.done();
}
/// Warnings of many sources with the same ends.
storage one_warning(std::uint32_t n) {
    maker m;
    m.recommend(m.medicine, m.asked, m.said_by);
    auto const harm = m.b.add<outcome>({"harm", "harm"}, {.valence = valence::undesirable});
    for (std::uint32_t i = 0; i != n; ++i) {
        m.said_by = m.source_of(numbered("g", i), 1990 + i % 30);
        m.warn(m.medicine, harm);
    }
    return m.done();
}
/// States in which one medicine is to be avoided.
storage restrictions(std::uint32_t n) {
    maker m;
    m.recommend(m.medicine, m.asked, m.said_by);
    for (auto where : entities<circumstance>(m, "n", n)) m.forbid(m.medicine, where, m.said_by);
    return m.done();
}
/// Figures for one medicine, each of another outcome.
storage many_outcomes(std::uint32_t n) {
    maker m;
    m.recommend(m.medicine, m.asked, m.said_by);
    for (std::uint32_t i = 0; i != n; ++i) {
        auto const good = i % 2 == 0 ? valence::desirable : valence::undesirable;
        m.measure(m.medicine, m.b.add<outcome>({numbered("o", i), numbered("o", i)}, {.valence = good}), m.said_by,
            static_cast<std::int32_t>(i), i % 3 == 0 ? stance::no_difference : stance::in_favour);
    }
    return m.done();
}
/// Sources that saw an effect, and as many that saw none.
storage hopes(std::uint32_t n) {
    maker m;
    m.recommend(m.medicine, m.asked, m.said_by);
    for (std::uint32_t i = 0; i != n; ++i)
        m.tell(
            m.medicine, m.relief, m.source_of(numbered("g", i), 1990 + i % 30), i % 2 == 0 ? stance::in_favour : stance::against);
    return m.done();
}
/// Medicines of one class, with a benefit and a harm of each.
storage one_class_with_figures(std::uint32_t n) {
    maker m;
    m.recommend(m.row, m.asked, m.said_by);
    auto const harm = m.b.add<outcome>({"harm", "harm"}, {.valence = valence::undesirable});
    for (auto t : entities<therapy>(m, "m", n)) {
        m.b.relate<listed_under>(t, m.row);
        m.measure(t, m.relief, m.said_by, static_cast<std::int32_t>(t.value % 50));
        if (t.value % 2 == 0) m.measure(t, harm, m.said_by, static_cast<std::int32_t>(t.value % 50));
    }
    return m.done();
}
/// One edition in place of many, each of which said it.
storage one_in_place_of_many(std::uint32_t n) {
    maker m;
    auto const newest = m.source_of("newest", 2020);
    m.recommend(m.medicine, m.asked, newest);
    for (std::uint32_t i = 0; i != n; ++i) {
        auto const old = m.source_of(numbered("e", i), 1000 + i);
        m.b.relate<supersedes>(newest, old);
        m.recommend(m.medicine, m.asked, old);
    }
    return m.done();
}
/// Many in place of one.
storage many_in_place_of_one(std::uint32_t n) {
    maker m;
    auto const oldest = m.source_of("oldest", 900);
    m.recommend(m.medicine, m.asked, oldest);
    for (std::uint32_t i = 0; i != n; ++i) {
        auto const newer = m.source_of(numbered("e", i), 1000 + i);
        m.b.relate<supersedes>(newer, oldest);
        m.recommend(m.medicine, m.asked, newer);
    }
    return m.done();
}
/// Editions over editions that differ: for, against, for.
storage editions_that_differ(std::uint32_t n) {
    maker m;
    id<source> last{};
    for (std::uint32_t i = 0; i != n; ++i) {
        auto const s = m.source_of(numbered("e", i), 1000 + i);
        if (last) m.b.relate<supersedes>(s, last);
        m.recommend(m.medicine, m.asked, s, i % 2 == 0 ? stance::in_favour : stance::against);
        last = s;
    }
    return m.done();
}
/// Causes beside each other under the asked one, each with a medicine.
storage kinds_of_cause(std::uint32_t n) {
    maker m;
    auto const medicines = entities<therapy>(m, "m", n);
    auto const kinds = entities<cause>(m, "d", n);
    for (std::uint32_t i = 0; i != n; ++i) {
        m.b.relate<is_a>(kinds[i], m.asked);
        m.recommend(medicines[i], kinds[i], m.said_by);
    }
    return m.done();
}
/// Outcomes over outcomes two by two, with a figure of each.
storage ladder_of_outcomes(std::uint32_t n) {
    maker m;
    m.recommend(m.medicine, m.asked, m.said_by);
    std::vector<id<outcome>> all;
    for (std::uint32_t i = 0; i != n; ++i)
        all.push_back(m.b.add<outcome>({numbered("o", i), numbered("o", i)}, {.valence = valence::desirable}));
    levels<outcome>(n, 2, all, [&](auto below, auto above) { m.b.relate<is_a>(below, above); });
    for (auto o : all) m.measure(m.medicine, o, m.said_by, 7);
    return m.done();
}
/// Claims that say the same in the same place, so that their ids are told apart by their number.
storage said_twice(std::uint32_t n) {
    maker m;
    for (std::uint32_t i = 0; i != n; ++i) m.use(m.medicine, m.asked);
    return m.done();
}

}  // namespace

std::vector<shape> const& shapes() {
    static std::vector<shape> const all{{"a chain of classes", classes<1>}, {"a ladder of classes", classes<2>},
        {"layers of classes", classes<8>}, {"a chain of recommended classes", recommended_classes},
        {"a chain of causes", causes<1>}, {"a ladder of causes", causes<2>}, {"layers of causes", causes<8>},
        {"many claims on one pair", one_pair, true}, {"many figures of one outcome", one_figure, true},
        {"a chain of editions", many_editions<1>, true}, {"layers of editions", many_editions<5>, true},
        {"many medicines of one class", one_class}, {"many rows", rows}, {"a chain of forms", forms},
        {"a chain of outcomes", outcomes}, {"a chain of regions", regions<1>, true}, {"many mechanisms", mechanisms},
        {"rows with one warning", rows_with_one_warning}, {"many combinations", combinations},
        {"many classes of one medicine", many_classes_of_one}, {"many warnings on one pair", one_warning, true},
        {"many restrictions", restrictions}, {"many outcomes", many_outcomes}, {"hopes and noes", hopes, true},
        {"a class with figures", one_class_with_figures}, {"one edition in place of many", one_in_place_of_many, true},
        {"many editions in place of one", many_in_place_of_one, true}, {"editions that differ", editions_that_differ, true},
        {"a ladder of editions", many_editions<2>, true}, {"wide layers of editions", many_editions<16>, true},
        {"many kinds of a cause", kinds_of_cause}, {"a ladder of outcomes", ladder_of_outcomes},
        {"a ladder of regions", regions<2>, true}, {"claims said twice", said_twice, true},
        {"wide layers of classes", classes<16>}, {"wide layers of causes", causes<16>}};
    return all;
}
shape const& shape_named(std::string_view name) {
    for (auto const& s : shapes())
        if (s.name == name) return s;
    throw std::out_of_range{"no shape is called " + std::string{name}};
}

}  // namespace fixture
