// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/ask/problem.hpp>
#include <treatise/ask/request.hpp>
#include <treatise/model/nearest.hpp>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace treatise::inline v0_3 {

namespace ask_detail {

/// Where the value of a key goes.
using request_slot = std::variant<std::monostate, std::string*, std::optional<std::string>*, std::vector<std::string>*, bool*>;

/// A key of an object of a request.
struct named_slot {
    std::string_view name;
    request_slot to;
};

/// What a parser of JSON tells, as a request. It keeps the place alone of what it does not expect, so depth and size cost
/// nothing.
class json_events {
    std::string_view text_;
    std::vector<named_slot> keys_, scope_keys_;
    std::vector<request_problem> problems_{};
    std::vector<std::string> given_{};  ///< keys so far, as pointers
    std::string at_{};                  ///< the key whose value comes
    request_slot slot_{};
    bool known_ = false;       ///< whether that key is one
    bool in_scope_ = false, scope_next_ = false, in_list_ = false, begun_ = false;
    std::size_t items_ = 0;    ///< of the list so far
    std::size_t unexpected_ = 0;  ///< how deep we are in what nobody expects

    void report(request_fault fault, std::string at, std::string message, std::string expected = {}) {
        problems_.push_back(
            {.fault = fault, .at = std::move(at), .message = std::move(message), .expected = std::move(expected)});
    }
    [[nodiscard]] std::string place() const { return in_list_ ? at_ + '/' + std::to_string(items_) : at_; }

    [[nodiscard]] std::string_view expected_here() const {
        if (!begun_) return "an object with a question";
        if (scope_next_) return "an object";
        if (in_list_ || std::holds_alternative<std::string*>(slot_) || std::holds_alternative<std::optional<std::string>*>(slot_))
            return "a text";
        return std::holds_alternative<bool*>(slot_) ? "true or false" : "a text or a list of texts";
    }
    void wrong_type(std::string_view is) {
        std::string const expected{expected_here()};
        if (known_ || !begun_)
            report(request_fault::wrong_type, place(), subject() + " is " + std::string{is} + "; expected " + expected, expected);
        skip();
    }
    /// What a message is about.
    [[nodiscard]] std::string subject() const { return begun_ ? quoted_for_message(place()) : std::string{"the request"}; }
    /// Keeps the places of what follows in a list; an empty text is one that was not given.
    void skip() {
        if (auto* several = std::get_if<std::vector<std::string>*>(&slot_); several && in_list_) (*several)->emplace_back();
    }
    void empty() {
        report(request_fault::empty, place(), subject() + " is empty", std::string{expected_here()});
        skip();
    }
    /// A value that is no text; true, so that the parser goes on.
    bool other(std::string_view is) {
        if (unexpected_ == 0) wrong_type(is);
        if (in_list_) ++items_;
        return begun_ || unexpected_ != 0;
    }
    void take(std::string& text) {
        if (auto* one = std::get_if<std::string*>(&slot_)) {
            if (text.empty()) return empty();
            **one = std::move(text);
        } else if (auto* maybe = std::get_if<std::optional<std::string>*>(&slot_)) {
            **maybe = std::move(text);
        } else if (auto* several = std::get_if<std::vector<std::string>*>(&slot_)) {
            if (text.empty()) return empty();
            (*several)->push_back(std::move(text));
        } else {
            wrong_type("a text");
        }
    }

public:
    using number_integer_t = nlohmann::json::number_integer_t;
    using number_unsigned_t = nlohmann::json::number_unsigned_t;
    using number_float_t = nlohmann::json::number_float_t;
    using string_t = nlohmann::json::string_t;
    using binary_t = nlohmann::json::binary_t;

    json_events(std::string_view text, request& to)
        : text_{text},
          keys_{{"question", &to.question}, {"cause", &to.cause}, {"option", &to.option}, {"what", &to.what}, {"key", &to.key},
              {"text", &to.text}, {"options", &to.options}, {"causes", &to.causes}, {"circumstance", &to.circumstance},
              {"view", &to.view}, {"columns", &to.columns}, {"group", &to.group}, {"ruler", &to.ruler}, {"all", &to.all},
              {"column", &to.column}, {"of", &to.of}, {"scope", {}}, {"compact", &to.compact}},
          scope_keys_{{"kind", &to.scope.kind}, {"source", &to.scope.source}, {"source_kind", &to.scope.source_kind},
              {"jurisdiction", &to.scope.jurisdiction}, {"payer", &to.scope.payer}, {"applicability", &to.scope.applicability},
              {"intent", &to.scope.intent}, {"as_of", &to.scope.as_of}, {"verified", &to.scope.verified},
              {"superseded", &to.scope.superseded}, {"predictions", &to.scope.predictions}} {}

    [[nodiscard]] std::vector<request_problem> problems() && { return std::move(problems_); }

    bool null() { return other("null"); }
    bool number_integer(number_integer_t) { return other("a number"); }
    bool number_unsigned(number_unsigned_t) { return other("a number"); }
    bool number_float(number_float_t, string_t const&) { return other("a number"); }
    bool binary(binary_t&) { return other("binary"); }
    bool boolean(bool is) {
        auto* const flag = std::get_if<bool*>(&slot_);
        if (unexpected_ != 0 || !begun_ || in_list_ || flag == nullptr) return other("true or false");
        **flag = is;
        return true;
    }
    bool string(string_t& text) {
        if (unexpected_ != 0) return true;
        if (!begun_ || scope_next_) return other("a text");
        if (known_) take(text);
        if (in_list_) ++items_;
        return true;
    }
    bool start_array(std::size_t) {
        bool const is_list = std::holds_alternative<std::vector<std::string>*>(slot_) && !in_list_;
        if (unexpected_ == 0 && begun_ && is_list) {
            in_list_ = true;
            items_ = 0;
        } else {
            if (unexpected_ == 0) wrong_type("a list");
            ++unexpected_;
        }
        return true;
    }
    bool end_array() {
        if (unexpected_ == 0)
            in_list_ = false;
        else if (--unexpected_ == 0 && in_list_)
            ++items_;
        return true;
    }
    bool start_object(std::size_t) {
        if (!begun_ && unexpected_ == 0) {
            begun_ = true;
        } else if (scope_next_ && unexpected_ == 0) {
            in_scope_ = true;
            scope_next_ = false;
        } else {
            if (unexpected_ == 0) wrong_type("an object");
            ++unexpected_;
        }
        return true;
    }
    bool end_object() {
        if (unexpected_ != 0) {
            if (--unexpected_ == 0 && in_list_) ++items_;
        } else {
            in_scope_ = false;
        }
        return true;
    }
    bool key(string_t& name) {
        if (unexpected_ != 0) return true;
        auto const& known = in_scope_ ? scope_keys_ : keys_;
        auto const found = std::find_if(known.begin(), known.end(), [&](named_slot const& k) { return k.name == name; });
        known_ = found != known.end();
        at_ = (in_scope_ ? "/scope/" : "/") + (known_ ? name : std::string{});
        slot_ = known_ ? found->to : request_slot{};
        scope_next_ = known_ && !in_scope_ && name == "scope";
        if (!known_) {
            unknown(name, known);
        } else if (std::find(given_.begin(), given_.end(), at_) != given_.end()) {
            report(request_fault::twice, at_, quoted_for_message(at_) + " stands twice");
        } else {
            given_.push_back(at_);
        }
        return true;
    }
    template <class Exception>
    bool parse_error(std::size_t position, std::string const& last, Exception const&) {
        auto const byte = (std::min)(position == 0 ? 0 : position - 1, text_.size());
        auto const before = text_.substr(0, byte);
        auto const line = 1 + std::count(before.begin(), before.end(), '\n');
        auto const column = byte - (before.rfind('\n') == before.npos ? 0 : before.rfind('\n') + 1) + 1;
        auto message = "the request is no JSON: line " + std::to_string(line) + ", column " + std::to_string(column);
        if (byte == text_.size())
            message += ", where it ends";
        else if (!last.empty())
            message += ", behind " + quoted_for_message(last);
        problems_.clear();
        report(request_fault::not_json, {}, std::move(message), "JSON in UTF-8");
        return false;
    }

private:
    void unknown(std::string_view name, std::vector<named_slot> const& known) {
        request_problem p{.fault = request_fault::unknown_key, .at = in_scope_ ? "/scope" : ""};
        p.message = quoted_for_message(name) + " is no key of " + (in_scope_ ? "a scope" : "a request");
        std::vector<std::string_view> names;
        for (auto const& k : known) {
            names.push_back(k.name);
            p.valid.emplace_back(k.name);
        }
        if (auto const close = nearest(name, names); !close.empty()) {
            p.nearest.emplace_back(close);
            p.message += "; the nearest: " + quoted_for_message(close);
        }
        problems_.push_back(std::move(p));
    }
};

}  // namespace ask_detail

}  // namespace treatise::inline v0_3
