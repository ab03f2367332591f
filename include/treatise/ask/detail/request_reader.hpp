// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/ask/detail/name_reader.hpp>
#include <treatise/ask/question.hpp>
#include <treatise/graph/claim_key.hpp>
#include <treatise/model/expected.hpp>
#include <treatise/query/causes_of.hpp>
#include <treatise/query/withdrawn.hpp>
#include <treatise/table/compare.hpp>

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace treatise::inline v0_3 {

namespace ask_detail {

[[nodiscard]] inline bool narrows(scope_words const& w) {
    return w.verified || w.superseded || w.predictions || !w.kind.empty() || !w.source_kind.empty() || !w.applicability.empty() ||
           !w.intent.empty() || !w.source.empty() || !w.jurisdiction.empty() || !w.payer.empty() || !w.as_of.empty();
}
[[nodiscard]] inline bool is_given(request const& r, request_key k) {
    switch (k) {
        case request_key::cause: return r.cause.has_value();
        case request_key::option: return r.option.has_value();
        case request_key::what: return r.what.has_value();
        case request_key::key: return r.key.has_value();
        case request_key::text: return r.text.has_value();
        case request_key::options: return !r.options.empty();
        case request_key::causes: return !r.causes.empty();
        case request_key::circumstance: return !r.circumstance.empty();
        case request_key::view: return !r.view.empty();
        case request_key::columns: return !r.columns.empty();
        case request_key::group: return !r.group.empty();
        case request_key::ruler: return !r.ruler.empty();
        case request_key::all: return r.all;
        case request_key::column: return !r.column.empty();
        case request_key::of: return !r.of.empty();
        case request_key::scope: return narrows(r.scope);
        case request_key::compact: return r.compact;
    }
    return false;
}
[[nodiscard]] constexpr std::string_view meaning_of_key(request_key k) {
    switch (k) {
        case request_key::cause: return "a cause: its key, name, synonym or code";
        case request_key::option: return "a therapy or a class: its key, name, synonym, brand or code";
        case request_key::what: return "an outcome, a mechanism, a circumstance, a payer ...: its key, name or synonym";
        case request_key::key: return "a key, name, synonym or code, or the id of a claim";
        case request_key::text: return "a text";
        case request_key::options: return "therapies or classes";
        default: return "";
    }
}

/// Reads a request into a question, key by key.
class request_reader : name_reader {
    request const& words_;
    question made_{};

    static thing a_cause() { return {"cause", {"causes"}}; }
    static thing an_option() { return {"therapy or class", {"therapies", "classes"}}; }
    static std::string place(std::string_view list, std::size_t i) { return std::string{list} + '/' + std::to_string(i); }

    [[nodiscard]] question_form const* form() {
        for (auto const& f : question_forms)
            if (word(f.is) == words_.question) return &f;
        request_problem p{.fault = request_fault::unknown_question, .at = "/question"};
        auto const& names = words_of<question_kind>;
        p.valid.assign(names.begin(), names.end());
        p.message = words_.question.empty() ? std::string{"the question is missing"}
                                            : quoted_for_message(words_.question) + " is no question";
        if (auto const close = nearest(words_.question, names); !close.empty()) {
            p.nearest.emplace_back(close);
            p.message += "; the nearest: " + quoted_for_message(close);
        }
        p.listed_by = {word(question_kind::questions)};
        report(std::move(p));
        return nullptr;
    }
    void keys(question_form const& f) {
        for (std::size_t i = 0; i != words_of<request_key>.size(); ++i) {
            auto const k = static_cast<request_key>(i);
            std::string const name{word(k)};
            bool const takes = f.needs.holds(k) || f.takes.holds(k) || k == request_key::compact;
            if (is_given(words_, k) && !takes) {
                request_problem p{.fault = request_fault::unknown_key, .at = '/' + name};
                p.message = "the question " + quoted_for_message(word(f.is)) + " does not take " + quoted_for_message(name);
                for (std::size_t n = 0; n != words_of<request_key>.size(); ++n)
                    if (auto const other = static_cast<request_key>(n);
                        f.needs.holds(other) || f.takes.holds(other) || other == request_key::compact)
                        p.valid.emplace_back(word(other));
                report(std::move(p));
            } else if (!is_given(words_, k) && f.needs.holds(k)) {
                report(request_fault::missing, '/' + name,
                    quoted_for_message(name) + " is missing: " + std::string{meaning_of_key(k)}, std::string{meaning_of_key(k)});
            }
        }
    }

    /// The column of that key, or one of the matter of that name.
    void column() {
        std::vector<std::string_view> known;
        for (auto const& c : columns::all)
            if (c.matters.bits != 0) known.push_back(c.key);
        for (auto w : words_of<matter>)
            if (std::find(known.begin(), known.end(), w) == known.end()) known.push_back(w);
        auto const found = one_of_words(words_.column, "/column", known);
        if (!found) return;
        made_.column = column_of(*found);
        if (made_.column.matters.bits == 0)
            if (auto const m = enum_from<matter>(*found)) made_.column = {.key = word(*m), .matters = *m};
    }
    void scope() {
        auto const& w = words_.scope;
        auto& s = made_.scope;
        for (std::size_t i = 0; i != w.kind.size(); ++i)
            if (!w.kind[i].empty())
                s.kinds.push_back(named<therapy_class>(w.kind[i], place("/scope/kind", i), {"class", {"classes"}}));
        if (!w.source.empty()) s.source = named<source>(w.source, "/scope/source", {"source", {"sources"}});
        if (!w.jurisdiction.empty())
            s.jurisdiction = one_of_few<jurisdiction>(w.jurisdiction, "/scope/jurisdiction", "jurisdiction");
        if (!w.payer.empty()) s.payer = one_of_few<payer>(w.payer, "/scope/payer", "payer");
        s.source_kinds = values<source_kind>(w.source_kind, "/scope/source_kind");
        s.applies = values<applicability>(w.applicability, "/scope/applicability", applicability::unrelated);
        if (!w.intent.empty()) s.intents = values<intent>(w.intent, "/scope/intent");
        if (w.verified) s.read = reading::in_source;
        s.superseded = w.superseded;
        s.predictions = w.predictions;
        if (w.as_of.empty()) return;
        if (auto const d = parse_date(w.as_of))
            s.as_of = *d;
        else
            report(request_fault::wrong_value, "/scope/as_of",
                quoted_for_message(w.as_of) + " is no date; expected 2024, 2024-10 or 2024-10-01", "2024, 2024-10 or 2024-10-01");
    }
    template <kind_or_kinds Kind>
    void each_once(std::vector<std::string> const& names, std::string_view list, thing const& t, std::vector<id<Kind>>& to) {
        for (std::size_t i = 0; i != names.size(); ++i) {
            if (names[i].empty()) continue;
            auto const e = named<Kind>(names[i], place(list, i), t);
            if (e && std::find(to.begin(), to.end(), e) != to.end())
                report(request_fault::twice, place(list, i), quoted_for_message(names[i]) + " is named twice");
            to.push_back(e);
        }
    }

    // Tables.

    void view() {
        made_.view = views::overview;
        if (words_.view.empty()) return;
        if (auto const preset = find<table_preset>(kb_, words_.view)) {
            made_.view = view_of(kb_, *preset);
            return;
        }
        std::vector<std::string_view> known;
        for (auto const& v : views::all) known.push_back(v.key);
        for (auto p : kb_.all<table_preset>()) known.push_back(kb_.key(p));
        if (auto const found = one_of_words(words_.view, "/view", known)) made_.view = view_of(*found);
    }
    /// The columns of those keys; the option's name comes first, so that every row says what it is about.
    void columns_of_table() {
        if (made_.view.rows != row_content::options)
            report(
                request_fault::unknown_key, "/columns", "the columns of the view " + std::string{made_.view.key} + " are fixed");
        std::vector<std::string_view> known, told;
        for (auto const& c : columns::all) known.push_back(c.key);
        column_list chosen;
        if (compare_folded(words_.columns.front(), columns::option.key) != 0) {
            chosen.push_back(columns::option);
            told.push_back(columns::option.key);
        }
        for (std::size_t i = 0; i != words_.columns.size(); ++i) {
            if (words_.columns[i].empty()) continue;
            auto const at = place("/columns", i);
            auto const found = one_of_words(words_.columns[i], at, known);
            if (!found) continue;
            if (std::find(told.begin(), told.end(), *found) != told.end())
                report(request_fault::twice, at, quoted_for_message(words_.columns[i]) + " is named twice");
            chosen.push_back(column_of(*found));
            told.push_back(*found);
        }
        made_.view.columns = chosen;
    }
    void table() {
        view();
        if (!words_.columns.empty()) columns_of_table();
        made_.how.all = words_.all;
        if (!words_.ruler.empty()) made_.how.ruler = named<source>(words_.ruler, "/ruler", {"source", {"sources"}});
        if (!words_.group.empty()) made_.how.groups = one_value<row_group>(words_.group, "/group");
        made_.scope.options = made_.options;
        auto const& v = made_.view;
        if (auto const refused = refusal_of(v, made_.scope); refused != view_refusal::none) {
            auto const wanted = std::to_string(v.least_options) + " to " + std::to_string(v.most_options) + " options";
            report(refused == view_refusal::too_few_options ? request_fault::missing : request_fault::wrong_value, "/options",
                "the view " + std::string{v.key} + " shows " + wanted + " that you choose; " +
                    (refused == view_refusal::too_few_options ? "fewer are named" : "more are named"),
                wanted);
        }
    }

    // What one question alone asks.

    void shown() {
        auto const& typed = *words_.key;
        if (!find<entity>(kb_, typed))
            made_.claim = find_claim(kb_, typed.starts_with('#') ? std::string_view{typed}.substr(1) : std::string_view{typed});
        if (!made_.claim)
            made_.shown = named<entity>(typed, "/key", {"key, name or claim id", {"causes", "therapies", "classes", "sources"}});
    }
    void found() {
        if (auto const one = find<entity>(kb_, *words_.text))
            made_.found.push_back(*one);
        else
            made_.found = one.error().among;
        if (made_.found.empty())
            (void)named<entity>(
                *words_.text, "/text", {"key, name, synonym, brand or code", {"causes", "therapies", "classes", "sources"}});
    }
    void searched() {
        if (words_.of.empty()) return;
        if (auto const found = one_of_words(words_.of, "/of", {kind_names.begin(), kind_names.end()}))
            made_.of_kind =
                static_cast<std::uint32_t>(std::find(kind_names.begin(), kind_names.end(), *found) - kind_names.begin());
    }
    void over_causes() {
        each_once(words_.causes, "/causes", a_cause(), made_.causes);
        if (!words_.causes.empty() || !made_.option) return;
        for (auto const& c : causes_of(kb_, made_.option))
            if (made_.causes.empty() || made_.causes.back() != c.cause) made_.causes.push_back(c.cause);
    }
    void what() {
        if (words_.what)
            made_.what = named<aside>(*words_.what, "/what",
                {"outcome, mechanism, circumstance, consideration, payer or profession", {"find", "search"}});
    }
    void of_the_question() {
        switch (made_.is) {
            case question_kind::compare:
            case question_kind::audit: return table();
            case question_kind::candidates:
                if (!words_.circumstance.empty())
                    made_.circumstance = named<circumstance>(words_.circumstance, "/circumstance", {"circumstance", {"search"}});
                return;
            case question_kind::why:
                if (!words_.column.empty()) column();
                return;
            case question_kind::head_to_head:
                if (words_.options.size() == 1)
                    report(request_fault::wrong_value, "/options", "name the options to compare, two or more",
                        "two or more options");
                return;
            case question_kind::options_for: return what();
            case question_kind::across: return over_causes();
            case question_kind::show:
                if (words_.key) shown();
                return;
            case question_kind::find:
                if (words_.text) found();
                return;
            case question_kind::search: return searched();
            default: return;
        }
    }

public:
    request_reader(knowledge_base const& kb, request const& asked) : name_reader{kb}, words_{asked} {}

    [[nodiscard]] expected<question, std::vector<request_problem>> read() {
        auto const* f = form();
        if (f == nullptr) return unexpected{std::move(problems_)};
        made_.is = f->is;
        made_.compact = words_.compact;
        keys(*f);
        if (words_.cause) made_.cause = named<cause>(*words_.cause, "/cause", a_cause());
        if (words_.option) made_.option = named<option>(*words_.option, "/option", an_option());
        if (words_.text) made_.text = *words_.text;
        each_once(words_.options, "/options", an_option(), made_.options);
        scope();
        of_the_question();
        if (!problems_.empty()) return unexpected{std::move(problems_)};
        return std::move(made_);
    }
    [[nodiscard]] expected<id<cause>, std::vector<request_problem>> cause_alone(std::string_view name) {
        auto const found = named<cause>(name, "/cause", a_cause());
        if (!found) return unexpected{std::move(problems_)};
        return found;
    }
};

}  // namespace ask_detail

}  // namespace treatise::inline v0_3
