// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/ask/request.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <string_view>

namespace treatise::inline v0_3 {

/// What can be asked of a base; the names are those of the tool's commands.
enum class question_kind : std::uint8_t {
    compare,
    candidates,
    categories,
    facts,
    why,
    about,
    disagreements,
    audit,
    paths,
    gaps,
    options_for,
    causes_of,
    head_to_head,
    across,
    causes,
    therapies,
    classes,
    sources,
    show,
    find,
    search,
    views,
    columns,
    knowledge,
    questions
};
template <>
inline constexpr std::array<std::string_view, 25> words_of<question_kind>{"compare", "candidates", "categories", "facts", "why",
    "about", "disagreements", "audit", "paths", "gaps", "options-for", "causes-of", "head-to-head", "across", "causes",
    "therapies", "classes", "sources", "show", "find", "search", "views", "columns", "knowledge", "questions"};

/// A set of keys of requests, one bit each.
class request_keys {
    std::uint32_t bits_ = 0;

public:
    constexpr request_keys(std::initializer_list<request_key> all) {
        for (auto k : all) bits_ |= 1u << static_cast<unsigned>(k);
    }
    [[nodiscard]] constexpr bool holds(request_key k) const { return (bits_ >> static_cast<unsigned>(k) & 1u) != 0; }
};

/// What a question needs and takes, and what it tells.
struct question_form {
    question_kind is;
    request_keys needs, takes;  ///< `compact` is taken by all of them
    std::string_view tells;
};

/// Every question, in the order of `question_kind`: the one place to add one.
inline constexpr std::array question_forms{
    question_form{question_kind::compare, {request_key::cause},
        {request_key::scope, request_key::options, request_key::view, request_key::columns, request_key::group,
            request_key::ruler, request_key::all},
        "the table for a cause: its documented options side by side"},
    question_form{question_kind::candidates, {request_key::cause}, {request_key::scope, request_key::circumstance},
        "the documented options and why each is listed; with a circumstance, what each source says of every option in it"},
    question_form{question_kind::categories, {request_key::cause}, {request_key::scope},
        "the kinds of therapy that are documented, with their options and what is said of each"},
    question_form{question_kind::facts, {request_key::cause, request_key::option}, {request_key::scope},
        "what is told first of an option, as data"},
    question_form{question_kind::why, {request_key::cause, request_key::option}, {request_key::scope, request_key::column},
        "every claim about an option, with its place"},
    question_form{question_kind::about, {request_key::cause}, {request_key::scope}, "what sources say of the cause itself"},
    question_form{question_kind::disagreements, {request_key::cause}, {request_key::scope, request_key::options},
        "where sources differ, side by side"},
    question_form{question_kind::audit, {request_key::cause},
        {request_key::scope, request_key::options, request_key::view, request_key::columns, request_key::group,
            request_key::ruler, request_key::all},
        "what a table lacks to be trusted"},
    question_form{question_kind::paths, {request_key::option, request_key::cause}, {request_key::scope},
        "how a therapy may act in a cause, over a mechanism"},
    question_form{question_kind::gaps, {request_key::cause}, {request_key::scope}, "what no source here reports"},
    question_form{question_kind::options_for, {request_key::what}, {request_key::scope, request_key::cause},
        "the options of which sources say something on one thing, for and against"},
    question_form{
        question_kind::causes_of, {request_key::option}, {request_key::scope}, "the causes for which an option is documented"},
    question_form{question_kind::head_to_head, {request_key::cause, request_key::options}, {request_key::scope},
        "every published comparison of two or more options with one another"},
    question_form{question_kind::across, {request_key::option}, {request_key::scope, request_key::causes},
        "what is told first of one option for each of several causes"},
    question_form{question_kind::causes, {}, {}, "all causes"},
    question_form{question_kind::therapies, {}, {}, "all therapies"},
    question_form{question_kind::classes, {}, {}, "all classes of therapies"},
    question_form{question_kind::sources, {}, {}, "all sources, with their declared interests"},
    question_form{question_kind::show, {request_key::key}, {}, "one entity or claim in full"},
    question_form{question_kind::find, {request_key::text}, {}, "what a name or code stands for"},
    question_form{question_kind::search, {request_key::text}, {request_key::of}, "names that begin with a text, to choose from"},
    question_form{question_kind::views, {}, {}, "the tables that there are"},
    question_form{question_kind::columns, {}, {}, "the columns that a table can have"},
    question_form{
        question_kind::knowledge, {}, {}, "which knowledge answers: its edition, how long it holds, and how much there is"},
    question_form{question_kind::questions, {}, {}, "what can be asked, and with which keys"},
};

namespace ask_detail {

constexpr bool forms_stand_in_order() {
    for (std::size_t i = 0; i != question_forms.size(); ++i)
        if (question_forms[i].is != static_cast<question_kind>(i)) return false;
    return question_forms.size() == words_of<question_kind>.size();
}
static_assert(forms_stand_in_order(), "every question has its form, in the order of question_kind");

}  // namespace ask_detail

[[nodiscard]] constexpr question_form const& form_for(question_kind q) { return question_forms[static_cast<std::size_t>(q)]; }

}  // namespace treatise::inline v0_3
