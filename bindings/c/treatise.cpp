// SPDX-License-Identifier: BSL-1.0
#include "treatise.h"

#include <treatise/ask.hpp>
#include <treatise/graph/recall.hpp>
#include <treatise/model/limits.hpp>
#include <treatise/snapshot/snapshot.hpp>
#include <treatise/toml/files.hpp>
#include <treatise/toml/overlay.hpp>
#include <treatise/toml/read.hpp>
#include <treatise/version.hpp>

#if __has_include(<treatise/knowledge/neuropathic_pain.hpp>) && !defined(TREATISE_WITHOUT_BUILT_IN)
#include <treatise/knowledge/neuropathic_pain.hpp>
#define TREATISE_HAS_BUILT_IN 1
#endif

#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>
#include <vector>

struct treatise_base {
    treatise::storage owned{};
    treatise::knowledge_base base{};

    explicit treatise_base(treatise::storage of) : owned{std::move(of)}, base{owned.view()} {}
    explicit treatise_base(treatise::knowledge_base elsewhere) : base{elsewhere} {}
};

namespace {

using treatise::problem;
using result = treatise::expected<treatise::storage, std::vector<problem>>;

/// `f()`, or what takes its place where it throws: no exception passes into C.
template <class F, class T>
T or_else(T otherwise, F f) noexcept {
#if defined(__cpp_exceptions)
    try {
        return f();
    } catch (...) { return otherwise; }
#else
    (void)otherwise;
    return f();
#endif
}

char* given_away(std::string_view text) {
    auto* const copy = static_cast<char*>(std::malloc(text.size() + 1));
    if (copy == nullptr) return nullptr;
    if (!text.empty()) std::memcpy(copy, text.data(), text.size());
    copy[text.size()] = '\0';
    return copy;
}

result wrong(std::string what) { return treatise::unexpected{std::vector{problem{{}, {}, std::move(what)}}}; }

/// The base that was read, or none and its problems in JSON.
treatise_base* opened(result read, char** error) {
    if (read) return new treatise_base{std::move(*read)};
    if (error != nullptr) *error = given_away(treatise::json_error(read.error()));
    return nullptr;
}
/// `read()` as a base; `*error` is null unless something is wrong.
template <class F>
treatise_base* open_by(char** error, F read) noexcept {
    if (error != nullptr) *error = nullptr;
    return or_else(static_cast<treatise_base*>(nullptr), [&] { return opened(read(), error); });
}

result read_at(char const* path) {
    if (path == nullptr) return wrong("the path is null");
    std::error_code failed;
    if (!std::filesystem::exists(path, failed))
        return wrong(treatise::quoted_for_message(path) +
                     " is not there; expected a folder with .toml files, one such file, or a snapshot");
    if (!treatise::is_snapshot(path)) return treatise::read_toml_folder(path);
    auto read = treatise::snapshot::open_verified(path);
    if (!read) return treatise::unexpected{std::vector{std::move(read.error())}};
    return treatise::storage{std::move(*read)};
}
result lay_on(treatise_base const* base, char const* const* paths, std::size_t count) {
    if (base == nullptr) return wrong("the base is null");
    if (paths == nullptr || count == 0) return wrong("no path of an overlay is given");
    treatise::storage top;
    for (std::size_t i = 0; i != count; ++i) {
        if (paths[i] == nullptr) return wrong("a path of an overlay is null");
        auto read = treatise::read_toml_folder(paths[i], i == 0 ? base->base : top.view());
        if (!read) return read;
        top = std::move(*read);
    }
    return top;
}
result lay_text_on(treatise_base const* base, char const* name, char const* toml) {
    if (base == nullptr) return wrong("the base is null");
    if (toml == nullptr) return wrong("the text of the overlay is null");
    return treatise::read_toml({{name == nullptr ? "overlay" : name, toml}}, base->base);
}
result recall_text_on(treatise_base const* base, char const* name, char const* recalls) {
    if (base == nullptr) return wrong("the base is null");
    if (recalls == nullptr) return wrong("the text of the recall file is null");
    return treatise::recall(base->base, name == nullptr ? "recall" : name, recalls);
}
result recall_on(treatise_base const* base, char const* path) {
    if (path == nullptr) return wrong("the path is null");
    std::error_code failed;
    if (!std::filesystem::is_regular_file(path, failed))  // and no pipe is waited for
        return wrong(treatise::quoted_for_message(path) + " is not there; expected a recall file");
    std::string text;
    if (auto const why = treatise::read_file(path, treatise::limits::toml_bytes, text))
        return wrong(treatise::quoted_for_message(path) + " cannot be read: " + why.message());
    if (text.size() > treatise::limits::toml_bytes)
        return wrong(treatise::quoted_for_message(path) + " is larger than the 32 MB that are read of one file");
    return recall_text_on(base, path, text.c_str());
}

std::string answer_to(treatise_base const* base, char const* request) {
    using treatise::request_fault;
    if (base == nullptr)
        return treatise::json_error(
            std::vector{treatise::request_problem{.fault = request_fault::no_base, .message = "the base is null"}});
    if (request == nullptr)
        return treatise::json_error(base->base,
            std::vector{treatise::request_problem{.fault = request_fault::not_json, .message = "the request is null"}});
    return treatise::ask(base->base, request);
}

}  // namespace

treatise_base const* treatise_built_in(void) {
#ifdef TREATISE_HAS_BUILT_IN
    static treatise_base const built_in{treatise::neuropathic_pain::knowledge};
    return &built_in;
#else
    return nullptr;
#endif
}

treatise_base* treatise_open(char const* path, char** error) {
    return open_by(error, [&] { return read_at(path); });
}

treatise_base* treatise_overlay(treatise_base const* base, char const* const* paths, size_t count, char** error) {
    return open_by(error, [&] { return lay_on(base, paths, count); });
}

treatise_base* treatise_overlay_text(treatise_base const* base, char const* name, char const* toml, char** error) {
    return open_by(error, [&] { return lay_text_on(base, name, toml); });
}

treatise_base* treatise_recall(treatise_base const* base, char const* path, char** error) {
    return open_by(error, [&] { return recall_on(base, path); });
}

treatise_base* treatise_recall_text(treatise_base const* base, char const* name, char const* recalls, char** error) {
    return open_by(error, [&] { return recall_text_on(base, name, recalls); });
}

char* treatise_ask(treatise_base const* base, char const* request) {
    return or_else(static_cast<char*>(nullptr), [&] { return given_away(answer_to(base, request)); });
}

void treatise_free(char* text) { std::free(text); }

void treatise_close(treatise_base* base) {
    if (base != treatise_built_in()) delete base;
}

char const* treatise_version(void) { return TREATISE_VERSION; }
