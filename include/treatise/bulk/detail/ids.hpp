// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/model/id.hpp>

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <memory>
#include <string_view>
#include <vector>

namespace treatise::inline v0_3 {

namespace bulk_detail {

/// A hash of a short text, eight bytes at a time.
inline std::uint64_t hash_of(std::string_view s) {
    constexpr std::uint64_t k = 0x9e3779b97f4a7c15u;
    auto h = s.size() * k;
    auto const mix = [&](std::uint64_t word) {
        h = (h ^ word) * k;
        h ^= h >> 32;
    };
    auto at = s.data();
    auto n = s.size();
    for (; n >= 8; at += 8, n -= 8) {
        std::uint64_t word;
        std::memcpy(&word, at, 8);
        mix(word);
    }
    if (n != 0) {
        std::uint64_t word = 0;
        std::memcpy(&word, at, n);
        mix(word);
    }
    return h * k;
}

}  // namespace bulk_detail

/// Numbers texts from 0 in the order in which they come: an open hash table over one arena.
///
/// 24 bytes a text beside its own; lookups of several threads at once are safe while nothing is added.
class text_numbers {
public:
    /// The number of a text, or no_number.
    std::uint32_t find(std::string_view s) const {
        if (slots_.empty()) return no_number;
        auto const h = bulk_detail::hash_of(s);
        for (auto i = h >> shift_;; i = (i + 1) & (slots_.size() - 1)) {
            auto const [hash, number] = slots_[i];
            if (number == no_number) return no_number;
            if (hash == static_cast<std::uint32_t>(h) && texts_[number] == s) return number;
        }
    }
    /// The number of a text that is there from now on.
    std::uint32_t add(std::string_view s) {
        if (auto const known = find(s); known != no_number) return known;
        if (texts_.size() * 2 >= slots_.size()) grow();
        auto const number = static_cast<std::uint32_t>(texts_.size());
        texts_.push_back(keep(s));
        put(bulk_detail::hash_of(s), number);
        return number;
    }
    /// The text of a number; it stays where it is as long as this lives.
    std::string_view operator[](std::uint32_t number) const { return texts_[number]; }
    std::uint32_t size() const { return static_cast<std::uint32_t>(texts_.size()); }

    /// A copy of a text that lives as long as this.
    std::string_view keep(std::string_view s) {
        if (s.size() > left_) {
            left_ = s.size() > arena_size ? s.size() : arena_size;
            arenas_.push_back(std::make_unique<char[]>(left_));
            next_ = arenas_.back().get();
        }
        if (!s.empty()) std::memcpy(next_, s.data(), s.size());
        std::string_view const kept{next_, s.size()};
        next_ += s.size();
        left_ -= s.size();
        return kept;
    }

private:
    static constexpr std::size_t arena_size = 1u << 18;
    struct slot {
        std::uint32_t hash = 0, number = no_number;
    };

    void put(std::uint64_t h, std::uint32_t number) {
        auto i = h >> shift_;
        while (slots_[i].number != no_number) i = (i + 1) & (slots_.size() - 1);
        slots_[i] = {static_cast<std::uint32_t>(h), number};
    }
    void grow() {
        auto const slots = slots_.empty() ? std::size_t{1024} : slots_.size() * 2;
        slots_.assign(slots, {});
        shift_ = 64;
        for (auto n = slots; n != 1; n /= 2) --shift_;
        for (std::uint32_t n = 0; n != size(); ++n) put(bulk_detail::hash_of(texts_[n]), n);
    }

    std::vector<slot> slots_{};
    std::vector<std::string_view> texts_{};
    std::vector<std::unique_ptr<char[]>> arenas_{};
    char* next_ = nullptr;
    std::size_t left_ = 0;
    unsigned shift_ = 64;
};

}  // namespace treatise::inline v0_3
