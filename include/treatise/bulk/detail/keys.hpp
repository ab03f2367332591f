// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/bulk/detail/ids.hpp>

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>

namespace treatise::inline v0_3 {

/// Makes keys of the ids of other graphs, each once.
class key_maker {
public:
    /// A key made of an id: its letters and digits in lower case, parted by "-", behind the kind where it has no letter first;
    /// numbered where it was given before. It lives as long as this.
    std::string_view operator()(std::string_view from, std::string_view kind) {
        std::string key;
        for (char const c : from) {
            auto const lower = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
            if ((lower >= 'a' && lower <= 'z') || (lower >= '0' && lower <= '9'))
                key += lower;
            else if (!key.empty() && key.back() != '-')
                key += '-';
        }
        while (key.ends_with('-')) key.pop_back();
        if (key.empty() || key[0] < 'a') {
            std::string prefix{kind};
            std::replace(prefix.begin(), prefix.end(), '_', '-');
            key = key.empty() ? prefix : prefix + '-' + key;
        }
        auto unused = key;
        for (auto before = given_.size(); given_.add(unused) != before; before = given_.size())
            unused = key + '-' + std::to_string(++again_[key] + 1);
        return given_[given_.size() - 1];
    }
    /// A key that is not to be given again.
    void take(std::string_view key) { given_.add(key); }

private:
    text_numbers given_{};
    std::unordered_map<std::string, std::uint32_t> again_{};
};

}  // namespace treatise::inline v0_3
