// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/graph/problem.hpp>
#include <treatise/model/lists.hpp>
#include <treatise/model/vocabulary.hpp>
#include <treatise/render/json_answer.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace treatise::inline v0_3 {

/// In which way a request is wrong.
enum class request_fault : std::uint8_t {
    not_json,          ///< the request is no JSON, or too large
    wrong_type,        ///< a text where a list is expected ...
    unknown_question,
    unknown_key,       ///< or one that this question does not take
    missing,           ///< a key that this question needs
    empty,
    twice,
    unknown_name,      ///< no entity of this kind has this name
    ambiguous_name,    ///< several have it
    unknown_word,      ///< none of the words that are expected here
    wrong_value,
    no_base,           ///< there is no knowledge to ask
};
template <>
inline constexpr std::array<std::string_view, 12> words_of<request_fault>{"not_json", "wrong_type", "unknown_question",
    "unknown_key", "missing", "empty", "twice", "unknown_name", "ambiguous_name", "unknown_word", "wrong_value", "no_base"};

/// One thing that is wrong with a request.
struct request_problem {
    request_fault fault{};
    std::string at{};       ///< where in the request, as a JSON pointer: "/scope/kind/0"; empty: the request as a whole
    std::string message{};  ///< a sentence without its full stop
    std::string expected{};               ///< in words; may be empty
    std::vector<std::string> nearest{};   ///< what was meant, perhaps
    std::vector<std::string> valid{};     ///< all that may stand here, where that is a short list
    std::vector<std::string_view> listed_by{};  ///< the questions that list what may stand here
};

/// What was typed, as it may stand in a message: quoted, on one line, without control characters, not too long.
[[nodiscard]] inline std::string quoted_for_message(std::string_view typed) {
    constexpr std::size_t longest = 120, cut = 110;
    auto shown = printed(typed.substr(0, 64 * longest));
    if (shown.size() > longest) {
        std::size_t end = 0;
        while (end < cut) end += first_character(std::string_view{shown}.substr(end)).bytes;
        shown.resize(end);
        shown += "...";
    }
    return '\'' + shown + '\'';
}
/// "'a', 'b' or 'c'".
[[nodiscard]] inline std::string in_words(std::vector<std::string> const& names, std::string_view last = " or ") {
    std::string s;
    for (std::size_t i = 0; i != names.size(); ++i) {
        if (i != 0) s += i + 1 == names.size() ? last : std::string_view{", "};
        s += quoted_for_message(names[i]);
    }
    return s;
}

namespace ask_detail {

inline void texts(json_writer& j, std::string_view name, auto const& all) {
    if (all.empty()) return;
    j.name(name).open('[');
    for (auto const& t : all) j.value(t);
    j.close(']');
}

inline void write_error(json_writer& j, std::vector<request_problem> const& all) {
    j.name("error").open('{').member("message", all.empty() ? std::string_view{} : std::string_view{all.front().message});
    j.name("problems").open('[');
    for (auto const& p : all) {
        j.open('{').member("at", p.at).member("fault", word(p.fault)).member("message", p.message);
        if (!p.expected.empty()) j.member("expected", p.expected);
        texts(j, "nearest", p.nearest);
        texts(j, "valid", p.valid);
        texts(j, "listed_by", p.listed_by);
        j.close('}');
    }
    j.close(']').close('}');
}

/// An error where there is no base to speak of; `write` writes its `error`.
template <class Write>
std::string json_error_alone(Write write) {
    json_writer j;
    j.open('{').member("format", "treatise-error").member("format_version", "1");
    write(j);
    return j.close('}').take() + '\n';
}

}  // namespace ask_detail

/// Why a request has no answer, as JSON: all that is wrong with it.
[[nodiscard]] inline std::string json_error(knowledge_base const& kb, std::vector<request_problem> const& all) {
    return json_answer(kb, "treatise-error", [&](json_writer& j) { ask_detail::write_error(j, all); });
}
/// The same where there is no base to speak of.
[[nodiscard]] inline std::string json_error(std::vector<request_problem> const& all) {
    return ask_detail::json_error_alone([&](json_writer& j) { ask_detail::write_error(j, all); });
}

/// Why knowledge cannot be opened, as JSON, with the place of each error in its files.
[[nodiscard]] inline std::string json_error(std::vector<problem> const& all) {
    return ask_detail::json_error_alone([&](json_writer& j) {
        j.name("error").open('{').member("message", all.empty() ? std::string{} : to_string(all.front()));
        j.name("problems").open('[');
        for (auto const& p : all) {
            j.open('{').member("fault", "knowledge").member("message", printed(p.what)).member("file", printed(p.where.file));
            j.name("line").number(p.where.line).name("column").number(p.where.column).member("key", printed(p.key)).close('}');
        }
        j.close(']').close('}');
    });
}

}  // namespace treatise::inline v0_3
