// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/model/id.hpp>

#include <cstdint>
#include <deque>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace treatise::inline v0_3 {

/// Keeps each text and each list once and gives it a number.
class interner {
public:
    interner() {
        text({});
        text("not stated");  // the number of treatise::not_stated
    }
    // The map looks into the deque's strings, which a move keeps and a copy would not.
    interner(interner&&) = default;
    interner& operator=(interner&&) = default;

    treatise::text text(std::string_view s) {
        if (auto const known = numbers_.find(s); known != numbers_.end()) return treatise::text::from_number(known->second);
        auto const number = static_cast<std::uint32_t>(texts_.size());
        numbers_.emplace(texts_.emplace_back(s), number);
        return treatise::text::from_number(number);
    }
    std::string_view operator[](treatise::text t) const { return texts_[t.value]; }
    std::deque<std::string> const& texts() const { return texts_; }

    template <class T>
    many<T> list(std::vector<T> const& values) {
        std::vector<std::uint32_t> raw;
        raw.reserve(values.size());
        for (auto v : values) raw.push_back(v.value);
        auto const [first, last] = numbers(std::move(raw));
        return {first, last};
    }
    template <class T>
    std::vector<T> operator[](many<T> m) const {
        std::vector<T> values;
        for (auto i = m.first; i != m.last; ++i) values.push_back(T::from_number(lists_[i]));
        return values;
    }
    std::vector<std::uint32_t> const& lists() const { return lists_; }

private:
    std::pair<std::uint32_t, std::uint32_t> numbers(std::vector<std::uint32_t> raw) {
        if (raw.empty()) return {};
        auto const [known, added] = known_lists_.try_emplace(std::move(raw), static_cast<std::uint32_t>(lists_.size()));
        if (added) lists_.insert(lists_.end(), known->first.begin(), known->first.end());
        return {known->second, known->second + static_cast<std::uint32_t>(known->first.size())};
    }

    std::deque<std::string> texts_{};
    std::unordered_map<std::string_view, std::uint32_t> numbers_{};
    std::vector<std::uint32_t> lists_{};
    std::map<std::vector<std::uint32_t>, std::uint32_t> known_lists_{};
};

}  // namespace treatise::inline v0_3
